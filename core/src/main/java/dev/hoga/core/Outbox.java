package dev.hoga.core;

/**
 * What history has yet to write: numbered entries, kept until it says that it has them, so that a slow or absent database
 * neither loses nor repeats anything. While there are more than {@link #MOST_WAITING} of them, market time stands still.
 *
 * <p>Nothing is kept before history first asks.
 */
final class Outbox implements DayTradeListener {
    /** From so many entries on the market waits for history. */
    static final int MOST_WAITING = 1 << 20;

    private static final int FIRST_ROOM = 1 << 8;
    private static final int ENTRY_LONGS = 10;
    /** The kind of the entry, and its date. */
    private static final int KIND_AND_DATE = 0;
    /** Of sums of a date their loan date. */
    private static final int TIME = 1;
    private static final int ACCOUNT_AND_INSTRUMENT = 2;
    /** Seven more, by kind. */
    private static final int FIELDS = 3;

    private static final int ROOT_SHIFT = 32;
    private static final int TRAIT_BITS = 6;
    private static final int TRAIT_MASK = (1 << TRAIT_BITS) - 1;

    private static final int ORDER = 0;
    private static final int FILL = 1;
    private static final int CASH = 2;
    private static final int HOLDING = 3;
    private static final int MINUTE_BAR = 4;
    private static final int DAY_BAR = 5;
    private static final int DAY_END = 6;
    private static final int FOREIGN_CASH = 7;
    private static final int DAY_PURCHASE = 8;
    private static final int DAY_SALE = 9;
    private static final int GOLD_WITHDRAWN = 45;

    private boolean on;
    private int date;
    /** The oldest entry that is kept, and the next. */
    private long first;
    private long next;
    /** A ring with room for a power of two of entries. */
    private long[] ring = new long[FIRST_ROOM * ENTRY_LONGS];

    boolean on() {
        return on;
    }

    /** Only what is a client's own is history. */
    private boolean keeps(int account) {
        return on && AccountTable.isClient(account);
    }

    boolean full() {
        return next - first >= MOST_WAITING;
    }

    long first() {
        return first;
    }

    long next() {
        return next;
    }

    /** Sets the trading date of what is noted from now on. */
    void date(int tradingDate) {
        date = tradingDate;
    }

    /** Forgets the entries before a number, and begins to keep entries. @return why not, or null */
    Reject writtenBefore(long entry) {
        if (entry < first || entry > next) {
            return Reject.OUT_OF_RANGE;
        }
        on = true;
        first = entry;
        return null;
    }

    private int add(int kind, long timeMs, int account, int instrument) {
        int room = ring.length / ENTRY_LONGS;
        if (next - first == room) {
            grow(room);
        }
        int at = at(next++);
        ring[at + KIND_AND_DATE] = (long) kind << Integer.SIZE | date;
        ring[at + TIME] = timeMs;
        ring[at + ACCOUNT_AND_INSTRUMENT] = pair(account, instrument);
        return at + FIELDS;
    }

    private void grow(int room) {
        long[] old = ring;
        ring = new long[old.length * 2];
        for (long entry = first; entry < next; entry++) {
            System.arraycopy(old, (int) (entry & room - 1) * ENTRY_LONGS, ring, at(entry), ENTRY_LONGS);
        }
    }

    private int at(long entry) {
        return (int) (entry & ring.length / ENTRY_LONGS - 1) * ENTRY_LONGS;
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low;
    }

    private static int high(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static int low(long pair) {
        return (int) pair;
    }

    /** Notes an order as it stands at the end of its date. */
    void order(OrderTable orders, int order) {
        int at = add(ORDER, orders.timeMs(order), orders.account(order), orders.instrument(order));
        ring[at] = pair(order, orders.original(order));
        ring[at + 1] = (long) orders.root(order) << ROOT_SHIFT | traits(orders, order);
        ring[at + 2] = orders.orderedShares(order);
        ring[at + 3] = orders.priceWon(order);
        ring[at + 4] = orders.filledShares(order);
        ring[at + 5] = orders.filledAmountWon(order);
        ring[at + 6] = orders.onCredit(order) ? orders.loanDay(order) : HistoryListener.FOR_CASH;
    }

    private static int traits(OrderTable orders, int order) {
        int traits = orders.kind(order).ordinal();
        traits = traits << TRAIT_BITS | orders.side(order).ordinal();
        traits = traits << TRAIT_BITS | orders.type(order).ordinal();
        traits = traits << TRAIT_BITS | orders.timeInForce(order).ordinal();
        return traits << TRAIT_BITS | orders.status(order).ordinal();
    }

    private static int trait(long traits, int place) {
        return (int) (traits >> place * TRAIT_BITS) & TRAIT_MASK;
    }

    void fill(int account, int order, int instrument, Side side, long shares, long priceWon, long commissionWon, long taxWon,
        long tradeNumber, long cashWon, long timeMs) {
        if (!keeps(account)) {
            return;
        }
        int at = add(FILL, timeMs, account, instrument);
        ring[at] = pair(order, side.ordinal());
        ring[at + 1] = shares;
        ring[at + 2] = priceWon;
        ring[at + 3] = commissionWon;
        ring[at + 4] = taxWon;
        ring[at + 5] = tradeNumber;
        ring[at + 6] = cashWon;
    }

    void cash(int account, long amountWon, long cashWon, long timeMs) {
        if (keeps(account)) {
            int at = add(CASH, timeMs, account, 0);
            ring[at] = amountWon;
            ring[at + 1] = cashWon;
        }
    }

    void goldWithdrawn(int account, int instrument, long grams, long valueWon, long taxWon, long chargeWon, long cashWon, long timeMs) {
        if (keeps(account)) {
            int at = add(GOLD_WITHDRAWN, timeMs, account, instrument);
            ring[at] = grams;
            ring[at + 1] = valueWon;
            ring[at + 2] = taxWon;
            ring[at + 3] = chargeWon;
            ring[at + 4] = cashWon;
        }
    }

    void foreignCash(int account, Currency currency, long amount, long cash, long timeMs) {
        if (keeps(account)) {
            int at = add(FOREIGN_CASH, timeMs, account, 0);
            ring[at] = amount;
            ring[at + 1] = cash;
            ring[at + 2] = currency.ordinal();
        }
    }

    void holding(int account, int instrument, long shares, long purchaseWon) {
        if (keeps(account)) {
            int at = add(HOLDING, 0, account, instrument);
            ring[at] = shares;
            ring[at + 1] = purchaseWon;
        }
    }

    @Override
    public void bought(int account, int instrument, int loanDay, long qtyShares, long amountWon, long commissionWon) {
        if (keeps(account)) {
            int at = add(DAY_PURCHASE, loanDay, account, instrument);
            ring[at] = qtyShares;
            ring[at + 1] = amountWon;
            ring[at + 2] = commissionWon;
        }
    }

    @Override
    public void sold(int account, int instrument, int loanDay, long qtyShares, long amountWon, long costWon,
        long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
        if (keeps(account)) {
            int at = add(DAY_SALE, loanDay, account, instrument);
            ring[at] = qtyShares;
            ring[at + 1] = amountWon;
            ring[at + 2] = costWon;
            ring[at + 3] = purchaseCommissionWon;
            ring[at + 4] = commissionWon;
            ring[at + 5] = taxWon;
            ring[at + 6] = interestWon;
        }
    }

    void minuteBar(int instrument, long startMs, long openWon, long highWon, long lowWon, long closeWon, long volumeShares,
        long turnoverWon) {
        bar(add(MINUTE_BAR, startMs, 0, instrument), openWon, highWon, lowWon, closeWon, volumeShares, turnoverWon);
    }

    void dayBar(Instrument instrument) {
        int at = add(DAY_BAR, 0, 0, instrument.id);
        bar(at, instrument.openWon, instrument.highWon, instrument.lowWon, instrument.lastWon, instrument.volumeShares,
            instrument.turnoverWon);
        ring[at + 6] = instrument.baseWon;
    }

    /** Notes the minutes and the day of an overseas instrument under its local date. */
    void overseasDay(Instrument instrument) {
        int tradingDate = date;
        date = instrument.date();
        instrument.tape.hand(instrument.id, this);
        dayBar(instrument);
        date = tradingDate;
    }

    private void bar(int at, long openWon, long highWon, long lowWon, long closeWon, long volumeShares, long turnoverWon) {
        ring[at] = openWon;
        ring[at + 1] = highWon;
        ring[at + 2] = lowWon;
        ring[at + 3] = closeWon;
        ring[at + 4] = volumeShares;
        ring[at + 5] = turnoverWon;
    }

    void dayEnded() {
        if (on) {
            add(DAY_END, 0, 0, 0);
        }
    }

    /** Tells of entries from a number on, which must be kept; of so many at most. */
    void tell(long from, int limit, HistoryListener to) {
        long end = Math.min(next, from + limit);
        for (long entry = Math.max(from, first); entry < end; entry++) {
            tell(entry, to);
        }
    }

    private void tell(long entry, HistoryListener to) {
        int at = at(entry);
        int day = low(ring[at + KIND_AND_DATE]);
        long time = ring[at + TIME];
        int account = high(ring[at + ACCOUNT_AND_INSTRUMENT]);
        int instrument = low(ring[at + ACCOUNT_AND_INSTRUMENT]);
        int f = at + FIELDS;
        switch (high(ring[at + KIND_AND_DATE])) {
            case ORDER -> {
                long traits = ring[f + 1] & (1L << ROOT_SHIFT) - 1;
                to.order(entry, day, account, high(ring[f]), low(ring[f]), (int) (ring[f + 1] >> ROOT_SHIFT),
                    OrderKind.of(trait(traits, 4)), instrument, Side.of(trait(traits, 3)), OrderType.of(trait(traits, 2)),
                    TimeInForce.of(trait(traits, 1)), OrderStatus.of(trait(traits, 0)), ring[f + 2], ring[f + 3], ring[f + 4],
                    ring[f + 5], (int) ring[f + 6], time);
            }
            case FILL -> to.fill(entry, day, account, high(ring[f]), instrument, Side.of(low(ring[f])), ring[f + 1], ring[f + 2],
                ring[f + 3], ring[f + 4], ring[f + 5], ring[f + 6], time);
            case CASH -> to.cash(entry, day, account, ring[f], ring[f + 1], time);
            case GOLD_WITHDRAWN -> to.goldWithdrawn(entry, day, account, instrument, ring[f], ring[f + 1], ring[f + 2], ring[f + 3],
                ring[f + 4], time);
            case FOREIGN_CASH -> to.foreignCash(entry, day, account, Currency.of((int) ring[f + 2]), ring[f], ring[f + 1], time);
            case HOLDING -> to.holding(entry, day, account, instrument, ring[f], ring[f + 1]);
            case MINUTE_BAR -> to.minuteBar(entry, day, instrument, time, ring[f], ring[f + 1], ring[f + 2], ring[f + 3],
                ring[f + 4], ring[f + 5]);
            case DAY_BAR -> to.dayBar(entry, day, instrument, ring[f + 6], ring[f], ring[f + 1], ring[f + 2], ring[f + 3],
                ring[f + 4], ring[f + 5]);
            case DAY_PURCHASE -> to.dayPurchase(entry, day, account, instrument, (int) time, ring[f], ring[f + 1], ring[f + 2]);
            case DAY_SALE -> to.daySale(entry, day, account, instrument, (int) time, ring[f], ring[f + 1], ring[f + 2], ring[f + 3],
                ring[f + 4], ring[f + 5], ring[f + 6]);
            case DAY_END -> to.dayEnded(entry, day);
            default -> throw new IllegalStateException("unknown entry " + high(ring[at + KIND_AND_DATE]));
        }
    }

    void write(StateWriter out) {
        out.putLong(on ? 1 : 0);
        out.putLong(date);
        out.putLong(first);
        out.putLong(next);
        for (long entry = first; entry < next; entry++) {
            out.putLongs(ring, at(entry), at(entry) + ENTRY_LONGS);
        }
    }

    void read(StateReader in) {
        on = in.getLong() == 1;
        date = (int) in.getLong();
        first = in.getLong();
        next = in.getLong();
        int room = Math.max(FIRST_ROOM, Integer.highestOneBit((int) Math.max(1, next - first)) * 2);
        ring = new long[room * ENTRY_LONGS];
        for (long entry = first; entry < next; entry++) {
            in.getLongs(ring, at(entry), at(entry) + ENTRY_LONGS);
        }
    }
}
