package dev.hoga.core;

/**
 * Reads a word of each record that a command is about to need, before it is needed. Nothing depends on what is read: but
 * loads that start together wait for memory together, and one by one, each where it is used, they would wait in turn. With
 * half a million open orders that is most of what a command costs.
 */
final class EarlyLoads {
    /** How many makers are looked up ahead of a trade. */
    private static final int MOST_MAKERS = 4;

    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final OrderTable orders;
    /** All that was read: a load of which nothing is kept would not be made. */
    private long read;

    EarlyLoads(AccountTable accounts, HoldingTable holdings, OrderTable orders) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.orders = orders;
    }

    /** Before an order is amended or cancelled. Both must exist. */
    void ofOriginal(int account, int original) {
        read ^= accounts.cashWon(account) ^ orders.openShares(original);
    }

    /** Before an order whose shape is right is checked for cash and shares, and enters the book. */
    void ofOrder(Instrument instrument, int account, Side side, OrderType type, long shares, long priceWon) {
        boolean rests = type == OrderType.LIMIT && !instrument.meetsAny(side, priceWon);
        PriceLevels own = instrument.limitOrders(side);
        read ^= accounts.cashWon(account)
            ^ (rests ? own.sharesAt(priceWon) : ofMakers(instrument, account, side, shares));
    }

    /** What a trade touches of both sides. */
    private long ofMakers(Instrument instrument, int taker, Side side, long shares) {
        PriceLevels levels = instrument.limitOrders(side.opposite());
        long met = holdings.shares(taker, instrument.assetId);
        long left = shares;
        int makers = 0;
        for (int level = levels.best(); level != PriceLevels.NONE; level = levels.worse(level)) {
            for (int maker = levels.head(level); maker != 0; maker = orders.next(maker)) {
                int account = orders.account(maker);
                met ^= accounts.cashWon(account);
                met ^= side == Side.BUY ? holdings.shares(orders.holding(maker)) : holdings.shares(account, instrument.assetId);
                left -= orders.openShares(maker);
                if (left <= 0 || ++makers == MOST_MAKERS) {
                    return met;
                }
            }
        }
        return met;
    }
}
