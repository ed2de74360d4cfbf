package dev.hoga.core;

/**
 * Every order, amendment and cancellation of the trading date, in flat records found by number: clients' numbers count from
 * 1, the house's own from {@link #FIRST_HOUSE_NUMBER}. Participants' orders have no number but a slot from
 * {@link #FIRST_PARTICIPANT_SLOT} on, which is used again as soon as its order is over, so that a market of millions of orders
 * a day keeps no more than its open ones. Records are in chunks, made as the numbers reach them and kept for the next day.
 *
 * <p>What matching reads of an order is one cache line, because in a busy market every order met is a miss; what only readers
 * want lies apart. The line is made of ints, so that linking, which writes to neighbours, need not read them first: a write
 * alone does not wait for memory.
 */
final class OrderTable {
    /** The highest order number a client can get: seven digits. */
    static final int LAST_CLIENT_NUMBER = 9_999_999;
    static final int FIRST_HOUSE_NUMBER = 10_000_001;
    /** The highest number of the house's own orders. */
    static final int LAST_HOUSE_NUMBER = 15_999_999;
    static final int FIRST_PARTICIPANT_SLOT = 16_000_001;
    /** The most orders of participants that are open at once. */
    static final int PARTICIPANT_SLOTS = 1 << 19;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    private static final int HOT_INTS = 16;
    /** An array's header is 16 bytes: after these 48 more, records begin where cache lines do, if the array does. */
    private static final int HOT_LEAD_INTS = 12;
    /** Next and previous order in the level's queue, and the level's handle. */
    private static final int NEXT = 0;
    private static final int PREVIOUS = 1;
    private static final int LEVEL = 2;
    /** The packed side, instrument, kind, time in force, type, status. */
    private static final int TRAITS = 3;
    private static final int ACCOUNT = 4;
    private static final int HOLDING = 5;
    /** The first order of the chain. */
    private static final int ROOT = 6;
    private static final int OPEN = 7;
    private static final int FILLED = 8;
    /** The account's open orders before and after this one. */
    private static final int OLDER_OPEN = 9;
    private static final int NEWER_OPEN = 10;
    /** Prices fit: the highest limit of a day is below twenty million won. */
    private static final int PRICE = 11;
    private static final int LAST_FILL_PRICE = 12;
    private static final int LAST_FILL_SHARES = 13;
    /** A long in two ints. */
    private static final int FILLED_AMOUNT = 14;

    private static final int COLD_LONGS = 3;
    /** Shares ordered, and the account's order before this one. */
    private static final int ORDERED_AND_OLDER = 0;
    private static final int TIME = 1;
    /** The order amended or cancelled, and the receipt sequence within the day. */
    private static final int ORIGINAL_AND_SEQUENCE = 2;

    private static final int TYPE_SHIFT = 4;
    private static final int FORCE_SHIFT = 8;
    private static final int KIND_SHIFT = 12;
    private static final int INSTRUMENT_SHIFT = 16;
    private static final int SIDE_SHIFT = 30;
    private static final int SIDE_MASK = 0x1;
    private static final int TRAIT_MASK = 0xF;
    /** Beside the kind, of which there are few. */
    private static final int CREDIT = 1 << 15;
    private static final int KIND_MASK = 0x7;
    /** Above the time of receipt, which needs 42 bits: the loan date of an order on credit. */
    private static final int LOAN_DAY_SHIFT = 44;
    private static final long TIME_MASK = (1L << LOAN_DAY_SHIFT) - 1;
    private static final int INSTRUMENT_MASK = 2 * Listing.FIRST_NXT - 1;
    private static final long LOW_INT = 0xFFFF_FFFFL;

    private final int[][] hot = new int[(FIRST_PARTICIPANT_SLOT + PARTICIPANT_SLOTS >> CHUNK_BITS) + 1][];
    private final long[][] cold = new long[hot.length][];
    /** The numbers given out last; not private, so that a test can stand at the end of them. */
    int lastClientNumber;
    int lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
    private int sequence;
    private final SlotPool participantSlots = new SlotPool(FIRST_PARTICIPANT_SLOT, PARTICIPANT_SLOTS);

    /** Record 0 belongs to no order: what is written to the neighbour of the first or the last order of a queue goes there. */
    OrderTable() {
        ensure(0);
    }

    /** Makes the records of the first numbers ahead. */
    void reserve(int count) {
        for (int chunk = 0; chunk <= Math.min(count, LAST_CLIENT_NUMBER) >> CHUNK_BITS; chunk++) {
            ensure(chunk);
        }
    }

    private void ensure(int chunk) {
        if (hot[chunk] == null) {
            hot[chunk] = new int[HOT_LEAD_INTS + (HOT_INTS << CHUNK_BITS)];
            cold[chunk] = new long[COLD_LONGS << CHUNK_BITS];
        }
    }

    /** Whether the next number can be given out. */
    boolean hasNumber(OrderSeries series) {
        return switch (series) {
            case CLIENT -> lastClientNumber < LAST_CLIENT_NUMBER;
            case HOUSE -> lastHouseNumber < LAST_HOUSE_NUMBER;
            case PARTICIPANT -> participantSlots.hasSlot();
        };
    }

    private int nextNumber(OrderSeries series) {
        return switch (series) {
            case CLIENT -> ++lastClientNumber;
            case HOUSE -> ++lastHouseNumber;
            case PARTICIPANT -> participantSlots.take();
        };
    }

    /** Whether a slot, not a number, stands for an order. */
    static boolean isParticipants(int number) {
        return number >= FIRST_PARTICIPANT_SLOT;
    }

    /** An order is over: a participant's slot may be used again. Nothing may refer to it any more. */
    void over(int number) {
        if (isParticipants(number)) {
            participantSlots.giveBack(number);
        }
    }

    /** Whether a slot has been given out on this trading date; its order may be over. */
    boolean participantsOrderExists(int slot) {
        return slot >= FIRST_PARTICIPANT_SLOT && slot < participantSlots.end();
    }

    /** Whether a broker's or the house's number was given out on this trading date; participants' orders have none. */
    boolean exists(int number) {
        return number >= 1 && number <= lastClientNumber || number >= FIRST_HOUSE_NUMBER && number <= lastHouseNumber;
    }

    /**
     * Gives out the next number and fills its record; the order is in no queue and not among the open ones yet.
     *
     * @param original the order it amends or cancels, else 0
     * @param older the account's order before this one, or 0
     */
    int add(OrderSeries series, OrderKind kind, Side side, OrderType type, TimeInForce timeInForce, int account, int holding,
        int instrument, long ordered, long priceWon, int original, int older, long timeMs) {
        int number = nextNumber(series);
        int chunk = number >> CHUNK_BITS;
        ensure(chunk);
        int[] record = hot[chunk];
        int at = hotAt(number);
        record[at + TRAITS] = kind.ordinal() << KIND_SHIFT | side.ordinal() << SIDE_SHIFT | type.ordinal() << TYPE_SHIFT
            | timeInForce.ordinal() << FORCE_SHIFT | instrument << INSTRUMENT_SHIFT;
        record[at + ACCOUNT] = account;
        record[at + HOLDING] = holding;
        record[at + ROOT] = original == 0 ? number : root(original);
        record[at + OPEN] = (int) ordered;
        record[at + FILLED] = 0;
        record[at + OLDER_OPEN] = 0;
        record[at + NEWER_OPEN] = 0;
        record[at + PRICE] = (int) priceWon;
        record[at + LAST_FILL_PRICE] = 0;
        record[at + LAST_FILL_SHARES] = 0;
        putLong(record, at + FILLED_AMOUNT, 0);
        long[] rest = cold[chunk];
        int restAt = coldAt(number);
        rest[restAt + ORDERED_AND_OLDER] = ordered << Integer.SIZE | older;
        rest[restAt + TIME] = timeMs;
        rest[restAt + ORIGINAL_AND_SEQUENCE] = (long) original << Integer.SIZE | ++sequence;
        return number;
    }

    /** Forgets all orders and starts the numbers again. No order may be open. */
    void startDay() {
        lastClientNumber = 0;
        lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
        participantSlots.clear();
        sequence = 0;
    }

    private static int hotAt(int number) {
        return HOT_LEAD_INTS + (number & CHUNK_MASK) * HOT_INTS;
    }

    private static int coldAt(int number) {
        return (number & CHUNK_MASK) * COLD_LONGS;
    }

    private int get(int number, int field) {
        return hot[number >> CHUNK_BITS][hotAt(number) + field];
    }

    private void set(int number, int field, int value) {
        hot[number >> CHUNK_BITS][hotAt(number) + field] = value;
    }

    private static long getLong(int[] record, int at) {
        return (long) record[at] << Integer.SIZE | record[at + 1] & LOW_INT;
    }

    private static void putLong(int[] record, int at, long value) {
        record[at] = (int) (value >> Integer.SIZE);
        record[at + 1] = (int) value;
    }

    private long getLong(int number, int field) {
        return getLong(hot[number >> CHUNK_BITS], hotAt(number) + field);
    }

    private long getCold(int number, int field) {
        return cold[number >> CHUNK_BITS][coldAt(number) + field];
    }

    private int trait(int number, int shift) {
        return get(number, TRAITS) >>> shift & TRAIT_MASK;
    }

    int next(int number) {
        return get(number, NEXT);
    }

    void next(int number, int next) {
        set(number, NEXT, next);
    }

    int previous(int number) {
        return get(number, PREVIOUS);
    }

    void previous(int number, int previous) {
        set(number, PREVIOUS, previous);
    }

    int level(int number) {
        return get(number, LEVEL);
    }

    void level(int number, int level) {
        set(number, LEVEL, level);
    }

    Side side(int number) {
        return Side.of(trait(number, SIDE_SHIFT) & SIDE_MASK);
    }

    OrderType type(int number) {
        return OrderType.of(trait(number, TYPE_SHIFT));
    }

    TimeInForce timeInForce(int number) {
        return TimeInForce.of(trait(number, FORCE_SHIFT));
    }

    OrderKind kind(int number) {
        return OrderKind.of(trait(number, KIND_SHIFT) & KIND_MASK);
    }

    /** Makes an order one on credit. @param loanDay the date of the loan it takes or repays; 0 to repay whatever date's */
    void onCredit(int number, int loanDay) {
        set(number, TRAITS, get(number, TRAITS) | CREDIT);
        cold[number >> CHUNK_BITS][coldAt(number) + TIME] |= (long) loanDay << LOAN_DAY_SHIFT;
    }

    boolean onCredit(int number) {
        return (get(number, TRAITS) & CREDIT) != 0;
    }

    int loanDay(int number) {
        return (int) (getCold(number, TIME) >> LOAN_DAY_SHIFT);
    }

    OrderStatus status(int number) {
        return OrderStatus.of(trait(number, 0));
    }

    void status(int number, OrderStatus status) {
        set(number, TRAITS, get(number, TRAITS) & ~TRAIT_MASK | status.ordinal());
    }

    long priceWon(int number) {
        return get(number, PRICE);
    }

    void priceWon(int number, long priceWon) {
        set(number, PRICE, (int) priceWon);
    }

    long openShares(int number) {
        return get(number, OPEN);
    }

    void openShares(int number, long shares) {
        set(number, OPEN, (int) shares);
    }

    int account(int number) {
        return get(number, ACCOUNT);
    }

    /** What a sell order sells: the account's holding slot in the instrument; {@link HoldingTable#NONE} for a buy order. */
    int holding(int number) {
        return get(number, HOLDING);
    }

    int instrument(int number) {
        return get(number, TRAITS) >>> INSTRUMENT_SHIFT & INSTRUMENT_MASK;
    }

    /** Counts receipts within the day: the smaller came first. */
    int sequence(int number) {
        return (int) getCold(number, ORIGINAL_AND_SEQUENCE);
    }

    /** Counts an order as received now. */
    void receiveAgain(int number) {
        cold[number >> CHUNK_BITS][coldAt(number) + ORIGINAL_AND_SEQUENCE] = (long) original(number) << Integer.SIZE | ++sequence;
    }

    long filledAmountWon(int number) {
        return getLong(number, FILLED_AMOUNT);
    }

    long orderedShares(int number) {
        return getCold(number, ORDERED_AND_OLDER) >> Integer.SIZE;
    }

    long filledShares(int number) {
        return get(number, FILLED);
    }

    long lastFillPriceWon(int number) {
        return get(number, LAST_FILL_PRICE);
    }

    long lastFillShares(int number) {
        return get(number, LAST_FILL_SHARES);
    }

    /** Notes a fill: open shares, filled shares and amount, last fill. */
    void fill(int number, long shares, long priceWon) {
        int[] record = hot[number >> CHUNK_BITS];
        int at = hotAt(number);
        record[at + OPEN] -= (int) shares;
        record[at + FILLED] += (int) shares;
        putLong(record, at + FILLED_AMOUNT, getLong(record, at + FILLED_AMOUNT) + shares * priceWon);
        record[at + LAST_FILL_PRICE] = (int) priceWon;
        record[at + LAST_FILL_SHARES] = (int) shares;
    }

    long timeMs(int number) {
        return getCold(number, TIME) & TIME_MASK;
    }

    int original(int number) {
        return (int) (getCold(number, ORIGINAL_AND_SEQUENCE) >> Integer.SIZE);
    }

    int root(int number) {
        return get(number, ROOT);
    }

    int older(int number) {
        return (int) getCold(number, ORDERED_AND_OLDER);
    }

    int olderOpen(int number) {
        return get(number, OLDER_OPEN);
    }

    void olderOpen(int number, int older) {
        set(number, OLDER_OPEN, older);
    }

    int newerOpen(int number) {
        return get(number, NEWER_OPEN);
    }

    void newerOpen(int number, int newer) {
        set(number, NEWER_OPEN, newer);
    }

    /** Writes all records; level handles and queue links are left out, because the books are written in queue order. */
    void write(StateWriter out) {
        out.putLong(lastClientNumber);
        out.putLong(lastHouseNumber);
        out.putLong(sequence);
        for (int number = 1; number <= lastClientNumber; number++) {
            writeRecord(out, number);
        }
        for (int number = FIRST_HOUSE_NUMBER; number <= lastHouseNumber; number++) {
            writeRecord(out, number);
        }
        participantSlots.write(out);
        for (int slot = FIRST_PARTICIPANT_SLOT; slot < participantSlots.end(); slot++) {
            writeRecord(out, slot);
        }
    }

    private void writeRecord(StateWriter out, int number) {
        for (int field = TRAITS; field < HOT_INTS; field++) {
            out.putLong(get(number, field));
        }
        out.putLongs(cold[number >> CHUNK_BITS], coldAt(number), coldAt(number) + COLD_LONGS);
    }

    void read(StateReader in) {
        lastClientNumber = (int) in.getLong();
        lastHouseNumber = (int) in.getLong();
        sequence = (int) in.getLong();
        for (int number = 1; number <= lastClientNumber; number++) {
            readRecord(in, number);
        }
        for (int number = FIRST_HOUSE_NUMBER; number <= lastHouseNumber; number++) {
            readRecord(in, number);
        }
        participantSlots.read(in);
        for (int slot = FIRST_PARTICIPANT_SLOT; slot < participantSlots.end(); slot++) {
            readRecord(in, slot);
        }
    }

    private void readRecord(StateReader in, int number) {
        ensure(number >> CHUNK_BITS);
        for (int field = TRAITS; field < HOT_INTS; field++) {
            set(number, field, (int) in.getLong());
        }
        in.getLongs(cold[number >> CHUNK_BITS], coldAt(number), coldAt(number) + COLD_LONGS);
    }
}
