package dev.hoga.core;

/** What can be read of cash in foreign currencies, in minimal units, and of what they are worth. */
public interface ForeignCashView {
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
}
