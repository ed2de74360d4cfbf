package dev.hoga.engine;

import dev.hoga.core.CoreListener;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscriber's place in the event feed. One thread at a time polls. */
public final class FeedSubscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSubscription.class);
    private static final int EVENT = 1;
    /** The part of a ring that may be full where there is room for another command. */
    private static final int ROOMY_PART = 4;

    private final EventFeed feed;
    private final Runnable wakeUp;
    private final OneToOneRingBuffer ring;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean lost;
    private long position;
    private CoreListener listener;
    private EventAdapter adapter;

    FeedSubscription(EventFeed feed, int ringBytes, Runnable wakeUp) {
        this.feed = feed;
        this.wakeUp = wakeUp;
        this.ring = new OneToOneRingBuffer(new UnsafeBuffer(
            BufferUtil.allocateDirectAligned(ringBytes + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    }

    /**
     * Tells a listener of the events that have come, in order, and returns how many those were.
     *
     * @param limit how many at most
     */
    public int poll(CoreListener to, int limit) {
        if (listener != to) {
            listener = to;
            adapter = new EventAdapter(to);
        }
        int polled = ring.read(this::onEvent, limit);
        if (polled < limit) {
            awake.set(false);
            // An event that came before that line saw us awake and did not wake us.
            if (ring.size() > 0) {
                wake();
            }
        }
        return polled;
    }

    /** The log position of the command whose event was told last. */
    public long position() {
        return position;
    }

    /**
     * Whether events were lost because this subscriber fell behind: those after the last one polled. Nothing more comes;
     * close, and start again from the state.
     */
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        feed.remove(this);
    }

    /** On the core's thread; never waits. */
    void offer(long eventPosition, DirectBuffer event, int length) {
        if (lost) {
            return;
        }
        int index = ring.tryClaim(EVENT, Long.BYTES + length);
        if (index < 0) {
            lost = true;
            return;
        }
        ring.buffer().putLong(index, eventPosition, ByteOrder.LITTLE_ENDIAN);
        ring.buffer().putBytes(index + Long.BYTES, event, 0, length);
        ring.commit(index);
    }

    /** Whether most of the ring is empty, or nothing comes any more. On the core's thread. */
    boolean hasRoom() {
        return lost || ring.size() <= ring.capacity() / ROOMY_PART;
    }

    void wake() {
        if ((lost || ring.size() > 0) && awake.compareAndSet(false, true)) {
            try {
                wakeUp.run();
            } catch (RuntimeException e) {
                LOG.error("A subscriber failed to wake", e);
            }
        }
    }

    private void onEvent(int type, DirectBuffer buffer, int index, int length) {
        position = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
        adapter.onEvent(buffer, index + Long.BYTES);
    }
}
