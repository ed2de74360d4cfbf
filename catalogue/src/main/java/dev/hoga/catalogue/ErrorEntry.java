package dev.hoga.catalogue;

import java.util.List;

/**
 * One numbered error of a broker.
 *
 * @param code            the number, for example {@code 1511} or {@code EGW00121}
 * @param source          where it occurs: Kiwoom {@code rest}, {@code websocket}, {@code system}; KIS {@code gateway}, {@code query},
 *                        {@code websocket}, {@code core}, {@code mock}
 * @param returnCode      Kiwoom's return_code or KIS's rt_cd; for Kiwoom's WebSocket errors the number itself; 0 when there is none
 * @param returnCodeKnown false when {@code returnCode} is a guess
 * @param httpStatus      HTTP status of the answer; 0 on a WebSocket
 * @param oauthHttpStatus the status when a KIS token call gets the error; otherwise the same as {@code httpStatus}
 * @param text            the message with {@code (?)} for each inserted value; empty when it is not known
 * @param meaning         what it means, in English
 */
public record ErrorEntry(
    String code, String source, int returnCode, boolean returnCodeKnown, int httpStatus, int oauthHttpStatus, String text,
    String meaning) {

    private static final String PLACEHOLDER = "(?)";

    /** The message with its values put in; throws {@link IllegalArgumentException} when their number differs from the placeholders'. */
    public String format(final Object... args) {
        return fill(code, text, List.of(args));
    }

    static String fill(final String code, final String template, final List<?> args) {
        final StringBuilder out = new StringBuilder(template.length() + 16);
        int from = 0;
        int used = 0;
        for (int at = template.indexOf(PLACEHOLDER); at >= 0; at = template.indexOf(PLACEHOLDER, from)) {
            if (used == args.size()) {
                throw new IllegalArgumentException("error " + code + " needs more values than " + args);
            }
            out.append(template, from, at).append(args.get(used++));
            from = at + PLACEHOLDER.length();
        }
        if (used != args.size()) {
            throw new IllegalArgumentException("error " + code + " takes " + used + " values, not " + args);
        }
        return out.append(template, from, template.length()).toString();
    }
}
