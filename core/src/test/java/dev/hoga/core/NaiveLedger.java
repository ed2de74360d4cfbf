package dev.hoga.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        boolean margin;
        boolean credit;
        LocalDate frozenUntil = LocalDate.EPOCH;
        boolean inDefault;
        BigInteger lateFee = BigInteger.ZERO;

        boolean onMargin(LocalDate today) {
            return margin && today.isAfter(frozenUntil);
        }
    }

    /** Shares bought on margin on one date, and what of their price is lent until they are settled. */
    static final class Lent {
        long shares;
        BigInteger won = BigInteger.ZERO;

        BigInteger take(long fewer) {
            BigInteger part = fewer == 0 ? BigInteger.ZERO
                : won.multiply(BigInteger.valueOf(fewer)).divide(BigInteger.valueOf(shares));
            shares -= fewer;
            won = won.subtract(part);
            return part;
        }
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
        Lent lentToday = new Lent();
        Lent lentYesterday = new Lent();
    }

    final List<Account> accounts = new ArrayList<>();
    final List<NaiveShare> shares = new ArrayList<>();
    private final Map<List<Integer>, Holding> holdings = new HashMap<>();
    /** What each account has come to hold, in that order. */
    private final Map<Integer, List<Integer>> acquired = new HashMap<>();
    private int day;
    LocalDate today = LocalDate.EPOCH;

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

    boolean hasOpenOrders(int account) {
        return !openOrders(account, Side.BUY).isEmpty() || !openOrders(account, Side.SELL).isEmpty();
    }

    private BigInteger commission(int account, BigInteger amount) {
        return NaiveRules.commission(accounts.get(account).ratePpb, amount);
    }

    /** What an order's shares cost at its reservation price, with the commission they add to what is charged already. */
    private BigInteger reserved(NaiveOrder order, long open) {
        BigInteger amount = BigInteger.valueOf(order.reservationPrice()).multiply(BigInteger.valueOf(open));
        return need(order.account, order.share, order.filled.add(amount)).subtract(need(order.account, order.share, order.filled));
    }

    int marginPercent(int account, NaiveShare share) {
        return accounts.get(account).onMargin(today) ? share.marginPercent : 100;
    }

    BigInteger lent(int account, NaiveShare share, BigInteger amount) {
        return amount.multiply(BigInteger.valueOf(100 - marginPercent(account, share))).divide(BigInteger.valueOf(100));
    }

    /** Margin and commission of a purchase. */
    private BigInteger need(int account, NaiveShare share, BigInteger amount) {
        return amount.subtract(lent(account, share, amount)).add(commission(account, amount));
    }

    /** What unsettled purchases leave to be paid. */
    BigInteger lent(int account) {
        BigInteger sum = BigInteger.ZERO;
        for (NaiveShare share : shares) {
            sum = sum.add(holding(account, share.id).lentToday.won).add(holding(account, share.id).lentYesterday.won);
        }
        return sum;
    }

    BigInteger orderable(int account) {
        BigInteger left = accounts.get(account).cash.add(lent(account));
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
        return cashIn(account, 0).min(cashIn(account, 1)).min(orderable(account).subtract(lent(account)))
            .subtract(accounts.get(account).lateFee).max(BigInteger.ZERO);
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

    BigInteger cost(int account, NaiveShare share, long price, long quantity) {
        return need(account, share, BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)));
    }

    /** The largest quantity whose cost fits, by halving. */
    long affordable(int account, NaiveShare share, long price, BigInteger available) {
        long fits = 0;
        for (long step = 1L << 60; step > 0; step >>= 1) {
            if (cost(account, share, price, fits + step).compareTo(available) <= 0) {
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
        List<Integer> shares = acquired.computeIfAbsent(account, none -> new ArrayList<>());
        if (!shares.contains(share)) {
            shares.add(share);
        }
        Holding holding = holding(account, share);
        holding.shares += quantity;
        holding.purchase = isHouse(account) ? BigInteger.ZERO : holding.purchase.add(amount);
    }

    void startDay(LocalDate before, LocalDate nextDate) {
        for (int account = FIRST_CLIENT; account < accounts.size(); account++) {
            answerForDebt(account, before, nextDate);
        }
        day++;
        today = nextDate;
        accounts.forEach(account -> account.fills.removeIf(fill -> fill.day < day - 2));
        for (int account = FIRST_CLIENT; account < accounts.size(); account++) {
            BigInteger fee = accounts.get(account).lateFee.min(cashIn(account, 0)).min(cashIn(account, 1)).min(cashIn(account, 2));
            if (fee.signum() > 0) {
                accounts.get(account).lateFee = accounts.get(account).lateFee.subtract(fee);
                transfer(account, HouseAccount.INTEREST.id(), fee);
            }
        }
        for (Holding holding : holdings.values()) {
            holding.boughtYesterday = holding.boughtToday;
            holding.soldYesterday = holding.soldToday;
            holding.boughtToday = 0;
            holding.soldToday = 0;
            holding.lentYesterday = holding.lentToday;
            holding.lentToday = new Lent();
        }
    }

    /** What was due on a date that ends and was not paid: 9.5 % a year, and more than 100,000 won freezes for 30 days. */
    private void answerForDebt(int account, LocalDate before, LocalDate nextDate) {
        Account debtor = accounts.get(account);
        BigInteger debt = cashIn(account, 0).negate().max(BigInteger.ZERO);
        if (debt.compareTo(BigInteger.valueOf(100_000)) > 0 && debtor.frozenUntil.isBefore(before)) {
            debtor.frozenUntil = before.plusDays(30);
        }
        debtor.inDefault = debt.signum() > 0;
        long days = ChronoUnit.DAYS.between(before, nextDate);
        debtor.lateFee = debtor.lateFee.add(new BigDecimal(debt).multiply(new BigDecimal("0.095"))
            .multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(365), 0, RoundingMode.FLOOR).toBigInteger());
    }

    /** Sells what was bought on margin first where it is the older. */
    void endLent(int account, int share, long quantity) {
        Holding holding = holding(account, share);
        long older = Math.min(quantity, holding.lentYesterday.shares);
        holding.lentYesterday.take(older);
        holding.lentToday.take(Math.min(quantity - older, holding.lentToday.shares));
    }

    void lend(int account, NaiveShare share, long quantity, BigInteger won) {
        if (marginPercent(account, share) < 100) {
            Lent lent = holding(account, share.id).lentToday;
            lent.shares += quantity;
            lent.won = lent.won.add(won);
        }
    }

    /** What a sale at the lower limit brings. */
    private BigInteger leastProceeds(int account, NaiveShare share, long quantity) {
        BigInteger amount = BigInteger.valueOf(share.lower()).multiply(BigInteger.valueOf(quantity));
        return amount.subtract(commission(account, amount)).subtract(NaiveRules.saleTax(share.kind, today.getYear(), amount));
    }

    /** How many shares bring so much, by halving. */
    private long toRaise(int account, NaiveShare share, BigInteger won) {
        long tooFew = 0;
        long enough = 999_999_999;
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) / 2;
            boolean raises = leastProceeds(account, share, middle).compareTo(won) >= 0;
            enough = raises ? middle : enough;
            tooFew = raises ? tooFew : middle;
        }
        return enough;
    }

    /** What an account in default must sell, in the order in which it came to hold it. */
    Map<NaiveShare, Long> mustSell(int account) {
        var sales = new LinkedHashMap<NaiveShare, Long>();
        BigInteger missing = accounts.get(account).lateFee.subtract(accounts.get(account).cash);
        if (!accounts.get(account).inDefault) {
            return sales;
        }
        for (int id : acquired.getOrDefault(account, List.of())) {
            NaiveShare share = shares.get(id);
            long quantity = Math.min(sellable(account, id), toRaise(account, share, missing));
            if (missing.signum() > 0 && quantity > 0 && !share.halted) {
                sales.put(share, quantity);
                missing = missing.subtract(leastProceeds(account, share, quantity));
            }
        }
        return sales;
    }
}
