package dev.hoga.bench;

import java.util.List;

/** The middle of what several rounds came to. */
final class Medians {
    private Medians() {
    }

    /** The middle value, or the mean of the two in the middle. */
    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
