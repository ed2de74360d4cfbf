package dev.hoga.gateway.kiwoom;

import dev.hoga.core.Code;
import java.util.Optional;

/**
 * What is pushed: one type of one stock or account.
 *
 * @param id a packed code or an account id
 * @param allVenues the stock's code was registered with {@code _AL}, and is told with it
 */
record Subject(RealType type, long id, boolean allVenues) {
    private static final String ALL_VENUES = "_AL";

    /** What is told of every stock, each under its own code. */
    static Subject ofAllStocks(RealType type) {
        return new Subject(type, 0, false);
    }

    /** What is told of the index with one of the exchange's numbers. */
    static Subject ofSector(RealType type, int number) {
        return new Subject(type, Code.pack(SectorCode.of(number)), false);
    }

    static Subject ofAccount(RealType type, int accountId) {
        return new Subject(type, accountId, false);
    }

    /**
     * What a registered item means, empty where nothing can ever be told of it: no code, or a Nextrade code. Doubt: while there is
     * no Nextrade, its items could also be refused; the venue's session is then simply always silent.
     */
    static Optional<Subject> ofStock(RealType type, String item) {
        boolean ofAll = type == RealType.MARKET_PHASE || type == RealType.VOLATILITY_INTERRUPTION && item.isEmpty();
        if (ofAll) {
            return Optional.of(ofAllStocks(type));
        }
        if (type.ofSector()) {
            int number = SectorCode.number(item);
            return number == 0 ? Optional.empty() : Optional.of(ofSector(type, number));
        }
        boolean allVenues = item.endsWith(ALL_VENUES);
        long code = Code.pack(allVenues ? item.substring(0, item.length() - ALL_VENUES.length()) : item);
        return code == 0 ? Optional.empty() : Optional.of(new Subject(type, code, allVenues));
    }

    /** The item as it was registered. */
    String item() {
        return allVenues ? Code.text(id) + ALL_VENUES : Code.text(id);
    }
}
