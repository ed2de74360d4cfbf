package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The accounts, the house's own first, then those of simulated participants, then the clients'. What trading touches lies in flat records of {@value #RECORD_LONGS} longs, one cache
 * line each; names lie beside them.
 */
final class AccountTable {
    /** The most accounts. */
    static final int MAX_ACCOUNTS = 1_000_000;
    /** The ids below are for the house. */
    static final int FIRST_PARTICIPANT = 16;
    /** The ids below, and not the house's, are for participants: they exist from the start and have no account number. */
    static final int FIRST_CLIENT = 256;

    private static final int MISSING = -1;

    private static final int RECORD_LONGS = 8;
    private static final int CASH = 0;
    private static final int RESERVED = 1;
    private static final int FEE_RATE = 2;
    private static final int NEWEST_ORDER = 3;
    private static final int NEWEST_OPEN_ORDER = 4;
    private static final int OPEN_COUNT = 5;
    private static final int FIRST_HOLDING = 6;
    private static final int LAST_HOLDING = 7;

    private long[] records = new long[2 * FIRST_CLIENT * RECORD_LONGS];
    private long[] accountNumber = new long[2 * FIRST_CLIENT];
    private String[] name = new String[2 * FIRST_CLIENT];
    private String[] htsId = new String[2 * FIRST_CLIENT];
    private int count;
    private final Long2LongHashMap idByNumber = new Long2LongHashMap(MISSING);

    AccountTable() {
        for (int id = 0; id < FIRST_CLIENT; id++) {
            boolean used = id < HouseAccount.values().length;
            add(0, used ? HouseAccount.values()[id].name() : "", "", 0);
        }
    }

    int open(long number, String accountName, String hts, long rate) {
        idByNumber.put(number, count);
        return add(number, accountName, hts, rate);
    }

    private int add(long number, String accountName, String hts, long rate) {
        if (count == accountNumber.length) {
            grow(count * 2);
        }
        accountNumber[count] = number;
        name[count] = accountName;
        htsId[count] = hts;
        set(count, FEE_RATE, rate);
        set(count, FIRST_HOLDING, MISSING);
        set(count, LAST_HOLDING, MISSING);
        return count++;
    }

    private void grow(int capacity) {
        records = Arrays.copyOf(records, capacity * RECORD_LONGS);
        accountNumber = Arrays.copyOf(accountNumber, capacity);
        name = Arrays.copyOf(name, capacity);
        htsId = Arrays.copyOf(htsId, capacity);
    }

    private long get(int id, int field) {
        return records[id * RECORD_LONGS + field];
    }

    private void set(int id, int field, long value) {
        records[id * RECORD_LONGS + field] = value;
    }

    int count() {
        return count;
    }

    /** Whether the id is that of an account that commands can trade for: a client's, or the scripted trader's. */
    boolean trades(int id) {
        return id >= FIRST_CLIENT && id < count || id == HouseAccount.SCRIPTED_TRADER.id();
    }

    static boolean isHouse(int id) {
        return id < FIRST_PARTICIPANT;
    }

    /** Whether the id is that of a simulated participant. */
    static boolean isParticipant(int id) {
        return id >= FIRST_PARTICIPANT && id < FIRST_CLIENT;
    }

    int id(long number) {
        return (int) idByNumber.get(number);
    }

    long accountNumber(int id) {
        return accountNumber[id];
    }

    String name(int id) {
        return name[id];
    }

    String htsId(int id) {
        return htsId[id];
    }

    long feeRatePpb(int id) {
        return get(id, FEE_RATE);
    }

    void feeRatePpb(int id, long rate) {
        set(id, FEE_RATE, rate);
    }

    long cashWon(int id) {
        return get(id, CASH);
    }

    long orderableWon(int id) {
        return get(id, CASH) - get(id, RESERVED);
    }

    /** Moves won from one account to another: the two sides of an entry. */
    void transfer(int from, int to, long won) {
        set(from, CASH, Math.subtractExact(get(from, CASH), won));
        set(to, CASH, Math.addExact(get(to, CASH), won));
    }

    void addReserved(int id, long won) {
        set(id, RESERVED, get(id, RESERVED) + won);
    }

    int newestOrder(int id) {
        return (int) get(id, NEWEST_ORDER);
    }

    void newestOrder(int id, int number) {
        set(id, NEWEST_ORDER, number);
    }

    int newestOpenOrder(int id) {
        return (int) get(id, NEWEST_OPEN_ORDER);
    }

    void newestOpenOrder(int id, int number) {
        set(id, NEWEST_OPEN_ORDER, number);
    }

    int openCount(int id) {
        return (int) get(id, OPEN_COUNT);
    }

    void addOpenCount(int id, int more) {
        set(id, OPEN_COUNT, get(id, OPEN_COUNT) + more);
    }

    /** Forgets the orders of the day before. */
    void startDay() {
        for (int id = 0; id < count; id++) {
            set(id, NEWEST_ORDER, 0);
        }
    }

    int firstHolding(int id) {
        return (int) get(id, FIRST_HOLDING);
    }

    int lastHolding(int id) {
        return (int) get(id, LAST_HOLDING);
    }

    /** Notes a new holding slot of an account. */
    void addHolding(int id, int holding) {
        if (firstHolding(id) == MISSING) {
            set(id, FIRST_HOLDING, holding);
        }
        set(id, LAST_HOLDING, holding);
    }

    void write(StateWriter out) {
        out.putLong(count);
        for (int id = 0; id < count; id++) {
            out.putLong(accountNumber[id]);
            out.putString(name[id]);
            out.putString(htsId[id]);
            out.putLongs(records, id * RECORD_LONGS, id * RECORD_LONGS + FIRST_HOLDING);
        }
    }

    /** Reads the accounts; their holdings are noted as the holding table is read. */
    void read(StateReader in) {
        int size = (int) in.getLong();
        count = 0;
        for (int id = 0; id < size; id++) {
            long number = in.getLong();
            add(number, in.getString(), in.getString(), 0);
            in.getLongs(records, id * RECORD_LONGS, id * RECORD_LONGS + FIRST_HOLDING);
            if (number != 0) {
                idByNumber.put(number, id);
            }
        }
    }
}
