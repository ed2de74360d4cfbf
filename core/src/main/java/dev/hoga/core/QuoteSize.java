package dev.hoga.core;

/**
 * The most shares that one quote may be for, by the market capitalisation at the day's base price: brokers must split what is
 * larger. Source: KRX Enforcement Rule art. 14(1)3; parts of a share are rounded up.
 */
final class QuoteSize {
    private static final long BILLION_WON = 1_000_000_000L;
    private static final long LARGE_WON = 10_000 * BILLION_WON;
    private static final long MEDIUM_WON = 100 * BILLION_WON;
    private static final long SMALL_WON = 20 * BILLION_WON;

    /** Five kilograms. Source: rules C. */
    private static final long GOLD_GRAMS = 5_000;

    private QuoteSize() {
    }

    /** @param listedShares 0 where they are not known: then only the technical limit holds */
    static long mostShares(InstrumentKind kind, long listedShares, long baseWon) {
        return kind.gold() ? GOLD_GRAMS : mostShares(listedShares, baseWon);
    }

    /** @param listedShares 0 where they are not known: then only the technical limit holds */
    static long mostShares(long listedShares, long baseWon) {
        if (listedShares == 0) {
            return CoreCommands.MAX_ORDER_SHARES;
        }
        long most;
        if (isWorth(LARGE_WON, listedShares, baseWon)) {
            most = Math.ceilDiv(100 * BILLION_WON, baseWon);
        } else if (isWorth(MEDIUM_WON, listedShares, baseWon)) {
            most = Math.ceilDiv(listedShares, 100);
        } else if (isWorth(SMALL_WON, listedShares, baseWon)) {
            most = Math.ceilDiv(BILLION_WON, baseWon);
        } else {
            most = Math.ceilDiv(listedShares, 20);
        }
        return Math.min(most, CoreCommands.MAX_ORDER_SHARES);
    }

    private static boolean isWorth(long won, long listedShares, long baseWon) {
        return listedShares >= Math.ceilDiv(won, baseWon);
    }
}
