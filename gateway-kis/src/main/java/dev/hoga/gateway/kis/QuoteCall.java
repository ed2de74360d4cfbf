package dev.hoga.gateway.kis;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Finds the stock that a quote is asked for at a venue, or over all venues together. */
final class QuoteCall {
    private static final String WRONG_INPUT = "OPSQ2001";
    private static final String MARKET = "FID_COND_MRKT_DIV_CODE";

    private final Engine engine;

    QuoteCall(Engine engine) {
        this.engine = engine;
    }

    /** Reads the stock's facts and goes on with them, or answers that there is no such market or stock. */
    <T> void read(Call call, BiFunction<BrokerageView, Integer, T> facts, Consumer<T> then) {
        Optional<Venue> venue = switch (call.text(MARKET)) {
            case "J" -> Optional.of(Venue.KRX);
            case "NX" -> Optional.of(Venue.NXT);
            case "UN" -> Optional.of(Venue.SOR);
            default -> Optional.empty();
        };
        if (venue.isEmpty()) {
            // Seen in these words; the official table has others.
            call.error(WRONG_INPUT, "INVALID " + MARKET);
            return;
        }
        String code = call.text("FID_INPUT_ISCD");
        call.read(engine, view -> {
            int id = view.instrumentId(Code.pack(code), venue.get());
            return id < 0 || view.instrumentKind(id).gold() ? Optional.<T>empty() : Optional.of(facts.apply(view, id));
        }, found -> found.ifPresentOrElse(then, () -> call.error(Check.STOCK_KNOWN.code())));
    }
}
