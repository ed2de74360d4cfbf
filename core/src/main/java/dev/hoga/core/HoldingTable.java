package dev.hoga.core;

import java.util.Arrays;

/**
 * Who holds what: one slot for each account and instrument that ever met, in flat records of {@value #RECORD_LONGS} longs,
 * one cache line each. The shares of an instrument sum to zero over all accounts, the house's own included.
 *
 * <p>What a sell order asks before it is taken, the sellable shares, lies in the index: then an order that does not trade
 * needs no record.
 */
final class HoldingTable {
    static final int NONE = -1;
    /** The most shares that can be brought into a holding: some ten times the largest issue. */
    static final long MAX_DEPOSITED_SHARES = 100_000_000_000L;

    /** Half the bits of the most shares in an order: a product with a part of so many bits stays a long. */
    private static final int PART_BITS = 15;
    private static final long PART_MASK = (1L << PART_BITS) - 1;

    private static final int INSTRUMENT_BITS = 13;
    private static final int INSTRUMENT_MASK = (1 << INSTRUMENT_BITS) - 1;
    private static final int SLOT_BITS = 25;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    /** Orders are refused beyond so many: then every order of a day could still make a slot. */
    static final int MAX_HOLDINGS = SLOT_MASK / 2;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int RECORD_LONGS = 8;
    /** An array's header is 16 bytes: after these 48 more, records begin where cache lines do, if the array does. */
    private static final int LEAD_LONGS = 6;
    /** Account and instrument. */
    private static final int OWNER = 0;
    private static final int SHARES = 1;
    private static final int PURCHASE = 2;
    private static final int BOUGHT_TODAY = 3;
    private static final int SOLD_TODAY = 4;
    private static final int BOUGHT_YESTERDAY = 5;
    private static final int SOLD_YESTERDAY = 6;
    /** The next holding of the same account. */
    private static final int NEXT = 7;

    private static final int FIRST_INDEX_BITS = 8;
    private static final int ENTRY_LONGS = 2;
    private static final int SELLABLE = 1;

    private final AccountTable accounts;
    /** Open addressing by owner: the owner with the slot and 1 below it, 0 for free; then the sellable shares. */
    private long[] index;
    private int indexBits = FIRST_INDEX_BITS;
    /** Records in chunks: growing copies none. */
    private final long[][] chunks = new long[(SLOT_MASK >> CHUNK_BITS) + 1][];
    private int count;

    HoldingTable(AccountTable accounts) {
        this.accounts = accounts;
        index = new long[ENTRY_LONGS << FIRST_INDEX_BITS];
    }

    int count() {
        return count;
    }

    /** The slot of an account's holding in an instrument, or {@link #NONE}. */
    int find(int account, int instrument) {
        return slot(index[entry(owner(account, instrument))]);
    }

    /** The shares that an account may offer for sale, 0 where it never met the instrument. */
    long sellable(int account, int instrument) {
        return index[entry(owner(account, instrument)) + SELLABLE];
    }

    /** Sets shares free for sale (positive) or binds them, in a holding that is made where it does not exist. @return the slot */
    int addSellable(int account, int instrument, long shares) {
        long owner = owner(account, instrument);
        int entry = entry(owner);
        if (index[entry] == 0) {
            add(account, instrument);
            entry = entry(owner);
        }
        index[entry + SELLABLE] += shares;
        return slot(index[entry]);
    }

    private static long owner(int account, int instrument) {
        return (long) account << INSTRUMENT_BITS | instrument;
    }

    /** The slot in an entry; {@link #NONE} in a free one. */
    private static int slot(long entry) {
        return ((int) entry & SLOT_MASK) - 1;
    }

    /** Where an owner's entry in the index is, or would be. */
    private int entry(long owner) {
        int at = (int) (owner * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - indexBits) * ENTRY_LONGS;
        while (index[at] != 0 && index[at] >>> SLOT_BITS != owner) {
            at = at + ENTRY_LONGS & index.length - 1;
        }
        return at;
    }

    private void growIndex() {
        long[] old = index;
        index = new long[ENTRY_LONGS << ++indexBits];
        for (int from = 0; from < old.length; from += ENTRY_LONGS) {
            if (old[from] != 0) {
                int to = entry(old[from] >>> SLOT_BITS);
                index[to] = old[from];
                index[to + SELLABLE] = old[from + SELLABLE];
            }
        }
    }

    private int add(int account, int instrument) {
        int chunk = count >> CHUNK_BITS;
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[LEAD_LONGS + (RECORD_LONGS << CHUNK_BITS)];
        }
        if (count == index.length / ENTRY_LONGS / 4 * 3) {
            growIndex();
        }
        int slot = count++;
        long owner = owner(account, instrument);
        set(slot, OWNER, owner);
        set(slot, NEXT, NONE);
        if (accounts.lastHolding(account) != NONE) {
            set(accounts.lastHolding(account), NEXT, slot);
        }
        accounts.addHolding(account, slot);
        index[entry(owner)] = owner << SLOT_BITS | slot + 1;
        return slot;
    }

    private static int at(int slot) {
        return LEAD_LONGS + (slot & CHUNK_MASK) * RECORD_LONGS;
    }

    private long get(int slot, int field) {
        return chunks[slot >> CHUNK_BITS][at(slot) + field];
    }

    private void set(int slot, int field, long value) {
        chunks[slot >> CHUNK_BITS][at(slot) + field] = value;
    }

    int next(int slot) {
        return (int) get(slot, NEXT);
    }

    int instrument(int slot) {
        return (int) get(slot, OWNER) & INSTRUMENT_MASK;
    }

    int account(int slot) {
        return (int) (get(slot, OWNER) >> INSTRUMENT_BITS);
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
        return index[entry(get(slot, OWNER)) + SELLABLE];
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

    /** Moves shares in (positive) or out without a trade, with what they are said to have cost. @return the slot */
    int deposit(int account, int instrument, long shares, long purchaseWon) {
        int slot = addSellable(account, instrument, shares);
        long[] record = chunks[slot >> CHUNK_BITS];
        int at = at(slot);
        record[at + SHARES] = Math.addExact(record[at + SHARES], shares);
        if (!AccountTable.isHouse(account)) {
            record[at + PURCHASE] = Math.addExact(record[at + PURCHASE], purchaseWon);
        }
        return slot;
    }

    /** Takes bought shares in. @return the slot */
    int buy(int account, int instrument, long shares, long amountWon) {
        int slot = deposit(account, instrument, shares, amountWon);
        chunks[slot >> CHUNK_BITS][at(slot) + BOUGHT_TODAY] += shares;
        return slot;
    }

    /**
     * Takes sold shares, which were bound before, out at their average price; what they cost is rounded down, so the average
     * of the rest never falls. The house's own accounts go below zero and carry no purchase amount.
     *
     * @return what they cost
     */
    long sell(int slot, long shares) {
        long[] record = chunks[slot >> CHUNK_BITS];
        int at = at(slot);
        long held = record[at + SHARES];
        long costWon = held >= shares ? shareFloor(record[at + PURCHASE], shares, held) : 0;
        record[at + PURCHASE] -= costWon;
        record[at + SHARES] = held - shares;
        record[at + SOLD_TODAY] += shares;
        return costWon;
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
            out.putLongs(chunks[slot >> CHUNK_BITS], at(slot), at(slot) + NEXT);
            out.putLong(sellable(slot));
        }
    }

    void read(StateReader in) {
        int size = (int) in.getLong();
        for (int slot = 0; slot < size; slot++) {
            long owner = in.getLong();
            add((int) (owner >> INSTRUMENT_BITS), (int) owner & INSTRUMENT_MASK);
            in.getLongs(chunks[slot >> CHUNK_BITS], at(slot) + SHARES, at(slot) + NEXT);
            index[entry(owner) + SELLABLE] = in.getLong();
        }
    }
}
