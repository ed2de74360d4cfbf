package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sessions that listen to the same stocks, and lines that send the orders which fill; all driven by the thread that runs this.
 * A fill is one share of one stock, so the day's volume in a trade's frame names the fill it tells of.
 */
final class FanOutLoad implements AutoCloseable {
    /** Fills whose frames are counted at the same time; a power of two. */
    private static final int MOST_FILLS_UNDER_WAY = 1 << 12;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final byte[] TYPE = "\"type\":\"".getBytes(US_ASCII);
    private static final byte[] ITEM = "\"item\":\"".getBytes(US_ASCII);
    private static final byte[] VOLUME = "\"13\":\"".getBytes(US_ASCII);
    private static final byte[] PING = "{\"trnm\":\"PING\"".getBytes(US_ASCII);
    private static final byte[] REAL = "\"trnm\":\"REAL\"}".getBytes(US_ASCII);
    /** How far before a frame's end its type stands at most. */
    private static final int TAIL_BYTES = 100;

    private final Selector selector;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Line> free = new ArrayDeque<>();
    private final List<ByteBuffer> fills;
    private final Map<String, Integer> items = new HashMap<>();
    private final long[][] sentNs;
    private final long[] volumes;
    private final int[] missing = new int[MOST_FILLS_UNDER_WAY];
    private Latencies latencies = new Latencies();
    private long frames;
    private long bytes;
    private long sent;
    private long complete;
    private int answers;
    private int lastFilled;
    private long lastHeardNs = System.nanoTime();
    private byte[] trade = {};
    private byte[] book = {};

    /** What a run came to. */
    record Result(long fills, long frames, long bytes, long tookNs, Latencies latencies) {

        double framesPerSecond() {
            return frames * (double) TimeUnit.SECONDS.toNanos(1) / tookNs;
        }

        double fillsPerSecond() {
            return fills * (double) TimeUnit.SECONDS.toNanos(1) / tookNs;
        }
    }

    /**
     * @param selector shared by the loads of one thread, so that the sessions of each are read while the other one runs
     * @param greetings what each session says first; each is answered once
     * @param codes the stocks
     * @param fills for each stock, an order of one share that fills
     * @param lines how many orders may be under way
     */
    FanOutLoad(Selector selector, int port, String path, List<List<String>> greetings, List<String> codes, List<ByteBuffer> fills,
        int lines) throws IOException {
        this.selector = selector;
        this.fills = fills.stream().map(ByteBuffer::duplicate).toList();
        sentNs = new long[codes.size()][MOST_FILLS_UNDER_WAY];
        volumes = new long[codes.size()];
        for (String code : codes) {
            items.put(code, items.size());
        }
        int expected = 0;
        for (List<String> ofSession : greetings) {
            var session = new Session(new SocketLine(port, path));
            sessions.add(session);
            for (String greeting : ofSession) {
                session.line.say(greeting);
                expected++;
            }
        }
        while (answers < expected) {
            turn(1);
        }
        for (int i = 0; i < lines; i++) {
            var line = new Line(new HttpLine(port));
            this.lines.add(line);
            free.add(line);
        }
    }

    /** Fills as fast as the sessions take the frames: at most so many fills are under way to any of them. */
    Result saturate(int fillsUnderWay, long forNs) throws IOException {
        begin();
        long startNs = System.nanoTime();
        long nowNs = startNs;
        while (nowNs - startNs < forNs || complete < sent) {
            while (nowNs - startNs < forNs && sent - complete < fillsUnderWay && !free.isEmpty()) {
                fill(nowNs);
            }
            turn(1);
            nowNs = System.nanoTime();
        }
        return new Result(sent, frames, bytes, nowNs - startNs, latencies);
    }

    /** Fills at a rate, whatever the sessions take. A frame's way begins when its fill was due, not when a line was free. */
    Result pace(double fillsPerSecond, long forNs) throws IOException {
        begin();
        long startNs = System.nanoTime();
        long nowNs = startNs;
        while (nowNs - startNs < forNs) {
            long dueNs = startNs + (long) (sent * TimeUnit.SECONDS.toNanos(1) / fillsPerSecond);
            if (nowNs >= dueNs && !free.isEmpty()) {
                fill(dueNs);
            } else {
                turn(Math.max(0, TimeUnit.NANOSECONDS.toMillis(dueNs - nowNs)));
            }
            nowNs = System.nanoTime();
        }
        drain();
        return new Result(sent, frames, bytes, nowNs - startNs, latencies);
    }

    /** Has one session read nothing. What comes late to it afterwards is not timed. */
    void stall(int session) {
        sessions.get(session).stalled = true;
        sessions.get(session).line.channel().keyFor(selector).interestOps(0);
    }

    /** Has a stalled session read again, until it has heard of the last fill; its kernel may take a second to go on. */
    void resume(int session) throws IOException {
        Session late = sessions.get(session);
        late.upToDate = false;
        late.line.channel().keyFor(selector).interestOps(SelectionKey.OP_READ);
        lastHeardNs = System.nanoTime();
        while (!late.upToDate) {
            turn(1);
        }
        drain();
        late.stalled = false;
    }

    /** Frames that a session has got since the last run began. */
    long framesOf(int session) {
        return sessions.get(session).frames;
    }

    /** Reads until nothing comes. */
    void drain() throws IOException {
        long quietSinceNs = System.nanoTime();
        while (System.nanoTime() - quietSinceNs < QUIET_NS) {
            long before = bytes;
            selector.select(FanOutLoad::ready, TimeUnit.NANOSECONDS.toMillis(QUIET_NS));
            if (bytes > before) {
                quietSinceNs = System.nanoTime();
            }
        }
    }

    /** The payload of the last frame of a trade and of a book. */
    List<byte[]> samples() {
        return List.of(trade, book);
    }

    private void begin() throws IOException {
        drain();
        lastHeardNs = System.nanoTime();
        latencies = new Latencies();
        frames = 0;
        bytes = 0;
        sent = 0;
        complete = 0;
        for (Session session : sessions) {
            session.trades = 0;
            session.frames = 0;
        }
    }

    private void fill(long nowNs) throws IOException {
        int item = (int) (sent % fills.size());
        lastFilled = item;
        missing[(int) (sent % MOST_FILLS_UNDER_WAY)] = sessions.size();
        sent++;
        sentNs[item][(int) (++volumes[item] % MOST_FILLS_UNDER_WAY)] = nowNs;
        free.remove().http.send(fills.get(item));
    }

    private void turn(long timeoutMs) throws IOException {
        long nowNs = System.nanoTime();
        int ready = timeoutMs == 0 ? selector.selectNow(FanOutLoad::ready) : selector.select(FanOutLoad::ready, timeoutMs);
        if (ready > 0) {
            lastHeardNs = nowNs;
        } else if (nowNs - lastHeardNs > TIMEOUT_NS) {
            throw new IOException("nothing comes any more; " + complete + " of " + sent + " fills were told to every session");
        }
    }

    private static void ready(SelectionKey key) {
        try {
            ((Ready) key.attachment()).ready();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Session session : sessions) {
            session.line.close();
        }
        for (Line line : lines) {
            line.http.close();
        }
    }

    /** Something has come. */
    private interface Ready {
        void ready() throws IOException;
    }

    private final class Line implements Ready {
        private final HttpLine http;

        Line(HttpLine http) throws IOException {
            this.http = http;
            http.channel().register(selector, SelectionKey.OP_READ, this);
        }

        @Override
        public void ready() throws IOException {
            if (http.answered()) {
                free.add(this);
            }
        }
    }

    private final class Session implements Ready, SocketLine.Listener {
        private final SocketLine line;
        private boolean stalled;
        private boolean upToDate;
        private long trades;
        private long frames;
        /** When the bytes now looked at were read; 0 where nobody has asked yet. */
        private long nowNs;

        Session(SocketLine line) throws IOException {
            this.line = line;
            line.channel().register(selector, SelectionKey.OP_READ, this);
        }

        @Override
        public void ready() throws IOException {
            nowNs = 0;
            bytes += line.read(this);
        }

        @Override
        public void frame(byte[] payload, int from, int length) throws IOException {
            int to = from + length;
            if (length < REAL.length || !Arrays.equals(payload, to - REAL.length, to, REAL, 0, REAL.length)) {
                other(payload, from, length);
                return;
            }
            FanOutLoad.this.frames++;
            frames++;
            int type = find(TYPE, payload, Math.max(from, to - TAIL_BYTES), to);
            if (payload[type + 1] == 'B') {
                trade(payload, from, type, to);
            } else if (book.length == 0) {
                book = Arrays.copyOfRange(payload, from, to);
            }
        }

        private void trade(byte[] payload, int from, int type, int to) {
            if (trade.length == 0) {
                trade = Arrays.copyOfRange(payload, from, to);
            }
            if (--missing[(int) (trades++ % MOST_FILLS_UNDER_WAY)] == 0) {
                complete++;
            }
            int code = find(ITEM, payload, type, to);
            Integer item = items.get(new String(payload, code, 6, US_ASCII));
            if (item == null) {
                return;
            }
            long volume = 0;
            for (int at = find(VOLUME, payload, from, to); payload[at] >= '0' && payload[at] <= '9'; at++) {
                volume = volume * 10 + payload[at] - '0';
            }
            if (stalled) {
                upToDate |= item == lastFilled && volume == volumes[item];
            } else {
                nowNs = nowNs == 0 ? System.nanoTime() : nowNs;
                latencies.add(nowNs - sentNs[item][(int) (volume % MOST_FILLS_UNDER_WAY)]);
            }
        }

        private void other(byte[] payload, int from, int length) throws IOException {
            String text = new String(payload, from, length, UTF_8);
            if (Arrays.equals(payload, from, from + Math.min(length, PING.length), PING, 0, PING.length)) {
                line.say(text);
            } else if (text.contains("\"return_code\":0")) {
                answers++;
            } else {
                throw new IOException("a session heard " + text);
            }
        }
    }

    /** @return the position behind what is looked for, which must be there */
    private static int find(byte[] wanted, byte[] in, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (in[at] == wanted[0] && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at + wanted.length;
            }
        }
        throw new IllegalStateException("no " + new String(wanted, US_ASCII) + " in " + new String(in, from, to - from, UTF_8));
    }
}
