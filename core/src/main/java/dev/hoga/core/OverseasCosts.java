package dev.hoga.core;

/**
 * What trading overseas costs, by currency: the house's commission and what the country takes, each cut to the coin, on the
 * cumulative amount of an order. Commission is what a Korean broker's price list asks for online orders without an agreement; the
 * country's part is that of its market. Both are the house's own tables: brokers differ.
 */
final class OverseasCosts {
    private static final long BILLION = 1_000_000_000L;
    //                                                        KRW   USD        HKD        CNY        JPY        VND
    private static final long[] COMMISSION_PPB =             {0, 2_500_000, 3_000_000, 3_000_000, 2_300_000, 4_000_000};
    /** Hong Kong's stamp duty. */
    private static final long[] BUY_LEVY_PPB =               {0,         0, 1_000_000,         0,         0,         0};
    /** America's fee of the SEC, Hong Kong's and China's stamp duty, Vietnam's tax. */
    private static final long[] SELL_LEVY_PPB =              {0,    20_600, 1_000_000,   500_000,         0, 1_000_000};
    /** In minimal units: a cent, a Hong Kong cent, a fen, a yen, a dong. */
    private static final long[] COIN =                       {1,       100,        10,        10,        10,         1};

    private OverseasCosts() {
    }

    static long commission(Currency currency, long amount) {
        return cut(currency, part(amount, COMMISSION_PPB[currency.ordinal()]));
    }

    static long levy(Currency currency, Side side, long amount) {
        long ppb = side == Side.BUY ? BUY_LEVY_PPB[currency.ordinal()] : SELL_LEVY_PPB[currency.ordinal()];
        return cut(currency, part(amount, ppb));
    }

    /** What a purchase needs in all. */
    static long needed(Currency currency, long amount) {
        return amount + commission(currency, amount) + levy(currency, Side.BUY, amount);
    }

    private static long cut(Currency currency, long amount) {
        return amount - amount % COIN[currency.ordinal()];
    }

    private static long part(long amount, long ppb) {
        return amount / BILLION * ppb + amount % BILLION * ppb / BILLION;
    }
}
