package dev.hoga.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.agrona.BitUtil;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who waits for which answer. A correlation id is a slot's number and the count of its uses, which starts at a random number:
 * an id from a replayed log or of another node matches nothing. Any thread may call; no call waits or makes garbage.
 */
final class PendingReplies {
    /** What {@link #register} returns when there is no room. */
    static final long NONE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(PendingReplies.class);
    private static final VarHandle ID;

    static {
        try {
            ID = MethodHandles.lookup().findVarHandle(Slot.class, "id", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Slot[] slots;
    private final int indexBits;
    private final ManyToManyConcurrentArrayQueue<Slot> free;

    /** @param capacity how many may wait @param firstUse random, so that ids of different runs differ */
    PendingReplies(int capacity, long firstUse) {
        int size = BitUtil.findNextPositivePowerOfTwo(Math.max(2, capacity));
        indexBits = Integer.numberOfTrailingZeros(size);
        slots = new Slot[capacity];
        // Twice the size: a cell is used again only long after it was emptied, so giving a slot back hardly ever waits.
        free = new ManyToManyConcurrentArrayQueue<>(2 * size);
        for (int i = 0; i < capacity; i++) {
            slots[i] = new Slot(i, (firstUse & Long.MAX_VALUE) >>> indexBits + 1);
            free.offer(slots[i]);
        }
    }

    /** Remembers a reply; its correlation id, or {@link #NONE} where too many wait. */
    long register(Reply reply, long deadlineNs) {
        Slot slot = free.poll();
        if (slot == null) {
            return NONE;
        }
        slot.uses++;
        slot.reply = reply;
        slot.deadlineNs = deadlineNs;
        long id = slot.uses << indexBits | slot.index;
        ID.setRelease(slot, id);
        return id;
    }

    /** Takes out the reply of an id; null where nobody here waits for it (any longer). */
    Reply take(long correlationId) {
        int index = (int) (correlationId & (1L << indexBits) - 1);
        return index < slots.length && correlationId != NONE ? takeFrom(slots[index], correlationId) : null;
    }

    /** Answers with unknown whoever has waited too long; how many those were. */
    int expire(long nowNs) {
        int expired = 0;
        for (Slot slot : slots) {
            long id = (long) ID.getAcquire(slot);
            // Where the slot has a new user since the id was read, its deadline does not matter: taking by the old id fails.
            if (id != NONE && slot.deadlineNs - nowNs <= 0) {
                Reply reply = takeFrom(slot, id);
                if (reply != null) {
                    expired++;
                    tellUnknown(reply);
                }
            }
        }
        return expired;
    }

    /** Answers everyone with unknown. */
    void abandon() {
        for (Slot slot : slots) {
            Reply reply = takeFrom(slot, (long) ID.getAcquire(slot));
            if (reply != null) {
                tellUnknown(reply);
            }
        }
    }

    /** How many wait. */
    int underWay() {
        return slots.length - free.size();
    }

    private static void tellUnknown(Reply reply) {
        try {
            reply.unknown();
        } catch (RuntimeException e) {
            LOG.error("A reply failed at its answer", e);
        }
    }

    private Reply takeFrom(Slot slot, long id) {
        if (id == NONE || !ID.compareAndSet(slot, id, NONE)) {
            return null;
        }
        Reply reply = slot.reply;
        slot.reply = null;
        // There is room for every slot; an offer fails only while a thread that empties the cell has been interrupted at it.
        while (!free.offer(slot)) {
            Thread.onSpinWait();
        }
        return reply;
    }

    private static final class Slot {
        final int index;
        volatile long id;
        long uses;
        long deadlineNs;
        Reply reply;

        Slot(int index, long firstUse) {
            this.index = index;
            this.uses = firstUse;
        }
    }
}
