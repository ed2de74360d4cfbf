package dev.hoga.core;

/**
 * Sells for accounts that did not pay what was due the date before (미수 반대매매): when orders are first taken on a trading
 * date, at the market and for the opening auction, so much of what they hold as covers the debt even at the lower limit,
 * holdings first acquired first. What trades already made will bring in counts. Source: rules D2; which holdings come first is
 * the house's choice.
 */
final class ForcedSales {
    private static final int ACCOUNTS_PER_UNIT = 64;
    private static final int NONE = -1;

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final Ledger ledger;
    private final OrderDesk desk;
    /** The account to look at next, or {@link #NONE}. */
    private int at = NONE;

    ForcedSales(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, Ledger ledger,
        OrderDesk desk) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.ledger = ledger;
        this.desk = desk;
    }

    void begin() {
        at = AccountTable.FIRST_CLIENT;
    }

    boolean underWay() {
        return at != NONE;
    }

    /** Goes on, and answers the units it took. */
    int goOn(int units) {
        int used = 1;
        while (at < accounts.count() && used < units) {
            used += at % ACCOUNTS_PER_UNIT == 0 ? 1 : 0;
            if (deposits.inDefault(at)) {
                used += sell(at);
            }
            at++;
        }
        if (at == accounts.count()) {
            at = NONE;
        }
        return used;
    }

    private int sell(int account) {
        long missingWon = deposits.lateFeeWon(account) - accounts.cashWon(account);
        int orders = 0;
        for (int slot = accounts.firstHolding(account); slot != HoldingTable.NONE && missingWon > 0; slot = holdings.next(slot)) {
            Instrument instrument = instruments.get(holdings.instrument(slot));
            long shares = Math.min(holdings.sellable(slot), ledger.sharesToRaise(account, instrument, missingWon));
            if (shares > 0 && desk.sellForced(account, instrument, shares)) {
                missingWon -= ledger.leastProceedsWon(account, instrument, shares);
                orders++;
            }
        }
        return orders;
    }

    void write(StateWriter out) {
        out.putLong(at);
    }

    void read(StateReader in) {
        at = (int) in.getLong();
    }
}
