package dev.hoga.gateway.kiwoom;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.gateway.Frame;

/** The frames that answer a client, as they were seen on the wire. */
final class SocketAnswers {
    /** What follows the last frame of a session that the broker ends. */
    static final String GOODBYE = "Bye";
    private static final int LONGEST_ECHO = 32;
    /** The document's own "1: error"; six-digit numbers are known for certain errors only. */
    private static final int ERROR = 1;
    private static final String NOT_PROVIDED = "8104";

    private final ErrorTable errors;

    SocketAnswers(ErrorTable errors) {
        this.errors = errors;
    }

    static Frame ok(String trnm) {
        return answer(trnm, 0, "");
    }

    /** Doubt: {@code sor_yn} was only ever seen as Y. Clients read it, if at all, as "the account may use SOR". */
    static Frame loggedIn() {
        return Frame.text("{\"trnm\":\"LOGIN\",\"return_code\":0,\"return_msg\":\"\",\"sor_yn\":\"Y\"}");
    }

    static Frame ping() {
        return Frame.text("{\"trnm\":\"PING\"}");
    }

    /** One of the broker's six-digit errors. */
    Frame error(String trnm, String code, Object... values) {
        ErrorReply error = errors.reply(code, values);
        return answer(trnm, error.returnCode(), error.message());
    }

    /** A failed login; the number is REST's. */
    Frame loginFailed(String restCode) {
        return error("LOGIN", "805004", restCode, errors.error(restCode).text());
    }

    /** What this server does not have. No number of the broker's socket says so; the text is the one that REST answers. */
    Frame notProvided(String trnm) {
        return answer(trnm, ERROR, "[CODE=" + NOT_PROVIDED + ", MESSAGE=" + errors.error(NOT_PROVIDED).text() + "]");
    }

    /** A word of the system, after which the session ends. */
    Frame system(String code) {
        return Frame.text("{\"trnm\":\"SYSTEM\",\"code\":\"" + code + "\",\"message\":\"" + errors.error(code).text() + "\"}");
    }

    /** What a client sent, short enough to be said back. */
    static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO);
    }

    private static Frame answer(String trnm, int returnCode, String message) {
        return Frame.text("{\"trnm\":\"" + escaped(echo(trnm)) + "\",\"return_code\":" + returnCode + ",\"return_msg\":\""
            + escaped(message) + "\"}");
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
