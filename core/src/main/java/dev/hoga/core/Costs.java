package dev.hoga.core;

/**
 * What trading costs, and how it is rounded. Commission is the amount times the account's rate cut to 10 won; the tax on a
 * sale is cut to 1 won. Source: rules D3, recomputed from the brokers' printed examples.
 *
 * <p>Example: selling 3 x 59,000 at 0.015 % costs 20 won, and at 0.18 % tax 318 won.
 */
final class Costs {
    private static final long BILLION = 1_000_000_000L;
    private static final long COMMISSION_UNIT_WON = 10;
    private static final long VALUE_ADDED_TAX_PART = 10;
    private static final long SUBSTITUTE_PERCENT = 70;
    private static final int FIRST_DAY_OF_2024 = 19_723;
    private static final int FIRST_DAY_OF_2025 = 20_089;
    private static final int FIRST_DAY_OF_2026 = 20_454;

    private Costs() {
    }

    /** What a share counts as in place of cash: 70 % of the last close, cut to 10 won. The depository's haircuts are not known. */
    static long substituteWon(long closeWon) {
        return closeWon * SUBSTITUTE_PERCENT / 100 / COMMISSION_UNIT_WON * COMMISSION_UNIT_WON;
    }

    static long commissionWon(long feeRatePpb, long amountWon) {
        long commission = partFloor(amountWon, feeRatePpb);
        return commission - commission % COMMISSION_UNIT_WON;
    }

    /** Value added tax on commission, exact because that is cut to 10 won. What deals in gold cost bears it, what shares do not. */
    static long addedTaxWon(long commissionWon) {
        return commissionWon / VALUE_ADDED_TAX_PART;
    }

    /** The tax rate on selling an instrument on a day: the same on both boards, by the year of the sale. Funds and gold pay none. */
    static long saleTaxPpb(InstrumentKind kind, int epochDay) {
        return switch (kind) {
            case ETF, GOLD, MINI_GOLD -> 0;
            case STOCK -> shareTaxPpb(epochDay);
        };
    }

    /** On KOSPI transaction tax and farm tax (2026: 0.05 + 0.15 %), on KOSDAQ transaction tax alone. */
    private static long shareTaxPpb(int epochDay) {
        if (epochDay >= FIRST_DAY_OF_2026) {
            return 2_000_000;
        }
        if (epochDay >= FIRST_DAY_OF_2025) {
            return 1_500_000;
        }
        return epochDay >= FIRST_DAY_OF_2024 ? 1_800_000 : 2_000_000;
    }

    static long saleTaxWon(long taxPpb, long amountWon) {
        return partFloor(amountWon, taxPpb);
    }

    /** Amount times rate over a billion, rounded down, without overflow for any amount and a rate below a billion. */
    private static long partFloor(long amountWon, long ratePpb) {
        return amountWon / BILLION * ratePpb + amountWon % BILLION * ratePpb / BILLION;
    }

    /** Whether a margin rate is one of those that brokers use. Source: rules D1. */
    static boolean isMarginPercent(int percent) {
        return percent >= 20 && percent <= 60 && percent % 10 == 0 || percent == 100;
    }
}
