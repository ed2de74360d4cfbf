package dev.hoga.core;

/**
 * How far a price may move before an instrument's trading gives way to an auction, and the interruption that this begins: the
 * state of one instrument. A price as far away as the rate says begins one, in won rounded away from the reference; below
 * 1,000 won three ticks begin none. Source: KRX Business Regulation art. 26-2, Enforcement Rule art. 41-2; rules A6.
 */
final class Volatility {
    /** A rate that no price reaches. */
    static final int NEVER_PER_MILLE = 1_000_000;

    private static final int STATIC_PER_MILLE = 100;
    private static final int CALM_PER_MILLE = 30;
    private static final int LIVELY_PER_MILLE = 60;
    private static final int CALM_CLOSING_PER_MILLE = 20;
    private static final int LIVELY_CLOSING_PER_MILLE = 40;
    private static final int EXPIRY_CLOSING_PER_MILLE = 10;
    private static final int THOUSAND = 1_000;
    private static final long PENNY_WON = 1_000;
    private static final long PENNY_TICKS = 3;
    private static final long LARGE_CAP_WON = 1_000_000_000_000L;

    /** The last price that an auction of the regular session has found; before the first one the base price. */
    private long auctionWon;
    private long fromStaticWon;
    private long toStaticWon;

    Interruption kind = Interruption.NONE;
    /** When the auction ends, 0 where there is none; then the other fields tell of the last one. */
    long untilMs;
    long beganMs;
    /** The price that would have been traded at, and the references that it was too far from, 0 for none. */
    long triggerWon;
    long staticBaseWon;
    long dynamicBaseWon;
    /** How many interruptions there have been today. */
    int count;

    private boolean works = true;

    /** Says whether prices begin interruptions at all, before the day begins: at NXT from 2026-09-14 on. */
    void works(boolean nowWorks) {
        works = nowWorks;
    }

    boolean works() {
        return works;
    }

    /** Begins a day. */
    void startDay(long baseWon) {
        auctionFound(baseWon);
        kind = Interruption.NONE;
        untilMs = 0;
        beganMs = 0;
        triggerWon = 0;
        staticBaseWon = 0;
        dynamicBaseWon = 0;
        count = 0;
    }

    /** Takes a price that an auction has found as the reference of static interruptions. */
    void auctionFound(long priceWon) {
        auctionWon = priceWon;
        fromStaticWon = works ? lowest(priceWon, STATIC_PER_MILLE) : 0;
        toStaticWon = works ? highest(priceWon, STATIC_PER_MILLE) : Long.MAX_VALUE;
    }

    /** Has no price too far away: overseas there are no such interruptions. */
    void neverBegins() {
        fromStaticWon = Long.MIN_VALUE;
        toStaticWon = Long.MAX_VALUE;
    }

    long staticReferenceWon() {
        return auctionWon;
    }

    /** The highest price that is not too far above a reference. */
    static long highest(long referenceWon, int perMille) {
        long far = Math.ceilDiv(Math.multiplyExact(referenceWon, THOUSAND + perMille), THOUSAND);
        return Math.max(far - 1, referenceWon < PENNY_WON ? referenceWon + PENNY_TICKS : 0);
    }

    /** The lowest price that is not too far below a reference. */
    static long lowest(long referenceWon, int perMille) {
        long far = Math.floorDiv(Math.multiplyExact(referenceWon, THOUSAND - perMille), THOUSAND);
        return Math.min(far + 1, referenceWon < PENNY_WON ? referenceWon - PENNY_TICKS : Long.MAX_VALUE);
    }

    boolean staticAt(long priceWon) {
        return priceWon < fromStaticWon || priceWon > toStaticWon;
    }

    static boolean dynamicAt(long priceWon, long lastWon, int perMille) {
        return priceWon < lowest(lastWon, perMille) || priceWon > highest(lastWon, perMille);
    }

    /** The lowest price that a trade may have in continuous trading. */
    long lowestWon(long lastWon, int perMille) {
        return Math.max(fromStaticWon, lowest(lastWon, perMille));
    }

    /** The highest price that a trade may have in continuous trading. */
    long highestWon(long lastWon, int perMille) {
        return Math.min(toStaticWon, highest(lastWon, perMille));
    }

    /** The rate of dynamic interruptions in continuous trading, by what the instrument is. */
    static int continuousPerMille(Instrument instrument) {
        if (instrument.kind.gold()) {
            return NEVER_PER_MILLE;
        }
        return calm(instrument) ? CALM_PER_MILLE : LIVELY_PER_MILLE;
    }

    /** The same at the end of the closing auction. @param expiry whether index derivatives expire today */
    static int closingPerMille(Instrument instrument, boolean expiry) {
        if (instrument.kind.gold()) {
            return NEVER_PER_MILLE;
        }
        if (expiry && indexMember(instrument)) {
            return EXPIRY_CLOSING_PER_MILLE;
        }
        return calm(instrument) ? CALM_CLOSING_PER_MILLE : LIVELY_CLOSING_PER_MILLE;
    }

    /** Members of KOSPI 200, and funds that follow it once, or once the other way. */
    private static boolean calm(Instrument instrument) {
        return switch (instrument.kind) {
            case STOCK -> indexMember(instrument);
            case ETF -> Math.abs(instrument.leverage) == 1 && instrument.sector.startsWith("KOSPI 200");
            case GOLD, MINI_GOLD -> false;
        };
    }

    /** Stands for membership of KOSPI 200: a large company's common share on KOSPI, whose code ends in 0. */
    static boolean indexMember(Instrument instrument) {
        return instrument.kind == InstrumentKind.STOCK && instrument.market == Market.KOSPI
            && instrument.listedShares >= Math.ceilDiv(LARGE_CAP_WON, instrument.baseWon) && Code.text(instrument.code).endsWith("0");
    }

    void write(StateWriter out) {
        out.putLong(auctionWon);
        out.putLong(kind.ordinal());
        out.putLong(untilMs);
        out.putLong(beganMs);
        out.putLong(triggerWon);
        out.putLong(staticBaseWon);
        out.putLong(dynamicBaseWon);
        out.putLong(count);
    }

    void read(StateReader in) {
        auctionFound(in.getLong());
        kind = Interruption.of((int) in.getLong());
        untilMs = in.getLong();
        beganMs = in.getLong();
        triggerWon = in.getLong();
        staticBaseWon = in.getLong();
        dynamicBaseWon = in.getLong();
        count = (int) in.getLong();
    }
}
