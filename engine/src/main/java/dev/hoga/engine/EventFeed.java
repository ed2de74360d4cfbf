package dev.hoga.engine;

import dev.hoga.core.CoreListener;
import org.agrona.DirectBuffer;
import org.agrona.collections.ArrayUtil;

/**
 * Every event of the live node, in order, for any number of subscribers. Each has a ring of its own, so one that stalls
 * harms nobody: it loses its place and is told so. An event is encoded once, and only where somebody subscribes.
 */
public final class EventFeed {
    private static final FeedSubscription[] NOBODY = {};

    private final int ringBytes;
    private final EventPublisher publisher = new EventPublisher(this::publish);
    private volatile FeedSubscription[] subscriptions = NOBODY;
    private long position;

    /**
     * A feed for whoever hosts a core, on whose thread alone {@link #position}, {@link #publisher} and {@link #flush} are called.
     *
     * @param ringBytes room of one subscriber, a power of two; one that falls further behind has lost
     */
    public EventFeed(int ringBytes) {
        this.ringBytes = ringBytes;
    }

    /**
     * Subscribes to the events from the next command on. To join state and feed without a gap, subscribe first, then read
     * the state on the core's thread, and skip events at or before the position read.
     *
     * @param wakeUp called on the core's thread when events have come for a subscriber that had none left; hands over and
     *     returns
     */
    public synchronized FeedSubscription subscribe(Runnable wakeUp) {
        var subscription = new FeedSubscription(this, ringBytes, wakeUp);
        subscriptions = ArrayUtil.add(subscriptions, subscription);
        return subscription;
    }

    synchronized void remove(FeedSubscription subscription) {
        subscriptions = ArrayUtil.remove(subscriptions, subscription);
    }

    /** Whether anybody subscribes. */
    public boolean wanted() {
        return subscriptions.length > 0;
    }

    /** Where events go in, on the core's thread. */
    public CoreListener publisher() {
        return publisher;
    }

    /** The position of the command whose events come next. */
    public void position(long value) {
        position = value;
    }

    /** Some commands are whole: wakes those whose events have come. */
    public void flush() {
        for (FeedSubscription subscription : subscriptions) {
            subscription.wake();
        }
    }

    /** Whether every subscriber has room for what a command may bring, but for those that have lost already. */
    boolean followed() {
        for (FeedSubscription subscription : subscriptions) {
            if (!subscription.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    private void publish(DirectBuffer event, int length) {
        for (FeedSubscription subscription : subscriptions) {
            subscription.offer(position, event, length);
        }
    }
}
