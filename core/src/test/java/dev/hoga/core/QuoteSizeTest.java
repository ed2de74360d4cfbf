package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The most shares of one quote: rule 22 of the list of rules most often done wrongly, Enforcement Rule art. 14(1)3. */
class QuoteSizeTest {

    @Test
    void isAHundredBillionWonFromTenTrillionOn() {
        assertEquals(1_000_000, QuoteSize.mostShares(100_000_000, 100_000));
        assertEquals(1_428_572, QuoteSize.mostShares(5_846_278_000L, 70_000), "1,428,571.4 rounded up");
    }

    @Test
    void isOnePercentOfTheListedSharesBelowTenTrillion() {
        assertEquals(1_000_000, QuoteSize.mostShares(99_999_999, 100_000), "999,999.99 rounded up");
        assertEquals(10_000, QuoteSize.mostShares(1_000_000, 100_000), "from a hundred billion on");
    }

    @Test
    void isABillionWonBelowAHundredBillion() {
        assertEquals(10_002, QuoteSize.mostShares(1_000_000, 99_990), "10,001.0001 rounded up");
        assertEquals(50_000, QuoteSize.mostShares(1_000_000, 20_000), "from twenty billion on");
    }

    @Test
    void isFivePercentOfTheListedSharesBelowTwentyBillion() {
        assertEquals(50_000, QuoteSize.mostShares(999_999, 20_000), "49,999.95 rounded up");
        assertEquals(1, QuoteSize.mostShares(1, 70_000));
    }

    @Test
    void isTheTechnicalLimitWhereListedSharesAreNotKnown() {
        assertEquals(CoreCommands.MAX_ORDER_SHARES, QuoteSize.mostShares(0, 70_000));
        assertEquals(CoreCommands.MAX_ORDER_SHARES, QuoteSize.mostShares(Long.MAX_VALUE, 1));
    }

    @Test
    void isWhatBigNumbersSay() {
        var random = new Random(Seeds.first(22));
        for (int i = 0; i < 100_000; i++) {
            long listed = 1 + random.nextLong(1L << random.nextInt(1, 40));
            long base = 1 + random.nextLong(1L << random.nextInt(1, 24));
            long expected = NaiveRules.quoteSize(InstrumentKind.STOCK, listed, base).longValueExact();
            assertEquals(Math.min(expected, CoreCommands.MAX_ORDER_SHARES), QuoteSize.mostShares(listed, base), listed + " x " + base);
        }
    }

    @Test
    void refusesOneShareMoreAndSaysHowManyMayBe() {
        var floor = new TradingFloor();
        floor.place(TradingFloor.SCRIPTED, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 14_287, 70_000);
        assertEquals(List.of("ORDER_TOO_LARGE 14286"), floor.said());
        floor.place(TradingFloor.SCRIPTED, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 14_286, 70_000);
        assertEquals(List.of("NEW #10000001 BUY 14286@70000"), floor.said());
    }
}
