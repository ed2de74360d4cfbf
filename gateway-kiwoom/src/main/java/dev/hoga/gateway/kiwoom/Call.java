package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ResponseWriter;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Environment;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HttpExchange;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.PlainAnswer;
import dev.hoga.gateway.RequestLog;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One request on its way to one answer. */
final class Call {
    static final String OK_MESSAGE = "정상적으로 처리되었습니다";
    /** An api-id as the broker makes them; anything else is not repeated in a header or a log. */
    private static final int LONGEST_API_ID = 10;
    private static final String UNREACHABLE = "-994";
    private static final RequestBody NOTHING = RequestBody.of(Map.of());
    private static final ThreadLocal<ResponseWriter> WRITER = ThreadLocal.withInitial(ResponseWriter::new);

    private final HttpExchange exchange;
    private final ErrorTable errors;
    private final String apiId;
    private final long startedNanos = RequestLog.wanted() ? System.nanoTime() : 0;
    private TrSpec tr;
    private RequestBody body = NOTHING;
    private KeyOwner owner;

    Call(HttpExchange exchange, ErrorTable errors, String apiId) {
        this.exchange = exchange;
        this.errors = errors;
        this.apiId = apiId;
    }

    void known(TrSpec newTr) {
        tr = newTr;
    }

    void parsed(RequestBody newBody) {
        body = newBody;
    }

    void authenticated(KeyOwner newOwner) {
        owner = newOwner;
    }

    HttpExchange exchange() {
        return exchange;
    }

    TrSpec tr() {
        return tr;
    }

    String apiId() {
        return apiId;
    }

    KeyOwner owner() {
        return owner;
    }

    int accountId() {
        return owner.accountId();
    }

    boolean mock() {
        return owner.environment() == Environment.MOCK;
    }

    /** A body field without blanks around it; empty where it was not sent. */
    String text(String field) {
        return body.text(field).strip();
    }

    /** A body field that the validator has found to be digits; 0 where it was not sent. */
    long number(String field) {
        String digits = text(field);
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    // -- reading -------------------------------------------------------------------------------------------------------

    /** Reads from the core and goes on with the result on this call's own network thread. */
    <T> void read(Engine engine, Function<BrokerageView, T> read, Consumer<T> then) {
        engine.read(read).whenComplete((result, failure) -> exchange.resume(() -> {
            if (failure == null) {
                then.accept(result);
            } else if (cause(failure) instanceof RejectedExecutionException) {
                busy();
            } else {
                throw new IllegalStateException("read failed", failure);
            }
        }));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    // -- answers -------------------------------------------------------------------------------------------------------

    ResponseBody newAnswer() {
        return ResponseBody.of(tr);
    }

    /** Answers with data, and says that there is no more. */
    void answer(ResponseBody answer, String message) {
        answer(answer, message, "");
    }

    /** Answers with a page. @param nextKey empty on the last page */
    void answer(ResponseBody answer, String message, String nextKey) {
        ResponseWriter writer = WRITER.get().kiwoom(answer, 0, message);
        send(200, 0, nextKey, writer.array(), writer.length());
    }

    /** Answers with a body that is already spelled. */
    void answer(byte[] json) {
        send(200, 0, "", json, json.length);
    }

    /** Answers with one of the broker's numbered errors. */
    void error(String code, Object... values) {
        error(errors.reply(code, values));
    }

    /** Answers with a refusal of the order and account system. */
    void reject(String code, Object... values) {
        error(errors.rejectionReply(code, values));
    }

    void error(ErrorReply error) {
        ResponseWriter writer = WRITER.get().kiwoomError(error);
        send(error.httpStatus(), error.returnCode(), "", writer.array(), writer.length());
    }

    /**
     * Nothing was done, because the server has no room. The order and account system is said to be unreachable, as measured;
     * for quotes no text of the broker is known, so its "unexpected error" says it.
     */
    void busy() {
        if (tr.path().endsWith("/ordr") || tr.path().endsWith("/acnt")) {
            reject(UNREACHABLE);
        } else {
            error("1999", "TIMEOUT");
        }
    }

    /**
     * The outcome was not seen. That must not look like a refusal: clients take a timeout or a 5xx as "unknown" and go and
     * look, but a return_code other than 0 as "nothing happened".
     */
    void unknownOutcome() {
        log(504, -1);
        PlainAnswer.error(exchange, 504);
    }

    private void send(int status, int returnCode, String nextKey, byte[] json, int length) {
        log(status, returnCode);
        String[] headers = {"Content-Type", "application/json;charset=UTF-8", "api-id", spelledLikeAnApiId() ? apiId : "",
            "cont-yn", nextKey.isEmpty() ? "N" : "Y", "next-key", nextKey,
            "access-control-expose-headers", "cont-yn,next-key,api-id"};
        exchange.respond(status, headers, json, length);
    }

    private void log(int status, int returnCode) {
        if (RequestLog.wanted()) {
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedNanos);
            String path = tr == null ? "(unknown)" : tr.path();
            RequestLog.answered(exchange.method(), path, tr == null ? "-" : apiId, status, returnCode, micros);
        }
    }

    private boolean spelledLikeAnApiId() {
        if (apiId.length() > LONGEST_API_ID) {
            return false;
        }
        for (int i = 0; i < apiId.length(); i++) {
            char c = apiId.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
