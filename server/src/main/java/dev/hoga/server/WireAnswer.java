package dev.hoga.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param status HTTP status
 * @param headers by name as spelled on the wire
 * @param text the body
 */
record WireAnswer(int status, Map<String, List<String>> headers, String text) {

    /** The first header of a name in any spelling, or an empty string. */
    String header(String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
            .map(header -> header.getValue().getFirst()).findFirst().orElse("");
    }

    /** The body as a JSON object. @throws Json.BadJson where it is none */
    Map<String, Object> json() {
        return Json.object(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text field at the top of the body, or an empty string. */
    String field(String name) {
        return json().get(name) instanceof String value ? value : "";
    }

    /** A whole number at the top of the body. @throws IllegalStateException where there is none */
    long number(String name) {
        if (json().get(name) instanceof Long value) {
            return value;
        }
        throw new IllegalStateException("no number " + name + " in " + text);
    }

    /** A list of objects at the top of the body; empty where there is none. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> rows(String name) {
        return json().get(name) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    /** Kiwoom's class number of the outcome, 0 for success. */
    long returnCode() {
        return number("return_code");
    }

    /** Kiwoom's message. */
    String returnMessage() {
        return field("return_msg");
    }
}
