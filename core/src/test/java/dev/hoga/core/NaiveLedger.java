package dev.hoga.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cash and shares as the naive exchange keeps them: nothing is reserved, every question looks through the open orders. */
final class NaiveLedger {
    static final int FIRST_CLIENT = 256;

    /** A client's account, or one of the house. */
    static final class Account {
        long number;
        long ratePpb;
        /** When everything is settled. */
        BigInteger cash = BigInteger.ZERO;
        final List<Fill> fills = new ArrayList<>();
    }

    /** What a fill came to. @param day counts trading dates */
    record Fill(int day, Side side, BigInteger amount, BigInteger costs) {

        /** What it changes in the account's cash. */
        BigInteger net() {
            return side == Side.BUY ? amount.add(costs).negate() : amount.subtract(costs);
        }
    }

    /** What an account has of an instrument. */
    static final class Holding {
        long shares;
        BigInteger purchase = BigInteger.ZERO;
        long boughtToday;
        long soldToday;
        long boughtYesterday;
        long soldYesterday;
    }

    final List<Account> accounts = new ArrayList<>();
    final List<NaiveShare> shares = new ArrayList<>();
    private final Map<List<Integer>, Holding> holdings = new HashMap<>();
    private int day;

    NaiveLedger() {
        for (int id = 0; id < FIRST_CLIENT; id++) {
            accounts.add(new Account());
        }
    }

    static boolean isHouse(int account) {
        return account < FIRST_CLIENT;
    }

    boolean trades(int account) {
        return account == HouseAccount.SCRIPTED_TRADER.id() || account >= FIRST_CLIENT && account < accounts.size();
    }

    Holding holding(int account, int share) {
        return holdings.computeIfAbsent(List.of(account, share), none -> new Holding());
    }

    private List<NaiveOrder> openOrders(int account, Side side) {
        var found = new ArrayList<NaiveOrder>();
        for (NaiveShare share : shares) {
            for (List<NaiveOrder> queue : List.of(share.resting, share.atClose)) {
                queue.stream().filter(order -> order.account == account && order.side == side).forEach(found::add);
            }
        }
        return found;
    }

    private BigInteger commission(int account, BigInteger amount) {
        return NaiveRules.commission(accounts.get(account).ratePpb, amount);
    }

    /** What an order's shares cost at its reservation price, with the commission they add to what is charged already. */
    private BigInteger reserved(NaiveOrder order, long open) {
        BigInteger amount = BigInteger.valueOf(order.reservationPrice()).multiply(BigInteger.valueOf(open));
        return amount.add(commission(order.account, order.filled.add(amount))).subtract(commission(order.account, order.filled));
    }

    BigInteger orderable(int account) {
        BigInteger left = accounts.get(account).cash;
        for (NaiveOrder order : openOrders(account, Side.BUY)) {
            left = isHouse(account) ? left : left.subtract(reserved(order, order.open));
        }
        return left;
    }

    void traded(int account, Side side, BigInteger amount, BigInteger costs) {
        accounts.get(account).fills.add(new Fill(day, side, amount, costs));
    }

    /** The cash so many trading dates from now: a trade is settled two of them after its own. */
    BigInteger cashIn(int account, int days) {
        BigInteger left = accounts.get(account).cash;
        for (Fill fill : accounts.get(account).fills) {
            left = fill.day + 2 > day + days ? left.subtract(fill.net()) : left;
        }
        return left;
    }

    BigInteger withdrawable(int account) {
        return cashIn(account, 0).min(cashIn(account, 1)).min(orderable(account)).max(BigInteger.ZERO);
    }

    /** What was bought or sold so many trading dates ago, and what it cost. */
    List<Long> traded(int account, int daysAgo, Side side) {
        BigInteger amount = BigInteger.ZERO;
        BigInteger costs = BigInteger.ZERO;
        for (Fill fill : accounts.get(account).fills) {
            if (fill.day == day - daysAgo && fill.side == side) {
                amount = amount.add(fill.amount);
                costs = costs.add(fill.costs);
            }
        }
        return List.of(amount.longValueExact(), costs.longValueExact());
    }

    /** What becomes orderable where a part of an order goes. */
    BigInteger freed(NaiveOrder order, long part) {
        BigInteger before = reserved(order, order.open);
        return part == order.open ? before : before.subtract(reserved(order, order.open - part));
    }

    BigInteger cost(int account, long price, long quantity) {
        BigInteger amount = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
        return amount.add(commission(account, amount));
    }

    /** The largest quantity whose cost fits, by halving. */
    long affordable(int account, long price, BigInteger available) {
        long fits = 0;
        for (long step = 1L << 60; step > 0; step >>= 1) {
            if (cost(account, price, fits + step).compareTo(available) <= 0) {
                fits += step;
            }
        }
        return fits;
    }

    long sellable(int account, int share) {
        long left = holding(account, share).shares;
        for (NaiveOrder order : openOrders(account, Side.SELL)) {
            left -= order.share.id == share && !isHouse(account) ? order.open : 0;
        }
        return left;
    }

    void transfer(int from, int to, BigInteger won) {
        accounts.get(from).cash = accounts.get(from).cash.subtract(won);
        accounts.get(to).cash = accounts.get(to).cash.add(won);
    }

    void sell(int account, int share, long quantity) {
        Holding holding = holding(account, share);
        if (!isHouse(account)) {
            BigInteger cost = holding.purchase.multiply(BigInteger.valueOf(quantity)).divide(BigInteger.valueOf(holding.shares));
            holding.purchase = holding.purchase.subtract(cost);
        }
        holding.shares -= quantity;
        holding.soldToday += quantity;
    }

    void buy(int account, int share, long quantity, BigInteger amount) {
        Holding holding = holding(account, share);
        holding.shares += quantity;
        holding.boughtToday += quantity;
        bring(account, share, 0, amount);
    }

    /** Brings shares in without a trade; the house keeps no purchase amounts. */
    void bring(int account, int share, long quantity, BigInteger amount) {
        Holding holding = holding(account, share);
        holding.shares += quantity;
        holding.purchase = isHouse(account) ? BigInteger.ZERO : holding.purchase.add(amount);
    }

    void startDay() {
        day++;
        accounts.forEach(account -> account.fills.removeIf(fill -> fill.day < day - 2));
        for (Holding holding : holdings.values()) {
            holding.boughtYesterday = holding.boughtToday;
            holding.soldYesterday = holding.soldToday;
            holding.boughtToday = 0;
            holding.soldToday = 0;
        }
    }
}
