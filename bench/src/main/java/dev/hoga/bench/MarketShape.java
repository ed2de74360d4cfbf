package dev.hoga.bench;

/**
 * The market a stream of orders is made for. Everything else about it follows from these numbers, so both contenders can
 * be set up alike: base prices are such that each instrument has one tick from its lower to its upper limit.
 *
 * @param accounts all accounts; the last hundredth (at least one) has neither cash nor shares, the others have plenty
 * @param depthOrders how many open orders each book is held near
 */
record MarketShape(int symbols, int accounts, int depthOrders) {
    static final long CASH_WON = 1_000_000_000_000L;
    static final long HELD_SHARES = 1_000_000;
    static final long LISTED_SHARES = 1_000_000_000;
    private static final int MOST_HOLDINGS_PER_ACCOUNT = 5;
    private static final int PAUPERS_ONE_IN = 100;
    private static final int[] BASE_PRICES_WON = {15_000, 3_800, 38_000, 1_500, 150_000, 380_000};
    private static final int[] TICKS_WON = {10, 5, 50, 1, 100, 500};
    private static final int LIMIT_PERCENT = 30;
    private static final int PERCENT = 100;

    MarketShape {
        if (symbols < 1 || depthOrders < 1 || accounts - Math.max(1, accounts / PAUPERS_ONE_IN) < symbols) {
            throw new IllegalArgumentException("needs at least one symbol and an account with holdings for each");
        }
    }

    /** Accounts 0 to this, exclusive, have cash and shares. */
    int funded() {
        return accounts - Math.max(1, accounts / PAUPERS_ONE_IN);
    }

    int holdingsPerAccount() {
        return Math.min(symbols, MOST_HOLDINGS_PER_ACCOUNT);
    }

    /** The symbol of a funded account's n-th holding. */
    int heldSymbol(int account, int nth) {
        return (account + nth) % symbols;
    }

    /** How many funded accounts have a symbol as their n-th holding. */
    int holders(int symbol, int nth) {
        return (funded() - 1 - firstHolder(symbol, nth)) / symbols + 1;
    }

    /** One of the {@link #holders}. */
    int holder(int symbol, int nth, int index) {
        return firstHolder(symbol, nth) + index * symbols;
    }

    private int firstHolder(int symbol, int nth) {
        return Math.floorMod(symbol - nth, symbols);
    }

    int basePriceWon(int symbol) {
        return BASE_PRICES_WON[symbol % BASE_PRICES_WON.length];
    }

    int tickWon(int symbol) {
        return TICKS_WON[symbol % TICKS_WON.length];
    }

    int lowerLimitWon(int symbol) {
        return basePriceWon(symbol) - widthWon(symbol);
    }

    int upperLimitWon(int symbol) {
        return basePriceWon(symbol) + widthWon(symbol);
    }

    /** The number of prices from the lower to the upper limit. */
    int levels(int symbol) {
        return 2 * widthWon(symbol) / tickWon(symbol) + 1;
    }

    private int widthWon(int symbol) {
        int tickWon = tickWon(symbol);
        return basePriceWon(symbol) * LIMIT_PERCENT / PERCENT / tickWon * tickWon;
    }
}
