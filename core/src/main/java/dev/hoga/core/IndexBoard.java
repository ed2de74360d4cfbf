package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.IntArrayList;

/**
 * The indices of the market. On the way of an order an instrument whose book has changed is only noted; at the next whole second
 * of market time what has become of those that were noted is counted, every index that has moved is reckoned, and that is told
 * once. Where no index is declared nothing is noted.
 */
final class IndexBoard {
    /** The most indices. */
    static final int MAX_INDICES = 256;
    /** How often they are reckoned: as often as the exchange does. */
    static final long PACE_MS = 1_000;

    private static final int NOTHING = -1;
    private static final MarketIndex[] OF_NONE = {};

    private final InstrumentTable instruments;
    private final CoreListener listener;
    private final BreakerWatch watch;
    private MarketDay day;
    private MarketIndex[] indices = new MarketIndex[8];
    private int count;
    /** What of each instrument is counted in the indices that it is in. */
    private Member[] members = new Member[128];
    private int memberCount;
    /** Instruments whose books have changed since the last reckoning. */
    private final IntArrayList noted = new IntArrayList();

    private static final class Member {
        private MarketIndex[] in = OF_NONE;
        private long priceWon;
        private long mostWon;
        private long volumeShares;
        private long turnoverWon;
        private Standing standing = Standing.UNCHANGED;
        private boolean noted;
    }

    IndexBoard(InstrumentTable instruments, CoreListener listener) {
        this.instruments = instruments;
        this.listener = listener;
        watch = new BreakerWatch();
    }

    /** Says who keeps the time; once, before it begins. */
    void keptBy(MarketDay timekeeper) {
        day = timekeeper;
        watch.keptBy(timekeeper);
    }

    int count() {
        return count;
    }

    MarketIndex get(int id) {
        return indices[id];
    }

    /** The id of the exchange's number of an index, or -1. */
    int id(int number) {
        for (int id = 0; id < count; id++) {
            if (indices[id].number == number) {
                return id;
            }
        }
        return NOTHING;
    }

    /** Adds an index of what is listed by now. @return why not, or null */
    Reject declare(MarketIndex index) {
        if (id(index.number) != NOTHING) {
            return Reject.ALREADY_EXISTS;
        }
        if (index.number <= 0 || index.level() <= 0 || index.level() > MarketIndex.MAX_LEVEL || count == MAX_INDICES
            || index.name.length() > Brokerage.MAX_NAME_LENGTH || index.sector.length() > Brokerage.MAX_NAME_LENGTH) {
            return Reject.OUT_OF_RANGE;
        }
        add(index);
        for (int id = 0; id < instruments.count(); id++) {
            enter(index, instruments.get(id));
        }
        return null;
    }

    private void add(MarketIndex index) {
        if (count == indices.length) {
            indices = Arrays.copyOf(indices, count * 2);
        }
        indices[count++] = index;
    }

    /** An instrument has been listed, or has another base price, and has not traded today: counts it anew. */
    void rebased(Instrument instrument) {
        Member member = member(instrument.id);
        for (MarketIndex index : member.in) {
            index.leave(member.priceWon * instrument.listedShares, member.mostWon, member.standing);
        }
        begin(member, instrument);
    }

    private void begin(Member member, Instrument instrument) {
        member.in = OF_NONE;
        member.priceWon = instrument.baseWon;
        member.standing = Standing.UNCHANGED;
        member.volumeShares = 0;
        member.turnoverWon = 0;
        for (int id = 0; id < count; id++) {
            enter(indices[id], instrument);
        }
    }

    /** Lets an instrument into an index where it belongs there and there is room. */
    private void enter(MarketIndex index, Instrument instrument) {
        boolean countable = instrument.listedShares > 0 && instrument.listedShares <= Proportion.MOST / instrument.upperLimitWon;
        if (!countable || !index.holds(instrument)) {
            return;
        }
        Member member = member(instrument.id);
        member.mostWon = instrument.listedShares * instrument.upperLimitWon;
        if (index.admits(member.mostWon)) {
            index.join(member.priceWon * instrument.listedShares, member.mostWon);
            member.in = Arrays.copyOf(member.in, member.in.length + 1);
            member.in[member.in.length - 1] = index;
        }
    }

    private Member member(int instrument) {
        while (memberCount <= instrument) {
            if (memberCount == members.length) {
                members = Arrays.copyOf(members, memberCount * 2);
            }
            members[memberCount++] = new Member();
        }
        return members[instrument];
    }

    boolean isMember(int id, int instrument) {
        return instrument < memberCount && Arrays.asList(members[instrument].in).contains(indices[id]);
    }

    /** Notes that something of an instrument may have changed. */
    void note(Instrument instrument) {
        if (count == 0 || instrument.venue != Venue.KRX) {
            return;
        }
        Member member = members[instrument.id];
        if (!member.noted && member.in.length > 0) {
            member.noted = true;
            if (noted.isEmpty()) {
                day.wake((day.nowMs() / PACE_MS + 1) * PACE_MS, MarketDay.INDEX_TIMER);
            }
            noted.addInt(instrument.id);
        }
    }

    /** Counts what has become of the noted, reckons what has moved, and lets the circuit breaker look at it. */
    void reckon(long nowMs) {
        for (int at = 0; at < noted.size(); at++) {
            int id = noted.getInt(at);
            members[id].noted = false;
            count(members[id], instruments.get(id));
        }
        noted.clear();
        boolean moved = false;
        for (int id = 0; id < count; id++) {
            moved |= indices[id].reckon(nowMs);
        }
        if (moved) {
            listener.indicesChanged(nowMs);
        }
        for (int id = 0; id < count; id++) {
            if (indices[id].scope == IndexScope.MARKET) {
                watch.look(indices[id], nowMs);
            }
        }
    }

    private static void count(Member member, Instrument instrument) {
        long priceWon = instrument.dayCloseWon();
        long shares = instrument.volumeShares - member.volumeShares;
        if (priceWon == member.priceWon && shares == 0) {
            return;
        }
        Standing standing = Standing.of(instrument, priceWon);
        for (MarketIndex index : member.in) {
            index.move((priceWon - member.priceWon) * instrument.listedShares, shares, instrument.turnoverWon - member.turnoverWon,
                member.volumeShares == 0 && shares > 0);
            index.stand(member.standing, standing);
        }
        member.priceWon = priceWon;
        member.standing = standing;
        member.volumeShares = instrument.volumeShares;
        member.turnoverWon = instrument.turnoverWon;
    }

    /** Begins a date, when all instruments have begun it. */
    void startDay(int endedDate) {
        noted.clear();
        for (int id = 0; id < count; id++) {
            indices[id].startDay(endedDate);
        }
        for (int id = 0; id < instruments.count(); id++) {
            Member member = member(id);
            member.noted = false;
            begin(member, instruments.get(id));
        }
        watch.startDay();
    }

    void write(StateWriter out) {
        out.putLong(count);
        for (int id = 0; id < count; id++) {
            indices[id].write(out);
        }
        out.putLong(memberCount);
        for (int id = 0; id < memberCount; id++) {
            Member member = members[id];
            out.putLong(member.priceWon);
            out.putLong(member.mostWon);
            out.putLong(member.volumeShares);
            out.putLong(member.turnoverWon);
            out.putLong(member.standing.ordinal());
            out.putLong(member.noted ? 1 : 0);
            out.putLong(member.in.length);
            for (MarketIndex index : member.in) {
                out.putLong(id(index.number));
            }
        }
        watch.write(out);
    }

    void read(StateReader in) {
        int size = (int) in.getLong();
        for (int id = 0; id < size; id++) {
            add(MarketIndex.read(in));
        }
        int memberSize = (int) in.getLong();
        for (int id = 0; id < memberSize; id++) {
            Member member = member(id);
            member.priceWon = in.getLong();
            member.mostWon = in.getLong();
            member.volumeShares = in.getLong();
            member.turnoverWon = in.getLong();
            member.standing = Standing.of((int) in.getLong());
            member.noted = in.getLong() == 1;
            member.in = new MarketIndex[(int) in.getLong()];
            for (int at = 0; at < member.in.length; at++) {
                member.in[at] = indices[(int) in.getLong()];
            }
            if (member.noted) {
                noted.addInt(id);
            }
        }
        watch.read(in);
    }
}
