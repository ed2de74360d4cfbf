package dev.hoga.core;

/**
 * What can be read of the brokerage, on the core's own thread, between commands. Reading changes nothing. A reader walks
 * lists with a bound of its own and goes on from the last element it saw.
 *
 * <p>Instruments, accounts, keys and order numbers are small ints; -1 or 0 ends a walk, as each method says. Asking for an
 * id that does not exist throws {@link IndexOutOfBoundsException}.
 */
public interface BrokerageView {

    // -- time --------------------------------------------------------------------------------------------------------

    /** Market time at a host time, milliseconds since the epoch; runs on between commands. */
    long marketTimeMs(long hostTimeMs);

    /** The trading date, days since 1970-01-01. */
    int tradingDate();

    /** Market seconds per host second. */
    int speed();

    boolean frozen();

    Phase phase(Venue venue);

    /** The host time at which a tick is due next; {@link Long#MAX_VALUE} for never. */
    long nextTickDueMs();

    // -- instruments -------------------------------------------------------------------------------------------------

    /**
     * The number of instruments; their ids are 0 to this, exclusive, in the order of listing. What NXT trades of them has ids
     * of its own, of which {@link Listing} tells.
     */
    int instrumentCount();

    /** The id of a code at KRX, or -1. */
    int instrumentId(long code);

    /** The id of a code at a venue, or -1 where it is not traded there. */
    int instrumentId(long code, Venue venue);

    long code(int instrumentId);

    String instrumentName(int instrumentId);

    Market market(int instrumentId);

    InstrumentKind instrumentKind(int instrumentId);

    String sector(int instrumentId);

    long listedShares(int instrumentId);

    long parValueWon(int instrumentId);

    long basePriceWon(int instrumentId);

    long upperLimitWon(int instrumentId);

    long lowerLimitWon(int instrumentId);

    /** What of its price an account on margin must have, in percent. */
    int marginPercent(int instrumentId);

    /** How many times its index a fund follows, below zero against it; 1 for shares. */
    int leverage(int instrumentId);

    /** How far the house lends for it. */
    CreditGrade creditGrade(int instrumentId);

    /** What a share counts as in place of cash (대용가). */
    long substitutePriceWon(int instrumentId);

    /** The tick at a price. */
    long tickWon(int instrumentId, long priceWon);

    boolean halted(int instrumentId);

    /** Shares of orders that wait on a side to trade at a close. */
    long offHoursShares(int instrumentId, Side side);

    /** When a venue's session goes on to its next phase by the day's plan, 0 where it is over. */
    long nextPhaseMs(Venue venue);

    /** What can be read of the market's indices. */
    IndexView indices();

    /** Shares of an instrument that a member of the exchange, 0 to {@link CoreCommands#MAX_MEMBER}, has bought or sold today. */
    long memberShares(int instrumentId, int member, Side side);

    /** Shares of an instrument that investors of a kind have bought or sold today. */
    long investorShares(int instrumentId, InvestorKind kind, Side side);

    /** What they were bought or sold for. */
    long investorWon(int instrumentId, InvestorKind kind, Side side);

    /** Shares of an instrument that program orders have bought or sold today. */
    long programShares(int instrumentId, Side side);

    /** What they were bought or sold for. */
    long programWon(int instrumentId, Side side);

    // -- overseas: prices and amounts of what is traded there are minimal units of its venue's currency --------------------------

    /** Where an instrument is traded. */
    Venue venue(int instrumentId);

    /** The shares of which an order must be a multiple. */
    long lotShares(int instrumentId);

    /** The date of the day's figures, days since 1970-01-01: the trading date, overseas the local one; 0 before the first. */
    int sessionDate(int instrumentId);

    /** All cash of an account in a currency once everything traded is settled; what open orders bind is included. */
    long foreignCash(int accountId, Currency currency);

    /** What of it is there on the trading date. */
    long settledForeignCash(int accountId, Currency currency);

    /** What of it is there on the next one. */
    long nextDayForeignCash(int accountId, Currency currency);

    /** What a new buy order may use, its costs included. */
    long orderableForeignCash(int accountId, Currency currency);

    long withdrawableForeignCash(int accountId, Currency currency);

    /** How many shares the account can buy at a price, costs included. */
    long affordableOverseasShares(int accountId, Currency currency, long price);

    long overseasCommission(Currency currency, long amount);

    /** What the country takes. */
    long overseasLevy(Currency currency, Side side, long amount);

    /** What so many of a currency as its quote unit are worth, in 1/10,000 won; 0 where no rate is known. */
    long fxRate(Currency currency);

    /** The same when a date ended, or now; only some dates are kept, 0 for others. */
    long fxRate(Currency currency, int date);

    /** What an amount is worth in won at the rate of now, rounded down. */
    long wonOf(Currency currency, long amount);

    // -- the simulated market --------------------------------------------------------------------------------------------

    boolean participantsOn();

    /** What was given when they were switched on last; 0 before. */
    long participantsSeed();

    /** How much happens; 100 is an ordinary market. */
    int participantsIntensityPercent();

    // -- quotes of the trading date ------------------------------------------------------------------------------------

    /** The last trade's price, or the base price where nothing has traded today. */
    long lastPriceWon(int instrumentId);

    /** The day's first price, 0 before the first trade. */
    long openPriceWon(int instrumentId);

    /** The day's highest price, 0 before the first trade. */
    long highPriceWon(int instrumentId);

    /** The day's lowest price, 0 before the first trade. */
    long lowPriceWon(int instrumentId);

    /** What KRX's session does with an instrument: that of the venue, but for an instrument that is interrupted. */
    Phase instrumentPhase(int instrumentId);

    /** Whether a volatility interruption of an instrument goes on. */
    boolean interrupted(int instrumentId);

    /** What the day's last interruption of an instrument was begun by. */
    Interruption interruption(int instrumentId);

    /** How many interruptions of an instrument there have been today. */
    int interruptionCount(int instrumentId);

    /** When the day's last interruption began, 0 without one. */
    long interruptionBeganMs(int instrumentId);

    /** The price that would have been traded at; the last price where the interruption was ordered. */
    long interruptionTriggerWon(int instrumentId);

    /** The last price of an auction, or the base price, when the day's last interruption began. */
    long interruptionStaticBaseWon(int instrumentId);

    /** The last price when the day's last interruption began; 0 at the opening, where it does not count. */
    long interruptionDynamicBaseWon(int instrumentId);

    /** The official close: that of the closing auction, 0 before it has ended. What trades later does not change it. */
    long closePriceWon(int instrumentId);

    /**
     * The price at which an auction that collects orders now would trade if it ended now; 0 where it would trade nothing, in
     * the first 20 minutes of the opening auction, and outside auctions. Source: Enforcement Rule art. 126(1).
     */
    long expectedPriceWon(int instrumentId);

    /** The shares that would trade at {@link #expectedPriceWon}. */
    long expectedShares(int instrumentId);

    /** Shares traded today. */
    long volumeShares(int instrumentId);

    /** Won traded today. */
    long turnoverWon(int instrumentId);

    /** Shares of today's trades whose taker, the later of the two orders, was of this side. */
    long takerShares(int instrumentId, Side takerSide);

    /** The number of those trades. */
    long takerTrades(int instrumentId, Side takerSide);

    /** Market time of the day's first trade, 0 before it. */
    long openTimeMs(int instrumentId);

    /** Market time at which the day's highest price was first reached, 0 before the first trade. */
    long highTimeMs(int instrumentId);

    /** Market time at which the day's lowest price was first reached, 0 before the first trade. */
    long lowTimeMs(int instrumentId);

    /** Shares traded on the trading date before this one. */
    long previousVolumeShares(int instrumentId);

    /** Won traded on the trading date before this one. */
    long previousTurnoverWon(int instrumentId);

    /** Market time of the last change of the book, 0 before the first. */
    long bookTimeMs(int instrumentId);

    /**
     * Copies the best levels of a side, best first; resting market orders show at their deemed price. While an auction
     * collects orders these are the best three of what it would leave if it ended now; in a halt, which may have begun in an
     * auction, all of it.
     *
     * @return how many levels were copied, at most the arrays' length
     */
    int copyDepth(int instrumentId, Side side, long[] pricesWon, long[] qtysShares);

    /**
     * Copies bars of the trading date, so many minutes each, that begin before a minute of the day, the newest first; minutes
     * without a trade have none. The work is bounded by the minutes of a session.
     */
    void copyMinuteBars(int instrumentId, int minutes, int below, Bars out);

    /**
     * Copies bars of so many trades each, counted from the first trade of the trading date, that have fewer trades before them
     * than a number, the newest first. Only a day's newest trades, some thousands, are kept one by one.
     */
    void copyTradeBars(int instrumentId, int trades, int below, Bars out);

    /** Tells of single trades that have fewer trades of the trading date before them than a number, the newest first. */
    void tellTrades(int instrumentId, int below, int limit, RecentTradeListener to);

    /**
     * Copies the days before a date (days since 1970-01-01), the newest first: the trading date once it has a trade, those lived
     * here, and before them those that the market is said to have had.
     */
    void copyDayBars(int instrumentId, int below, Bars out);

    /** All shares on a side, resting market orders included. */
    long totalShares(int instrumentId, Side side);

    // -- accounts ------------------------------------------------------------------------------------------------------

    /** The number of account ids in use, the house's own included. */
    int accountCount();

    /** The first account id that belongs to a client; below it are the house's own ({@link HouseAccount}). */
    int firstClientAccount();

    /** The id of a ten-digit account number, or -1. */
    int accountId(long accountNumber);

    long accountNumber(int accountId);

    /** The gold account of an account, or -1. */
    int goldAccount(int accountId);

    /** Whose product an account is: its own, but for a gold account. */
    int accountOwner(int accountId);

    String accountName(int accountId);

    String htsId(int accountId);

    long feeRatePpb(int accountId);

    /**
     * All won of the account once everything traded is settled, two trading dates on: its deposit of D+2. Those reserved for
     * open buy orders are included. Source: rules D2, D5.
     */
    long cashWon(int accountId);

    /** Won of the account on the trading date, its deposit: what is not settled yet is left out. */
    long settledCashWon(int accountId);

    /** Won of the account on the next trading date, its deposit of D+1. */
    long nextDayCashWon(int accountId);

    /** Won that can be taken out at once: there today, and needed neither for settlement nor for open orders. */
    long withdrawableWon(int accountId);

    /** What a client's account bought, or sold, on the trading date before this one, without costs. */
    long tradedBeforeWon(int accountId, Side side);

    /** Commission, and tax on sales, of what it bought, or sold, then. */
    long costsBeforeWon(int accountId, Side side);

    /** What cash (that of D+2) and shares (at their closing prices) were worth when that date ended; 0 before the first end. */
    long assetsBeforeWon(int accountId);

    /** Won that a new buy order may use, its commission included. */
    long orderableCashWon(int accountId);

    /** How many shares the account can buy at a price, its commission included. @param marginPercent what of it must be there */
    long affordableShares(int accountId, int marginPercent, long priceWon);

    /** What of an instrument's price the account must have now, in percent. */
    int marginPercent(int accountId, int instrumentId);

    /** Whether the account buys at the instruments' margin rates now. */
    boolean onMargin(int accountId);

    /** Whether it may buy on margin while it is not frozen. */
    boolean mayUseMargin(int accountId);

    boolean mayUseCredit(int accountId);

    /** The last day on which the account needs all of every price because it did not pay, days since 1970-01-01; 0 for none. */
    int frozenUntil(int accountId);

    /** What purchases on margin that are not settled leave to be paid at settlement. */
    long lentWon(int accountId);

    /** What was due and has not been paid. */
    long unpaidWon(int accountId);

    /** What the house asks for paying late, and has not charged yet. */
    long lateFeeWon(int accountId);

    /** Commission on an amount for this account, cut to 10 won. Source: rules D3. */
    long commissionWon(int accountId, long amountWon);

    /** Value added tax on a commission of this account: gold accounts bear it. */
    long addedTaxWon(int accountId, long commissionWon);

    /** Tax on a sale of an instrument on the trading date, cut to 1 won. Source: rules D3. */
    long saleTaxWon(int instrumentId, long amountWon);

    // -- holdings ------------------------------------------------------------------------------------------------------

    /** The first holding slot of an account in the order of first acquisition, or -1. Slots of sold-out holdings stay. */
    int firstHolding(int accountId);

    /** The next holding slot of the same account, or -1. */
    int nextHolding(int holding);

    /** The holding slot of an account in an instrument, or -1. */
    int holding(int accountId, int instrumentId);

    int holdingInstrument(int holding);

    long heldShares(int holding);

    /** Shares that have been delivered: those of trades that are not settled yet still count for their seller. */
    long settledShares(int holding);

    /** Shares not bound by open sell orders. */
    long sellableShares(int holding);

    /** What the held shares were bought for, without costs. */
    long purchaseAmountWon(int holding);

    long boughtTodayShares(int holding);

    long soldTodayShares(int holding);

    long boughtYesterdayShares(int holding);

    long soldYesterdayShares(int holding);

    /** Tells what has been traded of a client's holding on the trading date, one sum for each loan date and side. */
    void tellDayTrades(int holding, DayTradeListener to);

    // -- loans: shares bought on credit, one lot for each holding and loan date ---------------------------------------------

    /** All that an account has borrowed to buy shares. */
    long loansWon(int accountId);

    /** What loans of the trading date bring in when it is settled; below zero where more is paid back, interest included. */
    long loanFlowWon(int accountId);

    /** The same of the trading date before. */
    long loanFlowBeforeWon(int accountId);

    /** Whether too little stood behind the loans when the date before ended. */
    boolean calledForCollateral(int accountId);

    /** The oldest loan of a holding slot, or -1. Its shares are not among those held. */
    int firstLoan(int holding);

    /** The next younger loan of the same holding, or -1. */
    int nextLoan(int loan);

    /** Days since 1970-01-01. */
    int loanDay(int loan);

    /** The day on which it must be paid back, days since 1970-01-01. */
    int loanExpiryDay(int loan);

    long loanShares(int loan);

    /** Shares not bound by open orders to repay. */
    long loanSellableShares(int loan);

    /** What its shares were bought for, without costs. */
    long loanPurchaseWon(int loan);

    long loanWon(int loan);

    /** Whether an order takes or repays a loan. */
    boolean orderOnCredit(int orderNumber);

    /** The date of that loan; 0 where it repays whatever date's, and for an order that is not on credit. */
    int orderLoanDay(int orderNumber);

    // -- orders of the trading date ------------------------------------------------------------------------------------

    /** Whether this number was given out on this trading date. */
    boolean orderExists(int orderNumber);

    /** The newest order, amendment or cancellation of an account, or 0. */
    int newestOrder(int accountId);

    /** The one before it in the same account, or 0. */
    int olderOrder(int orderNumber);

    /** The newest open order of an account, or 0. */
    int newestOpenOrder(int accountId);

    /** How many open orders an account has; a reader that has seen so many need not look for older ones. */
    int openOrderCount(int accountId);

    /** The open order before it in the same account, or 0. The given order must be open. */
    int olderOpenOrder(int orderNumber);

    int orderAccount(int orderNumber);

    int orderInstrument(int orderNumber);

    Side orderSide(int orderNumber);

    OrderType orderType(int orderNumber);

    TimeInForce orderTimeInForce(int orderNumber);

    OrderKind orderKind(int orderNumber);

    OrderStatus orderStatus(int orderNumber);

    /** Ordered, amended or cancelled shares. */
    long orderedShares(int orderNumber);

    /** Shares still in the book. */
    long openShares(int orderNumber);

    long filledShares(int orderNumber);

    /** The sum of price times shares over the fills. */
    long filledAmountWon(int orderNumber);

    /** The price, 0 for a market order. */
    long orderPriceWon(int orderNumber);

    long lastFillPriceWon(int orderNumber);

    long lastFillShares(int orderNumber);

    /** The order that this one amends or cancels, or 0. */
    int originalOrder(int orderNumber);

    /** The first order of the chain. */
    int rootOrder(int orderNumber);

    /** Market time of receipt. */
    long orderTimeMs(int orderNumber);

    /** Commission charged so far. */
    long orderCommissionWon(int orderNumber);

    /** Tax charged so far. */
    long orderTaxWon(int orderNumber);

    // -- keys and tokens -----------------------------------------------------------------------------------------------

    /** The number of keys; their ids are 0 to this, exclusive. */
    int keyCount();

    /** The id of an app key of a broker, or -1. */
    int keyId(Broker broker, String appKey);

    Broker keyBroker(int keyId);

    Environment keyEnvironment(int keyId);

    String appKey(int keyId);

    String secretDigest(int keyId);

    int keyAccount(int keyId);

    /** Whether the account has another key in its place: this one is out of use for ever. */
    boolean keyRetired(int keyId);

    /** The number of the key's newest token, 0 before the first. */
    int tokenIssueNumber(int keyId);

    /** Host time. */
    long tokenIssuedAtMs(int keyId);

    /** Host time; a revoked token has expired at 0. */
    long tokenExpiresAtMs(int keyId);

    // -- history -------------------------------------------------------------------------------------------------------

    /** The number that the next entry for history will get: what was asked for before it is written is written below it. */
    long nextHistoryEntry();

    /** Whether entries for history are kept. */
    boolean keepsHistory();

    /** The oldest entry that is kept for history: all before it are written. */
    long oldestHistoryEntry();

    /** Tells of the entries for history from a number on that are still kept, of so many at most. */
    void tellHistory(long from, int limit, HistoryListener to);
}
