package dev.hoga.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each TR is built: 0 shape only (the server answers that it is not provided), 1 reads live state, 2 full behaviour, 3 compared
 * with recorded
 * traffic of the real broker. Written by a conformance run, never by hand. Immutable.
 */
public final class Levels {

    /** The highest level. */
    public static final int MAX = 3;
    /** Every TR at level 0. */
    public static final Levels NONE = new Levels(Map.of());

    private static final String RESOURCE = "levels.txt";
    private static final String HEADER =
        "# broker, key and level of every TR above 0. Generated from passing conformance scripts; do not edit.\n";

    private final Map<Broker, TreeMap<String, Integer>> levels = new EnumMap<>(Broker.class);

    private Levels(final Map<Broker, TreeMap<String, Integer>> levels) {
        for (final Broker broker : Broker.values()) {
            this.levels.put(broker, new TreeMap<>(levels.getOrDefault(broker, new TreeMap<>())));
        }
    }

    /** The levels that the module ships; throws {@link IllegalStateException} when the resource is missing. */
    public static Levels load() {
        try (InputStream in = Levels.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("levels resource is missing: build the catalogue module");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #text()} wrote; throws {@link IllegalArgumentException} for any other line. */
    public static Levels parse(final String text) {
        final Map<Broker, TreeMap<String, Integer>> levels = new EnumMap<>(Broker.class);
        for (final String line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            final String[] words = line.trim().split(" ");
            if (words.length != 3 || !words[2].matches("[1-" + MAX + "]")) {
                throw new IllegalArgumentException("not a level: " + line);
            }
            levels.computeIfAbsent(Broker.ofFolder(words[0]), broker -> new TreeMap<>()).put(words[1], Integer.parseInt(words[2]));
        }
        return new Levels(levels);
    }

    /** These levels with one changed; throws {@link IllegalArgumentException} beyond 0 to {@link #MAX}. */
    public Levels with(final TrSpec tr, final int level) {
        if (level < 0 || level > MAX) {
            throw new IllegalArgumentException("no such level: " + level);
        }
        final Levels changed = new Levels(levels);
        if (level == 0) {
            changed.levels.get(tr.broker()).remove(tr.key());
        } else {
            changed.levels.get(tr.broker()).put(tr.key(), level);
        }
        return changed;
    }

    /** The level of a TR, 0 when nothing is said. */
    public int of(final TrSpec tr) {
        return levels.get(tr.broker()).getOrDefault(tr.key(), 0);
    }

    /** Throws {@link IllegalArgumentException} when a line names a TR that the catalogue does not have. */
    public Levels checkedAgainst(final Catalogue catalogue) {
        levels.forEach((broker, keys) -> keys.keySet().forEach(key -> {
            if (catalogue.of(broker).find(key).isEmpty()) {
                throw new IllegalArgumentException("levels name an unknown TR: " + broker.folder() + ' ' + key);
            }
        }));
        return this;
    }

    /** The resource's text: one line a TR above 0, sorted. */
    public String text() {
        final StringBuilder text = new StringBuilder(HEADER);
        levels.forEach((broker, keys) ->
            keys.forEach((key, level) -> text.append(broker.folder()).append(' ').append(key).append(' ').append(level).append('\n')));
        return text.toString();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Levels that && levels.equals(that.levels);
    }

    @Override
    public int hashCode() {
        return levels.hashCode();
    }
}
