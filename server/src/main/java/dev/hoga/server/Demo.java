package dev.hoga.server;

import java.io.PrintStream;

final class Demo {
    Demo(PrintStream out) {
    }

    boolean play() {
        throw new StartFailure("the demo is not built yet");
    }
}
