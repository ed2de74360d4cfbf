package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private final ArrayDeque<Runnable> firstThread = new ArrayDeque<>();
    private final ArrayDeque<Runnable> secondThread = new ArrayDeque<>();
    private final SocketLoop first = new SocketLoop(firstThread::add);
    private final SocketLoop second = new SocketLoop(secondThread::add);
    private final Broadcast broadcast = new Broadcast();
    private final Topic topic = new Topic();

    /** Keeps the bytes it is sent. */
    private static final class Kept implements SocketSession {
        private final SocketLoop loop;
        private final List<ByteBuf> sent = new ArrayList<>();

        Kept(SocketLoop loop) {
            this.loop = loop;
        }

        @Override
        public void send(Frame frame) {
            sent.add(frame.handOver());
        }

        @Override
        public SocketLoop loop() {
            return loop;
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public String header(String name) {
            return "";
        }

        @Override
        public String remoteAddress() {
            return "";
        }

        @Override
        public void close(int status, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void drop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<?> after(long ms, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }

    private static Frame frame(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return Frame.text(utf8, utf8.length);
    }

    private static void run(ArrayDeque<Runnable> thread) {
        while (!thread.isEmpty()) {
            thread.remove().run();
        }
    }

    @Test
    void sendsTheSameBytesToEverybodyAndLetsThemGoAfterTheLast() {
        var sessions = List.of(new Kept(first), new Kept(second), new Kept(first), new Kept(second));
        sessions.forEach(topic::add);
        Frame frame = frame("one encoding");
        ByteBuf bytes = frame.handOver();
        broadcast.add(topic, frame);
        broadcast.send();
        assertTrue(sessions.stream().allMatch(session -> session.sent.isEmpty()), "each thread sends for itself");
        assertEquals(List.of(1, 1), List.of(firstThread.size(), secondThread.size()), "one hand-over for each thread");
        run(firstThread);
        run(secondThread);
        for (Kept session : sessions) {
            assertEquals(bytes.memoryAddress(), session.sent.getFirst().memoryAddress());
        }
        for (Kept session : sessions) {
            assertTrue(bytes.refCnt() > 0);
            session.sent.getFirst().release();
        }
        assertEquals(0, bytes.refCnt());
        assertEquals(0, first.underWay().get());
    }

    @Test
    void letsAFrameGoThatNobodyListensTo() {
        Frame nobody = frame("nobody");
        ByteBuf bytes = nobody.handOver();
        broadcast.add(topic, nobody);
        broadcast.send();
        assertEquals(0, bytes.refCnt());
        assertTrue(firstThread.isEmpty());
    }

    @Test
    void letsAFrameGoWhoseListenersHaveLeftMeanwhile() {
        var session = new Kept(first);
        topic.add(session);
        assertTrue(topic.wanted());
        Frame late = frame("late");
        ByteBuf bytes = late.handOver();
        broadcast.add(topic, late);
        broadcast.send();
        topic.remove(session);
        assertFalse(topic.wanted());
        run(firstThread);
        assertEquals(List.of(), session.sent);
        assertEquals(0, bytes.refCnt());
    }

    @Test
    void keepsTheOrderOfFramesOverTopics() {
        var session = new Kept(first);
        var other = new Topic();
        topic.add(session);
        other.add(session);
        broadcast.add(topic, frame("1"));
        broadcast.add(other, frame("2"));
        broadcast.add(topic, frame("3"));
        broadcast.send();
        broadcast.add(other, frame("4"));
        broadcast.send();
        run(firstThread);
        assertEquals(List.of("1", "2", "3", "4"), session.sent.stream().map(sent -> sent.toString(2, sent.readableBytes() - 2, UTF_8)).toList());
        session.sent.forEach(ByteBuf::release);
    }

    @Test
    void flushesOnceInATurnOfTheThread() {
        var flushed = new ArrayList<String>();
        first.flushLater(() -> flushed.add("a"));
        first.flushLater(() -> flushed.add("b"));
        assertEquals(1, firstThread.size());
        run(firstThread);
        assertEquals(List.of("a", "b"), flushed);
        first.flushLater(() -> flushed.add("c"));
        run(firstThread);
        assertEquals(List.of("a", "b", "c"), flushed);
    }
}
