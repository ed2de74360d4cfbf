package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A seeded stream of orders, changes, exchanges and nights beside a ledger of big decimals that is told only what the core says of
 * itself: fills and rests. It keeps cash and shares of each client by currency and compares them, and conservation, after every
 * command.
 */
class OverseasModelTest {
    private static final int SEEDS = 30;
    private static final int STEPS = 400;
    private static final Venue[] VENUES = {Venue.NASD, Venue.NYSE, Venue.SEHK, Venue.SHAA, Venue.TKSE, Venue.VNSE};
    private static final long[] BASES = {2_700_000, 700_000, 600_000, 1_450_000, 30_000, 60_000};
    /** Commission and what the country takes of a purchase and of a sale, in percent; and the coin, in minimal units. */
    private static final Map<Currency, String[]> COSTS = Map.of(Currency.USD, new String[] {"0.25", "0", "0.00206", "100"},
        Currency.HKD, new String[] {"0.3", "0.1", "0.1", "10"}, Currency.CNY, new String[] {"0.3", "0", "0.05", "10"},
        Currency.JPY, new String[] {"0.23", "0", "0", "10"}, Currency.VND, new String[] {"0.4", "0", "0.1", "1"});

    /** One client's or the scripted trader's side of the world. */
    private static final class Model implements CoreListener {
        private final Map<List<Object>, BigDecimal> cash = new HashMap<>();
        private final Map<List<Object>, Long> shares = new HashMap<>();
        private final Map<Integer, BigDecimal> filled = new HashMap<>();
        private BrokerageView view;
        private int fills;
        private int accepted;
        private boolean refused;
        private long value;

        private void pay(int account, Currency currency, BigDecimal amount) {
            cash.merge(List.of(account, currency), amount, BigDecimal::add);
        }

        @Override
        public void commandAccepted(long correlationId, long newValue) {
            refused = false;
            value = newValue;
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            refused = true;
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
            int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon, long marketTimeMs) {
            accepted++;
            filled.put(orderNumber, BigDecimal.ZERO);
        }

        @Override
        public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long price,
            long remainingShares, long commission, long levy, long tradeNumber, long marketTimeMs) {
            fills++;
            Currency currency = view.venue(instrumentId).currency();
            BigDecimal amount = BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(qtyShares));
            BigDecimal before = filled.merge(orderNumber, amount, BigDecimal::add).subtract(amount);
            boolean house = accountId < view.firstClientAccount();
            BigDecimal paid = house ? BigDecimal.ZERO : costs(currency, side, before.add(amount)).subtract(costs(currency, side, before));
            assertEquals(paid.longValueExact(), commission + levy, "what order " + orderNumber + " cost");
            pay(accountId, currency, (side == Side.BUY ? amount.negate() : amount).subtract(paid));
            shares.merge(List.of(accountId, instrumentId), side == Side.BUY ? qtyShares : -qtyShares, Long::sum);
        }

        private static BigDecimal costs(Currency currency, Side side, BigDecimal amount) {
            String[] table = COSTS.get(currency);
            return cut(amount, table[0], table[3]).add(cut(amount, table[side == Side.BUY ? 1 : 2], table[3]));
        }

        private static BigDecimal cut(BigDecimal amount, String percent, String coin) {
            BigDecimal units = new BigDecimal(coin);
            return amount.multiply(new BigDecimal(percent)).movePointLeft(2).setScale(0, RoundingMode.FLOOR)
                .divideToIntegralValue(units).multiply(units);
        }

        void compare(String where) {
            cash.forEach((key, amount) -> assertEquals(amount.longValueExact(),
                view.foreignCash((int) key.get(0), (Currency) key.get(1)), where + ", cash of " + key));
            shares.forEach((key, held) -> {
                int slot = view.holding((int) key.get(0), (int) key.get(1));
                assertEquals(held, slot < 0 ? 0 : view.heldShares(slot), where + ", shares of " + key);
            });
        }
    }

    @Test
    void keepsTheLedgerThatBigDecimalsKeep() {
        int fills = 0;
        int refused = 0;
        for (long seed = 5_000; seed < 5_000 + SEEDS; seed++) {
            var model = new Model();
            int refusedHere = run(seed, model);
            fills += model.fills;
            refused += refusedHere;
        }
        System.out.println("overseas: " + fills + " fills, " + refused + " refusals");
        assertTrue(fills > 1_000 && refused > 500, fills + " fills and " + refused + " refusals");
    }

    private static int run(long seed, Model model) {
        var random = new Random(seed);
        var core = new Brokerage(model);
        model.view = core.view();
        List<Integer> clients = new ArrayList<>();
        for (int at = 0; at < VENUES.length; at++) {
            core.listOverseas(0, 1, Code.pack(VENUES[at], "S" + at), "이름", "NAME", InstrumentKind.STOCK, 1_000_000, 100, BASES[at]);
        }
        for (int client = 0; client < 3; client++) {
            core.openAccount(0, 1, 5_000_000_101L + client, "name", "hts", 150_000);
            int account = (int) model.value;
            clients.add(account);
            for (Currency currency : COSTS.keySet()) {
                long amount = 200_000 * currency.minimalUnits() * currency.quoteUnit();
                core.moveForeignCash(0, 1, account, currency, amount);
                model.pay(account, currency, BigDecimal.valueOf(amount));
                core.setFxRate(0, 1, currency, 1_000_000L * (1 + currency.ordinal()));
            }
        }
        core.startClock(0, 1, TradingFloor.OPEN_MS, 1, false);
        clients.add(TradingFloor.SCRIPTED);
        int refused = 0;
        long now = TradingFloor.OPEN_MS;
        for (int step = 0; step < STEPS; step++) {
            now = next(core, model, random, clients, now);
            refused += model.refused ? 1 : 0;
            String where = "seed " + seed + " step " + step;
            model.compare(where);
            Audit.check(core);
            if (random.nextInt(80) == 0) {
                var copy = new Brokerage(new EventLog(), ListState.of(core));
                assertEquals(core.stateHash(), copy.stateHash(), where);
            }
        }
        return refused;
    }

    /** Does something. @return the market's time */
    private static long next(Brokerage core, Model model, Random random, List<Integer> clients, long now) {
        int account = clients.get(random.nextInt(clients.size()));
        int at = random.nextInt(VENUES.length);
        for (int tries = 0; tries < 20 && core.view().phase(VENUES[at]) == Phase.CLOSED; tries++) {
            at = random.nextInt(VENUES.length);
        }
        long code = Code.pack(VENUES[at], "S" + at);
        int orders = model.filled.size();
        model.refused = false;
        switch (random.nextInt(20)) {
            case 0 -> {
                long later = now + random.nextInt(3 * 3_600_000);
                core.setMarketTime(0, 1, later);
                return later;
            }
            case 1 -> {
                Currency from = VENUES[at].currency();
                Currency to = Currency.of(1 + random.nextInt(Currency.COUNT - 1));
                long amount = 1 + random.nextInt(1_000_000);
                core.exchangeCash(0, 1, account, from, to, amount);
                if (!model.refused) {
                    model.pay(account, from, BigDecimal.valueOf(-amount));
                    model.pay(account, to, BigDecimal.valueOf(model.value));
                }
            }
            case 2 -> core.cancelOrder(0, 1, account, code, VENUES[at], 1 + random.nextInt(orders + 1), random.nextInt(3) * 100);
            case 3 -> core.amendOrder(0, 1, account, code, VENUES[at], 1 + random.nextInt(orders + 1), OrderType.LIMIT,
                random.nextInt(3) * 100, price(core, random, at));
            default -> core.placeOrder(0, 1, account, code, VENUES[at], Side.of(random.nextInt(2)), OrderType.LIMIT, TimeInForce.DAY,
                (1 + random.nextInt(4)) * 100 - (random.nextInt(20) == 0 ? 50 : 0), price(core, random, at));
        }
        return now;
    }

    private static long price(Brokerage core, Random random, int at) {
        long base = core.view().basePriceWon(at);
        long tick = core.view().tickWon(at, base);
        return base + tick * (random.nextInt(9) - 4) + (random.nextInt(25) == 0 ? 1 : 0);
    }
}
