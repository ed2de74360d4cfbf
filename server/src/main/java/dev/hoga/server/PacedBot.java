package dev.hoga.server;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A polite client: it calls each TR at most four times a second, below the broker's limit of five. */
final class PacedBot {
    private static final long LEAST_GAP_MS = 250;

    private final Map<String, Long> lastCallNanos = new HashMap<>();
    private KiwoomClient client;

    PacedBot(KiwoomClient client) {
        this.client = client;
    }

    /** One call of the client. */
    interface Call {
        WireAnswer of(KiwoomClient client) throws IOException;
    }

    /** Goes on with the same key and token over another wire. */
    void moveTo(WireClient wire) {
        client = client.on(wire);
    }

    /** The client as it is now, for calls that have no limit. */
    KiwoomClient client() {
        return client;
    }

    /** Calls when the TR's turn has come. */
    WireAnswer call(String trId, Call call) throws IOException, InterruptedException {
        long readyNanos = lastCallNanos.getOrDefault(trId, System.nanoTime() - TimeUnit.SECONDS.toNanos(1))
            + TimeUnit.MILLISECONDS.toNanos(LEAST_GAP_MS);
        TimeUnit.NANOSECONDS.sleep(readyNanos - System.nanoTime());
        lastCallNanos.put(trId, System.nanoTime());
        return call.of(client);
    }
}
