package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ResponseWriter;
import dev.hoga.gateway.BrokerCall;
import dev.hoga.gateway.HttpExchange;
import dev.hoga.gateway.PlainAnswer;

/** One request on its way to one answer. */
final class Call extends BrokerCall {
    static final String OK_MESSAGE = "정상적으로 처리되었습니다";
    /** An api-id as the broker makes them; anything else is not repeated in a header or a log. */
    private static final int LONGEST_API_ID = 10;
    private static final String UNREACHABLE = "-994";

    private final ErrorTable errors;
    private final String apiId;

    Call(HttpExchange exchange, ErrorTable errors, String apiId) {
        super(exchange);
        this.errors = errors;
        this.apiId = apiId;
    }

    String apiId() {
        return apiId;
    }

    /** The key with which the client asks for the next page; empty where it asks for the first. */
    String pageKey() {
        return exchange().header("cont-yn").equalsIgnoreCase("Y") ? exchange().header("next-key") : "";
    }

    /** Answers that the key is none that was given for this query; the reason is in our words, the broker's are not known. */
    void refusePageKey() {
        error("1517", "next-key", "유효하지 않은 연속조회키입니다");
    }

    /** Answers with data, and says that there is no more. */
    void answer(ResponseBody answer, String message) {
        answer(answer, message, "");
    }

    /** Answers with a page. @param nextKey empty on the last page */
    void answer(ResponseBody answer, String message, String nextKey) {
        ResponseWriter writer = writer().kiwoom(answer, 0, message);
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
        ResponseWriter writer = writer().kiwoomError(error);
        send(error.httpStatus(), error.returnCode(), "", writer.array(), writer.length());
    }

    /**
     * Nothing was done, because the server has no room. The order and account system is said to be unreachable, as measured;
     * for quotes no text of the broker is known, so its "unexpected error" says it.
     */
    @Override
    public void busy() {
        if (tr().path().endsWith("/ordr") || tr().path().endsWith("/acnt")) {
            reject(UNREACHABLE);
        } else {
            error("1999", "TIMEOUT");
        }
    }

    @Override
    public void unknownOutcome() {
        log(apiId, 504, -1);
        PlainAnswer.error(exchange(), 504);
    }

    private void send(int status, int returnCode, String nextKey, byte[] json, int length) {
        log(apiId, status, returnCode);
        String[] headers = {"Content-Type", "application/json;charset=UTF-8", "api-id",
            spelledLikeAnId(apiId, LONGEST_API_ID) ? apiId : "", "cont-yn", nextKey.isEmpty() ? "N" : "Y", "next-key", nextKey,
            "access-control-expose-headers", "cont-yn,next-key,api-id"};
        exchange().respond(status, headers, json, length);
    }
}
