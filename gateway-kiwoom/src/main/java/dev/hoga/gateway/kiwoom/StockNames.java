package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Names of stocks by their codes, for rows of history, which knows codes alone. */
final class StockNames {
    private final Map<String, String> byCode = new HashMap<>();

    private StockNames() {
    }

    static StockNames read(BrokerageView view, Collection<String> codes) {
        var names = new StockNames();
        for (String code : codes) {
            int id = view.instrumentId(Code.pack(code));
            names.byCode.put(code, id < 0 ? "" : view.instrumentName(id));
        }
        return names;
    }

    String of(String code) {
        return byCode.get(code);
    }
}
