package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The accounts, the house's own first, then those of simulated participants, then the clients'. What trading touches lies in
 * flat records of {@value #RECORD_LONGS} longs, two to a cache line, so that half as many lines compete for the cache; the rest
 * lies beside them.
 */
final class AccountTable {
    /** The most accounts. */
    static final int MAX_ACCOUNTS = 1_000_000;
    /** The ids below are for the house. */
    static final int FIRST_PARTICIPANT = 16;
    /** The ids below, and not the house's, are for participants: they exist from the start and have no account number. */
    static final int FIRST_CLIENT = 256;

    /** The number of a gold account is that of whose product it is, and so many more: no client's has eleven digits. */
    static final long GOLD_NUMBERS = 10_000_000_000L;

    private static final int MISSING = -1;

    private static final int RECORD_LONGS = 4;
    /** After an array's header of 16 bytes these 16 more let no record lie across two cache lines. */
    private static final int LEAD_LONGS = 2;
    private static final int CASH = 0;
    private static final int RESERVED = 1;
    /** Two ints each: the newest order and the newest open one; the commission rate and the number of open orders. */
    private static final int NEWEST_AND_OPEN = 2;
    private static final int RATE_AND_COUNT = 3;
    private static final long LOW_INT = 0xFFFF_FFFFL;
    /** Beside the commission rate, which is below: what the account may do. */
    private static final int RATE_MASK = 0xFF_FFFF;
    private static final int MARGIN = 1 << 24;
    private static final int CREDIT = 1 << 25;
    private static final int FROZEN = 1 << 26;
    /** Whether it is the gold account of another. */
    private static final int GOLD = 1 << 27;

    private long[] records = new long[LEAD_LONGS + 2 * FIRST_CLIENT * RECORD_LONGS];
    private long[] accountNumber = new long[2 * FIRST_CLIENT];
    private String[] name = new String[2 * FIRST_CLIENT];
    private String[] htsId = new String[2 * FIRST_CLIENT];
    private int[] firstHolding = new int[2 * FIRST_CLIENT];
    private int[] lastHolding = new int[2 * FIRST_CLIENT];
    /** Of an account its gold account, of a gold account that whose product it is; or {@link #MISSING}. */
    private int[] counterpart = new int[2 * FIRST_CLIENT];
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

    /** Opens the gold account of an account that has none. @return its id */
    int openGold(int owner, long rate) {
        int gold = open(GOLD_NUMBERS + accountNumber[owner], name[owner], htsId[owner], rate);
        flag(gold, GOLD, true);
        counterpart[owner] = gold;
        counterpart[gold] = owner;
        return gold;
    }

    /** Whether it is a gold account: it trades gold and nothing else. */
    boolean isGold(int id) {
        return has(id, GOLD);
    }

    /** The gold account of an account, or -1. */
    int goldAccount(int id) {
        return isGold(id) ? MISSING : counterpart[id];
    }

    /** Whose product an account is: its own, but for a gold account. */
    int owner(int id) {
        return isGold(id) ? counterpart[id] : id;
    }

    /** Whether the account's product trades a kind of instrument; who is no client has one product for all. */
    boolean suits(int id, InstrumentKind kind) {
        return !isClient(id) || isGold(id) == kind.gold();
    }

    private int add(long number, String accountName, String hts, long rate) {
        if (count == accountNumber.length) {
            grow(count * 2);
        }
        accountNumber[count] = number;
        name[count] = accountName;
        htsId[count] = hts;
        set(count, RATE_AND_COUNT, rate << Integer.SIZE);
        firstHolding[count] = MISSING;
        lastHolding[count] = MISSING;
        counterpart[count] = MISSING;
        return count++;
    }

    private void grow(int capacity) {
        records = Arrays.copyOf(records, LEAD_LONGS + capacity * RECORD_LONGS);
        accountNumber = Arrays.copyOf(accountNumber, capacity);
        name = Arrays.copyOf(name, capacity);
        htsId = Arrays.copyOf(htsId, capacity);
        firstHolding = Arrays.copyOf(firstHolding, capacity);
        lastHolding = Arrays.copyOf(lastHolding, capacity);
        counterpart = Arrays.copyOf(counterpart, capacity);
    }

    private static int at(int id) {
        return LEAD_LONGS + id * RECORD_LONGS;
    }

    private long get(int id, int field) {
        return records[at(id) + field];
    }

    private void set(int id, int field, long value) {
        records[at(id) + field] = value;
    }

    private int high(int id, int field) {
        return (int) (get(id, field) >> Integer.SIZE);
    }

    private void high(int id, int field, int value) {
        set(id, field, (long) value << Integer.SIZE | get(id, field) & LOW_INT);
    }

    private int low(int id, int field) {
        return (int) get(id, field);
    }

    private void low(int id, int field, int value) {
        set(id, field, get(id, field) & ~LOW_INT | value & LOW_INT);
    }

    int count() {
        return count;
    }

    /** Whether the id is that of an account that commands can trade for: a client's, or the scripted trader's. */
    boolean trades(int id) {
        return id >= FIRST_CLIENT && id < count || id == HouseAccount.SCRIPTED_TRADER.id();
    }

    static boolean isClient(int id) {
        return id >= FIRST_CLIENT;
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
        return high(id, RATE_AND_COUNT) & RATE_MASK;
    }

    void feeRatePpb(int id, long rate) {
        high(id, RATE_AND_COUNT, high(id, RATE_AND_COUNT) & ~RATE_MASK | Math.toIntExact(rate));
    }

    private boolean has(int id, int flag) {
        return (high(id, RATE_AND_COUNT) & flag) != 0;
    }

    private void flag(int id, int flag, boolean on) {
        int others = high(id, RATE_AND_COUNT) & ~flag;
        high(id, RATE_AND_COUNT, on ? others | flag : others);
    }

    /** Whether the account buys at the instruments' margin rates now; else it needs all of the price. */
    boolean onMargin(int id) {
        return (high(id, RATE_AND_COUNT) & (MARGIN | FROZEN)) == MARGIN;
    }

    /** Whether it may, while it is not frozen. */
    boolean mayUseMargin(int id) {
        return has(id, MARGIN);
    }

    void mayUseMargin(int id, boolean may) {
        flag(id, MARGIN, may);
    }

    /** Whether the account has credit. */
    boolean mayUseCredit(int id) {
        return has(id, CREDIT);
    }

    void mayUseCredit(int id, boolean may) {
        flag(id, CREDIT, may);
    }

    /** Whether it must have all of every price because it did not pay. */
    boolean frozen(int id) {
        return has(id, FROZEN);
    }

    void frozen(int id, boolean now) {
        flag(id, FROZEN, now);
    }

    long cashWon(int id) {
        return get(id, CASH);
    }

    /** What a new order to buy may use; below zero where prices have eaten more than the margin. */
    long orderableWon(int id) {
        return get(id, CASH) - get(id, RESERVED);
    }

    /** Moves won from one account to another when today's trades are settled: the two sides of an entry. */
    void transfer(int from, int to, long won) {
        set(from, CASH, Math.subtractExact(get(from, CASH), won));
        set(to, CASH, Math.addExact(get(to, CASH), won));
    }

    /** Binds won (or, below zero, sets them free); what is lent until settlement is bound less than nothing. */
    void addReserved(int id, long won) {
        set(id, RESERVED, get(id, RESERVED) + won);
    }

    int newestOrder(int id) {
        return high(id, NEWEST_AND_OPEN);
    }

    void newestOrder(int id, int number) {
        high(id, NEWEST_AND_OPEN, number);
    }

    int newestOpenOrder(int id) {
        return low(id, NEWEST_AND_OPEN);
    }

    void newestOpenOrder(int id, int number) {
        low(id, NEWEST_AND_OPEN, number);
    }

    int openCount(int id) {
        return low(id, RATE_AND_COUNT);
    }

    void addOpenCount(int id, int more) {
        low(id, RATE_AND_COUNT, openCount(id) + more);
    }

    /** Forgets the orders of the day before. */
    void startDay() {
        for (int id = 0; id < count; id++) {
            high(id, NEWEST_AND_OPEN, 0);
        }
    }

    int firstHolding(int id) {
        return firstHolding[id];
    }

    int lastHolding(int id) {
        return lastHolding[id];
    }

    /** Notes a new holding slot of an account. */
    void addHolding(int id, int holding) {
        if (firstHolding[id] == MISSING) {
            firstHolding[id] = holding;
        }
        lastHolding[id] = holding;
    }

    void write(StateWriter out) {
        out.putLong(count);
        for (int id = 0; id < count; id++) {
            out.putLong(accountNumber[id]);
            out.putString(name[id]);
            out.putString(htsId[id]);
            out.putLongs(records, at(id), at(id) + RECORD_LONGS);
            out.putLong(counterpart[id]);
        }
    }

    /** Reads the accounts; their holdings are noted as the holding table is read. */
    void read(StateReader in) {
        int size = (int) in.getLong();
        count = 0;
        for (int id = 0; id < size; id++) {
            long number = in.getLong();
            add(number, in.getString(), in.getString(), 0);
            in.getLongs(records, at(id), at(id) + RECORD_LONGS);
            counterpart[id] = (int) in.getLong();
            if (number != 0) {
                idByNumber.put(number, id);
            }
        }
    }
}
