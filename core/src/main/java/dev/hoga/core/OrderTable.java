package dev.hoga.core;

/**
 * Every order, amendment and cancellation of the trading date, in flat records of {@value #RECORD_LONGS} longs, found by
 * number: clients' numbers count from 1, the house's own from {@link #FIRST_HOUSE_NUMBER}. Records are in chunks, made as
 * the numbers reach them and kept for the next day.
 *
 * <p>The first eight longs are what matching touches; they share a cache line.
 */
final class OrderTable {
    /** The highest order number a client can get: seven digits. */
    static final int LAST_CLIENT_NUMBER = 9_999_999;
    static final int FIRST_HOUSE_NUMBER = 10_000_001;
    /** The highest number of the house's own orders. */
    static final int LAST_HOUSE_NUMBER = 15_999_999;

    private static final int RECORD_LONGS = 16;
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    /** Next and previous order in the level's queue. */
    private static final int LINKS = 0;
    /** Level handle, and the packed kind, side, type, time in force, status. */
    private static final int LEVEL_AND_TRAITS = 1;
    private static final int PRICE = 2;
    private static final int OPEN = 3;
    /** Account, and its holding slot in the instrument. */
    private static final int OWNER = 4;
    /** Instrument, and the receipt sequence within the day. */
    private static final int INSTRUMENT_AND_SEQUENCE = 5;
    private static final int RESERVED = 6;
    private static final int FILLED_AMOUNT = 7;
    private static final int ORDERED = 8;
    private static final int FILLED = 9;
    private static final int COMMISSION = 10;
    private static final int LAST_FILL_PRICE = 11;
    private static final int TIME = 12;
    /** Original and root order. */
    private static final int CHAIN = 13;
    /** The account's order before this one, and the shares of the last fill. */
    private static final int OLDER_AND_LAST_FILL = 14;
    /** The next older order in the account's chain of open orders. */
    private static final int OLDER_OPEN = 15;

    private static final int SIDE_SHIFT = 4;
    private static final int TYPE_SHIFT = 8;
    private static final int FORCE_SHIFT = 12;
    private static final int KIND_SHIFT = 16;
    private static final int TRAIT_MASK = 0xF;

    private final long[][] chunks = new long[(LAST_HOUSE_NUMBER >> CHUNK_BITS) + 1][];
    private int lastClientNumber;
    private int lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
    private int sequence;

    /** Makes the records of the first numbers ahead. */
    void reserve(int count) {
        for (int chunk = 0; chunk <= Math.min(count, LAST_CLIENT_NUMBER) >> CHUNK_BITS; chunk++) {
            if (chunks[chunk] == null) {
                chunks[chunk] = new long[RECORD_LONGS << CHUNK_BITS];
            }
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
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[RECORD_LONGS << CHUNK_BITS];
        }
        long[] record = chunks[chunk];
        int at = at(number);
        record[at + LINKS] = 0;
        record[at + LEVEL_AND_TRAITS] = (long) kind.ordinal() << KIND_SHIFT | (long) side.ordinal() << SIDE_SHIFT
            | (long) type.ordinal() << TYPE_SHIFT | (long) timeInForce.ordinal() << FORCE_SHIFT;
        record[at + PRICE] = priceWon;
        record[at + OPEN] = ordered;
        record[at + OWNER] = (long) account << 32 | holding & 0xFFFF_FFFFL;
        record[at + INSTRUMENT_AND_SEQUENCE] = (long) instrument << 32 | ++sequence;
        record[at + RESERVED] = 0;
        record[at + FILLED_AMOUNT] = 0;
        record[at + ORDERED] = ordered;
        record[at + FILLED] = 0;
        record[at + COMMISSION] = 0;
        record[at + LAST_FILL_PRICE] = 0;
        record[at + TIME] = timeMs;
        record[at + CHAIN] = number;
        record[at + OLDER_AND_LAST_FILL] = 0;
        record[at + OLDER_OPEN] = 0;
        return number;
    }

    /** Forgets all orders and starts the numbers again. No order may be open. */
    void startDay() {
        lastClientNumber = 0;
        lastHouseNumber = FIRST_HOUSE_NUMBER - 1;
        sequence = 0;
    }

    private static int at(int number) {
        return (number & CHUNK_MASK) * RECORD_LONGS;
    }

    private long get(int number, int field) {
        return chunks[number >> CHUNK_BITS][at(number) + field];
    }

    private void set(int number, int field, long value) {
        chunks[number >> CHUNK_BITS][at(number) + field] = value;
    }

    private int high(int number, int field) {
        return (int) (get(number, field) >>> 32);
    }

    private int low(int number, int field) {
        return (int) get(number, field);
    }

    private void high(int number, int field, int value) {
        set(number, field, (long) value << 32 | get(number, field) & 0xFFFF_FFFFL);
    }

    private void low(int number, int field, int value) {
        set(number, field, get(number, field) & 0xFFFF_FFFF_0000_0000L | value & 0xFFFF_FFFFL);
    }

    private int trait(int number, int shift) {
        return (int) get(number, LEVEL_AND_TRAITS) >>> shift & TRAIT_MASK;
    }

    int next(int number) {
        return high(number, LINKS);
    }

    void next(int number, int next) {
        high(number, LINKS, next);
    }

    int previous(int number) {
        return low(number, LINKS);
    }

    void previous(int number, int previous) {
        low(number, LINKS, previous);
    }

    int level(int number) {
        return high(number, LEVEL_AND_TRAITS);
    }

    void level(int number, int level) {
        high(number, LEVEL_AND_TRAITS, level);
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
        set(number, LEVEL_AND_TRAITS, get(number, LEVEL_AND_TRAITS) & ~(long) TRAIT_MASK | status.ordinal());
    }

    long priceWon(int number) {
        return get(number, PRICE);
    }

    long openShares(int number) {
        return get(number, OPEN);
    }

    void openShares(int number, long shares) {
        set(number, OPEN, shares);
    }

    int account(int number) {
        return high(number, OWNER);
    }

    /** The account's holding slot in the instrument, or {@link HoldingTable#NONE} for a buy order that has not filled. */
    int holding(int number) {
        return low(number, OWNER);
    }

    void holding(int number, int holding) {
        low(number, OWNER, holding);
    }

    int instrument(int number) {
        return high(number, INSTRUMENT_AND_SEQUENCE);
    }

    /** Counts receipts within the day: the smaller came first. */
    int sequence(int number) {
        return low(number, INSTRUMENT_AND_SEQUENCE);
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
        return get(number, ORDERED);
    }

    long filledShares(int number) {
        return get(number, FILLED);
    }

    long commissionWon(int number) {
        return get(number, COMMISSION);
    }

    long lastFillPriceWon(int number) {
        return get(number, LAST_FILL_PRICE);
    }

    int lastFillShares(int number) {
        return low(number, OLDER_AND_LAST_FILL);
    }

    /** Notes a fill: open shares, filled shares and amount, last fill, commission charged so far. */
    void fill(int number, long shares, long priceWon, long commissionWon) {
        long[] record = chunks[number >> CHUNK_BITS];
        int at = at(number);
        record[at + OPEN] -= shares;
        record[at + FILLED] += shares;
        record[at + FILLED_AMOUNT] += shares * priceWon;
        record[at + COMMISSION] = commissionWon;
        record[at + LAST_FILL_PRICE] = priceWon;
        record[at + OLDER_AND_LAST_FILL] = record[at + OLDER_AND_LAST_FILL] & 0xFFFF_FFFF_0000_0000L | shares;
    }

    long timeMs(int number) {
        return get(number, TIME);
    }

    int original(int number) {
        return high(number, CHAIN);
    }

    int root(int number) {
        return low(number, CHAIN);
    }

    void chain(int number, int original, int root) {
        set(number, CHAIN, (long) original << 32 | root);
    }

    int older(int number) {
        return high(number, OLDER_AND_LAST_FILL);
    }

    void older(int number, int older) {
        high(number, OLDER_AND_LAST_FILL, older);
    }

    int olderOpen(int number) {
        return (int) get(number, OLDER_OPEN);
    }

    void olderOpen(int number, int older) {
        set(number, OLDER_OPEN, older);
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
        out.putLong(low(number, LEVEL_AND_TRAITS));
        out.putLongs(chunks[number >> CHUNK_BITS], at(number) + PRICE, at(number) + RECORD_LONGS);
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
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[RECORD_LONGS << CHUNK_BITS];
        }
        set(number, LEVEL_AND_TRAITS, in.getLong());
        in.getLongs(chunks[chunk], at(number) + PRICE, at(number) + RECORD_LONGS);
    }
}
