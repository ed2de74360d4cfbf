package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What must be true of a brokerage between any two commands. */
final class Audit {
    private static final int LEVELS = 2_000;

    private final BrokerageView view;
    private final long[] prices = new long[LEVELS];
    private final long[] shares = new long[LEVELS];

    Audit(BrokerageView view) {
        this.view = view;
    }

    /** All of it. */
    static void check(Brokerage core) {
        var audit = new Audit(core.view());
        audit.conservation();
        audit.accounts();
        audit.books();
    }

    /** Of each foreign currency, cash of every date sums to zero, and what clients have bound is theirs. */
    private void foreignCash(Currency currency) {
        long cash = 0;
        long nextDay = 0;
        long settled = 0;
        for (int account = 0; account < view.accountCount(); account++) {
            cash += view.foreignCash(account, currency);
            nextDay += view.nextDayForeignCash(account, currency);
            settled += view.settledForeignCash(account, currency);
            if (account >= view.firstClientAccount()) {
                assertTrue(view.foreignCash(account, currency) >= view.orderableForeignCash(account, currency), "bound " + currency);
                assertTrue(view.orderableForeignCash(account, currency) >= 0, currency + " of " + account + " below zero");
                assertTrue(view.openOrderCount(account) > 0
                    || view.foreignCash(account, currency) == view.orderableForeignCash(account, currency), "bound for nothing");
            }
        }
        assertEquals(0, cash, currency + " does not sum to zero");
        assertEquals(0, nextDay, currency + " of the next date does not sum to zero");
        assertEquals(0, settled, "settled " + currency + " does not sum to zero");
    }

    /** Won and the shares of each instrument sum to zero over all accounts, the house's own included. */
    void conservation() {
        long cash = 0;
        long nextDay = 0;
        long settled = 0;
        var held = new long[view.instrumentCount()];
        for (int account = 0; account < view.accountCount(); account++) {
            cash += view.cashWon(account);
            nextDay += view.nextDayCashWon(account);
            settled += view.settledCashWon(account);
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                held[view.holdingInstrument(slot)] += view.heldShares(slot) + loanShares(slot);
            }
        }
        assertEquals(0, cash, "won do not sum to zero");
        for (int currency = 1; currency < Currency.COUNT; currency++) {
            foreignCash(Currency.of(currency));
        }
        loans();
        assertEquals(0, nextDay, "won of the next date do not sum to zero");
        assertEquals(0, settled, "settled won do not sum to zero");
        for (int instrument = 0; instrument < held.length; instrument++) {
            assertEquals(0, held[instrument], "shares of instrument " + instrument + " do not sum to zero");
        }
    }

    /** No client owes won or shares, nothing is bound below zero, and open orders are what the account says they are. */
    void accounts() {
        for (int account = view.firstClientAccount(); account < view.accountCount(); account++) {
            long there = view.cashWon(account) + view.lentWon(account);
            boolean onlyCash = !view.mayUseMargin(account) && view.lentWon(account) == 0 && view.cashWon(account) >= 0;
            assertTrue(there >= view.orderableCashWon(account), "less than nothing is bound in " + account);
            assertTrue(!onlyCash || view.orderableCashWon(account) >= 0, "more won bound than there are in " + account);
            assertTrue(view.lentWon(account) >= 0, "less than nothing is lent to " + account);
            boolean gold = view.accountOwner(account) != account;
            assertEquals(view.nextDayCashWon(account),
                view.settledCashWon(account) + (gold ? 0 : net(view, account) + view.loanFlowBeforeWon(account)),
                "what is settled tomorrow, in " + account);
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                assertTrue(view.sellableShares(slot) >= 0, "more bound than held in " + account);
                assertTrue(view.heldShares(slot) >= view.sellableShares(slot), "less than nothing is bound in " + account);
                assertTrue(view.purchaseAmountWon(slot) >= 0, "purchase amount in " + account);
                assertTrue(view.heldShares(slot) > 0 || view.purchaseAmountWon(slot) == 0, "cost without shares in " + account);
            }
            int open = 0;
            int newer = Integer.MAX_VALUE;
            for (int order = view.newestOpenOrder(account); order != 0; order = view.olderOpenOrder(order)) {
                assertTrue(order < newer && view.orderStatus(order).open() && view.openShares(order) > 0
                    && view.orderAccount(order) == account, "open order " + order);
                newer = order;
                open++;
            }
            assertEquals(view.openOrderCount(account), open, "open orders of " + account);
            assertTrue(open > 0 || view.orderableCashWon(account) == there, "bound for nothing in " + account);
        }
    }

    private long loanShares(int slot) {
        long shares = 0;
        for (int loan = view.firstLoan(slot); loan >= 0; loan = view.nextLoan(loan)) {
            shares += view.loanShares(loan);
            assertTrue(view.loanShares(loan) > 0 && view.loanWon(loan) >= 0 && view.loanPurchaseWon(loan) >= 0, "loan " + loan);
            assertTrue(view.loanSellableShares(loan) >= 0 && view.loanSellableShares(loan) <= view.loanShares(loan), "bound " + loan);
        }
        return shares;
    }

    /** Every loan has two sides: what all accounts have borrowed is what the lender has lent. */
    private void loans() {
        long all = 0;
        for (int account = view.firstClientAccount(); account < view.accountCount(); account++) {
            long ofAccount = 0;
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                for (int loan = view.firstLoan(slot); loan >= 0; loan = view.nextLoan(loan)) {
                    ofAccount += view.loanWon(loan);
                }
            }
            assertEquals(ofAccount, view.loansWon(account), "loans of " + account);
            all += ofAccount;
        }
        assertEquals(-all, view.cashWon(HouseAccount.LENDER.id()), "what is lent is not what is borrowed");
    }

    /** What the trades of the date before come to. */
    private static long net(BrokerageView view, int account) {
        long sold = view.tradedBeforeWon(account, Side.SELL) - view.costsBeforeWon(account, Side.SELL);
        return sold - view.tradedBeforeWon(account, Side.BUY) - view.costsBeforeWon(account, Side.BUY);
    }

    /** No book is crossed, levels are on the grid and in order, and they add up to the side's total. */
    void books() {
        for (int instrument = 0; instrument < view.instrumentCount(); instrument++) {
            book(instrument);
            int atNxt = view.instrumentId(view.code(instrument), Venue.NXT);
            if (atNxt >= 0) {
                book(atNxt);
            }
        }
    }

    private void book(int instrument) {
        long bid = best(instrument, Side.BUY);
        long ask = best(instrument, Side.SELL);
        assertTrue(bid == 0 || ask == 0 || bid < ask, "crossed at " + bid + " and " + ask);
    }

    private long best(int instrument, Side side) {
        int levels = view.copyDepth(instrument, side, prices, shares);
        long total = 0;
        for (int i = 0; i < levels; i++) {
            total += shares[i];
            assertTrue(shares[i] > 0 && prices[i] % view.tickWon(instrument, prices[i]) == 0, "level " + prices[i]);
            assertTrue(prices[i] <= view.upperLimitWon(instrument) && prices[i] >= view.lowerLimitWon(instrument));
            assertTrue(i == 0 || (side == Side.BUY ? prices[i] < prices[i - 1] : prices[i] > prices[i - 1]), "levels' order");
        }
        Phase phase = view.instrumentPhase(instrument);
        if (!phase.auction() && phase != Phase.HALTED && phase != Phase.PAUSE && !view.halted(instrument)) {
            assertEquals(view.totalShares(instrument, side), total, side + " total");
        }
        return levels == 0 ? 0 : prices[0];
    }
}
