package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.OrderJournal.Acknowledged;
import dev.hoga.server.OrderJournal.Unknown;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether an acknowledged order was forced to the disk, counted from outside the process. */
class ForcedWritesTest {
    private static final int ORDERS = 50;
    private static final long SEED = 7;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void forcesEverySequentialOrderWithSyncOnAndNoneWithoutIt() throws IOException {
        Shell.skipWhere("counting forced writes", Strace.whyNot());
        long on = forcedWrites("on");
        long off = forcedWrites("off");
        System.out.printf("forced writes of the log for %d orders one after the other: %d with --sync on, %d with --sync off%n",
            ORDERS, on, off);
        assertTrue(on >= ORDERS, () -> "an order was acknowledged before it was forced: " + on + " for " + ORDERS);
        assertTrue(off <= ORDERS / 10, () -> "forced in spite of --sync off: " + off);
    }

    private static long forcedWrites(String sync) throws IOException {
        try (var server = ServerProcess.start("--limits", "off", "--sync", sync)) {
            OrderBot bot = OrderCrowd.open(server, 1, SEED).bots().getFirst();
            for (int i = 0; i < ORDERS; i++) {
                bot.step();
            }
            try (var strace = Strace.attach(server.pid(), "-e", "trace=" + Strace.FORCED_WRITES)) {
                for (int acknowledged = 0; acknowledged < ORDERS; ) {
                    OrderJournal.Answer answer = bot.step();
                    assertFalse(answer instanceof Unknown, answer::toString);
                    acknowledged += answer instanceof Acknowledged ? 1 : 0;
                }
                return strace.detach().stream().filter(call -> call.rest().contains("/archive/") && call.rest().contains(".rec")).count();
            }
        }
    }
}
