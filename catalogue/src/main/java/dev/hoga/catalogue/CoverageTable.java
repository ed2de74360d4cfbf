package dev.hoga.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The coverage section of the README: how many TRs each group has, how many are at each level, and which ones are built. */
public final class CoverageTable {

    private static final String BEGIN = "<!-- coverage:begin -->";
    private static final String END = "<!-- coverage:end -->";

    private CoverageTable() {
    }

    /** The section's Markdown, without the markers; throws {@link IllegalArgumentException} when the levels name an unknown TR. */
    public static String render(final Catalogue catalogue, final Levels levels) {
        levels.checkedAgainst(catalogue);
        final StringBuilder out = new StringBuilder();
        out.append("Level 0: shape only, answered with the broker's own \"not provided\" error. 1: reads live state. ")
            .append("2: full behaviour, but for what docs/simulated.md names as missing. ")
            .append("3: compared with recorded traffic of the real broker.\n");
        for (final Broker broker : Broker.values()) {
            table(out, broker, catalogue.of(broker).all(), levels);
            built(out, catalogue.of(broker).all(), levels);
        }
        return out.toString();
    }

    /** The text between the markers; throws {@link IllegalArgumentException} when they are missing. */
    public static String sectionOf(final String readme) {
        return readme.substring(start(readme), end(readme)).strip();
    }

    /** True when the README's section is what {@link #render} says now. */
    public static boolean current(final String readme, final Catalogue catalogue, final Levels levels) {
        return sectionOf(readme).equals(render(catalogue, levels).strip());
    }

    /** The README with its section rendered again; throws {@link IllegalArgumentException} when the markers are missing. */
    public static String update(final String readme, final Catalogue catalogue, final Levels levels) {
        return readme.substring(0, start(readme)) + "\n\n" + render(catalogue, levels).strip() + "\n\n" + readme.substring(end(readme));
    }

    private static int start(final String readme) {
        final int at = readme.indexOf(BEGIN);
        if (at < 0) {
            throw new IllegalArgumentException("no " + BEGIN);
        }
        return at + BEGIN.length();
    }

    private static int end(final String readme) {
        final int at = readme.indexOf(END, start(readme));
        if (at < 0) {
            throw new IllegalArgumentException("no " + END + " behind " + BEGIN);
        }
        return at;
    }

    private static void table(final StringBuilder out, final Broker broker, final List<TrSpec> trs, final Levels levels) {
        final Map<String, int[]> counts = new TreeMap<>();
        final int[] total = new int[Levels.MAX + 1];
        for (final TrSpec tr : trs) {
            counts.computeIfAbsent(tr.group(), group -> new int[Levels.MAX + 1])[levels.of(tr)]++;
            total[levels.of(tr)]++;
        }
        out.append("\n| ").append(title(broker)).append(" | TRs | level 0 | 1 | 2 | 3 |\n|---|---:|---:|---:|---:|---:|\n");
        counts.forEach((group, count) -> row(out, group, count));
        row(out, "**all**", total);
    }

    private static void row(final StringBuilder out, final String group, final int[] count) {
        int sum = 0;
        for (final int atLevel : count) {
            sum += atLevel;
        }
        out.append("| ").append(group).append(" | ").append(sum);
        for (final int atLevel : count) {
            out.append(" | ").append(atLevel);
        }
        out.append(" |\n");
    }

    private static void built(final StringBuilder out, final List<TrSpec> trs, final Levels levels) {
        for (int level = Levels.MAX; level > 0; level--) {
            final int wanted = level;
            final List<String> names = new ArrayList<>();
            trs.stream().filter(tr -> levels.of(tr) == wanted).forEach(tr -> names.add('`' + tr.id() + "` " + tr.titleEn()));
            if (!names.isEmpty()) {
                out.append("\nLevel ").append(level).append(": ").append(names.stream().collect(Collectors.joining(", "))).append(".\n");
            }
        }
    }

    private static String title(final Broker broker) {
        return switch (broker) {
            case KIWOOM -> "Kiwoom";
            case KIS -> "KIS";
        };
    }
}
