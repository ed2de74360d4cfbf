package dev.hoga.core;

/**
 * The way into the core: one method per command, each of which is one entry of the log. Every call carries the log's host
 * time (milliseconds since the epoch, never decreasing) and a correlation id, and causes exactly one
 * {@link CoreListener#commandAccepted} or {@link CoreListener#orderAccepted} or {@link CoreListener#commandRejected} with
 * that id, before the call returns (a clock command answers when its target is reached, which can be some ticks later).
 *
 * <p>Prices are won, quantities shares. Instrument codes are {@link Code packed} longs.
 */
public interface CoreCommands {
    /** The most shares of one order, and of one deposit of shares. */
    long MAX_ORDER_SHARES = 999_999_999;
    /** The highest price an instrument can have: ten million won. */
    long MAX_PRICE_WON = 10_000_000;
    /** The highest price overseas, in minimal units of its currency; there are no other limits in America and Hong Kong. */
    long MAX_OVERSEAS_PRICE = 2_000_000_000;
    /** The most won an account can hold: a thousand trillion. */
    long MAX_CASH_WON = 1_000_000_000_000_000L;
    /** The highest number of a member of the exchange. */
    int MAX_MEMBER = TallyTable.MAX_MEMBER;
    /** The highest commission rate: 1 %. */
    long MAX_FEE_RATE_PPB = 10_000_000;

    // -- accounts -------------------------------------------------------------------------------------------------

    /**
     * Opens an account; accepted with the new account id.
     *
     * @param accountNumber ten digits; the whole is Kiwoom's account number, KIS writes it as 8 and 2
     * @param feeRatePpb commission rate in parts per billion of the traded amount
     */
    void openAccount(long hostTimeMs, long correlationId, long accountNumber, String name, String htsId, long feeRatePpb);

    /** Pays won in (positive) or out (negative; not more than is withdrawable); accepted with the new cash. */
    void moveCash(long hostTimeMs, long correlationId, int accountId, long amountWon);

    /** Brings shares into an account; accepted with the new quantity. */
    void depositShares(long hostTimeMs, long correlationId, int accountId, long code, long qtyShares, long averagePriceWon);

    /**
     * Says what a client's account may do, which must have no open order: buy at the instruments' margin rates, and so owe at
     * settlement (미수); buy on credit. A new account may do neither. Accepted with its id.
     */
    void setAccountTerms(long hostTimeMs, long correlationId, int accountId, boolean margin, boolean credit);

    /**
     * Opens the gold account of a client's account: a product of its own, with cash and grams of its own, which trades gold and
     * nothing else. Accepted with its id; its number is that of the account and 10,000,000,000 more.
     *
     * @param feeRatePpb commission rate in parts per billion of the traded amount; value added tax comes on top of it
     */
    void openGoldAccount(long hostTimeMs, long correlationId, int accountId, long feeRatePpb);

    /**
     * Hands bars of gold out of a gold account, which pays value added tax on what they had cost and a charge for each bar.
     * Accepted with the grams that are left.
     *
     * @param grams a multiple of what a bar weighs
     */
    void withdrawGold(long hostTimeMs, long correlationId, int accountId, long code, long grams);

    /**
     * Says through which member of the exchange a client's account trades from now on, and whether its orders are program orders;
     * accepted with its id.
     *
     * @param member the member's number, 1 to {@link #MAX_MEMBER}
     */
    void setAccountMember(long hostTimeMs, long correlationId, int accountId, int member, boolean program);

    /**
     * Registers an app key of an account; accepted with the new key id. An account has one key for each broker and environment:
     * the key that it had there is retired, and its token with it.
     *
     * @param secretDigest keyed digest of the app secret in hexadecimal; the secret itself never enters the log
     */
    void registerKey(long hostTimeMs, long correlationId, int accountId, Broker broker, Environment environment,
        String appKey, String secretDigest);

    // -- tokens: derived from the key id and the issue number, never stored ------------------------------------------

    /**
     * Issues a token for a key, or answers the one that is still alive; accepted with the issue number.
     *
     * @param lifeMs how long a new token lives, in host time
     * @param reuseMs for how long after its issue the same token is answered again
     */
    void issueToken(long hostTimeMs, long correlationId, int keyId, long lifeMs, long reuseMs);

    /** Kills the key's token; accepted with the issue number even where it was dead already. */
    void revokeToken(long hostTimeMs, long correlationId, int keyId);

    /** Kills every token of every key; accepted with the number of tokens that were alive. */
    void revokeAllTokens(long hostTimeMs, long correlationId);

    // -- reference data ----------------------------------------------------------------------------------------------

    /**
     * Lists an instrument, tradable at once; accepted with the instrument id.
     *
     * @param leverage 1 for plain, 2, -1, -2 for leveraged and inverse funds; widens the price limits
     */
    void listInstrument(long hostTimeMs, long correlationId, long code, String name, Market market, InstrumentKind kind,
        String sector, long listedShares, long parValueWon, int leverage, long basePriceWon);

    /** Has NXT trade a stock too, from now on; accepted with its instrument id. Funds are not traded there. */
    void listAtNxt(long hostTimeMs, long correlationId, long code);

    /** Changes the base price of an instrument that has neither traded nor open orders today; accepted with its id. */
    void setBasePrice(long hostTimeMs, long correlationId, long code, long basePriceWon);

    /**
     * Says what of an instrument's price an account on margin must have, 20, 30, 40, 50, 60 or 100
     * percent, and how far the house lends for it; at once where it has no open order, else from the next trading date on. A new
     * instrument is at 100 % and without credit. Accepted with its id.
     */
    void setInstrumentTerms(long hostTimeMs, long correlationId, long code, int marginPercent, CreditGrade grade);

    /** Halts or resumes an instrument; accepted with its id. While halted only cancels are honoured (ER 13(1)1). */
    void haltInstrument(long hostTimeMs, long correlationId, long code, boolean halted);

    /**
     * Interrupts an instrument as if its price had moved too far (VI): for two minutes and some seconds its orders are collected
     * for an auction. Accepted with its id; refused where it does not trade continuously.
     */
    void interruptInstrument(long hostTimeMs, long correlationId, long code);

    /**
     * Stops the market as a fall of its index does: stages 1 and 2 for twenty minutes, followed by an auction of ten; stage 3 for
     * the day. Accepted with the stage; refused outside of the regular session, after 14:50 (1 and 2), and where the stage, or a
     * later one, has been reached today.
     */
    void breakCircuit(long hostTimeMs, long correlationId, int stage);

    /**
     * Declares an index of the shares of a market, weighed by listed shares, funds left out; accepted with its id. Shares that are
     * listed later join it at once, at a price that moves nothing.
     *
     * @param number the exchange's number of it, such as 1 for KOSPI and 1001 for KOSDAQ
     * @param sector for the scope of a sector; else empty
     * @param startLevel with which it begins, hundredths of a point
     */
    void declareIndex(long hostTimeMs, long correlationId, int number, String name, Market market, IndexScope scope, String sector,
        long startLevel);

    /**
     * Keeps program orders of a side away for five minutes (sidecar); accepted with 1. Refused twice a day, outside of continuous
     * trading, in its first five minutes and in the forty before the close.
     */
    void orderSidecar(long hostTimeMs, long correlationId, Side side);

    /** Declares a weekday on which the exchange is closed. @param epochDay days since 1970-01-01 */
    void declareHoliday(long hostTimeMs, long correlationId, int epochDay);

    /**
     * Declares how many minutes later than usual a coming day opens and closes, at most
     * {@value SessionPlan#MAX_LATER_MINUTES}; accepted with 1. What was declared for the day before counts no more.
     *
     * @param epochDay days since 1970-01-01
     */
    void declareHours(long hostTimeMs, long correlationId, int epochDay, int openLaterMinutes, int closeLaterMinutes);

    /**
     * Switches the simulated market on, or off: then it withdraws its orders. On while it is on changes what is given.
     * Accepted with 1 or 0.
     *
     * @param seed the same seed, universe and orders of clients make the same day
     * @param intensityPercent how much happens; 100 is an ordinary market
     */
    void setParticipants(long hostTimeMs, long correlationId, boolean on, long seed, int intensityPercent);

    /**
     * Binds a coming trading date of an instrument to a real day: on it the simulated market, where it is on before anybody has
     * traded, makes these prices and this volume. Accepted with the instrument's id; refused where the date is bound already,
     * has begun, or cannot come to that ({@link DailyRow#fault}), and without participants.
     *
     * @param epochDay days since 1970-01-01
     * @param baseWon the base price of the date, whatever the date before closed at
     * @param openWon 0 with all other prices where nothing traded
     */
    void bindDay(long hostTimeMs, long correlationId, long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon,
        long closeWon, long volumeShares);

    // -- overseas ------------------------------------------------------------------------------------------------------

    /**
     * Lists an instrument at an overseas venue; accepted with the instrument id. The venue has sessions from then on.
     *
     * @param code packed with its venue
     * @param englishName what the gateways tell beside the Korean name
     * @param lotShares of which orders must be multiples
     * @param basePrice in minimal units of the venue's currency
     */
    void listOverseas(long hostTimeMs, long correlationId, long code, String name, String englishName, InstrumentKind kind,
        long listedShares, long lotShares, long basePrice);

    /**
     * Declares a coming day of a country, which its currency names: how many minutes earlier than usual its sessions end, at most
     * {@value OverseasCalendar#MAX_EARLIER_MINUTES}, or {@value OverseasCalendar#CLOSED} for none. Accepted with 1.
     */
    void declareOverseasDay(long hostTimeMs, long correlationId, Currency country, int epochDay, int earlierMinutes);

    /** Pays foreign cash in (positive) or out (negative; not more than is withdrawable); accepted with the new cash. */
    void moveForeignCash(long hostTimeMs, long correlationId, int accountId, Currency currency, long amount);

    /** Exchanges an amount of one currency, won or other, into another; accepted with what comes out, rounded down. */
    void exchangeCash(long hostTimeMs, long correlationId, int accountId, Currency from, Currency to, long amount);

    /** Sets a rate of exchange from now on; accepted with it. @param rate 1/10,000 won for so many as the quote unit */
    void setFxRate(long hostTimeMs, long correlationId, Currency currency, long rate);

    // -- orders ------------------------------------------------------------------------------------------------------

    /**
     * Places an order. @param priceWon 0 for order types without a price
     */
    void placeOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side, OrderType type,
        TimeInForce timeInForce, long qtyShares, long priceWon);

    /**
     * Places an order on credit: a purchase takes a loan for what is not the client's own part, a sale pays loans back.
     *
     * @param loanDay the date of the loan to repay, days since 1970-01-01; 0 for all of the instrument's, the oldest first, and
     *     for a purchase
     */
    void placeCreditOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side, OrderType type,
        TimeInForce timeInForce, long qtyShares, long priceWon, int loanDay);

    /**
     * Amends price or type of all (quantity 0) or a part of an open order, under a new order number. The amended part gets
     * a new time, the rest keeps its own. Source: Enforcement Rule art. 17.
     *
     * @param code the original's, or {@link Code#OF_ORIGINAL}
     */
    void amendOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        OrderType type, long qtyShares, long priceWon);

    /**
     * Cancels all (quantity 0) or a part of an open order, under a new order number; the rest keeps its time.
     *
     * @param code the original's, or {@link Code#OF_ORIGINAL}
     */
    void cancelOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        long qtyShares);

    // -- history -------------------------------------------------------------------------------------------------------

    /**
     * Says that history has written the entries before a number; accepted with it. The first time, with 0, entries begin to be
     * kept. Refused where it is not among those that are kept, or the next.
     */
    void acknowledgeHistory(long hostTimeMs, long correlationId, long entry);

    // -- time --------------------------------------------------------------------------------------------------------

    /** Sets the clock of a fresh brokerage, which stands at no time before. @param speed market seconds per host second */
    void startClock(long hostTimeMs, long correlationId, long marketTimeMs, int speed, boolean frozen);

    /** Jumps forward to a market time, running every timer up to it in order. */
    void setMarketTime(long hostTimeMs, long correlationId, long marketTimeMs);

    /** Sets the speed. @param speed market seconds per host second, 1 to {@link MarketClock#MAX_SPEED} */
    void setSpeed(long hostTimeMs, long correlationId, int speed);

    /** Stops market time or lets it run on. */
    void setFrozen(long hostTimeMs, long correlationId, boolean frozen);

    /** Called at each start of a leader: market time goes on from where it stopped, downtime does not count. No answer. */
    void resumeClock(long hostTimeMs);

    /** Lets time pass: runs what is due, a bounded slice of it. No answer. */
    void tick(long hostTimeMs);
}
