package dev.hoga.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an answer with what is expected of it. A text of the expectation may hold placeholders: {@code {name}} stands for a value that
 * is known, {@code {kind:name}} for one of a kind (see {@link #KINDS}) that gets this name, {@code {kind}} for any of that kind. In an
 * object the key {@code "*"} stands for every field that is not named.
 */
final class BodyPattern {
    /** Forms of values that a script can't know beforehand. */
    static final Map<String, String> KINDS = Map.ofEntries(
        Map.entry("orderNumber", "[0-9]{7}"),
        Map.entry("longOrderNumber", "[0-9]{10}"),
        Map.entry("accountNumber", "[0-9]{10}"),
        Map.entry("time", "[0-9]{6}"),
        Map.entry("datetime", "[0-9]{14}"),
        Map.entry("token", "[A-Za-z0-9_-]{86}"),
        Map.entry("jwt", "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}"),
        Map.entry("uuid", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        Map.entry("hash", "[0-9a-f]{64}"),
        Map.entry("writtenTime", "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}"),
        Map.entry("iv", "[0-9a-f]{16}"),
        Map.entry("aesKey", "[a-z]{32}"),
        Map.entry("pageKey", "[A-Za-z0-9_-]+"),
        Map.entry("blanks", " *"),
        Map.entry("text", ".+"),
        Map.entry("any", ".*"));

    private static final String OTHERS = "*";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9.]+)(?::([A-Za-z0-9.]+))?}");

    private final Map<String, String> known;
    private final List<String> differences = new ArrayList<>();

    private BodyPattern(Map<String, String> known) {
        this.known = known;
    }

    /** Compares exactly; remembers what placeholders stood for. @return what differs, empty where nothing does */
    static List<String> differences(Object expected, Object actual, Map<String, String> known) {
        var pattern = new BodyPattern(known);
        pattern.compare("", expected, actual, true);
        return pattern.differences;
    }

    /** The same, but objects may have more fields than are named. */
    static List<String> missing(Object expected, Object actual, Map<String, String> known) {
        var pattern = new BodyPattern(known);
        pattern.compare("", expected, actual, false);
        return pattern.differences;
    }

    /** The value with known names put in, for a request. @throws IllegalArgumentException for an unknown name */
    static Object filled(Object value, Map<String, String> known) {
        return switch (value) {
            case String text -> PLACEHOLDER.matcher(text).replaceAll(found -> {
                String replacement = known.get(found.group(1));
                if (replacement == null) {
                    throw new IllegalArgumentException("nothing is known by the name " + found.group());
                }
                return Matcher.quoteReplacement(replacement);
            });
            case Map<?, ?> map -> {
                var filled = new LinkedHashMap<String, Object>();
                map.forEach((name, entry) -> filled.put((String) name, filled(entry, known)));
                yield filled;
            }
            case List<?> list -> list.stream().map(entry -> filled(entry, known)).toList();
            case Integer number -> Long.valueOf(number);
            default -> value;
        };
    }

    private void compare(String path, Object expected, Object actual, boolean exact) {
        switch (expected) {
            case Map<?, ?> wanted when actual instanceof Map<?, ?> found -> compareObjects(path, wanted, found, exact);
            case List<?> wanted when actual instanceof List<?> found -> {
                if (wanted.size() != found.size()) {
                    differences.add(path + ": " + wanted.size() + " elements expected, " + found.size() + " found");
                } else {
                    for (int i = 0; i < wanted.size(); i++) {
                        compare(path + "[" + i + "]", wanted.get(i), found.get(i), exact);
                    }
                }
            }
            case String wanted when actual instanceof String found -> compareTexts(path, wanted, found);
            case Number wanted when actual instanceof Long found && wanted.longValue() == found -> { }
            case Boolean wanted when wanted.equals(actual) -> { }
            default -> differ(path, expected, actual);
        }
    }

    private void compareObjects(String path, Map<?, ?> wanted, Map<?, ?> found, boolean exact) {
        wanted.forEach((name, value) -> {
            if (!name.equals(OTHERS)) {
                if (found.containsKey(name)) {
                    compare(path + "/" + name, value, found.get(name), exact);
                } else {
                    differences.add(path + "/" + name + ": absent, " + value + " expected");
                }
            }
        });
        found.forEach((name, value) -> {
            if (!wanted.containsKey(name) && wanted.containsKey(OTHERS)) {
                compare(path + "/" + name, wanted.get(OTHERS), value, exact);
            } else if (!wanted.containsKey(name) && exact) {
                differences.add(path + "/" + name + ": not expected, is " + value);
            }
        });
    }

    private void compareTexts(String path, String wanted, String found) {
        var regex = new StringBuilder();
        var names = new ArrayList<String>();
        Matcher placeholders = PLACEHOLDER.matcher(wanted);
        int from = 0;
        while (placeholders.find()) {
            regex.append(Pattern.quote(wanted.substring(from, placeholders.start())));
            from = placeholders.end();
            String word = placeholders.group(1);
            String name = placeholders.group(2) == null ? word : placeholders.group(2);
            if (known.containsKey(name)) {
                regex.append(Pattern.quote(known.get(name)));
            } else if (KINDS.containsKey(word)) {
                regex.append('(').append(KINDS.get(word)).append(')');
                names.add(placeholders.group(2) == null ? "" : name);
            } else {
                differences.add(path + ": nothing is known by the name " + placeholders.group());
                return;
            }
        }
        regex.append(Pattern.quote(wanted.substring(from)));
        Matcher match = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(found);
        if (!match.matches()) {
            differ(path, wanted, found);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                known.put(names.get(i), match.group(i + 1));
            }
        }
    }

    private void differ(String path, Object expected, Object actual) {
        differences.add(path + ": expected " + shown(expected) + ", found " + shown(actual));
    }

    private Object shown(Object value) {
        return value instanceof String text ? '"' + text + '"' : value;
    }
}
