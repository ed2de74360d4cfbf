package dev.hoga.gateway;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries frames from the feed's thread to the sessions that listen: what was collected goes to each network thread in one
 * piece. Belongs to one thread.
 */
public final class Broadcast {
    /** How long the feed waits for a network thread that is behind before it goes on anyhow; then that thread is in trouble. */
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Map<SocketLoop, Delivery> deliveries = new IdentityHashMap<>();

    /** What goes to one network thread. */
    private record Delivery(SocketLoop loop, List<Topic.Listeners> listeners, List<Frame> frames) implements Runnable {

        Delivery(SocketLoop loop) {
            this(loop, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void run() {
            for (int i = 0; i < frames.size(); i++) {
                listeners.get(i).send(frames.get(i));
                frames.get(i).release();
            }
            loop.underWay().addAndGet(-frames.size());
        }
    }

    /** Collects a frame for everybody who listens to a topic; the frame is handed over. */
    public void add(Topic topic, Frame frame) {
        for (Topic.Listeners listeners : topic.byLoop()) {
            if (listeners.count() > 0) {
                Delivery delivery = deliveries.computeIfAbsent(listeners.loop(), Delivery::new);
                delivery.listeners.add(listeners);
                delivery.frames.add(frame.retain());
            }
        }
        frame.release();
    }

    /** Sends what was collected on its way. Waits, not long, where a network thread is behind. */
    public void send() {
        for (Delivery delivery : deliveries.values()) {
            awaitRoom(delivery.loop);
            delivery.loop.underWay().addAndGet(delivery.frames.size());
            delivery.loop.execute(delivery);
        }
        deliveries.clear();
    }

    private static void awaitRoom(SocketLoop loop) {
        long deadlineNanos = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (loop.underWay().get() > SocketLimits.FRAMES_UNDER_WAY && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
