package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** SIGTERM while bots are trading. */
class StopUnderLoadTest {
    private static final int BOTS = 4;
    private static final int ORDERS_BEFORE_THE_STOP = 100;
    private static final String CODE = "005930";
    private static final long FAR_BELOW_WON = 200_000;

    @Test
    void everyOrderThatWasTakenHasBeenAnswered() throws IOException, InterruptedException {
        try (var server = ServerProcess.start("--limits", "off")) {
            var acknowledged = new ConcurrentLinkedQueue<String>();
            var threads = new ArrayList<Thread>();
            KiwoomClient last = null;
            for (int i = 0; i < BOTS; i++) {
                KiwoomClient bot = server.openAccount("bot" + i, 1_000_000_000_000L).on(server.newWire());
                bot.login();
                threads.add(Thread.ofPlatform().start(() -> orderUntilTheEnd(bot, acknowledged)));
                last = bot;
            }
            while (acknowledged.size() < ORDERS_BEFORE_THE_STOP) {
                assertTrue(threads.stream().anyMatch(Thread::isAlive), "the bots ended early");
                Thread.sleep(5);
            }
            assertEquals(0, server.terminate());
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(acknowledged.size(), new HashSet<>(acknowledged).size(), "no number twice");

            server.restart();
            WireAnswer next = server.reconnect(last).buy(CODE, 1, FAR_BELOW_WON);
            assertEquals(acknowledged.size() + 1, Integer.parseInt(next.field("ord_no")),
                "numbers are given one by one, so none was taken without an answer and none was answered without being kept");
        }
    }

    private static void orderUntilTheEnd(KiwoomClient bot, ConcurrentLinkedQueue<String> acknowledged) {
        try {
            for (String number = place(bot); !number.isEmpty(); number = place(bot)) {
                acknowledged.add(number);
            }
        } catch (IOException serverIsGone) {
            // The server takes no more requests; what it took it has answered.
            return;
        }
    }

    private static String place(KiwoomClient bot) throws IOException {
        return bot.buy(CODE, 1, FAR_BELOW_WON).field("ord_no");
    }
}
