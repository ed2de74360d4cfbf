package dev.hoga.engine;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** A process that runs an engine and prints the number of every order that was acknowledged, until it is killed. */
final class KilledEngine {
    /** Shows that a line is whole. */
    static final String END_OF_LINE = ".";
    private static final int UNDER_WAY = 64;

    private KilledEngine() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var engine = AeronEngine.start(EngineConfig.of(Path.of(arguments[0])).build());
        int known = Outcome.await(engine.read(view -> view.accountId(Fixture.ACCOUNT_NUMBER)));
        int account = known >= 0 ? known : Fixture.openMarket(engine);
        var room = new Semaphore(UNDER_WAY);
        while (true) {
            room.acquire();
            Fixture.buy(engine, account, 60_000, new Outcome.Promise() {
                @Override
                public void accepted(long orderNumber) {
                    out.println(orderNumber + END_OF_LINE);
                    room.release();
                }
            });
        }
    }
}
