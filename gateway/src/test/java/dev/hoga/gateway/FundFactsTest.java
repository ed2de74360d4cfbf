package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Bars;
import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.Test;

/** What a fund is worth, reckoned by hand, and an index's range of days. */
class FundFactsTest {
    private final Brokerage core = new Brokerage(new Silent());
    private final BrokerageView view = core.view();

    private static final class Silent implements CoreListener {
        @Override
        public void commandAccepted(long correlationId, long value) {
            // what became of a command is read
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            throw new AssertionError(reject);
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            // what became of it is read
        }
    }

    private int list(String code, InstrumentKind kind, String sector, int leverage, long baseWon) {
        core.listInstrument(0, 1, Code.pack(code), "name", Market.KOSPI, kind, sector, 1_000_000_000, 100, leverage, baseWon);
        return view.instrumentId(Code.pack(code));
    }

    private void trade(String code, long priceWon) {
        for (Side side : Side.values()) {
            core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), Code.pack(code), Venue.KRX, side, OrderType.LIMIT,
                TimeInForce.DAY, 1, priceWon);
        }
    }

    @Test
    void movesAFundWithItsIndexTimesItsLeverage() {
        list("100000", InstrumentKind.STOCK, "-", 1, 10_000);
        int plain = list("200000", InstrumentKind.ETF, "KOSPI 200", 1, 30_000);
        int twice = list("200010", InstrumentKind.ETF, "KOSPI 200", 2, 10_000);
        int inverse = list("200020", InstrumentKind.ETF, "KOSPI 200 futures", -1, 5_000);
        int foreign = list("200030", InstrumentKind.ETF, "S&P 500", 1, 5_000);
        core.declareIndex(0, 1, 2001, "KOSPI200", Market.KOSPI, IndexScope.LARGE, "", 100_000);
        core.startClock(0, 1, SmallBrokerage.TEN_O_CLOCK_MS, 1, true);
        trade("100000", 10_100);
        trade("200010", 10_150);
        core.setMarketTime(0, 1, SmallBrokerage.TEN_O_CLOCK_MS + 1_000);
        FundFacts once = FundFacts.read(view, plain).orElseThrow();
        assertEquals(3_030_000, once.worth(), "30,000 won and 1 %");
        assertEquals(0, once.offIndexHundredths());
        assertEquals(-99, once.premiumHundredths(), "still at 30,000");
        FundFacts leveraged = FundFacts.read(view, twice).orElseThrow();
        assertEquals(1_020_000, leveraged.worth());
        assertEquals(20_000, leveraged.change());
        assertEquals(200, leveraged.changeHundredths());
        assertEquals(99, leveraged.offIndexHundredths(), "10,200 against 10,100");
        assertEquals(-49, leveraged.premiumHundredths(), "10,150 against 10,200");
        assertEquals(495_000, FundFacts.read(view, inverse).orElseThrow().worth());
        assertTrue(FundFacts.read(view, foreign).isEmpty());
        assertTrue(FundFacts.read(view, 0).isEmpty(), "a share is no fund");
    }

    @Test
    void hasTheRangeOfTheDaysThatCount() {
        var days = new Bars(4);
        days.add(30, 0, 100, 110, 150, 90, 120, 1, 1);
        days.add(29, 0, 100, 0, 0, 0, 100, 0, 0);
        days.add(28, 0, 100, 130, 170, 80, 130, 1, 1);
        days.add(1, 0, 100, 130, 990, 10, 130, 1, 1);
        assertEquals(new LevelRange(170, 28, 80, 28), LevelRange.of(days, 20, 120, 30));
        assertEquals(new LevelRange(150, 30, 90, 30), LevelRange.of(days, 29, 120, 30), "a day without a trade stood at 100");
        assertEquals(new LevelRange(120, 30, 120, 30), LevelRange.of(new Bars(1), 0, 120, 30), "no day at all");
    }
}
