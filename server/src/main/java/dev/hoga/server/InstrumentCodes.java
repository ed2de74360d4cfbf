package dev.hoga.server;

import dev.hoga.core.Code;

/** Instrument codes as people write them: the exchange's, and for gold also Kiwoom's, which puts an M before it. */
final class InstrumentCodes {
    private static final String GOLD_BEFORE = "M";

    private InstrumentCodes() {
    }

    /** The packed code, or 0 where the text is none. */
    static long pack(String text) {
        boolean gold = text.length() == Code.MAX_LENGTH + 1 && text.startsWith(GOLD_BEFORE);
        return Code.pack(gold ? text.substring(1) : text);
    }
}
