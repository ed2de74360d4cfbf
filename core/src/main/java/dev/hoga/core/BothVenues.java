package dev.hoga.core;

/**
 * The day of a stock over both venues that trade it, as readers of the integrated market see it. Where NXT does not trade it,
 * it is KRX's.
 */
final class BothVenues {
    private BothVenues() {
    }

    /** The price of the later of the venues' last trades. */
    static long lastWon(Instrument krx, Instrument nxt) {
        return nxt != null && nxt.tape.lastMs() > krx.tape.lastMs() ? nxt.lastWon : krx.lastWon;
    }

    /** Which venue traded first today. */
    private static Instrument first(Instrument krx, Instrument nxt) {
        boolean atNxt = nxt != null && nxt.openWon != 0 && (krx.openWon == 0 || nxt.openTimeMs < krx.openTimeMs);
        return atNxt ? nxt : krx;
    }

    static long openWon(Instrument krx, Instrument nxt) {
        return first(krx, nxt).openWon;
    }

    static long openTimeMs(Instrument krx, Instrument nxt) {
        return first(krx, nxt).openTimeMs;
    }

    /** Where the day's highest price was met, and was met first. */
    static Instrument highest(Instrument krx, Instrument nxt) {
        boolean atNxt = nxt != null && nxt.highWon != 0 && (nxt.highWon > krx.highWon
            || nxt.highWon == krx.highWon && nxt.highTimeMs < krx.highTimeMs);
        return atNxt ? nxt : krx;
    }

    /** Where the day's lowest price was met, and was met first. */
    static Instrument lowest(Instrument krx, Instrument nxt) {
        boolean atNxt = nxt != null && nxt.lowWon != 0 && (krx.lowWon == 0 || nxt.lowWon < krx.lowWon
            || nxt.lowWon == krx.lowWon && nxt.lowTimeMs < krx.lowTimeMs);
        return atNxt ? nxt : krx;
    }

    /**
     * Merges the levels of two books, best first, those of the same price into one.
     *
     * @return how many levels that makes, at most as many as there is room for
     */
    static int merge(Side side, long[] won, long[] shares, int count, long[] otherWon, long[] otherShares, int otherCount,
        long[] toWon, long[] toShares) {
        int merged = 0;
        for (int i = 0, j = 0; merged < toWon.length && (i < count || j < otherCount); merged++) {
            boolean one = j == otherCount || i < count && (won[i] == otherWon[j] || side == Side.BUY == won[i] > otherWon[j]);
            toWon[merged] = one ? won[i] : otherWon[j];
            toShares[merged] = one ? shares[i++] : 0;
            if (j < otherCount && otherWon[j] == toWon[merged]) {
                toShares[merged] += otherShares[j++];
            }
        }
        return merged;
    }
}
