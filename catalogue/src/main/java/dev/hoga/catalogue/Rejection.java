package dev.hoga.catalogue;

import java.util.List;

/**
 * A refusal by Kiwoom's order and account system: HTTP 200, return_code 20, no order number.
 *
 * @param code    the system's number, for example {@code 855056} or {@code RC4025}
 * @param mock    true when the mock host answers it
 * @param text    the message with {@code (?)} for each inserted value
 * @param quoted  true when the wording was seen in a log, false when it is ours and only the meaning is known
 * @param meaning what it means, in English
 * @param when    when it is answered, in English
 */
public record Rejection(String code, boolean mock, String text, boolean quoted, String meaning, String when) {

    /** return_code of every rejection. */
    public static final int RETURN_CODE = 20;

    /** return_msg, {@code [2000](CODE:text)}; throws {@link IllegalArgumentException} when the values do not fit the placeholders. */
    public String message(final Object... args) {
        return "[2000](" + code + ':' + ErrorEntry.fill(code, text, List.of(args)) + ')';
    }
}
