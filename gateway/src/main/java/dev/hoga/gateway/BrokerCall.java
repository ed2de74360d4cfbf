package dev.hoga.gateway;

import dev.hoga.catalogue.RequestBody;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ResponseWriter;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Environment;
import dev.hoga.engine.Engine;
import dev.hoga.history.HistoryUnavailable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One request to a broker on its way to one answer: what is known of it so far. How answers are spelled is the broker's. */
public abstract class BrokerCall {
    private static final RequestBody NOTHING = RequestBody.of(Map.of());
    private static final ThreadLocal<ResponseWriter> WRITER = ThreadLocal.withInitial(ResponseWriter::new);

    private final HttpExchange exchange;
    private final long startedNanos = RequestLog.wanted() ? System.nanoTime() : 0;
    private TrSpec tr;
    private RequestBody body = NOTHING;
    private KeyOwner owner;

    protected BrokerCall(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public final void known(TrSpec newTr) {
        tr = newTr;
    }

    public final void parsed(RequestBody newBody) {
        body = newBody;
    }

    public final void authenticated(KeyOwner newOwner) {
        owner = newOwner;
    }

    public final HttpExchange exchange() {
        return exchange;
    }

    public final TrSpec tr() {
        return tr;
    }

    public final KeyOwner owner() {
        return owner;
    }

    public final int accountId() {
        return owner.accountId();
    }

    public final boolean mock() {
        return owner.environment() == Environment.MOCK;
    }

    /** A field of the request without blanks around it; empty where it was not sent. */
    public final String text(String field) {
        return body.text(field).strip();
    }

    /** A field that the validator has found to be digits; 0 where it was not sent. */
    public final long number(String field) {
        String digits = text(field);
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** Reads from the core and goes on with the result on this call's own network thread. */
    public final <T> void read(Engine engine, Function<BrokerageView, T> read, Consumer<T> then) {
        await(engine.read(read), then);
    }

    /** Goes on with an answer when it comes, on this call's own network thread. */
    public final <T> void await(CompletableFuture<T> answer, Consumer<T> then) {
        answer.whenComplete((result, failure) -> exchange.resume(() -> {
            if (failure == null) {
                then.accept(result);
            } else if (cause(failure) instanceof RejectedExecutionException || cause(failure) instanceof HistoryUnavailable) {
                busy();
            } else {
                throw new IllegalStateException("read failed", failure);
            }
        }));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** An empty answer of the TR. */
    public final ResponseBody newAnswer() {
        return ResponseBody.of(tr);
    }

    /** Answers that nothing was done, because the server has no room. */
    public abstract void busy();

    /**
     * Answers that the outcome was not seen. That must not look like a refusal: clients take a timeout or a 5xx as "unknown" and
     * go and look, but a broker's refusal as "nothing happened".
     */
    public abstract void unknownOutcome();

    /** The network thread's own writer; an answer is handed over before the next one is written. */
    protected static ResponseWriter writer() {
        return WRITER.get();
    }

    /** Writes the log's line. @param operation the TR; written only where this server knows it */
    protected final void log(String operation, int status, int returnCode) {
        if (RequestLog.wanted()) {
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedNanos);
            RequestLog.answered(exchange.method(), tr == null ? "(unknown)" : tr.path(), tr == null ? "-" : operation, status,
                returnCode, micros);
        }
    }

    /** Whether a client's text is short and made of letters and digits, as the brokers' ids are; else it is not repeated. */
    protected static boolean spelledLikeAnId(String text, int longest) {
        return text.length() <= longest
            && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }
}
