package dev.hoga.server;

import java.io.IOException;

/** Six things a broker must refuse, each with its exact words. */
final class DemoRefusals {
    private final Narrator say;
    private final PacedBot bot;
    private final KiwoomClient mockKey;
    private final String code;

    DemoRefusals(Narrator say, PacedBot bot, KiwoomClient mockKey, String code) {
        this.say = say;
        this.bot = bot;
        this.mockKey = mockKey;
        this.code = code;
    }

    void play(long basePriceWon, long tickWon, long upperLimitWon, long cashWon) throws IOException, InterruptedException {
        say.step("Six things that must be refused");
    }
}
