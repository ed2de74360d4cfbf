package dev.hoga.core;

/** Lists instruments overseas. */
final class OverseasDesk {
    private static final long MAX_LOT_SHARES = 1_000_000;

    private final InstrumentTable instruments;

    OverseasDesk(InstrumentTable instruments) {
        this.instruments = instruments;
    }

    /** Why an instrument cannot be listed, or null. */
    Reject mayList(long code, String name, String englishName, long listedShares, long lotShares, long basePrice) {
        if (instruments.id(code) >= 0) {
            return Reject.ALREADY_EXISTS;
        }
        boolean possible = Code.isOverseas(code) && Code.venue(code).overseas() && name.length() <= Brokerage.MAX_NAME_LENGTH
            && englishName.length() <= Brokerage.MAX_NAME_LENGTH && listedShares >= 0 && lotShares >= 1 && lotShares <= MAX_LOT_SHARES
            && isBase(TickTable.of(Code.venue(code)), basePrice) && instruments.count() < InstrumentTable.MAX_INSTRUMENTS;
        return possible ? null : Reject.OUT_OF_RANGE;
    }

    /** Whether a price can be a base price: so far below the highest that a session can move from it. */
    static boolean isBase(TickTable ticks, long basePrice) {
        return basePrice > 0 && basePrice <= CoreCommands.MAX_OVERSEAS_PRICE / 10 && ticks.onGrid(basePrice);
    }

    Instrument list(long code, String name, String englishName, InstrumentKind kind, long listedShares, long lotShares, long basePrice) {
        Instrument instrument = Instrument.overseas(instruments.count(), code, name, englishName, kind, listedShares, lotShares);
        instrument.base(basePrice, 0);
        instruments.add(instrument);
        return instrument;
    }
}
