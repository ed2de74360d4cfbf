package dev.hoga.server;

import dev.hoga.core.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A strict reading of one object: every value is asked for by its kind, whatever was not asked for is an error. The same
 * for JSON bodies and the accounts file; {@code null} is the same as absent.
 */
final class Fields {
    /** The longest text of any field, in characters. */
    static final int MAX_TEXT_CHARS = 512;
    /** More than any amount has. */
    private static final int MOST_DIGITS = 15;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");

    private final Map<?, ?> values;
    private final String where;

    private Fields(Map<?, ?> values, String where) {
        this.values = values;
        this.where = where;
    }

    /** The object at the top. */
    static Fields of(Map<?, ?> values) {
        return new Fields(values, "");
    }

    /** @throws ControlError naming the first key that is not among these */
    Fields only(String... names) {
        Set<String> known = Set.of(names);
        for (Object name : values.keySet()) {
            if (!(name instanceof String text) || !known.contains(text)) {
                throw ControlError.badRequest("unknown key '" + where + name + "'; known here: " + String.join(", ", names));
            }
        }
        return this;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT_CHARS) {
                return text;
            }
            throw wrong(name, "a text of 1 to " + MAX_TEXT_CHARS + " characters");
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** A constant of an enum, by its name. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return text(name).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            throw wrong(name, "one of " + List.of(type.getEnumConstants()));
        });
    }

    Optional<Long> whole(String name, long min, long max) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            // Jackson reads whole numbers as Long, YAML the small ones as Integer.
            if (value instanceof Long || value instanceof Integer) {
                long number = ((Number) value).longValue();
                if (number >= min && number <= max) {
                    return number;
                }
            }
            throw wrong(name, "a whole number from " + min + " to " + max);
        });
    }

    long requiredWhole(String name, long min, long max) {
        return whole(name, min, max).orElseThrow(() -> missing(name));
    }

    /** An amount of a currency in its minimal units. */
    Optional<Long> amount(String name, Currency currency) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            // YAML leaves decimals as texts, Jackson makes numbers of them.
            if (value instanceof Number || value instanceof String text && DECIMAL.matcher(text).matches()) {
                BigDecimal amount = new BigDecimal(value.toString());
                if (amount.scale() <= currency.decimals() && amount.precision() <= MOST_DIGITS) {
                    return Amounts.minimalUnits(currency, amount);
                }
            }
            throw wrong(name, "an amount of " + currency + " with at most " + currency.decimals() + " decimals");
        });
    }

    long requiredAmount(String name, Currency currency) {
        return amount(name, currency).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> flag(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw wrong(name, "true or false");
        });
    }

    Optional<Fields> object(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Map<?, ?> map) {
                return new Fields(map, where + name + ".");
            }
            throw wrong(name, "an object");
        });
    }

    List<Fields> objects(String name, int max) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > max) {
            throw wrong(name, "a list of at most " + max + " objects");
        }
        var objects = new ArrayList<Fields>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new Fields(map, where + name + "[" + objects.size() + "]."));
        }
        return objects;
    }

    /** A value that may be a text or an object: the raw value. */
    Optional<Object> any(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws ControlError unless exactly one of the object's keys is there */
    String theOne() {
        List<?> present = values.entrySet().stream().filter(entry -> entry.getValue() != null).map(Map.Entry::getKey).toList();
        if (present.size() != 1) {
            throw ControlError.badRequest("exactly one key is expected, there are " + present.size());
        }
        return (String) present.getFirst();
    }

    ControlError wrong(String name, String expected) {
        return ControlError.badRequest("'" + where + name + "' must be " + expected);
    }

    ControlError missing(String name) {
        return ControlError.badRequest("'" + where + name + "' is missing");
    }
}
