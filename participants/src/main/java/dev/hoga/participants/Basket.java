package dev.hoga.participants;

import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/**
 * The shares of one market weighed by their listed shares, which stands for its index: how far they have moved since the base
 * prices of the day. A fund that follows it is worth its own base price moved as far, times its leverage.
 */
final class Basket {
    private static final long BILLION = 1_000_000_000L;

    private final Market market;
    private final String followedAs;
    private long baseWon;
    private long movedWon;

    /** @param followedAs how the sector of a fund begins that follows it */
    Basket(Market market, String followedAs) {
        this.market = market;
        this.followedAs = followedAs;
    }

    boolean holds(ParticipantDesk desk, int instrument) {
        return desk.kind(instrument) == InstrumentKind.STOCK && desk.market(instrument) == market;
    }

    boolean isFollowedBy(ParticipantDesk desk, int instrument) {
        return desk.kind(instrument) == InstrumentKind.ETF && desk.sector(instrument).startsWith(followedAs);
    }

    /** Begins to add up. */
    void clear() {
        baseWon = 0;
        movedWon = 0;
    }

    /** Adds a share at a price in won of {@link Worth#PRICE_BITS} fraction bits. */
    void add(ParticipantDesk desk, int instrument, long price) {
        long base = desk.baseWon(instrument);
        long shares = desk.listedShares(instrument);
        baseWon += base * shares;
        // In thousands of shares: the product stays a long.
        movedWon += (price - (base << Worth.PRICE_BITS) >> Worth.PRICE_BITS - 10) * (shares >> 10);
    }

    /** How far it has moved, in parts per billion of the base. */
    long movedPpb() {
        return baseWon < BILLION ? 0 : movedWon / (baseWon / BILLION);
    }

    /** What a fund is worth that follows it. */
    long fundPrice(ParticipantDesk desk, int fund) {
        long base = desk.baseWon(fund) << Worth.PRICE_BITS;
        return base + (base >> 10) * (movedPpb() * desk.leverage(fund)) / (BILLION >> 10);
    }

    void write(StateWriter out) {
        out.putLong(baseWon);
        out.putLong(movedWon);
    }

    void read(StateReader in) {
        baseWon = in.getLong();
        movedWon = in.getLong();
    }
}
