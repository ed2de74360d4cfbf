package dev.hoga.core;

/**
 * Keeps program orders of one side away for five minutes, as the exchange does when the index futures have moved too far: buys after a
 * rise, sells after a fall. Once a day, not in the first five minutes of continuous trading and not in the forty before the close.
 * There are no futures here, so it is ordered. Source: KRX Business Regulation art. 16; rules A6. Doubt: program orders that rest in
 * the book stay.
 */
final class Sidecar {
    private static final long LASTS_MS = 5 * 60_000;
    private static final long NOT_AFTER_OPEN_MS = 5 * 60_000;
    /** Before the closing auction, which takes ten minutes more. */
    private static final long NOT_BEFORE_AUCTION_MS = 30 * 60_000;

    private final MarketDay day;
    private Side side = Side.BUY;
    private boolean works;
    private boolean hasWorked;

    Sidecar(MarketDay day) {
        this.day = day;
    }

    void startDay() {
        works = false;
        hasWorked = false;
    }

    /** Begins. @return why not, or null */
    Reject begin(Side ofOrders, long nowMs) {
        boolean inTime = day.phase() == Phase.CONTINUOUS && nowMs >= day.startMs(Phase.CONTINUOUS) + NOT_AFTER_OPEN_MS
            && nowMs < day.startMs(Phase.CLOSING_AUCTION) - NOT_BEFORE_AUCTION_MS;
        if (!inTime || hasWorked) {
            return Reject.NOT_IN_THIS_PHASE;
        }
        side = ofOrders;
        works = true;
        hasWorked = true;
        day.wake(nowMs + LASTS_MS, MarketDay.SIDECAR_TIMER);
        day.listener.sidecarChanged(side, true, nowMs);
        return null;
    }

    void end(long nowMs) {
        works = false;
        day.listener.sidecarChanged(side, false, nowMs);
    }

    /** Whether program orders of a side are not taken. */
    boolean blocks(Side ofOrder) {
        return works && side == ofOrder;
    }

    void write(StateWriter out) {
        out.putLong(side.ordinal());
        out.putLong(works ? 1 : 0);
        out.putLong(hasWorked ? 1 : 0);
    }

    void read(StateReader in) {
        side = Side.of((int) in.getLong());
        works = in.getLong() == 1;
        hasWorked = in.getLong() == 1;
    }
}
