package dev.hoga.core;

/**
 * Foreign cash in, out and exchanged, and the rates of exchange. What is exchanged goes through the bank's account at the rate of the
 * moment, without a margin; what comes out is rounded down to a minimal unit.
 */
final class ForeignDesk {
    final FxTable rates = new FxTable();
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final ForeignCash cash;
    private final Outbox outbox;
    private final CoreListener listener;

    ForeignDesk(AccountTable accounts, DepositTable deposits, ForeignCash cash, Outbox outbox, CoreListener listener) {
        this.accounts = accounts;
        this.deposits = deposits;
        this.cash = cash;
        this.outbox = outbox;
        this.listener = listener;
    }

    /** Pays in (positive) or out. @return why not, or null */
    Reject move(int account, Currency currency, long amount, long timeMs) {
        if (!accounts.trades(account)) {
            return Reject.UNKNOWN_ACCOUNT;
        }
        if (amount < 0 && amount < -cash.withdrawable(account, currency)) {
            return Reject.NOT_ENOUGH_CASH;
        }
        if (currency == Currency.KRW || amount > CoreCommands.MAX_CASH_WON - cash.cash(account, currency)) {
            return Reject.OUT_OF_RANGE;
        }
        pay(HouseAccount.OUTSIDE.id(), account, currency, amount, timeMs);
        return null;
    }

    private void pay(int from, int to, Currency currency, long amount, long timeMs) {
        int client = AccountTable.isHouse(from) ? to : from;
        if (currency == Currency.KRW) {
            deposits.pay(from, to, amount);
            listener.cashChanged(client, accounts.cashWon(client));
            outbox.cash(client, client == to ? amount : -amount, accounts.cashWon(client), timeMs);
        } else {
            cash.pay(from, to, currency, amount);
            listener.foreignCashChanged(client, currency, cash.cash(client, currency));
            outbox.foreignCash(client, currency, client == to ? amount : -amount, cash.cash(client, currency), timeMs);
        }
    }

    /** What an amount of one currency brings in another at the rates of now. */
    private long worth(Currency from, Currency to, long amount) {
        long won = from == Currency.KRW ? amount : rates.won(from, amount);
        return to == Currency.KRW ? won : rates.foreign(to, won);
    }

    private boolean hasRate(Currency currency) {
        return currency == Currency.KRW || rates.rate(currency) > 0;
    }

    private long withdrawable(int account, Currency currency) {
        return currency == Currency.KRW ? deposits.withdrawableWon(account) : cash.withdrawable(account, currency);
    }

    private long held(int account, Currency currency) {
        return currency == Currency.KRW ? accounts.cashWon(account) : cash.cash(account, currency);
    }

    /** Why an amount cannot be exchanged, or null. */
    Reject mayExchange(int account, Currency from, Currency to, long amount) {
        if (!accounts.trades(account)) {
            return Reject.UNKNOWN_ACCOUNT;
        }
        if (amount > 0 && amount > withdrawable(account, from)) {
            return Reject.NOT_ENOUGH_CASH;
        }
        boolean possible = from != to && amount > 0 && amount <= CoreCommands.MAX_CASH_WON && hasRate(from) && hasRate(to)
            && worth(from, to, amount) <= CoreCommands.MAX_CASH_WON - held(account, to);
        return possible ? null : Reject.OUT_OF_RANGE;
    }

    /** Exchanges what may be. @return what comes out */
    long exchange(int account, Currency from, Currency to, long amount, long timeMs) {
        long out = worth(from, to, amount);
        pay(account, HouseAccount.EXCHANGE.id(), from, amount, timeMs);
        pay(HouseAccount.EXCHANGE.id(), account, to, out, timeMs);
        return out;
    }

    /** Sets a rate. @return why not, or null */
    Reject setRate(Currency currency, long rate) {
        if (currency == Currency.KRW || !FxTable.isRate(rate)) {
            return Reject.OUT_OF_RANGE;
        }
        rates.set(currency, rate);
        listener.fxRateChanged(currency, rate);
        return null;
    }

    /** Begins a trading date. @param moves whether rates move */
    void startDay(int endingDate, boolean moves, long seed) {
        rates.startDay(endingDate, moves, seed);
        for (int currency = 1; currency < Currency.COUNT; currency++) {
            if (rates.rate(Currency.of(currency)) != 0) {
                listener.fxRateChanged(Currency.of(currency), rates.rate(Currency.of(currency)));
            }
        }
    }
}
