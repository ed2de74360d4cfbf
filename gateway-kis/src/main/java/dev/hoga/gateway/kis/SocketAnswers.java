package dev.hoga.gateway.kis;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.KoreanTime;

/** The frames that answer a client, keys in the order seen on the wire. */
final class SocketAnswers {
    private static final String REGISTERED = "OPSP0000";
    private static final String UNREGISTERED = "OPSP0001";
    /** What stands in place of the TR id where the broker had not read one; seen. */
    private static final String NO_TR_ID = "(null)";
    private static final int LONGEST_ECHO = 64;

    private final ErrorTable errors;

    SocketAnswers(ErrorTable errors) {
        this.errors = errors;
    }

    /**
     * The acknowledgement of a registration or of its end. Key and iv are in each, because clients read them of each; encrypt is Y
     * for notices, because the official client decrypts nothing else. Doubt: the document's example and one log of the mock host
     * have N there too.
     */
    Frame done(SocketRequest request, boolean encrypted, NoticeCipher cipher) {
        return answer(request.trId(), request.trKey(), encrypted, errors.reply(request.registers() ? REGISTERED : UNREGISTERED),
            ",\"output\":{\"iv\":\"" + cipher.iv() + "\",\"key\":\"" + cipher.key() + "\"}");
    }

    /** What is wrong with a message, where that could be told without the session. */
    Frame unreadable(SocketCheck check) {
        String trId = check == SocketCheck.TR_KEY_FORM || check == SocketCheck.TR_ID_THERE ? "" : NO_TR_ID;
        return answer(trId, "", false, errors.reply(check.code()), "");
    }

    /** What is wrong with a registration or its end. */
    Frame refused(SocketRequest request, SocketCheck check) {
        return switch (check) {
            case APP_KEY_FREE -> answer(NO_TR_ID, "", false, errors.reply(check.code()), "");
            case APPROVAL_KEY -> refused(request, errors.reply(check.code(), echo(request.approvalKey())));
            default -> refused(request, errors.reply(check.code()));
        };
    }

    private static Frame refused(SocketRequest request, ErrorReply error) {
        return answer(request.trId(), request.trKey(), false, error, "");
    }

    /** The heartbeat. @param hostTimeMs so that a frozen market does not repeat itself */
    static Frame pingPong(long hostTimeMs) {
        return Frame.text("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"" + KoreanTime.dateTime(hostTimeMs) + "\"}}");
    }

    private static Frame answer(String trId, String trKey, boolean encrypted, ErrorReply reply, String output) {
        return Frame.text("{\"header\":{\"tr_id\":\"" + escaped(trId) + "\",\"tr_key\":\"" + escaped(trKey) + "\",\"encrypt\":\""
            + (encrypted ? 'Y' : 'N') + "\"},\"body\":{\"rt_cd\":\"" + reply.returnCode() + "\",\"msg_cd\":\"" + reply.code()
            + "\",\"msg1\":\"" + escaped(reply.message()) + '"' + output + "}}");
    }

    /** What a client sent, short enough to be said back. */
    private static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO);
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(echo(text)));
    }
}
