package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import java.util.List;

/**
 * The two fields with which a client asks for the next page. They come back blank-padded and may be sent back so, or trimmed;
 * with header {@code tr_cont} or without it. Only the key counts; the condition repeats the request, as the broker's does.
 */
final class Continuation {
    private static final String KEY = "CTX_AREA_NK100";
    private static final String OVERSEAS_KEY = "CTX_AREA_NK200";
    /** What stands between the parts of a condition in old TRs. */
    static final String OLD_SEPARATOR = "^";
    /** And in new ones. */
    static final String SEPARATOR = "!^";
    /** More than any well-formed field has; what a client made longer is cut here, in the echo only. */
    private static final int LONGEST_PART = 12;

    private Continuation() {
    }

    /** The key that the client sends back; empty for the first page. */
    static String key(Call call) {
        String key = call.text(KEY);
        return key.isEmpty() ? call.text(OVERSEAS_KEY) : key;
    }

    /**
     * Fills the two fields of an answer.
     *
     * @param nextKey empty on the last page
     * @param separator what stands between the condition's parts
     * @param fields the request's fields that the condition repeats
     */
    static void fill(ResponseBody answer, Call call, String nextKey, String separator, List<String> fields) {
        var condition = new StringBuilder();
        for (String field : fields) {
            String part = call.text(field);
            condition.append(part, 0, Math.min(part.length(), LONGEST_PART)).append(separator);
        }
        String width = call.tr().response().find("ctx_area_nk200").isPresent() ? "200" : "100";
        answer.text("ctx_area_fk" + width, condition.toString()).text("ctx_area_nk" + width, nextKey);
    }

    /**
     * The header of a page. The document knows F for a first page with more behind it, too; but the official samples go on at M
     * everywhere and at F only in some places.
     */
    static String header(Call call, String nextKey) {
        if (!nextKey.isEmpty()) {
            return "M";
        }
        return key(call).isEmpty() ? "D" : "E";
    }
}
