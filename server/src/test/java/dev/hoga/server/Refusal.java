package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import java.util.List;
import java.util.Map;

/** The body with which Kiwoom refuses, made from the contract's tables and not from the server's code. */
final class Refusal {
    static final ErrorTable ERRORS = Catalogue.load().kiwoom().errors();

    private Refusal() {
    }

    /** @param codeAndValues a number of the error table or of the rejections, then the values that its text takes */
    static Map<String, Object> body(List<?> codeAndValues) {
        String code = codeAndValues.getFirst().toString();
        Object[] values = codeAndValues.subList(1, codeAndValues.size()).toArray();
        ErrorReply reply = ERRORS.find(code).isPresent() ? ERRORS.reply(code, values) : ERRORS.rejectionReply(code, values);
        return Map.of("return_msg", reply.message(), "return_code", reply.returnCode());
    }

    /** The HTTP status of a number of the error table. */
    static int status(String code) {
        return ERRORS.find(code).map(entry -> entry.httpStatus()).orElse(200);
    }
}
