package dev.hoga.core;

/**
 * Sells for accounts that did not pay what was due the date before, or whose loans have run out or have too little behind
 * them (반대매매): when orders are first taken on a trading
 * date, at the market and for the opening auction, so much of what they hold as covers the debt even at the lower limit,
 * holdings first acquired first. What trades already made will bring in counts. Of loans those that have run out, then the
 * oldest. Source: rules D2; which holdings come first is
 * the house's choice.
 */
final class ForcedSales {
    private static final int ACCOUNTS_PER_UNIT = 64;
    private static final int NONE = -1;

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final LoanTable loans;
    private final Ledger ledger;
    private final OrderDesk desk;
    private final Ledger.Dates dates;
    /** The account to look at next, or {@link #NONE}. */
    private int at = NONE;

    ForcedSales(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, LoanTable loans,
        Ledger ledger, OrderDesk desk, Ledger.Dates dates) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.loans = loans;
        this.ledger = ledger;
        this.desk = desk;
        this.dates = dates;
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
            if (deposits.loansWon(at) > 0) {
                used += sellLoans(at);
            }
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
            long shares = instrument.overseas ? 0
                : Math.min(holdings.sellable(slot), ledger.sharesToRaise(account, instrument, missingWon));
            if (shares > 0 && desk.sellForced(account, instrument, shares, OrderDesk.FOR_CASH)) {
                missingWon -= ledger.leastProceedsWon(account, instrument, shares);
                orders++;
            }
        }
        return orders;
    }

    /** Sells what loans have bought that have run out, and so much more as must be repaid. */
    private int sellLoans(int account) {
        long mustRepayWon = deposits.mustRepayWon(account);
        int orders = 0;
        for (int slot = accounts.firstHolding(account); slot != HoldingTable.NONE; slot = holdings.next(slot)) {
            Instrument instrument = instruments.get(holdings.instrument(slot));
            for (int lot = loans.first(slot); lot != LoanTable.NONE; lot = loans.next(lot)) {
                boolean expired = dates.tradingDate() > loans.expiryDay(lot);
                long wanted = expired ? loans.shares(lot) : sharesToRepay(lot, mustRepayWon);
                long sellable = loans.sellable(slot, loans.loanDay(lot));
                long shares = Math.min(Math.min(wanted, sellable), CoreCommands.MAX_ORDER_SHARES);
                if (shares > 0 && desk.sellForced(account, instrument, shares, loans.loanDay(lot))) {
                    mustRepayWon -= HoldingTable.shareFloor(loans.loanWon(lot), shares, loans.shares(lot));
                    orders++;
                }
            }
        }
        return orders;
    }

    /** How many shares of a lot repay so much of its loan. */
    private long sharesToRepay(int lot, long won) {
        if (won <= 0) {
            return 0;
        }
        if (won >= loans.loanWon(lot)) {
            return loans.shares(lot);
        }
        long shares = HoldingTable.shareFloor(loans.shares(lot), won, loans.loanWon(lot));
        return Math.min(loans.shares(lot), shares + 1);
    }

    void write(StateWriter out) {
        out.putLong(at);
    }

    void read(StateReader in) {
        at = (int) in.getLong();
    }
}
