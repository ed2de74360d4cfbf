package dev.hoga.gateway.kis;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Finds the stock that a quote is asked for. KRX's quotes are those of all venues together, too; Nextrade has none yet. */
final class QuoteCall {
    private static final String WRONG_INPUT = "OPSQ2001";
    private static final String MARKET = "FID_COND_MRKT_DIV_CODE";

    private final Engine engine;

    QuoteCall(Engine engine) {
        this.engine = engine;
    }

    /** Reads the stock's facts and goes on with them, or answers that there is no such market or stock. */
    <T> void read(Call call, BiFunction<BrokerageView, Integer, T> facts, Consumer<T> then) {
        String market = call.text(MARKET);
        if (!market.equals("J") && !market.equals("UN")) {
            // Seen in these words; the official table has others.
            call.error(WRONG_INPUT, "INVALID " + MARKET);
            return;
        }
        String code = call.text("FID_INPUT_ISCD");
        call.read(engine, view -> {
            int id = view.instrumentId(Code.pack(code));
            return id < 0 || view.instrumentKind(id).gold() ? Optional.<T>empty() : Optional.of(facts.apply(view, id));
        }, found -> found.ifPresentOrElse(then, () -> call.error(Check.STOCK_KNOWN.code())));
    }
}
