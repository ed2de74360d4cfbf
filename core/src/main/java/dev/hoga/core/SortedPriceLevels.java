package dev.hoga.core;

import java.util.Arrays;

/**
 * Only the levels that hold orders, in a sorted array with the best one last, for instruments whose limits give too many
 * ticks. The handle of a level is a slot that stays the same while the level lives.
 */
final class SortedPriceLevels implements PriceLevels {
    private static final int FIRST_CAPACITY = 16;

    private final boolean highestIsBest;
    /** Slots of the living levels, worst first. */
    private int[] order = new int[FIRST_CAPACITY];
    private int count;
    private long[] priceWon = new long[FIRST_CAPACITY];
    private long[] queue = new long[FIRST_CAPACITY];
    private long[] shares = new long[FIRST_CAPACITY];
    private int[] freeSlots = new int[FIRST_CAPACITY];
    private int freeCount;
    private int slotCount;

    SortedPriceLevels(Side side) {
        highestIsBest = side == Side.BUY;
    }

    @Override
    public int open(long price) {
        int position = position(price);
        if (position >= 0) {
            return order[position];
        }
        int insertAt = -position - 1;
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        priceWon[slot] = price;
        queue[slot] = 0;
        shares[slot] = 0;
        System.arraycopy(order, insertAt, order, insertAt + 1, count - insertAt);
        order[insertAt] = slot;
        count++;
        return slot;
    }

    private int newSlot() {
        if (slotCount == priceWon.length) {
            int capacity = slotCount * 2;
            order = Arrays.copyOf(order, capacity);
            priceWon = Arrays.copyOf(priceWon, capacity);
            queue = Arrays.copyOf(queue, capacity);
            shares = Arrays.copyOf(shares, capacity);
            freeSlots = Arrays.copyOf(freeSlots, capacity);
        }
        return slotCount++;
    }

    /** Where a price stands in the order, or minus the place where it would stand, minus 1. */
    private int position(long price) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long there = priceWon[order[middle]];
            if (there == price) {
                return middle;
            }
            if (there < price == highestIsBest) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    @Override
    public int best() {
        return count == 0 ? NONE : order[count - 1];
    }

    @Override
    public int worst() {
        return count == 0 ? NONE : order[0];
    }

    @Override
    public int worse(int level) {
        int position = position(priceWon[level]);
        return position == 0 ? NONE : order[position - 1];
    }

    @Override
    public long priceWon(int level) {
        return priceWon[level];
    }

    @Override
    public int head(int level) {
        return (int) (queue[level] >>> 32);
    }

    @Override
    public int tail(int level) {
        return (int) queue[level];
    }

    @Override
    public void queue(int level, int head, int tail) {
        queue[level] = (long) head << 32 | tail;
        if (head == 0) {
            int position = position(priceWon[level]);
            System.arraycopy(order, position + 1, order, position, count - position - 1);
            count--;
            freeSlots[freeCount++] = level;
        }
    }

    @Override
    public long shares(int level) {
        return shares[level];
    }

    @Override
    public void addShares(int level, long added) {
        shares[level] += added;
    }

    @Override
    public long sharesAt(long price) {
        int position = position(price);
        return position < 0 ? 0 : shares[order[position]];
    }
}
