package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ResponseWriter;
import dev.hoga.catalogue.Variant;
import dev.hoga.core.Broker;
import dev.hoga.gateway.BrokerCall;
import dev.hoga.gateway.HttpExchange;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** One request on its way to one answer. */
final class Call extends BrokerCall {
    static final Broker BROKER = Broker.KIS;
    /** A TR id as the broker makes them; anything else is not repeated in a header or a log. */
    private static final int LONGEST_TR_ID = 13;
    private static final String OK = "0";
    /** "More calls a second than the ledger takes, of all customers together": nothing was done, try again. */
    private static final String BUSY = "EGW00215";
    /** "The time for the transaction is over, check the last one": the one answer that leaves the outcome open. */
    private static final String TIMED_OUT = "EGW00302";
    private static final HexFormat HEX = HexFormat.of();
    private static final String JSON = "application/json;charset=UTF-8";

    private final ErrorTable errors;
    private final String trId;
    private Variant variant;

    /** @param trId as sent; empty for the token calls */
    Call(HttpExchange exchange, ErrorTable errors, String trId) {
        super(exchange);
        this.errors = errors;
        this.trId = trId;
    }

    void variant(Variant newVariant) {
        variant = newVariant;
    }

    /** Which of the URL's TRs is asked for. */
    Variant variant() {
        return variant;
    }

    String trId() {
        return trId;
    }

    /** Answers with data; there is no more of it. */
    void answer(ResponseBody answer, Message message) {
        answer(answer, message, "");
    }

    /** Answers with data. @param trCont {@code M} for more, {@code D} or {@code E} for the last page, blank without pages */
    void answer(ResponseBody answer, Message message, String trCont) {
        ResponseWriter writer = writer().kis(answer, OK, message.code(), message.text(errors));
        send(200, 0, trCont, writer.array(), writer.length());
    }

    /** Answers with a body that is already spelled. */
    void answer(byte[] json) {
        send(200, 0, "", json, json.length);
    }

    /**
     * Answers with one of the broker's numbered errors; the token calls have a form and a status of their own.
     *
     * @param values those that the error's text takes
     */
    void error(String code, Object... values) {
        if (isTokenCall()) {
            ResponseWriter writer = writer().kisOauthError(errors.reply(code, values));
            send(errors.error(code).oauthHttpStatus(), errors.error(code).returnCode(), "", writer.array(), writer.length());
        } else {
            error(errors.reply(code, values));
        }
    }

    void error(ErrorReply error) {
        ResponseWriter writer = writer().kisError(error);
        send(error.httpStatus(), error.returnCode(), "", writer.array(), writer.length());
    }

    @Override
    public void busy() {
        error(BUSY);
    }

    @Override
    public void unknownOutcome() {
        error(TIMED_OUT);
    }

    private boolean isTokenCall() {
        return tr() != null && tr().path().startsWith(KisGateway.TOKEN_PATHS);
    }

    /**
     * The official client keeps only headers that are wholly lower case and chokes on a hyphen among them; others look for
     * exactly {@code tr_cont}, on every answer. Standard headers therefore begin with a capital, the broker's own do not.
     */
    private void send(int status, int returnCode, String trCont, byte[] json, int length) {
        log(trId, status, returnCode);
        String[] headers = isTokenCall() ? new String[] {"Content-Type", JSON}
            : new String[] {"Content-Type", JSON, "tr_id", spelledLikeAnId(trId, LONGEST_TR_ID) ? trId : "", "tr_cont", trCont,
                "gt_uid", globalId()};
        exchange().respond(status, headers, json, length);
    }

    /** A number for this answer, 32 hexadecimal digits. */
    private static String globalId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
