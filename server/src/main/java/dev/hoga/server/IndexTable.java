package dev.hoga.server;

import dev.hoga.core.IndexScope;
import dev.hoga.core.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The indices that a fresh brokerage declares. Source: indices.csv. */
final class IndexTable {

    /** One index as it is declared; the fields are those of {@link dev.hoga.core.CoreCommands#declareIndex}. */
    record Index(int number, String name, Market market, IndexScope scope, String sector, long startLevel) {
    }

    private static final int LEVEL_DECIMALS = 2;

    private IndexTable() {
    }

    /** The indices that come with this release, in the order of the table. */
    static List<Index> bundled() {
        var indices = new ArrayList<Index>();
        for (List<String> row : FactTable.read("indices.csv", "number", "name", "market", "scope", "startLevel", "date")) {
            IndexScope scope = IndexScope.valueOf(row.get(3));
            indices.add(new Index(Integer.parseInt(row.get(0)), row.get(1), Market.valueOf(row.get(2)), scope,
                scope == IndexScope.SECTOR ? row.get(1) : "",
                new BigDecimal(row.get(4)).movePointRight(LEVEL_DECIMALS).longValueExact()));
        }
        return indices;
    }
}
