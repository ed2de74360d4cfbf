package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/** The accounts, the house's own first: cash in flat arrays, names beside them. */
final class AccountTable {
    /** The most accounts. */
    static final int MAX_ACCOUNTS = 1_000_000;
    /** The ids below are for the house. */
    static final int FIRST_CLIENT = 16;

    private static final int MISSING = -1;

    private long[] accountNumber = new long[64];
    private String[] name = new String[64];
    private String[] htsId = new String[64];
    private long[] feeRatePpb = new long[64];
    private long[] cashWon = new long[64];
    private long[] reservedWon = new long[64];
    private int[] newestOrder = new int[64];
    private int[] newestOpenOrder = new int[64];
    private int[] firstHolding = new int[64];
    private int[] lastHolding = new int[64];
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
        feeRatePpb[count] = rate;
        firstHolding[count] = MISSING;
        lastHolding[count] = MISSING;
        return count++;
    }

    private void grow(int capacity) {
        accountNumber = Arrays.copyOf(accountNumber, capacity);
        name = Arrays.copyOf(name, capacity);
        htsId = Arrays.copyOf(htsId, capacity);
        feeRatePpb = Arrays.copyOf(feeRatePpb, capacity);
        cashWon = Arrays.copyOf(cashWon, capacity);
        reservedWon = Arrays.copyOf(reservedWon, capacity);
        newestOrder = Arrays.copyOf(newestOrder, capacity);
        newestOpenOrder = Arrays.copyOf(newestOpenOrder, capacity);
        firstHolding = Arrays.copyOf(firstHolding, capacity);
        lastHolding = Arrays.copyOf(lastHolding, capacity);
    }

    int count() {
        return count;
    }

    /** Whether the id is that of an account that can trade: a client's, or the scripted trader's. */
    boolean trades(int id) {
        return id >= FIRST_CLIENT && id < count || id == HouseAccount.SCRIPTED_TRADER.id();
    }

    static boolean isHouse(int id) {
        return id < FIRST_CLIENT;
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
        return feeRatePpb[id];
    }

    long cashWon(int id) {
        return cashWon[id];
    }

    long orderableWon(int id) {
        return cashWon[id] - reservedWon[id];
    }

    /** Moves won from one account to another: the two sides of an entry. */
    void transfer(int from, int to, long won) {
        cashWon[from] = Math.subtractExact(cashWon[from], won);
        cashWon[to] = Math.addExact(cashWon[to], won);
    }

    void addReserved(int id, long won) {
        reservedWon[id] += won;
    }

    int newestOrder(int id) {
        return newestOrder[id];
    }

    void newestOrder(int id, int number) {
        newestOrder[id] = number;
    }

    int newestOpenOrder(int id) {
        return newestOpenOrder[id];
    }

    void newestOpenOrder(int id, int number) {
        newestOpenOrder[id] = number;
    }

    /** Forgets the orders of the day before. */
    void startDay() {
        Arrays.fill(newestOrder, 0, count, 0);
        Arrays.fill(newestOpenOrder, 0, count, 0);
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
            out.putLong(feeRatePpb[id]);
            out.putLong(cashWon[id]);
            out.putLong(reservedWon[id]);
            out.putLong(newestOrder[id]);
            out.putLong(newestOpenOrder[id]);
        }
    }

    /** Reads the accounts; their holdings are noted as the holding table is read. */
    void read(StateReader in) {
        int size = (int) in.getLong();
        count = 0;
        for (int id = 0; id < size; id++) {
            long number = in.getLong();
            add(number, in.getString(), in.getString(), in.getLong());
            cashWon[id] = in.getLong();
            reservedWon[id] = in.getLong();
            newestOrder[id] = (int) in.getLong();
            newestOpenOrder[id] = (int) in.getLong();
            if (number != 0) {
                idByNumber.put(number, id);
            }
        }
    }
}
