package dev.hoga.core;

/** What is done to every instrument when a phase begins, a slice at a time; an instrument's auction is not cut in two. */
final class SessionSweep {

    /** What is done. */
    enum Work {
        NONE,
        /** The opening auction ends. */
        OPEN,
        /** The closing auction begins. */
        CONVERT,
        /** The closing auction ends. */
        CLOSE,
        /** Orders that wait for the close to trade at it do so. */
        TRADE_AT_CLOSE,
        /** An auction after hours ends. */
        AFTER_HOURS,
        /** Expected prices are shown from now on. */
        SHOW_EXPECTED,
        /** Orders at a close end. */
        EXPIRE_AT_CLOSE,
        /** All orders end. */
        EXPIRE
    }

    /** To find that there is nothing to do is little work. */
    private static final int INSTRUMENTS_PER_UNIT = 16;

    private static final Work[] WORK = Work.values();

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBook book;
    private final Auctioneer auctioneer;
    private final CoreListener listener;
    private Work work = Work.NONE;
    private Work then = Work.NONE;
    private int at;

    SessionSweep(InstrumentTable instruments, OrderTable orders, OrderBook book, CoreListener listener) {
        this.instruments = instruments;
        this.orders = orders;
        this.book = book;
        this.listener = listener;
        auctioneer = new Auctioneer(orders, book, listener);
    }

    void begin(Work first) {
        begin(first, Work.NONE);
    }

    /** Begins with one thing, to be followed by another when all instruments have seen it. */
    void begin(Work first, Work second) {
        work = first;
        then = second;
        at = 0;
    }

    boolean underWay() {
        return work != Work.NONE;
    }

    /** Goes on, and answers the units it took. */
    int goOn(int units, long nowMs) {
        int used = 0;
        while (at < instruments.count() && used < units) {
            Instrument instrument = instruments.get(at);
            boolean expires = work == Work.EXPIRE || work == Work.EXPIRE_AT_CLOSE;
            used += at % INSTRUMENTS_PER_UNIT == 0 ? 1 : 0;
            used += expires ? expire(instrument, units - used, nowMs) : apply(instrument, nowMs);
            if (!expires || firstToExpire(instrument) == 0) {
                book.tellBookChanged(instrument);
                at++;
            }
        }
        if (at == instruments.count()) {
            begin(then);
        }
        return used;
    }

    /** Does to an instrument what is to be done and answers the units it took. */
    private int apply(Instrument instrument, long nowMs) {
        boolean trades = !instrument.halted;
        return switch (work) {
            case OPEN -> trades ? auctioneer.open(instrument, nowMs) : 0;
            case CONVERT -> book.convertConditionals(instrument, nowMs);
            case CLOSE -> {
                int fills = trades ? auctioneer.close(instrument, nowMs) : 0;
                instrument.close();
                yield fills;
            }
            case TRADE_AT_CLOSE -> trades ? book.tradeAtClose(instrument, nowMs) : 0;
            case AFTER_HOURS -> trades ? auctioneer.afterHours(instrument, nowMs) : 0;
            case SHOW_EXPECTED -> {
                if (trades && auctioneer.expects(instrument)) {
                    listener.bookChanged(instrument.id, nowMs);
                }
                yield 0;
            }
            case NONE, EXPIRE_AT_CLOSE, EXPIRE -> throw new IllegalStateException("not for a whole instrument: " + work);
        };
    }

    private int firstToExpire(Instrument instrument) {
        return work == Work.EXPIRE_AT_CLOSE ? book.firstAtClose(instrument) : book.firstResting(instrument);
    }

    private int expire(Instrument instrument, int units, long nowMs) {
        int used = 0;
        for (int order = firstToExpire(instrument); order != 0 && used < units; order = firstToExpire(instrument)) {
            book.reduce(instrument, order, orders.openShares(order), ReduceReason.EXPIRED, nowMs);
            used++;
        }
        return used;
    }

    /** Trading of an instrument goes on after a halt: what crosses since an auction, or waits for the close, trades. */
    void resumed(Instrument instrument, Phase phase, long nowMs) {
        if (phase == Phase.CONTINUOUS) {
            auctioneer.open(instrument, nowMs);
        } else if (phase == Phase.CLOSE_PRICE) {
            book.tradeAtClose(instrument, nowMs);
            book.tellBookChanged(instrument);
        }
    }

    void write(StateWriter out) {
        out.putLong(work.ordinal());
        out.putLong(then.ordinal());
        out.putLong(at);
    }

    void read(StateReader in) {
        work = WORK[(int) in.getLong()];
        then = WORK[(int) in.getLong()];
        at = (int) in.getLong();
    }
}
