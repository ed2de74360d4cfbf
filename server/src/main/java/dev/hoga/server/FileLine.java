package dev.hoga.server;

import dev.hoga.core.Code;
import java.nio.file.Path;

/** A line of a file that the user gave, counted from 1: where something is wrong. */
record FileLine(Path file, int line) {

    StartFailure wrong(String why) {
        return new StartFailure("--universe: " + this + ": " + why);
    }

    /** Reads a whole number. @throws StartFailure where the text is none in a range */
    long whole(String what, String text, long least, long most) {
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(what + " is a whole number, not '" + text + "'");
        }
        throw wrong(what + " is " + least + " to " + most + ", not " + text);
    }

    /** Reads an instrument's code. @throws StartFailure where the text is none */
    long code(String text) {
        long code = Code.pack(text.strip());
        if (code == 0) {
            throw wrong("'" + text + "' is no code of an instrument");
        }
        return code;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
