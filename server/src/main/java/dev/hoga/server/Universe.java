package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import java.util.ArrayList;
import java.util.List;

/** The instruments a fresh brokerage lists. Source: universe.csv. */
final class Universe {

    /**
     * One instrument as it is listed; the fields are those of {@link dev.hoga.core.CoreCommands#listInstrument}.
     *
     * @param nxt whether NXT trades it too
     */
    record Listing(long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, long basePriceWon, boolean nxt) {
    }

    private Universe() {
    }

    /** The universe that comes with this release, in the order of the table. */
    static List<Listing> bundled() {
        var listings = new ArrayList<Listing>();
        for (List<String> row : FactTable.read("universe.csv", "code", "name", "market", "kind", "sector", "listedShares",
            "basePriceWon", "parValueWon", "kospi200", "leverage", "nxt")) {
            listings.add(new Listing(Code.pack(row.get(0)), row.get(1), Market.valueOf(row.get(2)),
                InstrumentKind.valueOf(row.get(3)), row.get(4), Long.parseLong(row.get(5)), Long.parseLong(row.get(7)),
                Integer.parseInt(row.get(9)), Long.parseLong(row.get(6)), row.get(10).equals("Y")));
        }
        return listings;
    }
}
