package dev.hoga.server;

import java.io.PrintStream;

/** Tells a person what is being done, and stops the play where something is not as it should be. */
final class Narrator {
    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Begins a step. */
    void step(String what) {
        step++;
        out.printf("%2d. %s%n", step, what);
    }

    /** What was seen. */
    void sees(String what) {
        out.println("      " + what);
    }

    void line(String text) {
        out.println(text);
    }

    /** @throws Surprise unless both are equal */
    void expect(String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new Surprise(what + ": expected <" + expected + ">, got <" + seen + ">");
        }
    }

    /** @throws Surprise unless it is so */
    void expect(String what, boolean so) {
        if (!so) {
            throw new Surprise(what);
        }
    }

    /** Something was not as it should be. */
    static final class Surprise extends RuntimeException {
        Surprise(String message) {
            super(message);
        }
    }
}
