package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose market runs much faster than life: killed in the middle of the day, and the same day twice. */
class FastDayTest {
    private static final int CYCLES = 3;
    private static final long RUN_MS = 1_000;
    private static final String HIGHEST_SPEED = "86400";
    private static final List<String> CODES = List.of("005930", "000660", "069500", "252670", "060310");

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void comesBackWithTheSameStateAfterAKill() throws IOException, InterruptedException {
        try (var server = ServerProcess.startForManyStarts("--participants", "on", "--seed", "5", "--speed", HIGHEST_SPEED)) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                Thread.sleep(RUN_MS);
                change(server, "/clock", Map.of("frozen", true));
                var before = settled(server);
                server.kill();
                long startedNs = System.nanoTime();
                server.restart();
                System.out.printf("kill -9 in a day at speed %s, now %s: READY after %d ms%n", HIGHEST_SPEED,
                    server.control().get("/clock").field("marketTime"), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs));
                assertEquals(before, server.stateHash().get("hash"));
                change(server, "/clock", Map.of("frozen", false));
            }
            Thread.sleep(RUN_MS);
            server.kill();
            server.restart();
            change(server, "/market", Map.of("participants", "off"));
        }
    }

    private static void change(ServerProcess server, String path, Map<String, ?> body) throws IOException {
        assertEquals(200, server.control().post(path, body).status());
    }

    /** The hash once nothing is left to do at the moment at which the clock stands. */
    private static Object settled(ServerProcess server) throws IOException, InterruptedException {
        Object last = server.stateHash().get("hash");
        for (Object next = last; ; last = next) {
            Thread.sleep(100);
            next = server.stateHash().get("hash");
            if (next.equals(last)) {
                return next;
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void makesTheSameDayOnTwoServers() throws IOException {
        List<Object> prices = pricesAtTenPastNine("5");
        assertEquals(prices, pricesAtTenPastNine("5"));
        assertNotEquals(prices, pricesAtTenPastNine("6"));
    }

    private static List<Object> pricesAtTenPastNine(String seed) throws IOException {
        try (var server = ServerProcess.start("--participants", "on", "--seed", seed, "--clock", "2026-11-20T08:59:00+09:00")) {
            change(server, "/clock", Map.of("frozen", true));
            change(server, "/clock", Map.of("set", "2026-11-20T09:10:00+09:00"));
            var prices = new ArrayList<Object>();
            for (String code : CODES) {
                prices.add(server.control().get("/instruments/" + code).json().get("lastPrice"));
            }
            return prices;
        }
    }
}
