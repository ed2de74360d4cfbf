package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a client that is behind is given up; by a clock that stands still between the steps. */
class StallWatchTest {
    private static final int BIG_BYTES = 40_000;

    private final ArrayDeque<Runnable> flushes = new ArrayDeque<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private SocketConnection session;

    @BeforeEach
    void connect() throws BadRequestException {
        channel.freezeTime();
        RequestHead head = RequestHead.parse("GET /socket HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        session = new SocketConnection(head, "127.0.0.1", SocketLimits.DEFAULT, new SocketLoop(flushes::add));
        session.begin(channel.pipeline(), opened -> new SocketListener() {
            @Override
            public void text(byte[] message) {
                throw new IllegalStateException("nobody says anything here");
            }

            @Override
            public void closed() {
                // The test looks at the channel.
            }
        });
    }

    /** Sends until the client is behind. */
    private void fallBehind() {
        while (channel.isWritable()) {
            session.send(Frame.text(new byte[BIG_BYTES], BIG_BYTES));
        }
        session.send(Frame.text("waits"));
    }

    /** The client takes all that was sent, and what waited. */
    private void takeAll() {
        while (!flushes.isEmpty()) {
            flushes.remove().run();
            channel.releaseOutbound();
        }
        assertTrue(channel.isWritable());
    }

    private void pass(int ms) {
        channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void givesUpWhoTakesNothing() {
        fallBehind();
        pass(SocketLimits.STALL_MS - 1);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void keepsWhoCatchesUpAndFallsBehindAgainByTheTimeTheFirstLookWasDue() {
        fallBehind();
        takeAll();
        pass(SocketLimits.STALL_MS - 1_000);
        fallBehind();
        pass(2_000);
        assertTrue(channel.isOpen(), "it has been behind for two seconds, not for a minute");
        takeAll();
        pass(10 * SocketLimits.STALL_MS);
        assertTrue(channel.isOpen());
    }

    @Test
    void countsFromTheLastTimeItFellBehind() {
        fallBehind();
        takeAll();
        pass(SocketLimits.STALL_MS / 2);
        fallBehind();
        pass(SocketLimits.STALL_MS - 1);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }
}
