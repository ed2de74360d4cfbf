package dev.hoga.server;

import dev.hoga.catalogue.ErrorEntry;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.TrSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a broker refuses, made from the contract's tables and not from the server's code.
 *
 * @param status of HTTP
 * @param body   whole numbers as they are read from JSON
 */
record Refusal(int status, Map<String, Object> body) {

    /** @param codeAndValues a number of the error table or of the rejections, then the values that its text takes */
    static Refusal ofKiwoom(List<?> codeAndValues) {
        ErrorTable errors = KiwoomDialect.INSTANCE.contract().errors();
        String code = codeAndValues.getFirst().toString();
        Object[] values = codeAndValues.subList(1, codeAndValues.size()).toArray();
        ErrorReply reply = errors.find(code).isPresent() ? errors.reply(code, values) : errors.rejectionReply(code, values);
        return new Refusal(errors.find(code).map(ErrorEntry::httpStatus).orElse(200),
            Map.of("return_msg", reply.message(), "return_code", (long) reply.returnCode()));
    }

    /** KIS's token calls have a form and a status of their own. @param values that the text of the number takes */
    static Refusal ofKis(Optional<TrSpec> tr, String code, Object... values) {
        ErrorEntry error = KisDialect.INSTANCE.contract().errors().error(code);
        if (error.text().isEmpty()) {
            throw new IllegalArgumentException("the contract has no text for " + code + ": write the body out");
        }
        if (tr.isPresent() && tr.get().path().startsWith("/oauth2/")) {
            return new Refusal(error.oauthHttpStatus(), Map.of("error_description", error.format(values), "error_code", code));
        }
        return new Refusal(error.httpStatus(),
            Map.of("rt_cd", Integer.toString(error.returnCode()), "msg1", error.format(values), "msg_cd", code));
    }
}
