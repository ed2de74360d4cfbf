package dev.hoga.core;

import java.util.Arrays;
import java.util.function.Consumer;

/** A command with its arguments, to be given to any implementation and to be read when a test fails. */
record Command(String name, Object[] arguments, Consumer<CoreCommands> to) {

    static Command of(Consumer<CoreCommands> to, String name, Object... arguments) {
        return new Command(name, arguments, to);
    }

    void giveTo(CoreCommands target) {
        to.accept(target);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(arguments);
    }
}
