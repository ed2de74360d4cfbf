package dev.hoga.core;

import java.util.Arrays;

/**
 * Gives out slots from a range and takes them back; the one given back last is given out next, so that what is in use stays
 * small and near. Bounded: an empty pool says so before it is asked.
 */
final class SlotPool {
    private final int first;
    private final int limit;
    private int used;
    private int[] free = new int[64];
    private int freeCount;

    /** @param limit how many slots there are */
    SlotPool(int first, int limit) {
        this.first = first;
        this.limit = limit;
    }

    boolean hasSlot() {
        return freeCount > 0 || used < limit;
    }

    /** Gives out a slot; there must be one. */
    int take() {
        return freeCount > 0 ? free[--freeCount] : first + used++;
    }

    void giveBack(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    /** One past the highest slot that was ever given out since the pool was last emptied. */
    int end() {
        return first + used;
    }

    /** How many slots are given out. */
    int inUse() {
        return used - freeCount;
    }

    /** Forgets what was given out. */
    void clear() {
        used = 0;
        freeCount = 0;
    }

    void write(StateWriter out) {
        out.putLong(used);
        out.putLong(freeCount);
        for (int i = 0; i < freeCount; i++) {
            out.putLong(free[i]);
        }
    }

    void read(StateReader in) {
        used = (int) in.getLong();
        freeCount = (int) in.getLong();
        free = new int[Math.max(free.length, Integer.highestOneBit(Math.max(1, freeCount)) * 2)];
        for (int i = 0; i < freeCount; i++) {
            free[i] = (int) in.getLong();
        }
    }
}
