package dev.hoga.core;

import static java.util.Objects.checkIndex;

/** Reads straight from the tables. */
final class Reads implements BrokerageView {
    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final KeyTable keys;
    private final OrderTable orders;
    private final Ledger ledger;
    private final MarketDay day;

    Reads(InstrumentTable instruments, AccountTable accounts, HoldingTable holdings, KeyTable keys, OrderTable orders,
        Ledger ledger, MarketDay day) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.holdings = holdings;
        this.keys = keys;
        this.orders = orders;
        this.ledger = ledger;
        this.day = day;
    }

    private Instrument instrument(int instrumentId) {
        return instruments.get(checkIndex(instrumentId, instruments.count()));
    }

    /** Record of an order that exists: another day's record may still lie behind a number that does not. */
    private int existing(int orderNumber) {
        if (!orders.exists(orderNumber)) {
            throw new IndexOutOfBoundsException(orderNumber);
        }
        return orderNumber;
    }

    @Override
    public int copyDepth(int instrumentId, Side side, long[] pricesWon, long[] qtysShares) {
        Instrument instrument = instrument(instrumentId);
        PriceLevels limits = instrument.limitOrders(side);
        PriceLevels markets = instrument.marketOrders(side);
        int level = limits.best();
        int copied = 0;
        if (markets.best() != PriceLevels.NONE && pricesWon.length > 0) {
            pricesWon[0] = instrument.deemedWon(side);
            qtysShares[0] = markets.shares(markets.best());
            if (level != PriceLevels.NONE && limits.priceWon(level) == pricesWon[0]) {
                qtysShares[0] += limits.shares(level);
                level = limits.worse(level);
            }
            copied = 1;
        }
        while (copied < pricesWon.length && level != PriceLevels.NONE) {
            pricesWon[copied] = limits.priceWon(level);
            qtysShares[copied++] = limits.shares(level);
            level = limits.worse(level);
        }
        return copied;
    }

    @Override
    public long orderTaxWon(int orderNumber) {
        if (orders.side(existing(orderNumber)) == Side.BUY || AccountTable.isHouse(orders.account(orderNumber))) {
            return 0;
        }
        return Costs.saleTaxWon(instruments.get(orders.instrument(orderNumber)).saleTaxPpb, orders.filledAmountWon(orderNumber));
    }

    @Override
    public long marketTimeMs(long hostTimeMs) {
        return day.marketMs(hostTimeMs);
    }

    @Override
    public int tradingDate() {
        return day.tradingDate();
    }

    @Override
    public int speed() {
        return day.speed();
    }

    @Override
    public boolean frozen() {
        return day.frozen();
    }

    @Override
    public Phase phase(Venue venue) {
        return venue == Venue.KRX ? day.phase() : Phase.CLOSED;
    }

    @Override
    public long nextTickDueMs() {
        return day.nextTickDueMs();
    }

    @Override
    public int instrumentCount() {
        return instruments.count();
    }

    @Override
    public int instrumentId(long code) {
        return instruments.id(code);
    }

    @Override
    public long code(int instrumentId) {
        return instrument(instrumentId).code;
    }

    @Override
    public String instrumentName(int instrumentId) {
        return instrument(instrumentId).name;
    }

    @Override
    public Market market(int instrumentId) {
        return instrument(instrumentId).market;
    }

    @Override
    public InstrumentKind instrumentKind(int instrumentId) {
        return instrument(instrumentId).kind;
    }

    @Override
    public String sector(int instrumentId) {
        return instrument(instrumentId).sector;
    }

    @Override
    public long listedShares(int instrumentId) {
        return instrument(instrumentId).listedShares;
    }

    @Override
    public long parValueWon(int instrumentId) {
        return instrument(instrumentId).parValueWon;
    }

    @Override
    public long basePriceWon(int instrumentId) {
        return instrument(instrumentId).baseWon;
    }

    @Override
    public long upperLimitWon(int instrumentId) {
        return instrument(instrumentId).upperLimitWon;
    }

    @Override
    public long lowerLimitWon(int instrumentId) {
        return instrument(instrumentId).lowerLimitWon;
    }

    @Override
    public long tickWon(int instrumentId, long priceWon) {
        return instrument(instrumentId).ticks.tick(priceWon);
    }

    @Override
    public boolean halted(int instrumentId) {
        return instrument(instrumentId).halted;
    }

    @Override
    public long lastPriceWon(int instrumentId) {
        return instrument(instrumentId).lastWon;
    }

    @Override
    public long openPriceWon(int instrumentId) {
        return instrument(instrumentId).openWon;
    }

    @Override
    public long highPriceWon(int instrumentId) {
        return instrument(instrumentId).highWon;
    }

    @Override
    public long lowPriceWon(int instrumentId) {
        return instrument(instrumentId).lowWon;
    }

    @Override
    public long volumeShares(int instrumentId) {
        return instrument(instrumentId).volumeShares;
    }

    @Override
    public long turnoverWon(int instrumentId) {
        return instrument(instrumentId).turnoverWon;
    }

    @Override
    public long previousVolumeShares(int instrumentId) {
        return instrument(instrumentId).previousVolumeShares;
    }

    @Override
    public long bookTimeMs(int instrumentId) {
        return instrument(instrumentId).bookTimeMs;
    }

    @Override
    public long totalShares(int instrumentId, Side side) {
        return instrument(instrumentId).shares(side);
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
    public long orderableCashWon(int accountId) {
        return accounts.orderableWon(checkIndex(accountId, accounts.count()));
    }

    @Override
    public long affordableShares(int accountId, long priceWon) {
        return ledger.affordableShares(accountId, priceWon, accounts.orderableWon(checkIndex(accountId, accounts.count())));
    }

    @Override
    public long commissionWon(int accountId, long amountWon) {
        return Costs.commissionWon(accounts.feeRatePpb(checkIndex(accountId, accounts.count())), amountWon);
    }

    @Override
    public long saleTaxWon(int instrumentId, long amountWon) {
        return Costs.saleTaxWon(instrument(instrumentId).saleTaxPpb, amountWon);
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
    public boolean orderExists(int orderNumber) {
        return orders.exists(orderNumber);
    }

    @Override
    public int newestOrder(int accountId) {
        return accounts.newestOrder(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int olderOrder(int orderNumber) {
        return orders.older(existing(orderNumber));
    }

    @Override
    public int newestOpenOrder(int accountId) {
        return accounts.newestOpenOrder(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int openOrderCount(int accountId) {
        return accounts.openCount(checkIndex(accountId, accounts.count()));
    }

    @Override
    public int olderOpenOrder(int orderNumber) {
        return orders.olderOpen(existing(orderNumber));
    }

    @Override
    public int orderAccount(int orderNumber) {
        return orders.account(existing(orderNumber));
    }

    @Override
    public int orderInstrument(int orderNumber) {
        return orders.instrument(existing(orderNumber));
    }

    @Override
    public Side orderSide(int orderNumber) {
        return orders.side(existing(orderNumber));
    }

    @Override
    public OrderType orderType(int orderNumber) {
        return orders.type(existing(orderNumber));
    }

    @Override
    public TimeInForce orderTimeInForce(int orderNumber) {
        return orders.timeInForce(existing(orderNumber));
    }

    @Override
    public OrderKind orderKind(int orderNumber) {
        return orders.kind(existing(orderNumber));
    }

    @Override
    public OrderStatus orderStatus(int orderNumber) {
        return orders.status(existing(orderNumber));
    }

    @Override
    public long orderedShares(int orderNumber) {
        return orders.orderedShares(existing(orderNumber));
    }

    @Override
    public long openShares(int orderNumber) {
        return orders.openShares(existing(orderNumber));
    }

    @Override
    public long filledShares(int orderNumber) {
        return orders.filledShares(existing(orderNumber));
    }

    @Override
    public long filledAmountWon(int orderNumber) {
        return orders.filledAmountWon(existing(orderNumber));
    }

    @Override
    public long orderPriceWon(int orderNumber) {
        return orders.priceWon(existing(orderNumber));
    }

    @Override
    public long lastFillPriceWon(int orderNumber) {
        return orders.lastFillPriceWon(existing(orderNumber));
    }

    @Override
    public long lastFillShares(int orderNumber) {
        return orders.lastFillShares(existing(orderNumber));
    }

    @Override
    public int originalOrder(int orderNumber) {
        return orders.original(existing(orderNumber));
    }

    @Override
    public int rootOrder(int orderNumber) {
        return orders.root(existing(orderNumber));
    }

    @Override
    public long orderTimeMs(int orderNumber) {
        return orders.timeMs(existing(orderNumber));
    }

    @Override
    public long orderCommissionWon(int orderNumber) {
        long rate = accounts.feeRatePpb(orders.account(existing(orderNumber)));
        return Costs.commissionWon(rate, orders.filledAmountWon(orderNumber));
    }

    @Override
    public int keyCount() {
        return keys.count();
    }

    @Override
    public int keyId(Broker broker, String appKey) {
        return keys.id(broker, appKey);
    }

    @Override
    public Broker keyBroker(int keyId) {
        return keys.broker(checkIndex(keyId, keys.count()));
    }

    @Override
    public Environment keyEnvironment(int keyId) {
        return keys.environment(checkIndex(keyId, keys.count()));
    }

    @Override
    public String appKey(int keyId) {
        return keys.appKey(checkIndex(keyId, keys.count()));
    }

    @Override
    public String secretDigest(int keyId) {
        return keys.secretDigest(checkIndex(keyId, keys.count()));
    }

    @Override
    public int keyAccount(int keyId) {
        return keys.account(checkIndex(keyId, keys.count()));
    }

    @Override
    public int tokenIssueNumber(int keyId) {
        return keys.issueNumber(checkIndex(keyId, keys.count()));
    }

    @Override
    public long tokenIssuedAtMs(int keyId) {
        return keys.issuedAtMs(checkIndex(keyId, keys.count()));
    }

    @Override
    public long tokenExpiresAtMs(int keyId) {
        return keys.expiresAtMs(checkIndex(keyId, keys.count()));
    }
}
