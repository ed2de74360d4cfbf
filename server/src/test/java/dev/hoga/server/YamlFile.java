package dev.hoga.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One object of a YAML test file: every value is asked for by its kind, and a key that nobody knows is an error. */
record YamlFile(String where, Map<String, Object> values) {

    /** Reads a file that holds one object. */
    static YamlFile read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        return of(file.getFileName().toString(), document);
    }

    @SuppressWarnings("unchecked")
    private static YamlFile of(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlFile(where, (Map<String, Object>) map);
        }
        throw new IllegalArgumentException(where + ": an object is expected, not " + value);
    }

    /** Refuses any other key, because a misspelled expectation would prove nothing. */
    YamlFile only(String... names) {
        for (String name : values.keySet()) {
            if (!List.of(names).contains(name)) {
                throw new IllegalArgumentException(where + ": unknown key '" + name + "'; known: " + String.join(", ", names));
            }
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, or what stands for it where it is absent. */
    String text(String name, String otherwise) {
        Object value = values.getOrDefault(name, otherwise);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(where + ": '" + name + "' must be a text (in quotes, if it looks like a number)");
    }

    String text(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(where + ": '" + name + "' is missing");
        }
        return text(name, "");
    }

    int whole(String name, int otherwise) {
        if (values.getOrDefault(name, otherwise) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(where + ": '" + name + "' must be a whole number");
    }

    boolean flag(String name, boolean otherwise) {
        if (values.getOrDefault(name, otherwise) instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(where + ": '" + name + "' must be true or false");
    }

    /** An object; an empty one where it is absent. */
    YamlFile object(String name) {
        return of(where + "/" + name, values.getOrDefault(name, Map.of()));
    }

    /** A list of objects; empty where it is absent. */
    List<YamlFile> objects(String name) {
        return list(name).stream().map(value -> of(where + "/" + name, value)).toList();
    }

    List<?> list(String name) {
        if (values.getOrDefault(name, List.of()) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + ": '" + name + "' must be a list");
    }
}
