package dev.hoga.core;

/**
 * What is done to every instrument of a venue when a phase begins there, a slice at a time; an instrument's auction is not cut
 * in two.
 */
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
        /** The market stops: interruptions end without an auction. */
        STOP,
        /** NXT: an auction ends, or trading begins: what crosses trades at a single price. */
        AUCTION,
        /** NXT: the market goes on after the circuit breaker. */
        GO_ON,
        /** NXT: orders for the pre-market end. */
        EXPIRE_PRE_MARKET,
        /** The auction ends with which the market goes on after the circuit breaker. */
        REOPEN,
        /** The market is closed for the day without an auction. */
        CLOSE_EARLY,
        /** Orders that wait for the close to trade at it do so. */
        TRADE_AT_CLOSE,
        /** An auction after hours ends. */
        AFTER_HOURS,
        /** Expected prices are shown from now on. */
        SHOW_EXPECTED,
        /** A date begins at an overseas venue. */
        BEGIN_DAY,
        /** The regular session of an overseas venue ends. */
        FIX_CLOSE,
        /** A date ends at an overseas venue. */
        END_DAY,
        /** Orders at a close end. */
        EXPIRE_AT_CLOSE,
        /** All orders end. */
        EXPIRE
    }

    /** To find that there is nothing to do is little work. */
    private static final int INSTRUMENTS_PER_UNIT = 16;

    private static final Work[] WORK = Work.values();
    /** The most things that are to be done one after the other. */
    private static final int MOST_WAITING = 4;

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBook book;
    private final Auctioneer auctioneer;
    private final CoreListener listener;
    private final OverseasDay overseas;
    private Venue venue = Venue.KRX;
    private Work work = Work.NONE;
    /** What follows, and where. */
    private final Venue[] nextVenue = new Venue[MOST_WAITING];
    private final Work[] nextWork = new Work[MOST_WAITING];
    private int waiting;
    /** Whether index derivatives expire on the day whose closing auction ends. */
    private boolean expiry;
    private int at;

    SessionSweep(InstrumentTable instruments, OrderTable orders, OrderBook book, CoreListener listener, OverseasDay overseas) {
        this.overseas = overseas;
        this.instruments = instruments;
        this.orders = orders;
        this.book = book;
        this.listener = listener;
        auctioneer = new Auctioneer(orders, book, listener);
    }

    void begin(Venue where, Work first) {
        venue = where;
        work = first;
        waiting = 0;
        at = 0;
    }

    /** Has something done when all that has been asked for is. */
    void then(Venue where, Work next) {
        nextVenue[waiting] = where;
        nextWork[waiting++] = next;
    }

    private void beginNext() {
        at = 0;
        if (waiting == 0) {
            work = Work.NONE;
            return;
        }
        venue = nextVenue[0];
        work = nextWork[0];
        waiting--;
        System.arraycopy(nextVenue, 1, nextVenue, 0, waiting);
        System.arraycopy(nextWork, 1, nextWork, 0, waiting);
    }

    /** Says whether index derivatives expire today. */
    void expiry(boolean today) {
        expiry = today;
    }

    /** Begins with one thing, to be followed by another when all instruments have seen it. */
    void begin(Venue where, Work first, Work second) {
        begin(where, first);
        then(where, second);
    }

    /** Begins what is to be done when one phase of KRX gives way to the next of its plan. */
    void turnKrx(Phase before, Phase now) {
        switch (now) {
            case OPENING_AUCTION -> begin(Venue.KRX, Work.EXPIRE_AT_CLOSE);
            case CONTINUOUS -> begin(Venue.KRX, Work.OPEN);
            case CLOSING_AUCTION -> begin(Venue.KRX, Work.CONVERT);
            case CLOSE_PRICE_ENTRY -> begin(Venue.KRX, Work.CLOSE, Work.EXPIRE);
            case CLOSE_PRICE -> begin(Venue.KRX, Work.TRADE_AT_CLOSE);
            case SINGLE_PRICE -> begin(Venue.KRX, before == Phase.SINGLE_PRICE ? Work.AFTER_HOURS : Work.EXPIRE);
            case AFTER_MARKET -> begin(Venue.KRX, Work.EXPIRE);
            case CLOSED -> {
                if (before == Phase.SINGLE_PRICE) {
                    begin(Venue.KRX, Work.AFTER_HOURS, Work.EXPIRE);
                } else {
                    begin(Venue.KRX, Work.EXPIRE);
                }
            }
            default -> {
                // A phase that only lets orders in.
            }
        }
    }

    /** The same at the market of gold: its auctions end. */
    void turnGold(Phase now) {
        switch (now) {
            case CONTINUOUS -> begin(Venue.GOLD, Work.OPEN);
            case CLOSED -> begin(Venue.GOLD, Work.CLOSE, Work.EXPIRE);
            default -> {
                // A phase that only lets orders in.
            }
        }
    }

    /** The same at NXT. */
    void turnNxt(Phase before, Phase now) {
        switch (now) {
            case PAUSE -> {
                begin(Venue.NXT, Work.STOP);
                if (before == Phase.PRE_MARKET) {
                    then(Venue.NXT, Work.EXPIRE_PRE_MARKET);
                }
            }
            case MAIN, AFTER_MARKET -> begin(Venue.NXT, Work.AUCTION);
            case CLOSED -> begin(Venue.NXT, Work.EXPIRE);
            default -> {
                // A phase that only lets orders in, or none.
            }
        }
    }

    boolean underWay() {
        return work != Work.NONE || waiting > 0;
    }

    /** Goes on, and answers the units it took. */
    int goOn(int units, long nowMs) {
        int used = 0;
        while (at < instruments.count() && used < units) {
            Instrument instrument = instruments.at(venue, at);
            used += at % INSTRUMENTS_PER_UNIT == 0 ? 1 : 0;
            if (instrument == null || work == Work.NONE) {
                at++;
                continue;
            }
            if (instrument.interrupted && book.venuePhase(instrument) == Phase.CLOSED) {
                book.interruptions.end(instrument, nowMs);
            }
            boolean expires = work == Work.EXPIRE || work == Work.EXPIRE_AT_CLOSE;
            used += expires ? expire(instrument, units - used, nowMs) : apply(instrument, nowMs);
            if (!expires || firstToExpire(instrument) == 0) {
                book.tellBookChanged(instrument);
                at++;
            }
        }
        if (at == instruments.count()) {
            beginNext();
        }
        return used;
    }

    /** Does to an instrument what is to be done and answers the units it took. */
    private int apply(Instrument instrument, long nowMs) {
        boolean trades = !instrument.halted;
        return switch (work) {
            case OPEN -> trades ? open(instrument, nowMs) : 0;
            case CONVERT -> convert(instrument, nowMs);
            case CLOSE -> close(instrument, nowMs);
            case STOP -> stop(instrument, nowMs);
            case REOPEN -> trades ? auctioneer.open(instrument, nowMs) : 0;
            case AUCTION -> trades ? auctioneer.reopen(instrument, false, nowMs) : 0;
            case GO_ON -> trades ? goOnAtNxt(instrument, nowMs) : 0;
            case EXPIRE_PRE_MARKET -> book.expirePreMarket(instrument, nowMs);
            case CLOSE_EARLY -> {
                instrument.close();
                yield 0;
            }
            case TRADE_AT_CLOSE -> trades ? book.tradeAtClose(instrument, nowMs) : 0;
            case AFTER_HOURS -> trades ? auctioneer.afterHours(instrument, nowMs) : 0;
            case SHOW_EXPECTED -> {
                if (trades && auctioneer.expects(instrument)) {
                    listener.bookChanged(instrument.id, nowMs);
                }
                yield 0;
            }
            case BEGIN_DAY, FIX_CLOSE, END_DAY -> overseas.apply(work, instrument);
            case NONE, EXPIRE_AT_CLOSE, EXPIRE -> throw new IllegalStateException("not for a whole instrument: " + work);
        };
    }

    /** Ends the opening auction, but where its price is too far from the base price: then it goes on. */
    private int open(Instrument instrument, long nowMs) {
        long priceWon = auctioneer.expectedWon(instrument);
        if (priceWon != 0 && instrument.volatility.staticAt(priceWon)) {
            book.interruptions.begin(instrument, priceWon, 0, 0, nowMs);
            return 0;
        }
        return auctioneer.open(instrument, nowMs);
    }

    /** An interruption that goes on gives way to the closing auction. */
    private int convert(Instrument instrument, long nowMs) {
        stop(instrument, nowMs);
        return book.convertConditionals(instrument, nowMs);
    }

    private int stop(Instrument instrument, long nowMs) {
        if (instrument.interrupted) {
            book.interruptions.end(instrument, nowMs);
        }
        return 0;
    }

    /** Ends the closing auction, but where its price is too far from the last one, or the last auction's: then it goes on. */
    private int close(Instrument instrument, long nowMs) {
        long priceWon = instrument.halted ? 0 : auctioneer.expectedWon(instrument);
        int perMille = Volatility.closingPerMille(instrument, expiry);
        if (priceWon != 0
            && (instrument.volatility.staticAt(priceWon) || Volatility.dynamicAt(priceWon, instrument.lastWon, perMille))) {
            book.interruptions.begin(instrument, priceWon, instrument.lastWon, perMille, nowMs);
            return 0;
        }
        int fills = instrument.halted ? 0 : auctioneer.close(instrument, nowMs);
        instrument.close();
        return fills;
    }

    /** Ends an interruption and holds its auction. @return the units it took */
    int endInterruption(Instrument instrument, long nowMs) {
        boolean closing = book.phase(instrument) == Phase.CLOSING_AUCTION;
        book.interruptions.end(instrument, nowMs);
        int used = 0;
        if (!instrument.halted) {
            used = endAuction(instrument, closing, nowMs);
        }
        if (closing) {
            instrument.close();
            for (int order = book.firstResting(instrument); order != 0; order = book.firstResting(instrument)) {
                book.reduce(instrument, order, orders.openShares(order), ReduceReason.EXPIRED, nowMs);
                used++;
            }
        }
        book.tellBookChanged(instrument);
        return used;
    }

    private int endAuction(Instrument instrument, boolean closing, long nowMs) {
        if (closing) {
            return auctioneer.close(instrument, nowMs);
        }
        boolean opening = instrument.volatility.dynamicBaseWon == 0;
        return opening ? auctioneer.open(instrument, nowMs)
            : auctioneer.reopen(instrument, !book.makesDaysPrices(instrument), nowMs);
    }

    /** Trading of an instrument goes on at NXT: from 2026-09-14 by an auction of half a minute, before that at once. */
    private int goOnAtNxt(Instrument instrument, long nowMs) {
        if (!instrument.volatility.works()) {
            return auctioneer.reopen(instrument, false, nowMs);
        }
        book.interruptions.reopen(instrument, nowMs);
        return 0;
    }

    /** The first order of an instrument that is to end; none while its closing auction goes on. */
    private int firstToExpire(Instrument instrument) {
        if (instrument.interrupted) {
            return 0;
        }
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

    /** Trading of an instrument goes on after a halt, where no interruption keeps it: what crosses, or waits for the close, trades. */
    void resumed(Instrument instrument, long nowMs) {
        if (instrument.interrupted) {
            return;
        }
        Phase phase = book.phase(instrument);
        if (instrument.venue == Venue.NXT && phase.continuous()) {
            goOnAtNxt(instrument, nowMs);
            book.tellBookChanged(instrument);
        } else if (phase == Phase.CONTINUOUS) {
            auctioneer.open(instrument, nowMs);
        } else if (phase == Phase.AFTER_MARKET) {
            auctioneer.reopen(instrument, true, nowMs);
        } else if (phase == Phase.CLOSE_PRICE) {
            book.tradeAtClose(instrument, nowMs);
            book.tellBookChanged(instrument);
        }
    }

    void write(StateWriter out) {
        out.putLong(venue.ordinal());
        out.putLong(work.ordinal());
        out.putLong(at);
        out.putLong(waiting);
        for (int i = 0; i < waiting; i++) {
            out.putLong(nextVenue[i].ordinal());
            out.putLong(nextWork[i].ordinal());
        }
    }

    void read(StateReader in) {
        venue = Venue.of((int) in.getLong());
        work = WORK[(int) in.getLong()];
        at = (int) in.getLong();
        waiting = (int) in.getLong();
        for (int i = 0; i < waiting; i++) {
            nextVenue[i] = Venue.of((int) in.getLong());
            nextWork[i] = WORK[(int) in.getLong()];
        }
    }
}
