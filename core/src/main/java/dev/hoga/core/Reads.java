package dev.hoga.core;

import static java.util.Objects.checkIndex;

/** Reads straight from the tables: orders, keys, time and charts; {@link AccountReads} and {@link InstrumentReads} the rest. */
final class Reads extends AccountReads {
    private final AccountTable accounts;
    private final KeyTable keys;
    private final OrderTable orders;
    private final Ledger ledger;
    private final Participants participants;
    private final Outbox outbox;
    private final IndexView indices;
    private final TallyTable tallies;

    Reads(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, LoanTable loans,
        DayTradeTable trades, KeyTable keys, OrderTable orders, Ledger ledger, MarketDay day, Participants participants, Outbox outbox,
        IndexBoard indices, TallyTable tallies, ForeignCash foreignCash, ForeignDesk foreignDesk) {
        super(instruments, accounts, deposits, holdings, loans, trades, ledger, day, foreignCash, foreignDesk);
        this.accounts = accounts;
        this.keys = keys;
        this.orders = orders;
        this.ledger = ledger;
        this.participants = participants;
        this.outbox = outbox;
        this.indices = new IndexReads(indices, day);
        this.tallies = tallies;
    }

    @Override
    public long memberShares(int instrumentId, int member, Side side) {
        return tallies.memberShares(instrument(instrumentId).assetId, checkIndex(member, CoreCommands.MAX_MEMBER + 1), side);
    }

    @Override
    public long investorShares(int instrumentId, InvestorKind kind, Side side) {
        return tallies.investorShares(instrument(instrumentId).assetId, kind, side);
    }

    @Override
    public long investorWon(int instrumentId, InvestorKind kind, Side side) {
        return tallies.investorWon(instrument(instrumentId).assetId, kind, side);
    }

    @Override
    public long programShares(int instrumentId, Side side) {
        return tallies.programShares(instrument(instrumentId).assetId, side);
    }

    @Override
    public long programWon(int instrumentId, Side side) {
        return tallies.programWon(instrument(instrumentId).assetId, side);
    }

    @Override
    public IndexView indices() {
        return indices;
    }

    /** Record of an order that exists: another day's record may still lie behind a number that does not. */
    private int existing(int orderNumber) {
        if (!orders.exists(orderNumber)) {
            throw new IndexOutOfBoundsException(orderNumber);
        }
        return orderNumber;
    }

    @Override
    public long orderTaxWon(int orderNumber) {
        return ledger.taxWon(existing(orderNumber), instruments.get(orders.instrument(orderNumber)));
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
    public boolean participantsOn() {
        return participants.on();
    }

    @Override
    public long participantsSeed() {
        return participants.seed();
    }

    @Override
    public int participantsIntensityPercent() {
        return participants.intensityPercent();
    }

    @Override
    public void copyMinuteBars(int instrumentId, int minutes, int below, Bars out) {
        Instrument instrument = instrument(instrumentId);
        instrument.tape.copyMinutes(minutes, below, instrument.baseWon, TradingCalendar.startMs(sessionDate(instrumentId)), out);
    }

    @Override
    public void copyTradeBars(int instrumentId, int trades, int below, Bars out) {
        Instrument instrument = instrument(instrumentId);
        instrument.tape.copyTrades(trades, below, instrument.baseWon, out);
    }

    @Override
    public void tellTrades(int instrumentId, int below, int limit, RecentTradeListener to) {
        instrument(instrumentId).tape.tell(below, limit, to);
    }

    @Override
    public void copyDayBars(int instrumentId, int below, Bars out) {
        Instrument instrument = instrument(instrumentId);
        int today = sessionDate(instrumentId);
        if (today < below && instrument.tradeCount > 0 && !out.full()) {
            out.add(today, TradingCalendar.startMs(today), instrument.baseWon, instrument.openWon, instrument.highWon,
                instrument.lowWon, instrument.dayCloseWon(), instrument.volumeShares, instrument.turnoverWon);
        }
        instrument.past.copy(below, out);
        boolean lived = instrument.past.count() > 0;
        participants.past().copyDays(instrument.code, instrument.kind, instrument.leverage, instrument.listedShares,
            lived ? instrument.past.oldestBaseWon() : instrument.baseWon,
            datesBefore(instrument, lived ? instrument.past.oldestDate() : today), below, out);
    }

    private PastMarket.Dates datesBefore(Instrument instrument, int firstDate) {
        if (instrument.overseas) {
            // Before its first session here: dates end with the one that the house is at.
            return new OverseasDatesBefore(day.overseas.sessions.calendar, instrument.venue,
                firstDate == 0 ? day.tradingDate() : firstDate);
        }
        return new DatesBefore(day.calendar, firstDate);
    }

    /** The same of an overseas venue. */
    private record OverseasDatesBefore(OverseasCalendar calendar, Venue venue, int firstDate) implements PastMarket.Dates {

        @Override
        public int tradingDayBefore(int date) {
            int day = date - 1;
            while (!calendar.opens(venue, day)) {
                day--;
            }
            return day;
        }

        @Override
        public long startMs(int date) {
            return TradingCalendar.startMs(date);
        }
    }

    /** The exchange's dates before an instrument's first one here. */
    private record DatesBefore(TradingCalendar calendar, int firstDate) implements PastMarket.Dates {

        @Override
        public int tradingDayBefore(int date) {
            return calendar.tradingDayBefore(date);
        }

        @Override
        public long startMs(int date) {
            return TradingCalendar.startMs(date);
        }
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
        return day.phase(venue);
    }

    @Override
    public long nextTickDueMs() {
        return day.nextTickDueMs();
    }

    @Override
    public boolean orderOnCredit(int orderNumber) {
        return orders.onCredit(existing(orderNumber));
    }

    @Override
    public int orderLoanDay(int orderNumber) {
        return orders.loanDay(existing(orderNumber));
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
    public Venue orderVenue(int orderNumber) {
        return instruments.get(orders.instrument(existing(orderNumber))).venue;
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
        return ledger.commissionWon(existing(orderNumber), instruments.get(orders.instrument(orderNumber)));
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
    public boolean keyRetired(int keyId) {
        return keys.retired(checkIndex(keyId, keys.count()));
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

    @Override
    public long nextHistoryEntry() {
        return outbox.next();
    }

    @Override
    public boolean keepsHistory() {
        return outbox.on();
    }

    @Override
    public long oldestHistoryEntry() {
        return outbox.first();
    }

    @Override
    public void tellHistory(long from, int limit, HistoryListener to) {
        outbox.tell(from, limit, to);
    }
}
