package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The core and the naive exchange, given the same commands, say the same, word for word, after every one. */
class NaiveComparisonTest {
    /** A million commands. */
    private static final int SEEDS = 340;
    private static final int COMMANDS_PER_SEED = 3_000;
    private static final int COMMANDS_BETWEEN_STATES = 50;
    private static final int COMMANDS_SHOWN = 25;

    private final Map<Reject, Integer> rejects = new EnumMap<>(Reject.class);
    private long commands;
    private long events;
    private long trades;
    private long debts;
    private long calls;
    private long loans;
    private long freezes;
    private long forcedSales;
    private long auctions;
    private long expectations;
    private long tradesAtNxt;

    @Test
    void saysWhatTheNaiveExchangeSays() {
        int seeds = Seeds.count(SEEDS);
        compare(1_000, seeds);
        for (Reject reject : Reject.values()) {
            // The naive clock jumps at once, so nothing ever meets a jump.
            boolean fromHere = reject != Reject.ORDER_NUMBERS_EXHAUSTED && reject != Reject.BUSY;
            assertTrue(seeds < SEEDS || !fromHere || rejects.containsKey(reject), "no command was refused with " + reject);
        }
    }

    @Test
    @Tag("long")
    void saysWhatTheNaiveExchangeSaysForHours() {
        compare(1_000_000, 20_000);
    }

    private void compare(long otherwise, int seeds) {
        long first = Seeds.first(otherwise);
        for (long seed = first; seed < first + seeds; seed++) {
            new Comparison(seed).run();
        }
        System.out.println("compared " + commands + " commands of " + seeds + " seeds from " + first + ": " + events
            + " events, " + trades + " trades, " + auctions + " of them by auction, " + expectations + " expected, "
            + tradesAtNxt + " at NXT, " + loans + " changes of loans, " + calls + " calls, " + debts + " debts and "
            + freezes + " freezes met, " + forcedSales + " forced sales, refusals " + rejects);
        if (seeds < SEEDS) {
            // Few streams need not have all of it.
            return;
        }
        assertTrue(loans > 0 && debts > 0 && freezes > 0 && forcedSales > 0, "loans, debts, freezes and forced sales");
        assertTrue(trades > commands / 20, "only " + trades + " trades");
        assertTrue(tradesAtNxt > commands / 500, "only " + tradesAtNxt + " trades at NXT");
        assertTrue(auctions > commands / 1_000, "only " + auctions + " auctions");
        assertTrue(expectations > commands / 1_000, "only " + expectations + " expected prices");
    }

    /** One stream given to both. */
    private final class Comparison {
        private final long seed;
        private final FullEventLog said = new FullEventLog();
        private final FullEventLog expected = new FullEventLog();
        private final Brokerage core = new Brokerage(said);
        private final NaiveExchange naive = new NaiveExchange(expected);
        private final Audit audit = new Audit(core.view());
        private final List<Command> given = new ArrayList<>();

        Comparison(long seed) {
            this.seed = seed;
        }

        void run() {
            var stream = new CommandStream(new Random(seed), core.view());
            try {
                stream.beginning().forEach(this::give);
                while (given.size() < COMMANDS_PER_SEED) {
                    give(stream.next());
                }
                compareStates();
            } catch (RuntimeException | AssertionError failure) {
                int from = Math.max(0, given.size() - COMMANDS_SHOWN);
                fail("seed " + seed + " command " + given.size() + ", the last ones:\n"
                    + String.join("\n", given.subList(from, given.size()).stream().map(Command::toString).toList()), failure);
            }
        }

        private void give(Command command) {
            given.add(command);
            command.giveTo(core);
            command.giveTo(naive);
            List<String> lines = said.take();
            assertEquals(String.join("\n", expected.take()), String.join("\n", lines));
            lines.forEach(this::count);
            commands++;
            audit.conservation();
            if (given.size() % COMMANDS_BETWEEN_STATES == 0) {
                compareStates();
            }
        }

        private void count(String line) {
            events++;
            trades += line.startsWith("traded") ? 1 : 0;
            tradesAtNxt += line.startsWith("traded in ") && Integer.parseInt(line.split(" ")[2]) >= Listing.FIRST_NXT ? 1 : 0;
            forcedSales += line.startsWith("order 0 ") ? 1 : 0;
            loans += line.startsWith("loan") ? 1 : 0;
            auctions += line.contains("by auction") ? 1 : 0;
            if (line.startsWith("rejected")) {
                rejects.merge(Reject.valueOf(line.split(" ")[2]), 1, Integer::sum);
            }
        }

        private void compareStates() {
            audit.accounts();
            audit.books();
            BrokerageView view = core.view();
            assertEquals(naive.clock.nowMs, view.marketTimeMs(0));
            for (int account = NaiveLedger.FIRST_CLIENT; account < view.accountCount(); account++) {
                compareCash(account);
                for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                    compareHolding(account, slot);
                }
            }
            naive.orders.values().forEach(this::compareOrder);
            for (NaiveShare share : naive.ledger.listings()) {
                int instrument = share.id;
                assertEquals(share.last, view.lastPriceWon(instrument));
                assertEquals(naive.phase(share), view.instrumentPhase(instrument));
                assertEquals(share.interruptions, view.interruptionCount(instrument));
                Phase venuePhase = naive.clock.phase(share.venue());
                if (!naive.phase(share).auction() && venuePhase != Phase.HALTED && venuePhase != Phase.PAUSE && !share.halted) {
                    assertEquals(share.best(Side.BUY), shown(instrument, Side.BUY));
                    assertEquals(share.best(Side.SELL), shown(instrument, Side.SELL));
                }
                NaiveAuction expected = naive.expected(share);
                assertEquals(expected.price, view.expectedPriceWon(instrument));
                assertEquals(expected.quantity, view.expectedShares(instrument));
                expectations += expected.price == 0 ? 0 : 1;
                compareDay(instrument, share);
            }
        }

        private void compareDay(int instrument, NaiveShare share) {
            BrokerageView view = core.view();
            for (Side taker : Side.values()) {
                List<Long> taken = share.takenBy(taker);
                assertEquals(taken.size(), view.takerTrades(instrument, taker));
                assertEquals(taken.stream().mapToLong(quantity -> quantity).sum(), view.takerShares(instrument, taker));
            }
            assertEquals(share.close, view.closePriceWon(instrument));
            assertEquals(share.tradesToday.stream().mapToLong(NaiveShare.Trade::quantity).sum(), view.volumeShares(instrument));
            var prices = share.pricesToday().stream().mapToLong(NaiveShare.Trade::price).summaryStatistics();
            boolean traded = prices.getCount() > 0;
            assertEquals(traded ? prices.getMax() : 0, view.highPriceWon(instrument));
            assertEquals(traded ? prices.getMin() : 0, view.lowPriceWon(instrument));
            assertEquals(traded ? share.pricesToday().getFirst().timeMs() : 0, view.openTimeMs(instrument));
            assertEquals(share.firstTimeMs(prices.getMax()), view.highTimeMs(instrument));
            assertEquals(share.firstTimeMs(prices.getMin()), view.lowTimeMs(instrument));
            assertEquals(share.tradesBefore.stream().mapToLong(trade -> trade.price() * trade.quantity()).sum(),
                view.previousTurnoverWon(instrument));
        }

        private void compareCash(int account) {
            BrokerageView view = core.view();
            NaiveLedger ledger = naive.ledger;
            assertEquals(ledger.orderable(account).longValueExact(), view.orderableCashWon(account));
            assertEquals(List.of(ledger.cashIn(account, 0), ledger.cashIn(account, 1), ledger.cashIn(account, 2),
                ledger.withdrawable(account)).stream().map(BigInteger::longValueExact).toList(),
                List.of(view.settledCashWon(account), view.nextDayCashWon(account), view.cashWon(account),
                    view.withdrawableWon(account)));
            NaiveLedger.Account expected = ledger.accounts.get(account);
            assertEquals(List.of(ledger.lent(account), expected.lateFee).stream().map(BigInteger::longValueExact).toList(),
                List.of(view.lentWon(account), view.lateFeeWon(account)));
            assertEquals(expected.onMargin(ledger.today), view.onMargin(account));
            assertEquals(ledger.loans(account).longValueExact(), view.loansWon(account));
            assertEquals(expected.calls > 0, view.calledForCollateral(account));
            calls += expected.calls;
            debts += view.unpaidWon(account) > 0 ? 1 : 0;
            freezes += view.frozenUntil(account) > 0 ? 1 : 0;
            for (Side side : Side.values()) {
                assertEquals(ledger.traded(account, 1, side),
                    List.of(view.tradedBeforeWon(account, side), view.costsBeforeWon(account, side)));
            }
        }

        private void compareHolding(int account, int slot) {
            BrokerageView view = core.view();
            int instrument = view.holdingInstrument(slot);
            NaiveLedger.Holding holding = naive.ledger.holding(account, instrument);
            assertEquals(naive.ledger.sellable(account, instrument), view.sellableShares(slot));
            assertEquals(holding.shares, view.heldShares(slot));
            assertEquals(holding.purchase.longValueExact(), view.purchaseAmountWon(slot));
            assertEquals(List.of(holding.boughtToday, holding.soldToday, holding.boughtYesterday, holding.soldYesterday),
                List.of(view.boughtTodayShares(slot), view.soldTodayShares(slot), view.boughtYesterdayShares(slot),
                    view.soldYesterdayShares(slot)));
        }

        private void compareOrder(NaiveOrder order) {
            BrokerageView view = core.view();
            assertEquals(order.open, view.openShares(order.number));
            assertEquals(order.filled.longValueExact(), view.filledAmountWon(order.number));
            assertEquals(order.share.resting.contains(order) || order.share.atClose.contains(order), view.orderStatus(order.number).open());
        }

        private long shown(int instrument, Side side) {
            var prices = new long[1];
            return core.view().copyDepth(instrument, side, prices, new long[1]) == 0 ? 0 : prices[0];
        }
    }
}
