package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commission and tax. Source: rules D3, the numbers of the brokers' printed examples. */
class CostsTest {
    /** 0.015 %. */
    private static final long KIWOOM_RATE_PPB = 150_000;

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({"373500, 50", "177000, 20", "680000, 100", "66666, 0", "66667, 10", "0, 0"})
    void cutsCommissionToTenWon(long amountWon, long commissionWon) {
        assertEquals(commissionWon, Costs.commissionWon(KIWOOM_RATE_PPB, amountWon));
    }

    @Test
    void knowsTheMockHostsCommission() {
        assertEquals(950, Costs.commissionWon(3_500_000, 272_750));
    }

    @ParameterizedTest
    @CsvSource({"177000, 318", "680000, 1224"})
    void cutsTheTaxOf2024ToOneWon(long amountWon, long taxWon) {
        assertEquals(taxWon, Costs.saleTaxWon(Costs.saleTaxPpb(InstrumentKind.STOCK, day("2024-07-01")), amountWon));
    }

    @ParameterizedTest
    @CsvSource({"2023-01-25, 2000000", "2023-12-29, 2000000", "2024-01-02, 1800000", "2024-12-31, 1800000",
        "2025-01-01, 1500000", "2025-12-31, 1500000", "2026-01-01, 2000000", "2026-11-20, 2000000", "2030-06-03, 2000000"})
    void taxesSharesByTheYearOfTheSaleAndFundsNever(String date, long ratePpb) {
        assertEquals(ratePpb, Costs.saleTaxPpb(InstrumentKind.STOCK, day(date)));
        assertEquals(0, Costs.saleTaxPpb(InstrumentKind.ETF, day(date)));
    }

    @ParameterizedTest
    @CsvSource({"KOSPI, STOCK, 354", "KOSDAQ, STOCK, 354", "KOSPI, ETF, 0"})
    void taxesBothBoardsAlikeIn2026(Market market, InstrumentKind kind, long taxWon) {
        var instrument = new Instrument(0, 1, "name", market, kind, "", 0, 0, 1);
        instrument.base(59_000, day("2026-11-20"));
        assertEquals(taxWon, Costs.saleTaxWon(instrument.saleTaxPpb, 177_000));
    }

    @Test
    void cutsLikeExactArithmeticForAnyAmount() {
        long seed = Seeds.first(20);
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long amount = random.nextLong() >>> 1 + random.nextInt(50);
            long rate = random.nextLong(CoreCommands.MAX_FEE_RATE_PPB + 1);
            assertEquals(NaiveRules.commission(rate, amount), Costs.commissionWon(rate, amount),
                "seed " + seed + " amount " + amount + " rate " + rate);
            assertEquals(NaiveRules.saleTax(InstrumentKind.STOCK, 2025, BigInteger.valueOf(amount)).longValueExact(),
                Costs.saleTaxWon(1_500_000, amount), "seed " + seed + " amount " + amount);
        }
    }
}
