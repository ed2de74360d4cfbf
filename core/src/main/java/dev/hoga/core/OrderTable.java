package dev.hoga.core;

/**
 * Every order, amendment and cancellation of the trading date, in flat records found by number: clients' numbers count from
 * 1, the house's own from {@link #FIRST_HOUSE_NUMBER}. Records are in chunks, made as the numbers reach them and kept for the
 * next day.
 *
 * <p>A record has three parts. What matching reads is a cache line of its own, because in a busy market every order met is a
 * miss. What only readers want lies apart. The links of queues and chains are plain ints: linking an order writes to its
 * neighbours, and a write that need not read first does not wait for memory.
 */
final class OrderTable {
    /** The highest order number a client can get: seven digits. */
    static final int LAST_CLIENT_NUMBER = 9_999_999;
    static final int FIRST_HOUSE_NUMBER = 10_000_001;
    /** The highest number of the house's own orders. */
    static final int LAST_HOUSE_NUMBER = 15_999_999;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    private static final int HOT_LONGS = 8;
    /** An array's header is 16 bytes: after these 48 more, records begin where cache lines do, if the array does. */
    private static final int HOT_LEAD_LONGS = 6;
    /** The packed kind, side, type, time in force, status. */
    private static final int TRAITS = 0;
    private static final int PRICE = 1;
    /** Shares still open, and shares filled. */
    private static final int OPEN_AND_FILLED = 2;
    /** Account, and its holding slot in the instrument. */
    private static final int OWNER = 3;
    /** Instrument, and the receipt sequence within the day. */
    private static final int INSTRUMENT_AND_SEQUENCE = 4;
    private static final int RESERVED = 5;
    private static final int FILLED_AMOUNT = 6;
    private static final int COMMISSION = 7;

    private static final int COLD_LONGS = 6;
    private static final int ORDERED = 0;
    private static final int LAST_FILL_PRICE = 1;
    private static final int LAST_FILL_SHARES = 2;
    private static final int TIME = 3;
    /** Original and root order. */
    private static final int CHAIN = 4;
    /** The account's order before this one. */
    private static final int OLDER = 5;

    private static final int LINK_INTS = 4;
    /** Next and previous order in the level's queue, and the level's handle. */
    private static final int NEXT = 0;
    private static final int PREVIOUS = 1;
    private static final int LEVEL = 2;
    /** The next older order in the account's chain of open orders. */
    private static final int OLDER_OPEN = 3;

    private static final int SIDE_SHIFT = 4;
    private static final int TYPE_SHIFT = 8;
    private static final int FORCE_SHIFT = 12;
    private static final int KIND_SHIFT = 16;
    private static final int TRAIT_MASK = 0xF;
    private static final long LOW_INT = 0xFFFF_FFFFL;

    private final long[][] hot = new long[(LAST_HOUSE_NUMBER >> CHUNK_BITS) + 1][];
    private final long[][] cold = new long[hot.length][];
    private final int[][] links = new int[hot.length][];
    private int lastClientNumber;
    private int lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
    private int sequence;

    /** Makes the records of the first numbers ahead. */
    void reserve(int count) {
        for (int chunk = 0; chunk <= Math.min(count, LAST_CLIENT_NUMBER) >> CHUNK_BITS; chunk++) {
            ensure(chunk);
        }
    }

    private void ensure(int chunk) {
        if (hot[chunk] == null) {
            hot[chunk] = new long[HOT_LEAD_LONGS + (HOT_LONGS << CHUNK_BITS)];
            cold[chunk] = new long[COLD_LONGS << CHUNK_BITS];
            links[chunk] = new int[LINK_INTS << CHUNK_BITS];
        }
    }

    /** Whether the next number can be given out. */
    boolean hasNumber(boolean house) {
        return house ? lastHouseNumber < LAST_HOUSE_NUMBER : lastClientNumber < LAST_CLIENT_NUMBER;
    }

    boolean exists(int number) {
        return number >= 1 && number <= lastClientNumber || number >= FIRST_HOUSE_NUMBER && number <= lastHouseNumber;
    }

    /** Gives out the next number and fills its record; the order is not in any queue or list yet. */
    int add(boolean house, OrderKind kind, Side side, OrderType type, TimeInForce timeInForce, int account, int holding,
        int instrument, long ordered, long priceWon, long timeMs) {
        int number = house ? ++lastHouseNumber : ++lastClientNumber;
        int chunk = number >> CHUNK_BITS;
        ensure(chunk);
        long[] record = hot[chunk];
        int at = hotAt(number);
        record[at + TRAITS] = (long) kind.ordinal() << KIND_SHIFT | (long) side.ordinal() << SIDE_SHIFT
            | (long) type.ordinal() << TYPE_SHIFT | (long) timeInForce.ordinal() << FORCE_SHIFT;
        record[at + PRICE] = priceWon;
        record[at + OPEN_AND_FILLED] = ordered << Integer.SIZE;
        record[at + OWNER] = (long) account << Integer.SIZE | holding & LOW_INT;
        record[at + INSTRUMENT_AND_SEQUENCE] = (long) instrument << Integer.SIZE | ++sequence;
        record[at + RESERVED] = 0;
        record[at + FILLED_AMOUNT] = 0;
        record[at + COMMISSION] = 0;
        long[] rest = cold[chunk];
        int restAt = coldAt(number);
        rest[restAt + ORDERED] = ordered;
        rest[restAt + LAST_FILL_PRICE] = 0;
        rest[restAt + LAST_FILL_SHARES] = 0;
        rest[restAt + TIME] = timeMs;
        rest[restAt + CHAIN] = number;
        rest[restAt + OLDER] = 0;
        olderOpen(number, 0);
        return number;
    }

    /** Forgets all orders and starts the numbers again. No order may be open. */
    void startDay() {
        lastClientNumber = 0;
        lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
        sequence = 0;
    }

    private static int hotAt(int number) {
        return HOT_LEAD_LONGS + (number & CHUNK_MASK) * HOT_LONGS;
    }

    private static int coldAt(int number) {
        return (number & CHUNK_MASK) * COLD_LONGS;
    }

    private long get(int number, int field) {
        return hot[number >> CHUNK_BITS][hotAt(number) + field];
    }

    private void set(int number, int field, long value) {
        hot[number >> CHUNK_BITS][hotAt(number) + field] = value;
    }

    private long getCold(int number, int field) {
        return cold[number >> CHUNK_BITS][coldAt(number) + field];
    }

    private void setCold(int number, int field, long value) {
        cold[number >> CHUNK_BITS][coldAt(number) + field] = value;
    }

    private int link(int number, int which) {
        return links[number >> CHUNK_BITS][(number & CHUNK_MASK) * LINK_INTS + which];
    }

    private void link(int number, int which, int value) {
        links[number >> CHUNK_BITS][(number & CHUNK_MASK) * LINK_INTS + which] = value;
    }

    private static int high(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private int trait(int number, int shift) {
        return (int) get(number, TRAITS) >>> shift & TRAIT_MASK;
    }

    int next(int number) {
        return link(number, NEXT);
    }

    void next(int number, int next) {
        link(number, NEXT, next);
    }

    int previous(int number) {
        return link(number, PREVIOUS);
    }

    void previous(int number, int previous) {
        link(number, PREVIOUS, previous);
    }

    int level(int number) {
        return link(number, LEVEL);
    }

    void level(int number, int level) {
        link(number, LEVEL, level);
    }

    Side side(int number) {
        return Side.of(trait(number, SIDE_SHIFT));
    }

    OrderType type(int number) {
        return OrderType.of(trait(number, TYPE_SHIFT));
    }

    TimeInForce timeInForce(int number) {
        return TimeInForce.of(trait(number, FORCE_SHIFT));
    }

    OrderKind kind(int number) {
        return OrderKind.of(trait(number, KIND_SHIFT));
    }

    OrderStatus status(int number) {
        return OrderStatus.of(trait(number, 0));
    }

    void status(int number, OrderStatus status) {
        set(number, TRAITS, get(number, TRAITS) & ~(long) TRAIT_MASK | status.ordinal());
    }

    long priceWon(int number) {
        return get(number, PRICE);
    }

    long openShares(int number) {
        return high(get(number, OPEN_AND_FILLED));
    }

    void openShares(int number, long shares) {
        set(number, OPEN_AND_FILLED, shares << Integer.SIZE | get(number, OPEN_AND_FILLED) & LOW_INT);
    }

    int account(int number) {
        return high(get(number, OWNER));
    }

    /** The account's holding slot in the instrument, or {@link HoldingTable#NONE} for a buy order that has not filled. */
    int holding(int number) {
        return (int) get(number, OWNER);
    }

    void holding(int number, int holding) {
        set(number, OWNER, (long) account(number) << Integer.SIZE | holding & LOW_INT);
    }

    int instrument(int number) {
        return high(get(number, INSTRUMENT_AND_SEQUENCE));
    }

    /** Counts receipts within the day: the smaller came first. */
    int sequence(int number) {
        return (int) get(number, INSTRUMENT_AND_SEQUENCE);
    }

    long reservedWon(int number) {
        return get(number, RESERVED);
    }

    void reservedWon(int number, long won) {
        set(number, RESERVED, won);
    }

    long filledAmountWon(int number) {
        return get(number, FILLED_AMOUNT);
    }

    long orderedShares(int number) {
        return getCold(number, ORDERED);
    }

    long filledShares(int number) {
        return (int) get(number, OPEN_AND_FILLED);
    }

    long commissionWon(int number) {
        return get(number, COMMISSION);
    }

    long lastFillPriceWon(int number) {
        return getCold(number, LAST_FILL_PRICE);
    }

    long lastFillShares(int number) {
        return getCold(number, LAST_FILL_SHARES);
    }

    /** Notes a fill: open shares, filled shares and amount, last fill, commission charged so far. */
    void fill(int number, long shares, long priceWon, long commissionWon) {
        long[] record = hot[number >> CHUNK_BITS];
        int at = hotAt(number);
        record[at + OPEN_AND_FILLED] += shares - (shares << Integer.SIZE);
        record[at + FILLED_AMOUNT] += shares * priceWon;
        record[at + COMMISSION] = commissionWon;
        setCold(number, LAST_FILL_PRICE, priceWon);
        setCold(number, LAST_FILL_SHARES, shares);
    }

    long timeMs(int number) {
        return getCold(number, TIME);
    }

    int original(int number) {
        return high(getCold(number, CHAIN));
    }

    int root(int number) {
        return (int) getCold(number, CHAIN);
    }

    void chain(int number, int original, int root) {
        setCold(number, CHAIN, (long) original << Integer.SIZE | root);
    }

    int older(int number) {
        return (int) getCold(number, OLDER);
    }

    void older(int number, int older) {
        setCold(number, OLDER, older);
    }

    int olderOpen(int number) {
        return link(number, OLDER_OPEN);
    }

    void olderOpen(int number, int older) {
        link(number, OLDER_OPEN, older);
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
    }

    private void writeRecord(StateWriter out, int number) {
        out.putLongs(hot[number >> CHUNK_BITS], hotAt(number), hotAt(number) + HOT_LONGS);
        out.putLongs(cold[number >> CHUNK_BITS], coldAt(number), coldAt(number) + COLD_LONGS);
        out.putLong(olderOpen(number));
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
    }

    private void readRecord(StateReader in, int number) {
        int chunk = number >> CHUNK_BITS;
        ensure(chunk);
        in.getLongs(hot[chunk], hotAt(number), hotAt(number) + HOT_LONGS);
        in.getLongs(cold[chunk], coldAt(number), coldAt(number) + COLD_LONGS);
        olderOpen(number, (int) in.getLong());
    }
}
