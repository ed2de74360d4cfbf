package dev.hoga.gateway.kiwoom;

import dev.hoga.core.Code;
import dev.hoga.core.Venue;
import java.util.Optional;

/**
 * What is pushed: one type of one stock or account.
 *
 * @param id a packed code or an account id
 * @param venue where the stock is traded, by the ending that its code was registered and is told with; {@link Venue#SOR} for all
 *     venues together
 */
record Subject(RealType type, long id, Venue venue) {

    /** What is told of every stock, each under its own code. */
    static Subject ofAllStocks(RealType type) {
        return new Subject(type, 0, Venue.KRX);
    }

    /** What is told of the index with one of the exchange's numbers. */
    static Subject ofSector(RealType type, int number) {
        return new Subject(type, Code.pack(SectorCode.of(number)), Venue.KRX);
    }

    static Subject ofAccount(RealType type, int accountId) {
        return new Subject(type, accountId, Venue.KRX);
    }

    /** What a registered item means, empty where nothing can ever be told of it: no code. */
    static Optional<Subject> ofStock(RealType type, String item) {
        boolean ofAll = type == RealType.MARKET_PHASE || type == RealType.VOLATILITY_INTERRUPTION && item.isEmpty();
        if (ofAll) {
            return Optional.of(ofAllStocks(type));
        }
        if (type.ofSector()) {
            int number = SectorCode.number(item);
            return number == 0 ? Optional.empty() : Optional.of(ofSector(type, number));
        }
        long code = StockCode.packed(item);
        return code == 0 ? Optional.empty() : Optional.of(new Subject(type, code, StockCode.venue(item)));
    }

    /** The item as it was registered. */
    String item() {
        return Code.text(id) + StockCode.ending(venue);
    }
}
