package dev.hoga.core;

/**
 * Bars of a chart as a reader takes them away, the newest first: room for so many, filled by the copying methods of
 * {@link BrokerageView}.
 */
public final class Bars {
    private final int[] place;
    private final long[] timeMs;
    private final long[] baseWon;
    private final long[] openWon;
    private final long[] highWon;
    private final long[] lowWon;
    private final long[] closeWon;
    private final long[] volumeShares;
    private final long[] turnoverWon;
    private int count;

    /** @param room how many bars there is room for */
    public Bars(int room) {
        place = new int[room];
        timeMs = new long[room];
        baseWon = new long[room];
        openWon = new long[room];
        highWon = new long[room];
        lowWon = new long[room];
        closeWon = new long[room];
        volumeShares = new long[room];
        turnoverWon = new long[room];
    }

    public boolean full() {
        return count == timeMs.length;
    }

    /** Adds an older bar than all before it; there must be room. */
    public void add(int barPlace, long barTimeMs, long base, long open, long high, long low, long close, long shares, long won) {
        place[count] = barPlace;
        timeMs[count] = barTimeMs;
        baseWon[count] = base;
        openWon[count] = open;
        highWon[count] = high;
        lowWon[count] = low;
        closeWon[count] = close;
        volumeShares[count] = shares;
        turnoverWon[count++] = won;
    }

    public int count() {
        return count;
    }

    /** Where a bar stands in its chart: whoever wants those before it asks for those below its place. */
    public int place(int bar) {
        return place[bar];
    }

    /** When a bar begins; of a bar of trades the time of its last, of a day its midnight in Korea. */
    public long timeMs(int bar) {
        return timeMs[bar];
    }

    /** The base price of the day that the bar is of. */
    public long baseWon(int bar) {
        return baseWon[bar];
    }

    /** The first price; 0 in a day without a trade. */
    public long openWon(int bar) {
        return openWon[bar];
    }

    public long highWon(int bar) {
        return highWon[bar];
    }

    public long lowWon(int bar) {
        return lowWon[bar];
    }

    /** The last price; the base price in a day without a trade. */
    public long closeWon(int bar) {
        return closeWon[bar];
    }

    public long volumeShares(int bar) {
        return volumeShares[bar];
    }

    public long turnoverWon(int bar) {
        return turnoverWon[bar];
    }
}
