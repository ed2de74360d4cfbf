package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Environment;
import dev.hoga.core.Venue;
import java.util.Arrays;
import java.util.Optional;

/** The realtime TRs that are built. Registrations of others are refused: one registration names one TR, so nobody loses another. */
enum RealTr {
    /** Trades of a stock on KRX. */
    TRADES("H0STCNT0", "H0STCNT0", Venue.KRX),
    /** The book of a stock on KRX. */
    BOOK("H0STASP0", "H0STASP0", Venue.KRX),
    /** Trades of a stock on Nextrade. The mock host has none. */
    NXT_TRADES("H0NXCNT0", "", Venue.NXT),
    /** The book of a stock on Nextrade. The mock host has none. */
    NXT_BOOK("H0NXASP0", "", Venue.NXT),
    /** Trades of a stock on all venues together. The mock host has none. */
    ALL_TRADES("H0UNCNT0", "", Venue.SOR),
    /** The book of a stock on all venues together. The mock host has none. */
    ALL_BOOK("H0UNASP0", "", Venue.SOR),
    /** What happens to the orders of an account. */
    NOTICES("H0STCNI0", "H0STCNI9", Venue.SOR),
    /** What an auction of a stock on KRX is expected to end with. */
    EXPECTED("H0STANC0", "H0STANC0", Venue.KRX),
    /** Trades of an overseas stock. The mock host has none. */
    OVERSEAS_TRADES("HDFSCNT0", "", Venue.KRX),
    /** The book of an overseas stock, in the same way. */
    OVERSEAS_BOOK("HDFSASP0", "", Venue.KRX),
    /** What happens to the overseas orders of an account. */
    OVERSEAS_NOTICES("H0GSCNI0", "H0GSCNI9", Venue.KRX);

    private static final String GROUP = "domestic-stock/realtime/";
    private static final String OVERSEAS_GROUP = "overseas-stock/realtime/";

    private final String live;
    private final String mock;
    private final Venue venue;

    RealTr(String live, String mock, Venue venue) {
        this.live = live;
        this.mock = mock;
        this.venue = venue;
    }

    /** What tells of trades at a venue; {@link Venue#SOR} stands for all of them together. */
    static RealTr trades(Venue venue) {
        return switch (venue) {
            case KRX -> TRADES;
            case NXT -> NXT_TRADES;
            case SOR -> ALL_TRADES;
            default -> OVERSEAS_TRADES;
        };
    }

    /** What tells of changes of a venue's book. */
    static RealTr book(Venue venue) {
        return switch (venue) {
            case KRX -> BOOK;
            case NXT -> NXT_BOOK;
            case SOR -> ALL_BOOK;
            default -> OVERSEAS_BOOK;
        };
    }

    Venue venue() {
        return venue;
    }

    /** The TR that an id names in an environment. */
    static Optional<RealTr> of(String trId, Environment environment) {
        return Arrays.stream(values()).filter(tr -> !trId.isEmpty() && tr.id(environment).equals(trId)).findFirst();
    }

    /** As spelled in an environment; empty where there is none such. */
    String id(Environment environment) {
        return environment == Environment.LIVE ? live : mock;
    }

    /** Its id on the live host, which for quotes is its id everywhere. */
    String id() {
        return live;
    }

    /** Whether its payload is encrypted and its key an HTS id. */
    boolean ofAccount() {
        return this == NOTICES || this == OVERSEAS_NOTICES;
    }

    /** Whether it is about what is traded overseas. */
    boolean overseas() {
        return this == OVERSEAS_TRADES || this == OVERSEAS_BOOK || this == OVERSEAS_NOTICES;
    }

    TrSpec spec(BrokerCatalogue contract) {
        return contract.require((overseas() ? OVERSEAS_GROUP : GROUP) + live);
    }
}
