package dev.hoga.core;

/**
 * Looks at the markets' indices for the circuit breaker: a fall against the day before of 8, 15 and 20 percent that lasts a minute
 * begins its stages, the second and third only a further percent below where the stage before began. The minute is counted from
 * 09:01 at the earliest. Source: KRX Business Regulation art. 25, Enforcement Rule art. 39; rules A6. Doubt: a market's index stops
 * both markets.
 */
final class BreakerWatch {
    static final long LASTS_MS = 60_000;
    private static final long AFTER_OPEN_MS = 60_000;
    private static final long[] FALL_PERCENT = {8, 15, 20};
    private static final long HUNDRED = 100;

    private MarketDay day;
    /** Since when an index has been as low as the next stage needs, 0 where it is not; by market. */
    private final long[] sinceMs = new long[Market.COUNT];
    /** The level of each market when it was looked at last, and at which the last stage began. */
    private final long[] lastLevel = new long[Market.COUNT];
    private final long[] stageLevel = new long[Market.COUNT];
    /** The stage that the day had seen when they were looked at last. */
    private int stage;

    void keptBy(MarketDay timekeeper) {
        day = timekeeper;
    }

    void startDay() {
        stage = 0;
        for (Market market : Market.values()) {
            sinceMs[market.ordinal()] = 0;
            lastLevel[market.ordinal()] = 0;
        }
    }

    /** Looks at a market's index that may have moved. */
    void look(MarketIndex index, long nowMs) {
        int at = index.market.ordinal();
        if (lastLevel[at] == 0) {
            lastLevel[at] = index.previousLevel();
            stageLevel[at] = index.previousLevel();
        }
        if (stage != day.breaker().stage()) {
            // Another stage has begun since, by the fall of whichever market or by order, and the levels have stood still.
            stage = day.breaker().stage();
            for (Market market : Market.values()) {
                sinceMs[market.ordinal()] = 0;
                stageLevel[market.ordinal()] = lastLevel[market.ordinal()];
            }
        }
        lastLevel[at] = index.level();
        if (stage == CircuitBreaker.LAST_STAGE || !isLow(index) || day.phase() != Phase.CONTINUOUS) {
            sinceMs[at] = 0;
        } else if (sinceMs[at] == 0) {
            sinceMs[at] = Math.max(nowMs, day.startMs(Phase.CONTINUOUS) + AFTER_OPEN_MS);
            day.wake(sinceMs[at] + LASTS_MS, MarketDay.INDEX_TIMER);
        } else if (nowMs >= sinceMs[at] + LASTS_MS) {
            sinceMs[at] = 0;
            day.breaker().begin(stage + 1);
        }
    }

    /** Whether an index is as far down as the next stage needs. */
    private boolean isLow(MarketIndex index) {
        long before = index.previousLevel();
        boolean fallen = index.level() * HUNDRED <= before * (HUNDRED - FALL_PERCENT[stage]);
        boolean further = stage == 0 || index.level() * HUNDRED <= stageLevel[index.market.ordinal()] * (HUNDRED - 1);
        return fallen && further;
    }

    void write(StateWriter out) {
        out.putLong(stage);
        for (Market market : Market.values()) {
            out.putLong(sinceMs[market.ordinal()]);
            out.putLong(lastLevel[market.ordinal()]);
            out.putLong(stageLevel[market.ordinal()]);
        }
    }

    void read(StateReader in) {
        stage = (int) in.getLong();
        for (Market market : Market.values()) {
            sinceMs[market.ordinal()] = in.getLong();
            lastLevel[market.ordinal()] = in.getLong();
            stageLevel[market.ordinal()] = in.getLong();
        }
    }
}
