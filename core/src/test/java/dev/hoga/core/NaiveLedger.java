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
import java.util.Objects;
import java.util.stream.Stream;

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
        final List<Flow> flows = new ArrayList<>();
        boolean margin;
        boolean credit;
        boolean gold;
        LocalDate frozenUntil = LocalDate.EPOCH;
        boolean inDefault;
        BigInteger lateFee = BigInteger.ZERO;
        /** Cash, shares and loans at the last close. */
        BigInteger assets = BigInteger.ZERO;
        int calls;

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

    /** What a loan brings in, or its repayment takes. @param day counts trading dates */
    record Flow(int day, BigInteger won) {
    }

    /** What a fill came to. @param day counts trading dates */
    record Fill(int day, Side side, BigInteger amount, BigInteger costs, boolean settledAtOnce) {

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
        final List<Loan> loans = new ArrayList<>();
    }

    /** What was bought on credit on one date. @param settled from when interest counts */
    record Loan(LocalDate day, LocalDate settled, long shares, BigInteger purchase, BigInteger won) {
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

    boolean isGold(int account) {
        return account >= FIRST_CLIENT && account < accounts.size() && accounts.get(account).gold;
    }

    /** Whether a client's account is not the one that trades such a share. */
    boolean wrongProduct(int account, NaiveShare share) {
        return account >= FIRST_CLIENT && account < accounts.size() && share != null && share.isGold() != accounts.get(account).gold;
    }

    /** A tenth of what a gold account is charged. */
    BigInteger addedTax(int account, BigInteger commission) {
        return isGold(account) ? commission.divide(BigInteger.TEN) : BigInteger.ZERO;
    }

    /** What is listed anywhere. */
    List<NaiveShare> listings() {
        return Stream.concat(shares.stream(), nxtListings().stream()).toList();
    }

    List<NaiveShare> nxtListings() {
        return shares.stream().map(share -> share.nxt).filter(Objects::nonNull).toList();
    }

    Holding holding(int account, int share) {
        return holdings.computeIfAbsent(List.of(account, share), none -> new Holding());
    }

    private List<NaiveOrder> openOrders(int account, Side side) {
        var found = new ArrayList<NaiveOrder>();
        for (NaiveShare share : listings()) {
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
        return need(order.account, ownPercent(order), order.filled.add(amount))
            .subtract(need(order.account, ownPercent(order), order.filled));
    }

    int marginPercent(int account, NaiveShare share) {
        return accounts.get(account).onMargin(today) ? share.marginPercent : 100;
    }

    int ownPercent(NaiveOrder order) {
        return order.credit ? order.share.grade.guaranteePercent() : marginPercent(order.account, order.share);
    }

    static BigInteger lent(int ownPercent, BigInteger amount) {
        return amount.multiply(BigInteger.valueOf(100 - ownPercent)).divide(BigInteger.valueOf(100));
    }

    /** Margin and commission of a purchase. */
    private BigInteger need(int account, int ownPercent, BigInteger amount) {
        BigInteger commission = commission(account, amount);
        return amount.subtract(lent(ownPercent, amount)).add(commission).add(addedTax(account, commission));
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

    void traded(int account, Side side, BigInteger amount, BigInteger costs, boolean settledAtOnce) {
        accounts.get(account).fills.add(new Fill(day, side, amount, costs, settledAtOnce));
    }

    /** The cash so many trading dates from now: a trade is settled two of them after its own. */
    BigInteger cashIn(int account, int days) {
        BigInteger left = accounts.get(account).cash;
        for (Fill fill : accounts.get(account).fills) {
            left = fill.day + 2 > day + days && !fill.settledAtOnce ? left.subtract(fill.net()) : left;
        }
        for (Flow flow : accounts.get(account).flows) {
            left = flow.day + 2 > day + days ? left.subtract(flow.won) : left;
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

    BigInteger cost(int account, int ownPercent, long price, long quantity) {
        return need(account, ownPercent, BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)));
    }

    /** The largest quantity whose cost fits, by halving. */
    long affordable(int account, int ownPercent, long price, BigInteger available) {
        long fits = 0;
        for (long step = 1L << 60; step > 0; step >>= 1) {
            if (cost(account, ownPercent, price, fits + step).compareTo(available) <= 0) {
                fits += step;
            }
        }
        return fits;
    }

    long sellable(int account, int share) {
        long left = holding(account, share).shares;
        for (NaiveOrder order : openOrders(account, Side.SELL)) {
            left -= order.share.krx.id == share && !isHouse(account) && !order.credit ? order.open : 0;
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
            callForCollateral(account);
        }
        day++;
        today = nextDate;
        accounts.forEach(account -> account.fills.removeIf(fill -> fill.day < day - 2));
        accounts.forEach(account -> account.flows.removeIf(flow -> flow.day < day - 2));
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
            Lent lent = holding(account, share.krx.id).lentToday;
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

    private List<NaiveShare> met(int account) {
        return acquired.getOrDefault(account, List.of()).stream().map(shares::get).toList();
    }

    BigInteger loans(int account) {
        return met(account).stream().flatMap(share -> holding(account, share.id).loans.stream()).map(Loan::won)
            .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Less than 140 % of the loans must not stand behind them for two dates. */
    private void callForCollateral(int account) {
        Account borrower = accounts.get(account);
        BigInteger loans = loans(account);
        borrower.assets = borrower.cash.subtract(loans);
        for (NaiveShare share : met(account)) {
            Holding holding = holding(account, share.id);
            long held = holding.shares + holding.loans.stream().mapToLong(Loan::shares).sum();
            borrower.assets = borrower.assets.add(BigInteger.valueOf(held).multiply(BigInteger.valueOf(share.base)));
        }
        BigDecimal behind = new BigDecimal(borrower.assets.add(loans));
        boolean enough = loans.signum() == 0 || behind.compareTo(new BigDecimal(loans).multiply(new BigDecimal("1.4"))) >= 0;
        borrower.calls = enough ? 0 : Math.min(2, borrower.calls + 1);
    }

    /** What a repaying order may sell of a date's lot, or of all. */
    long sellableOnCredit(int account, NaiveShare share, LocalDate loanDay) {
        long all = 0;
        long ofDay = 0;
        for (Loan loan : holding(account, share.krx.id).loans) {
            all += loan.shares;
            ofDay += loan.day.equals(loanDay) ? loan.shares : 0;
        }
        for (NaiveOrder order : openOrders(account, Side.SELL)) {
            if (order.credit && order.share.krx == share.krx) {
                all -= order.open;
                ofDay -= order.loanDay != null && order.loanDay.equals(loanDay) ? order.open : 0;
            }
        }
        return loanDay == null ? all : Math.min(all, ofDay);
    }

    Loan borrow(int account, NaiveShare share, long quantity, BigInteger amount, BigInteger won, LocalDate settled) {
        bring(account, share.krx.id, 0, BigInteger.ZERO);
        List<Loan> loans = holding(account, share.krx.id).loans;
        Loan before = loans.isEmpty() || !loans.getLast().day.equals(today)
            ? new Loan(today, settled, 0, BigInteger.ZERO, BigInteger.ZERO) : loans.removeLast();
        var after = new Loan(today, before.settled, before.shares + quantity, before.purchase.add(amount), before.won.add(won));
        loans.add(after);
        transfer(HouseAccount.LENDER.id(), account, won);
        accounts.get(account).flows.add(new Flow(day, won));
        return after;
    }

    /** Takes sold shares out of the lots, oldest first where no date is named; what is bound to other orders of a date stays. */
    List<Loan> repay(NaiveOrder order, long quantity, LocalDate settled) {
        var changed = new ArrayList<Loan>();
        List<Loan> loans = holding(order.account, order.share.krx.id).loans;
        long left = quantity;
        for (Loan loan : List.copyOf(loans)) {
            long bound = openOrders(order.account, Side.SELL).stream().filter(other -> other.credit && other.share.krx == order.share.krx
                && loan.day.equals(other.loanDay)).mapToLong(other -> other.open).sum();
            long part = order.loanDay == null ? Math.min(left, loan.shares - bound) : loan.day.equals(order.loanDay) ? left : 0;
            if (part > 0) {
                left -= part;
                BigInteger repaid = part(loan.won, part, loan.shares);
                var after = new Loan(loan.day, loan.settled, loan.shares - part, loan.purchase.subtract(part(loan.purchase, part,
                    loan.shares)), loan.won.subtract(repaid));
                transfer(order.account, HouseAccount.LENDER.id(), repaid);
                BigInteger interest = interest(repaid, ChronoUnit.DAYS.between(loan.settled, settled));
                transfer(order.account, HouseAccount.INTEREST.id(), interest);
                accounts.get(order.account).flows.add(new Flow(day, repaid.add(interest).negate()));
                changed.add(after);
                loans.set(loans.indexOf(loan), after);
            }
        }
        loans.removeIf(loan -> loan.shares == 0);
        return changed;
    }

    private static BigInteger part(BigInteger won, long part, long whole) {
        return won.multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole));
    }

    /** Day by day: 7.5 % for a week, 8.5 % to the 15th day, 9 % to the 90th, then 9.5 % a year. */
    private static BigInteger interest(BigInteger won, long days) {
        BigDecimal rates = BigDecimal.ZERO;
        for (int day = 1; day <= days; day++) {
            rates = rates.add(new BigDecimal(day <= 7 ? "0.075" : day <= 15 ? "0.085" : day <= 90 ? "0.09" : "0.095"));
        }
        return new BigDecimal(won).multiply(rates).divide(BigDecimal.valueOf(365), 0, RoundingMode.FLOOR).toBigInteger();
    }

    /** A sale that the house makes for a client. @param loanDay null for shares held for cash */
    record Forced(NaiveShare share, LocalDate loanDay, long quantity) {
    }

    /** Lots that have run out after 90 days, and so much more as brings what stands behind the loans back to 140 %. */
    List<Forced> mustRepay(int account) {
        var sales = new ArrayList<Forced>();
        BigInteger assets = accounts.get(account).assets.max(BigInteger.ZERO);
        BigInteger must = accounts.get(account).calls < 2 ? BigInteger.ZERO
            : loans(account).subtract(assets.divide(BigInteger.TWO).multiply(BigInteger.valueOf(5)));
        for (NaiveShare share : met(account)) {
            for (Loan loan : holding(account, share.krx.id).loans) {
                long wanted = 0;
                if (today.isAfter(loan.day.plusDays(90)) || must.compareTo(loan.won) >= 0 && must.signum() > 0) {
                    wanted = loan.shares;
                } else if (must.signum() > 0) {
                    wanted = Math.min(loan.shares,
                        1 + BigInteger.valueOf(loan.shares).multiply(must).divide(loan.won).longValueExact());
                }
                long quantity = Math.min(wanted, sellableOnCredit(account, share, loan.day));
                if (quantity > 0 && !share.halted) {
                    sales.add(new Forced(share, loan.day, quantity));
                    must = must.subtract(part(loan.won, quantity, loan.shares));
                }
            }
        }
        return sales;
    }
}
