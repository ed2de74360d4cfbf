package dev.hoga.server;

import java.time.format.DateTimeFormatter;

/** How the control API writes times. */
final class Times {
    static final DateTimeFormatter ISO_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private Times() {
    }
}
