package dev.hoga.core;

import static java.util.Objects.checkIndex;

/** Reads of accounts, their cash, holdings and loans, straight from the tables. */
abstract class AccountReads extends InstrumentReads {
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final LoanTable loans;
    private final DayTradeTable trades;
    private final Ledger ledger;
    private final ForeignCash foreignCash;
    private final ForeignDesk foreignDesk;

    AccountReads(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, LoanTable loans,
        DayTradeTable trades, Ledger ledger, MarketDay day, ForeignCash foreignCash, ForeignDesk foreignDesk) {
        super(instruments, day);
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.loans = loans;
        this.trades = trades;
        this.ledger = ledger;
        this.foreignCash = foreignCash;
        this.foreignDesk = foreignDesk;
    }

    @Override
    public int accountCount() {
        return accounts.count();
    }

    @Override
    public int firstClientAccount() {
        return AccountTable.FIRST_CLIENT;
    }

    @Override
    public int accountId(long accountNumber) {
        return accounts.id(accountNumber);
    }

    @Override
    public long accountNumber(int accountId) {
        return accounts.accountNumber(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int goldAccount(int accountId) {
        return accounts.goldAccount(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int accountOwner(int accountId) {
        return accounts.owner(checkIndex(accountId, accounts.count()));
    }

    @Override
    public String accountName(int accountId) {
        return accounts.name(checkIndex(accountId, accounts.count()));
    }

    @Override
    public String htsId(int accountId) {
        return accounts.htsId(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long feeRatePpb(int accountId) {
        return accounts.feeRatePpb(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long cashWon(int accountId) {
        return accounts.cashWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long settledCashWon(int accountId) {
        return deposits.settledWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long nextDayCashWon(int accountId) {
        return deposits.nextDayWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long withdrawableWon(int accountId) {
        return deposits.withdrawableWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long tradedBeforeWon(int accountId, Side side) {
        return deposits.tradedBeforeWon(checkIndex(accountId, accounts.count()), side);
    }

    @Override
    public long costsBeforeWon(int accountId, Side side) {
        return deposits.costsBeforeWon(checkIndex(accountId, accounts.count()), side);
    }

    @Override
    public long assetsBeforeWon(int accountId) {
        return deposits.assetsBeforeWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long orderableCashWon(int accountId) {
        return accounts.orderableWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long affordableShares(int accountId, int marginPercent, long priceWon) {
        return ledger.affordableShares(accountId, marginPercent, priceWon,
            accounts.orderableWon(checkIndex(accountId, accounts.count())));
    }

    @Override
    public int marginPercent(int accountId, int instrumentId) {
        return ledger.marginPercent(checkIndex(accountId, accounts.count()), instrument(instrumentId));
    }

    @Override
    public boolean onMargin(int accountId) {
        return accounts.onMargin(checkIndex(accountId, accounts.count()));
    }

    @Override
    public boolean mayUseMargin(int accountId) {
        return accounts.mayUseMargin(checkIndex(accountId, accounts.count()));
    }

    @Override
    public boolean mayUseCredit(int accountId) {
        return accounts.mayUseCredit(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int frozenUntil(int accountId) {
        return accounts.frozen(checkIndex(accountId, accounts.count())) ? deposits.frozenUntil(accountId) : 0;
    }

    @Override
    public long lentWon(int accountId) {
        return deposits.lentWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long unpaidWon(int accountId) {
        return deposits.unpaidWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long lateFeeWon(int accountId) {
        return deposits.lateFeeWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long commissionWon(int accountId, long amountWon) {
        return Costs.commissionWon(accounts.feeRatePpb(checkIndex(accountId, accounts.count())), amountWon);
    }

    @Override
    public long addedTaxWon(int accountId, long commissionWon) {
        return accounts.isGold(checkIndex(accountId, accounts.count())) ? Costs.addedTaxWon(commissionWon) : 0;
    }

    @Override
    public long saleTaxWon(int instrumentId, long amountWon) {
        return Costs.saleTaxWon(instrument(instrumentId).saleTaxPpb, amountWon);
    }

    @Override
    public long foreignCash(int accountId, Currency currency) {
        return foreignCash.cash(checkIndex(accountId, accounts.count()), currency);
    }

    @Override
    public long settledForeignCash(int accountId, Currency currency) {
        return foreignCash.settled(checkIndex(accountId, accounts.count()), currency);
    }

    @Override
    public long nextDayForeignCash(int accountId, Currency currency) {
        return foreignCash.nextDay(checkIndex(accountId, accounts.count()), currency);
    }

    @Override
    public long orderableForeignCash(int accountId, Currency currency) {
        return foreignCash.orderable(checkIndex(accountId, accounts.count()), currency);
    }

    @Override
    public long withdrawableForeignCash(int accountId, Currency currency) {
        return foreignCash.withdrawable(checkIndex(accountId, accounts.count()), currency);
    }

    @Override
    public long affordableOverseasShares(int accountId, Currency currency, long price) {
        return ForeignLedger.affordableShares(currency, price, orderableForeignCash(accountId, currency));
    }

    @Override
    public long overseasCommission(Currency currency, long amount) {
        return OverseasCosts.commission(currency, amount);
    }

    @Override
    public long overseasLevy(Currency currency, Side side, long amount) {
        return OverseasCosts.levy(currency, side, amount);
    }

    @Override
    public long fxRate(Currency currency) {
        return foreignDesk.rates.rate(currency);
    }

    @Override
    public long fxRate(Currency currency, int date) {
        return foreignDesk.rates.rate(currency, date, day.tradingDate());
    }

    @Override
    public long wonOf(Currency currency, long amount) {
        return foreignDesk.rates.won(currency, amount);
    }

    @Override
    public int firstHolding(int accountId) {
        return accounts.firstHolding(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int nextHolding(int holding) {
        return holdings.next(checkIndex(holding, holdings.count()));
    }

    @Override
    public int holding(int accountId, int instrumentId) {
        return holdings.find(checkIndex(accountId, accounts.count()), checkIndex(instrumentId, instruments.count()));
    }

    @Override
    public int holdingInstrument(int holding) {
        return holdings.instrument(checkIndex(holding, holdings.count()));
    }

    @Override
    public long heldShares(int holding) {
        return holdings.shares(checkIndex(holding, holdings.count()));
    }

    @Override
    public long settledShares(int holding) {
        checkIndex(holding, holdings.count());
        if (instrument(holdings.instrument(holding)).kind.gold()) {
            return holdings.shares(holding);
        }
        return holdings.shares(holding) - holdings.boughtToday(holding) + holdings.soldToday(holding)
            - holdings.boughtYesterday(holding) + holdings.soldYesterday(holding);
    }

    @Override
    public long sellableShares(int holding) {
        return holdings.sellable(checkIndex(holding, holdings.count()));
    }

    @Override
    public long purchaseAmountWon(int holding) {
        return holdings.purchaseWon(checkIndex(holding, holdings.count()));
    }

    @Override
    public long boughtTodayShares(int holding) {
        return holdings.boughtToday(checkIndex(holding, holdings.count()));
    }

    @Override
    public long soldTodayShares(int holding) {
        return holdings.soldToday(checkIndex(holding, holdings.count()));
    }

    @Override
    public long boughtYesterdayShares(int holding) {
        return holdings.boughtYesterday(checkIndex(holding, holdings.count()));
    }

    @Override
    public long soldYesterdayShares(int holding) {
        return holdings.soldYesterday(checkIndex(holding, holdings.count()));
    }

    @Override
    public void tellDayTrades(int holding, DayTradeListener to) {
        trades.tell(checkIndex(holding, holdings.count()), to);
    }

    @Override
    public long loansWon(int accountId) {
        return deposits.loansWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long loanFlowWon(int accountId) {
        return deposits.loanFlowWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long loanFlowBeforeWon(int accountId) {
        return deposits.loanFlowBeforeWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public boolean calledForCollateral(int accountId) {
        return deposits.called(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int firstLoan(int holding) {
        return loans.first(checkIndex(holding, holdings.count()));
    }

    @Override
    public int nextLoan(int loan) {
        return loans.next(checkIndex(loan, loans.end()));
    }

    @Override
    public int loanDay(int loan) {
        return loans.loanDay(checkIndex(loan, loans.end()));
    }

    @Override
    public int loanExpiryDay(int loan) {
        return loans.expiryDay(checkIndex(loan, loans.end()));
    }

    @Override
    public long loanShares(int loan) {
        return loans.shares(checkIndex(loan, loans.end()));
    }

    @Override
    public long loanSellableShares(int loan) {
        return loans.sellable(loans.holding(checkIndex(loan, loans.end())), loans.loanDay(loan));
    }

    @Override
    public long loanPurchaseWon(int loan) {
        return loans.purchaseWon(checkIndex(loan, loans.end()));
    }

    @Override
    public long loanWon(int loan) {
        return loans.loanWon(checkIndex(loan, loans.end()));
    }
}
