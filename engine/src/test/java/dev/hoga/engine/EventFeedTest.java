package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.CoreListener;
import dev.hoga.core.Reject;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final int RING_BYTES = 4 << 10;

    private final EventFeed feed = new EventFeed(RING_BYTES);
    private int wakes;

    @Test
    void tellsEverySubscriberEveryEventInOrderWithItsPosition() {
        FeedSubscription first = feed.subscribe(() -> wakes++);
        FeedSubscription second = feed.subscribe(() -> { });
        publish(64, 10);
        publish(128, 20);
        for (FeedSubscription subscription : List.of(first, second)) {
            var seen = new Cash();
            assertEquals(2, subscription.poll(seen, 10));
            assertEquals(List.of(10L, 20L), seen.cashWon);
            assertEquals(128, subscription.position());
            assertFalse(subscription.lost());
        }
    }

    @Test
    void wakesASubscriberOnceUntilItHasPolledAll() {
        FeedSubscription subscription = feed.subscribe(() -> wakes++);
        publish(64, 10);
        publish(128, 20);
        assertEquals(1, wakes);
        subscription.poll(new Cash(), 10);
        publish(192, 30);
        assertEquals(2, wakes);
    }

    @Test
    void tellsASubscriberThatFellBehindThatItHasLost() {
        FeedSubscription stalled = feed.subscribe(() -> wakes++);
        FeedSubscription quick = feed.subscribe(() -> { });
        var seen = new Cash();
        int events = 1_000;
        for (int i = 0; i < events; i++) {
            publish(64L * i, i);
            quick.poll(seen, 10);
        }
        assertTrue(stalled.lost());
        assertFalse(quick.lost());
        assertEquals(events, seen.cashWon.size());
        var before = new Cash();
        int kept = stalled.poll(before, events);
        assertTrue(kept > 0 && kept < events, "kept " + kept);
        assertEquals(kept - 1, before.cashWon.getLast(), "those before the gap are whole");
        publish(0, 0);
        assertEquals(0, stalled.poll(before, events), "and none after it comes");
    }

    @Test
    void isFollowedWhileEverySubscriberThatHasNotLostHasRoom() {
        assertTrue(feed.followed());
        FeedSubscription slow = feed.subscribe(() -> wakes++);
        int events = 0;
        for (; feed.followed() && events < 1_000; events++) {
            publish(64L * events, events);
        }
        assertFalse(slow.lost(), "it is asked to wait before anything is lost");
        slow.poll(new Cash(), events);
        assertTrue(feed.followed());
        for (int i = 0; !slow.lost(); i++) {
            publish(64L * i, i);
        }
        assertTrue(feed.followed(), "nobody waits for one that has lost");
    }

    @Test
    void costsNothingWhereNobodySubscribes() {
        assertFalse(feed.wanted());
        FeedSubscription subscription = feed.subscribe(() -> { });
        assertTrue(feed.wanted());
        subscription.close();
        assertFalse(feed.wanted());
    }

    private void publish(long position, long cashWon) {
        feed.position(position);
        feed.publisher().cashChanged(7, cashWon);
        feed.flush();
    }

    private static final class Cash implements CoreListener {
        final List<Long> cashWon = new ArrayList<>();

        @Override
        public void cashChanged(int accountId, long nowWon) {
            cashWon.add(nowWon);
        }

        @Override
        public void commandAccepted(long correlationId, long value) {
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
        }
    }
}
