package dev.hoga.server;

import dev.hoga.core.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an account of a test holds at its beginning. */
final class Holdings {
    private static final int AVERAGE_PRICE_WON = 10_000;

    private Holdings() {
    }

    /** Those named under {@code holdings}, and one share each of as many listed instruments as {@code oneShareOfOthers} says. */
    static List<Object> of(YamlFile account) {
        var holdings = new ArrayList<Object>(account.list("holdings"));
        List<String> named = account.objects("holdings").stream().map(holding -> holding.text("code")).toList();
        Universe.bundled().stream().map(row -> Code.text(row.code())).filter(code -> !named.contains(code))
            .limit(account.whole("oneShareOfOthers", 0))
            .forEach(code -> holdings.add(Map.of("code", code, "quantity", 1, "averagePrice", AVERAGE_PRICE_WON)));
        return holdings;
    }
}
