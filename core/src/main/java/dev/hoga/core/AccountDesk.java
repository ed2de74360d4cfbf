package dev.hoga.core;

/** Opens accounts, moves what comes in and goes out without a trade, and sets what an account may do. */
final class AccountDesk {
    private static final long MAX_ACCOUNT_NUMBER = 9_999_999_999L;

    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final InstrumentTable instruments;
    private final TallyTable tallies;
    private final MarketDay day;
    private final Outbox outbox;
    private final CoreListener listener;

    AccountDesk(AccountTable accounts, DepositTable deposits, HoldingTable holdings, InstrumentTable instruments, TallyTable tallies,
        MarketDay day, Outbox outbox, CoreListener listener) {
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.instruments = instruments;
        this.tallies = tallies;
        this.day = day;
        this.outbox = outbox;
        this.listener = listener;
    }

    void open(long correlationId, long accountNumber, String name, String htsId, long feeRatePpb) {
        Reject reject = null;
        if (accounts.id(accountNumber) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (accountNumber <= 0 || accountNumber > MAX_ACCOUNT_NUMBER || name.length() > Brokerage.MAX_NAME_LENGTH
            || htsId.length() > Brokerage.MAX_NAME_LENGTH || feeRatePpb < 0 || feeRatePpb > CoreCommands.MAX_FEE_RATE_PPB
            || accounts.count() == AccountTable.MAX_ACCOUNTS) {
            reject = Reject.OUT_OF_RANGE;
        }
        Answer.give(listener, correlationId, reject, reject == null ? accounts.open(accountNumber, name, htsId, feeRatePpb) : 0);
    }

    void moveCash(long correlationId, int accountId, long amountWon) {
        Reject reject = null;
        if (!accounts.trades(accountId)) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (amountWon < 0 && amountWon < -deposits.withdrawableWon(accountId)) {
            reject = Reject.NOT_ENOUGH_CASH;
        } else if (amountWon > CoreCommands.MAX_CASH_WON - accounts.cashWon(accountId)) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            deposits.pay(HouseAccount.OUTSIDE.id(), accountId, amountWon);
            listener.cashChanged(accountId, accounts.cashWon(accountId));
            outbox.cash(accountId, amountWon, accounts.cashWon(accountId), day.nowMs());
        }
        Answer.give(listener, correlationId, reject, reject == null ? accounts.cashWon(accountId) : 0);
    }

    void depositShares(long correlationId, int accountId, long code, long qtyShares, long averagePriceWon) {
        int instrument = instruments.id(code);
        Reject reject = null;
        if (!accounts.trades(accountId)) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (instrument < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (!accounts.suits(accountId, instruments.get(instrument).kind)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (qtyShares <= 0 || qtyShares > CoreCommands.MAX_ORDER_SHARES || averagePriceWon < 0
            || averagePriceWon > (Code.isOverseas(code) ? CoreCommands.MAX_OVERSEAS_PRICE : CoreCommands.MAX_PRICE_WON)
            || holdings.count() > HoldingTable.MAX_HOLDINGS
            || holdings.shares(accountId, instrument) > HoldingTable.MAX_DEPOSITED_SHARES - qtyShares) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject != null) {
            Answer.give(listener, correlationId, reject, 0);
            return;
        }
        int holding = holdings.deposit(accountId, instrument, qtyShares, qtyShares * averagePriceWon);
        holdings.deposit(HouseAccount.OUTSIDE.id(), instrument, -qtyShares, 0);
        listener.holdingChanged(accountId, instrument, holdings.shares(holding), holdings.purchaseWon(holding));
        outbox.holding(accountId, instrument, holdings.shares(holding), holdings.purchaseWon(holding));
        Answer.give(listener, correlationId, null, holdings.shares(holding));
    }

    void terms(long correlationId, int accountId, boolean margin, boolean credit) {
        Reject reject = null;
        if (accountId < AccountTable.FIRST_CLIENT || accountId >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (accounts.isGold(accountId)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (accounts.openCount(accountId) > 0) {
            reject = Reject.HAS_OPEN_ORDERS;
        }
        if (reject == null) {
            accounts.mayUseMargin(accountId, margin);
            accounts.mayUseCredit(accountId, credit);
        }
        Answer.give(listener, correlationId, reject, accountId);
    }

    void member(long correlationId, int accountId, int member, boolean program) {
        Reject reject = null;
        if (accountId < AccountTable.FIRST_CLIENT || accountId >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (member < 1 || member > CoreCommands.MAX_MEMBER) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            tallies.trader(accountId, member, InvestorKind.INDIVIDUAL, program);
        }
        Answer.give(listener, correlationId, reject, accountId);
    }
}
