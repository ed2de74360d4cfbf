package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
    private static final int MOST_FRAMES = 5;
    private static final int MOST_BYTES = 100;

    private final OutboundQueue queue = new OutboundQueue(MOST_FRAMES, MOST_BYTES);
    private final Topic samsung = new Topic();
    private final Topic hynix = new Topic();

    private static Frame quote(Topic topic, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return Frame.quote(topic, utf8, utf8.length);
    }

    private List<String> takeAll() {
        var texts = new ArrayList<String>();
        while (!queue.isEmpty()) {
            Frame frame = queue.take();
            texts.add(new String(frame.payload(), UTF_8));
            frame.release();
        }
        assertEquals(0, queue.bytes());
        return texts;
    }

    @Test
    void keepsOnlyTheNewestStateOfATopicInThePlaceOfTheFirst() {
        queue.add(quote(samsung, "s1"));
        queue.add(Frame.text("n1"));
        queue.add(quote(hynix, "h1"));
        queue.add(quote(samsung, "s2 longer"));
        assertEquals(3, queue.frames());
        assertEquals(List.of("s2 longer", "n1", "h1"), takeAll());
        queue.add(quote(samsung, "s3"));
        assertEquals(List.of("s3"), takeAll(), "what was taken is replaced no more");
    }

    @Test
    void hasNoRoomForOneFrameTooMany() {
        for (int i = 0; i < MOST_FRAMES - 1; i++) {
            assertTrue(queue.add(Frame.text("n" + i)));
        }
        assertTrue(queue.add(quote(samsung, "s1")));
        assertFalse(queue.add(Frame.text("n5")));
        assertFalse(queue.add(quote(hynix, "h1")));
        assertTrue(queue.add(quote(samsung, "s2")), "a newer state needs no place of its own");
        assertEquals(List.of("n0", "n1", "n2", "n3", "s2"), takeAll());
    }

    @Test
    void hasNoRoomForOneByteTooMany() {
        int header = 2;
        assertTrue(queue.add(Frame.text("x".repeat(MOST_BYTES - header))));
        assertFalse(queue.add(Frame.text("")));
        assertEquals(MOST_BYTES, queue.bytes());
        queue.clear();
        assertTrue(queue.isEmpty());
        assertEquals(0, queue.bytes());
    }

    @Test
    void releasesWhatItReplacesRefusesAndForgets() {
        var frames = List.of(quote(samsung, "s1"), quote(samsung, "s2"), Frame.text("x".repeat(MOST_BYTES)), Frame.text("n"));
        var bytes = frames.stream().map(Frame::handOver).toList();
        frames.forEach(queue::add);
        assertEquals(List.of(0, 1, 0, 1), bytes.stream().map(each -> each.refCnt()).toList());
        queue.clear();
        assertEquals(List.of(0, 0, 0, 0), bytes.stream().map(each -> each.refCnt()).toList());
    }

    @Test
    void neverLosesANoticeNorShowsAnOldStateLast() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var big = new OutboundQueue(10_000, 1_000_000);
        List<Topic> topics = List.of(new Topic(), new Topic(), new Topic());
        var sent = new HashMap<String, Integer>();
        var seen = new HashMap<String, Integer>();
        var notices = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (int step = 0; step < 20_000; step++) {
            int what = random.nextInt(6);
            if (what < 3) {
                big.add(quote(topics.get(what), what + ":" + step));
                sent.put(Integer.toString(what), step);
            } else if (what == 3) {
                big.add(Frame.text("n:" + step));
                expected.add("n:" + step);
            } else if (!big.isEmpty()) {
                take(big, seen, notices, seed);
            }
        }
        while (!big.isEmpty()) {
            take(big, seen, notices, seed);
        }
        assertEquals(expected, notices, "seed " + seed);
        assertEquals(sent, seen, "seed " + seed);
    }

    private static void take(OutboundQueue queue, Map<String, Integer> seen, List<String> notices, long seed) {
        Frame frame = queue.take();
        String text = new String(frame.payload(), UTF_8);
        frame.release();
        String[] parts = text.split(":");
        if (parts[0].equals("n")) {
            notices.add(text);
        } else {
            int step = Integer.parseInt(parts[1]);
            Integer before = seen.put(parts[0], step);
            assertTrue(before == null || before < step, "an older state came later, seed " + seed);
        }
    }
}
