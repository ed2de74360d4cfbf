package dev.hoga.core;

import java.util.Arrays;

/**
 * Who holds what: one slot for each account and instrument that ever met, in flat records of {@value #RECORD_LONGS} longs.
 * The shares of an instrument sum to zero over all accounts, the house's own included.
 */
final class HoldingTable {
    static final int NONE = -1;
    /** The most shares that can be brought into a holding: some ten times the largest issue. */
    static final long MAX_DEPOSITED_SHARES = 100_000_000_000L;

    /** Half the bits of the most shares in an order: a product with a part of so many bits stays a long. */
    private static final int PART_BITS = 15;
    private static final long PART_MASK = (1L << PART_BITS) - 1;

    private static final int SLOT_BITS = 25;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    /** Orders are refused beyond so many: then every order of a day could still make a slot. */
    static final int MAX_HOLDINGS = SLOT_MASK / 2;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int RECORD_LONGS = 8;
    /** Account and instrument. */
    private static final int OWNER = 0;
    private static final int SHARES = 1;
    private static final int RESERVED = 2;
    private static final int PURCHASE = 3;
    private static final int BOUGHT_TODAY = 4;
    private static final int SOLD_TODAY = 5;
    private static final int BOUGHT_YESTERDAY = 6;
    private static final int SOLD_YESTERDAY = 7;

    private final AccountTable accounts;
    /**
     * Open addressing by owner: slot and 1 in the low bits, 0 for free; above them a tag of the owner's hash, so that hardly
     * any record is met in memory but the right one. Ints, so that most of it stays in the cache.
     */
    private int[] index = new int[256];
    /** Records in chunks, and the next holding of the same account beside them: growing copies neither. */
    private final long[][] chunks = new long[(SLOT_MASK >> CHUNK_BITS) + 1][];
    private final int[][] next = new int[chunks.length][];
    private int count;

    HoldingTable(AccountTable accounts) {
        this.accounts = accounts;
    }

    int count() {
        return count;
    }

    /** The slot of an account's holding in an instrument, or {@link #NONE}. */
    int find(int account, int instrument) {
        long owner = (long) account << 32 | instrument;
        long hash = hash(owner);
        int tag = tag(hash);
        int mask = index.length - 1;
        for (int at = (int) hash & mask; index[at] != 0; at = at + 1 & mask) {
            int slot = (index[at] & SLOT_MASK) - 1;
            if ((index[at] & ~SLOT_MASK) == tag && get(slot, OWNER) == owner) {
                return slot;
            }
        }
        return NONE;
    }

    private static long hash(long owner) {
        return (owner * 0x9E37_79B9_7F4A_7C15L) >>> Integer.SIZE;
    }

    /** Bits of the hash that do not choose the place in the index. */
    private static int tag(long hash) {
        return (int) (hash * 0x85EB_CA6BL) & ~SLOT_MASK;
    }

    private void enterInIndex(long owner, int slot) {
        long hash = hash(owner);
        int mask = index.length - 1;
        int at = (int) hash & mask;
        while (index[at] != 0) {
            at = at + 1 & mask;
        }
        index[at] = tag(hash) | slot + 1;
    }

    private void growIndex() {
        index = new int[index.length * 2];
        for (int slot = 0; slot < count; slot++) {
            enterInIndex(get(slot, OWNER), slot);
        }
    }

    /** The same, made where it does not exist. */
    int open(int account, int instrument) {
        int slot = find(account, instrument);
        return slot == NONE ? add((long) account << 32 | instrument) : slot;
    }

    private int add(long owner) {
        int chunk = count >> CHUNK_BITS;
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[RECORD_LONGS << CHUNK_BITS];
            next[chunk] = new int[1 << CHUNK_BITS];
        }
        if (count == index.length / 4 * 3) {
            growIndex();
        }
        int slot = count++;
        set(slot, OWNER, owner);
        next(slot, NONE);
        int account = (int) (owner >>> 32);
        if (accounts.lastHolding(account) != NONE) {
            next(accounts.lastHolding(account), slot);
        }
        accounts.addHolding(account, slot);
        enterInIndex(owner, slot);
        return slot;
    }

    private static int at(int slot) {
        return (slot & CHUNK_MASK) * RECORD_LONGS;
    }

    private long get(int slot, int field) {
        return chunks[slot >> CHUNK_BITS][at(slot) + field];
    }

    private void set(int slot, int field, long value) {
        chunks[slot >> CHUNK_BITS][at(slot) + field] = value;
    }

    int next(int slot) {
        return next[slot >> CHUNK_BITS][slot & CHUNK_MASK];
    }

    private void next(int slot, int following) {
        next[slot >> CHUNK_BITS][slot & CHUNK_MASK] = following;
    }

    int instrument(int slot) {
        return (int) get(slot, OWNER);
    }

    int account(int slot) {
        return (int) (get(slot, OWNER) >>> 32);
    }

    long shares(int slot) {
        return get(slot, SHARES);
    }

    /** The shares of an account in an instrument, 0 where they never met. */
    long shares(int account, int instrument) {
        int slot = find(account, instrument);
        return slot == NONE ? 0 : shares(slot);
    }

    long sellable(int slot) {
        return get(slot, SHARES) - get(slot, RESERVED);
    }

    void addReserved(int slot, long shares) {
        set(slot, RESERVED, get(slot, RESERVED) + shares);
    }

    long purchaseWon(int slot) {
        return get(slot, PURCHASE);
    }

    long boughtToday(int slot) {
        return get(slot, BOUGHT_TODAY);
    }

    long soldToday(int slot) {
        return get(slot, SOLD_TODAY);
    }

    long boughtYesterday(int slot) {
        return get(slot, BOUGHT_YESTERDAY);
    }

    long soldYesterday(int slot) {
        return get(slot, SOLD_YESTERDAY);
    }

    /** Moves shares in (positive) or out without a trade, with what they are said to have cost. */
    void deposit(int slot, long shares, long purchaseWon) {
        long[] record = chunks[slot >> CHUNK_BITS];
        int at = at(slot);
        record[at + SHARES] = Math.addExact(record[at + SHARES], shares);
        addPurchase(slot, purchaseWon);
    }

    private void addPurchase(int slot, long won) {
        if (!AccountTable.isHouse(account(slot))) {
            set(slot, PURCHASE, Math.addExact(get(slot, PURCHASE), won));
        }
    }

    void buy(int slot, long shares, long amountWon) {
        long[] record = chunks[slot >> CHUNK_BITS];
        int at = at(slot);
        record[at + SHARES] = Math.addExact(record[at + SHARES], shares);
        addPurchase(slot, amountWon);
        record[at + BOUGHT_TODAY] += shares;
    }

    /**
     * Takes sold shares out at their average price; what they cost is rounded down, so the average of the rest never falls.
     * The house's own accounts go below zero and carry no purchase amount.
     */
    void sell(int slot, long shares) {
        long[] record = chunks[slot >> CHUNK_BITS];
        int at = at(slot);
        long held = record[at + SHARES];
        if (held >= shares) {
            record[at + PURCHASE] -= shareFloor(record[at + PURCHASE], shares, held);
        }
        record[at + SHARES] = held - shares;
        record[at + SOLD_TODAY] += shares;
    }

    /**
     * {@code amount * part / whole} rounded down, for {@code 0 <= part <= whole}, without overflow on the way where the
     * amount and the whole are what a holding can be.
     *
     * @throws ArithmeticException beyond that
     */
    static long shareFloor(long amount, long part, long whole) {
        if (part == whole) {
            return amount;
        }
        long each = amount / whole;
        long rest = amount % whole;
        if (Math.multiplyHigh(rest, part) == 0 && rest * part >= 0) {
            return each * part + rest * part / whole;
        }
        long high = Math.multiplyExact(rest, part >> PART_BITS);
        long low = Math.addExact(Math.multiplyExact(high % whole, 1L << PART_BITS), Math.multiplyExact(rest, part & PART_MASK));
        return each * part + (high / whole << PART_BITS) + low / whole;
    }

    /** Turns today's counts of a range of slots into yesterday's. */
    void startDay(int from, int to) {
        for (int slot = from; slot < to; slot++) {
            long[] record = chunks[slot >> CHUNK_BITS];
            int at = at(slot);
            record[at + BOUGHT_YESTERDAY] = record[at + BOUGHT_TODAY];
            record[at + SOLD_YESTERDAY] = record[at + SOLD_TODAY];
            record[at + BOUGHT_TODAY] = 0;
            record[at + SOLD_TODAY] = 0;
        }
    }

    void write(StateWriter out) {
        out.putLong(count);
        for (int slot = 0; slot < count; slot++) {
            out.putLongs(chunks[slot >> CHUNK_BITS], at(slot), at(slot) + RECORD_LONGS);
        }
    }

    void read(StateReader in) {
        int size = (int) in.getLong();
        for (int slot = 0; slot < size; slot++) {
            add(in.getLong());
            in.getLongs(chunks[slot >> CHUNK_BITS], at(slot) + SHARES, at(slot) + RECORD_LONGS);
        }
    }
}
