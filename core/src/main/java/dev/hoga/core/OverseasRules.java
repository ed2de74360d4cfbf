package dev.hoga.core;

/**
 * Which order may be placed when at an overseas venue: limit orders while there is a session, also at noon, when nothing matches.
 * Source: rules E; the order codes of KIS.
 */
final class OverseasRules {

    private OverseasRules() {
    }

    /** Why an order is not taken in a phase, or null. @param whyClosed the answer where nothing is taken */
    static Reject refusal(Phase phase, OrderType type, TimeInForce timeInForce, Reject whyClosed) {
        if (phase == Phase.CLOSED) {
            return whyClosed;
        }
        return type == OrderType.LIMIT && timeInForce == TimeInForce.DAY ? null : Reject.BAD_ORDER_TYPE;
    }

    /** Whether so many shares can be ordered: whole lots, but in China one sells what one has. */
    static boolean isLot(Instrument instrument, Side side, OrderType type, long shares) {
        boolean odd = side == Side.SELL && instrument.venue.currency() == Currency.CNY;
        return odd || shares % instrument.lotShares == 0;
    }
}
