package dev.hoga.core;

/**
 * What a new trading date turns over, a slice at a time: accounts (what is due is settled), the orders of the date before
 * (what each account's came to is noted, then they are forgotten), instruments, holdings. What is over goes to history.
 */
final class DayRoll {
    private static final int ROWS_PER_UNIT = 64;

    private enum Part { NONE, ACCOUNTS, ORDERS, INSTRUMENTS, HOLDINGS, LOANS }

    private static final Part[] PARTS = Part.values();

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final LentTable lent;
    private final LoanTable loans;
    private final DayTradeTable trades;
    private final OrderTable orders;
    private final Ledger ledger;
    private final IndexBoard indices;
    private final TallyTable tallies;
    private final Outbox outbox;
    private final ForeignCash foreignCash;
    private final ForeignLedger foreignLedger;
    private Part part = Part.NONE;
    private int at;
    /** The date that ends. */
    private int before;

    DayRoll(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, LentTable lent,
        LoanTable loans, DayTradeTable trades, OrderTable orders, Ledger ledger, IndexBoard indices, TallyTable tallies,
        Outbox outbox, ForeignCash foreignCash, ForeignLedger foreignLedger) {
        this.foreignCash = foreignCash;
        this.foreignLedger = foreignLedger;
        this.instruments = instruments;
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.lent = lent;
        this.loans = loans;
        this.trades = trades;
        this.orders = orders;
        this.ledger = ledger;
        this.indices = indices;
        this.tallies = tallies;
        this.outbox = outbox;
    }

    /** @param endingDate the date that ends */
    void begin(int endingDate) {
        before = endingDate;
        begin(Part.ACCOUNTS);
    }

    private void begin(Part next) {
        part = next;
        at = 0;
    }

    boolean underWay() {
        return part != Part.NONE;
    }

    /** Goes on, and answers the units it took. @param tradingDate the date that begins */
    int goOn(int units, int tradingDate) {
        int from = at;
        return switch (part) {
            case NONE -> 0;
            case ACCOUNTS -> {
                at = end(units, accounts.count());
                deposits.startDay(from, at, before, tradingDate);
                foreignCash.startDay(from, at);
                yield used(from, accounts.count(), Part.ORDERS);
            }
            case ORDERS -> {
                at = end(units, orders.lastClientNumber);
                for (int number = from + 1; number <= at; number++) {
                    noteTraded(number);
                    handOrder(number);
                }
                yield used(from, orders.lastClientNumber, Part.INSTRUMENTS);
            }
            case INSTRUMENTS -> instruments(units, tradingDate);
            case HOLDINGS -> {
                at = end(units, holdings.count());
                handHoldings(from, at);
                foreignLedger.endDay(instruments, from, at);
                holdings.startDay(from, at);
                trades.startDay(from, at);
                lent.startDay(from, at);
                for (int slot = from; slot < at; slot++) {
                    noteWorth(slot);
                }
                if (at == holdings.count()) {
                    outbox.dayEnded();
                }
                yield used(from, holdings.count(), Part.LOANS);
            }
            case LOANS -> {
                at = end(units, accounts.count());
                deposits.callForCollateral(from, at);
                yield used(from, accounts.count(), Part.NONE);
            }
        };
    }

    private int end(int units, int count) {
        return (int) Math.min(count, at + (long) units * ROWS_PER_UNIT);
    }

    /** The units of a slice of rows, the last of which is followed by the next part. */
    private int used(int from, int count, Part next) {
        int units = 1 + (at - from) / ROWS_PER_UNIT;
        if (at == count) {
            begin(next);
        }
        return units;
    }

    private void noteTraded(int order) {
        long amountWon = orders.filledAmountWon(order);
        Instrument instrument = instruments.get(orders.instrument(order));
        if (amountWon > 0 && !instrument.overseas) {
            deposits.addTraded(orders.account(order), orders.side(order), amountWon,
                ledger.commissionWon(order, instrument) + ledger.taxWon(order, instrument));
        }
    }

    private void handOrder(int order) {
        if (outbox.on()) {
            outbox.order(orders, order);
        }
    }

    /** Hands those holdings of a range to history that trades have changed on the date that is over, and the trades' sums. */
    private void handHoldings(int from, int to) {
        for (int slot = from; slot < to; slot++) {
            if (holdings.boughtToday(slot) != 0 || holdings.soldToday(slot) != 0) {
                outbox.holding(holdings.account(slot), holdings.instrument(slot), holdings.shares(slot), holdings.purchaseWon(slot));
            }
            trades.tell(slot, outbox);
        }
    }

    /** The base price of a new date is what the date before closed at. */
    private void noteWorth(int slot) {
        int account = holdings.account(slot);
        if (account >= AccountTable.FIRST_CLIENT && !instruments.get(holdings.instrument(slot)).overseas) {
            long closeWon = instruments.get(holdings.instrument(slot)).baseWon;
            deposits.addAssets(account, holdings.shares(slot) * closeWon);
            for (int lot = loans.first(slot); lot != LoanTable.NONE; lot = loans.next(lot)) {
                deposits.addAssets(account, loans.shares(lot) * closeWon - loans.loanWon(lot));
            }
        }
    }

    private int instruments(int units, int tradingDate) {
        if (at == 0) {
            orders.startDay();
            accounts.startDay();
        }
        int used = 0;
        while (at < instruments.count() && used < units) {
            Instrument instrument = instruments.get(at++);
            if (instrument.overseas) {
                // Its days are its venue's, not the house's.
                continue;
            }
            if (outbox.on()) {
                used += instrument.tape.hand(instrument.id, outbox) / ROWS_PER_UNIT;
                outbox.dayBar(instrument);
            }
            instrument.startDay(tradingDate);
            tallies.startDay(instrument.id);
            if (instruments.atNxt(instrument.id)) {
                instruments.nxt(instrument.id).startDay(tradingDate, instrument.baseWon);
            }
            used++;
        }
        if (at == instruments.count()) {
            indices.startDay(before);
            begin(Part.HOLDINGS);
        }
        return used;
    }

    void write(StateWriter out) {
        out.putLong(part.ordinal());
        out.putLong(at);
        out.putLong(before);
    }

    void read(StateReader in) {
        part = PARTS[(int) in.getLong()];
        at = (int) in.getLong();
        before = (int) in.getLong();
    }
}
