package dev.hoga.server;

import dev.hoga.core.Broker;
import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CoreListener;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Engine;
import dev.hoga.engine.EventFeed;
import dev.hoga.engine.Reply;
import dev.hoga.participants.SimulatedMarket;
import dev.hoga.engine.StateHash;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The real core without a log, on the caller's thread, with a host clock the test moves: for tests of what is around it. */
final class InlineEngine implements Engine {
    /** 2026-11-20 08:00 in Seoul, a Friday. */
    static final long FRIDAY_0800_MS = ClockStart.parseTimeMs("2026-11-20T08:00:00");

    private final Map<Long, Reply> waiting = new HashMap<>();
    private final Brokerage core = new Brokerage(new Out(), SimulatedMarket::new);
    private final CommandPort port = new Port();
    private long hostTimeMs = FRIDAY_0800_MS;
    private long commandCount;
    private long commandsLeft = Long.MAX_VALUE;

    /** The process dies when it is asked for one more command than this. */
    void dieAfter(long commands) {
        commandsLeft = commands;
    }

    void comeBack() {
        commandsLeft = Long.MAX_VALUE;
    }

    long commandCount() {
        return commandCount;
    }

    void letPass(long ms) {
        hostTimeMs += ms;
    }

    /** The simulated death of the process. */
    static final class Died extends RuntimeException {
    }

    private void apply(Reply reply, Command command) {
        if (commandsLeft-- == 0) {
            throw new Died();
        }
        long id = ++commandCount;
        waiting.put(id, reply);
        command.apply(core, hostTimeMs, id);
        while (waiting.containsKey(id)) {
            core.tick(hostTimeMs);
        }
    }

    private interface Command {
        void apply(CoreCommands core, long hostTimeMs, long id);
    }

    @Override
    public CommandPort commands() {
        return port;
    }

    @Override
    public <T> CompletableFuture<T> read(Function<BrokerageView, T> read) {
        return CompletableFuture.completedFuture(read.apply(core.view()));
    }

    @Override
    public void observe(CoreListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventFeed feed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long hostTimeMs() {
        return hostTimeMs;
    }

    @Override
    public long position() {
        return commandCount;
    }

    @Override
    public String role() {
        return "leader";
    }

    @Override
    public CompletableFuture<StateHash> stateHash() {
        return CompletableFuture.completedFuture(new StateHash(commandCount, core.stateHash()));
    }

    @Override
    public CompletableFuture<Long> snapshot() {
        return CompletableFuture.completedFuture(commandCount);
    }

    @Override
    public void close() {
        waiting.clear();
    }

    private final class Out implements CoreListener {
        @Override
        public void commandAccepted(long correlationId, long value) {
            waiting.remove(correlationId).accepted(value);
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            waiting.remove(correlationId).rejected(reject, detail);
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            waiting.remove(correlationId).orderAccepted(orderNumber, rootNumber, side, qtyShares, marketTimeMs);
        }
    }

    private final class Port implements CommandPort {
        @Override
        public void openAccount(long accountNumber, String name, String htsId, long feeRatePpb, Reply reply) {
            apply(reply, (to, at, id) -> to.openAccount(at, id, accountNumber, name, htsId, feeRatePpb));
        }

        @Override
        public void moveCash(int accountId, long amountWon, Reply reply) {
            apply(reply, (to, at, id) -> to.moveCash(at, id, accountId, amountWon));
        }

        @Override
        public void depositShares(int accountId, long code, long qtyShares, long averagePriceWon, Reply reply) {
            apply(reply, (to, at, id) -> to.depositShares(at, id, accountId, code, qtyShares, averagePriceWon));
        }

        @Override
        public void registerKey(int accountId, Broker broker, Environment environment, String appKey, String digest, Reply reply) {
            apply(reply, (to, at, id) -> to.registerKey(at, id, accountId, broker, environment, appKey, digest));
        }

        @Override
        public void issueToken(int keyId, long lifeMs, long reuseMs, Reply reply) {
            apply(reply, (to, at, id) -> to.issueToken(at, id, keyId, lifeMs, reuseMs));
        }

        @Override
        public void revokeToken(int keyId, Reply reply) {
            apply(reply, (to, at, id) -> to.revokeToken(at, id, keyId));
        }

        @Override
        public void revokeAllTokens(Reply reply) {
            apply(reply, CoreCommands::revokeAllTokens);
        }

        @Override
        public void listInstrument(long code, String name, Market market, InstrumentKind kind, String sector,
            long listedShares, long parValueWon, int leverage, long basePriceWon, Reply reply) {
            apply(reply, (to, at, id) -> to.listInstrument(at, id, code, name, market, kind, sector, listedShares, parValueWon,
                leverage, basePriceWon));
        }

        @Override
        public void setBasePrice(long code, long basePriceWon, Reply reply) {
            apply(reply, (to, at, id) -> to.setBasePrice(at, id, code, basePriceWon));
        }

        @Override
        public void openGoldAccount(int accountId, long feeRatePpb, Reply reply) {
            apply(reply, (to, at, id) -> to.openGoldAccount(at, id, accountId, feeRatePpb));
        }

        @Override
        public void withdrawGold(int accountId, long code, long grams, Reply reply) {
            apply(reply, (to, at, id) -> to.withdrawGold(at, id, accountId, code, grams));
        }

        @Override
        public void setAccountTerms(int accountId, boolean margin, boolean credit, Reply reply) {
            apply(reply, (to, at, id) -> to.setAccountTerms(at, id, accountId, margin, credit));
        }

        @Override
        public void setInstrumentTerms(long code, int marginPercent, CreditGrade grade, Reply reply) {
            apply(reply, (to, at, id) -> to.setInstrumentTerms(at, id, code, marginPercent, grade));
        }

        @Override
        public void declareIndex(int number, String name, Market market, IndexScope scope, String sector, long startLevel,
            Reply reply) {
            apply(reply, (to, at, id) -> to.declareIndex(at, id, number, name, market, scope, sector, startLevel));
        }

        @Override
        public void setAccountMember(int accountId, int member, boolean program, Reply reply) {
            apply(reply, (to, at, id) -> to.setAccountMember(at, id, accountId, member, program));
        }

        @Override
        public void orderSidecar(Side side, Reply reply) {
            apply(reply, (to, at, id) -> to.orderSidecar(at, id, side));
        }

        @Override
        public void listAtNxt(long code, Reply reply) {
            apply(reply, (to, at, id) -> to.listAtNxt(at, id, code));
        }

        @Override
        public void interruptInstrument(long code, Reply reply) {
            apply(reply, (to, at, id) -> to.interruptInstrument(at, id, code));
        }

        @Override
        public void listOverseas(long code, String name, String englishName, InstrumentKind kind, long listedShares, long lotShares,
            long basePrice, Reply reply) {
            apply(reply, (to, at, id) -> to.listOverseas(at, id, code, name, englishName, kind, listedShares, lotShares, basePrice));
        }

        @Override
        public void declareOverseasDay(Currency country, int epochDay, int earlierMinutes, Reply reply) {
            apply(reply, (to, at, id) -> to.declareOverseasDay(at, id, country, epochDay, earlierMinutes));
        }

        @Override
        public void moveForeignCash(int accountId, Currency currency, long amount, Reply reply) {
            apply(reply, (to, at, id) -> to.moveForeignCash(at, id, accountId, currency, amount));
        }

        @Override
        public void exchangeCash(int accountId, Currency from, Currency to, long amount, Reply reply) {
            apply(reply, (core, at, id) -> core.exchangeCash(at, id, accountId, from, to, amount));
        }

        @Override
        public void setFxRate(Currency currency, long rate, Reply reply) {
            apply(reply, (to, at, id) -> to.setFxRate(at, id, currency, rate));
        }

        @Override
        public void breakCircuit(int stage, Reply reply) {
            apply(reply, (to, at, id) -> to.breakCircuit(at, id, stage));
        }

        @Override
        public void haltInstrument(long code, boolean halted, Reply reply) {
            apply(reply, (to, at, id) -> to.haltInstrument(at, id, code, halted));
        }

        @Override
        public void setParticipants(boolean on, long seed, int intensityPercent, Reply reply) {
            apply(reply, (to, at, id) -> to.setParticipants(at, id, on, seed, intensityPercent));
        }

        @Override
        public void declareHoliday(int epochDay, Reply reply) {
            apply(reply, (to, at, id) -> to.declareHoliday(at, id, epochDay));
        }

        @Override
        public void acknowledgeHistory(long entry, Reply reply) {
            apply(reply, (to, at, id) -> to.acknowledgeHistory(at, id, entry));
        }

        @Override
        public void declareHours(int epochDay, int openLaterMinutes, int closeLaterMinutes, Reply reply) {
            apply(reply, (to, at, id) -> to.declareHours(at, id, epochDay, openLaterMinutes, closeLaterMinutes));
        }

        @Override
        public void bindDay(long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
            long volumeShares, Reply reply) {
            apply(reply, (to, at, id) -> to.bindDay(at, id, code, epochDay, baseWon, openWon, highWon, lowWon, closeWon, volumeShares));
        }

        @Override
        public void placeOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
            long qtyShares, long priceWon, Reply reply) {
            apply(reply, (to, at, id) -> to.placeOrder(at, id, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon));
        }

        @Override
        public void placeCreditOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
            long qtyShares, long priceWon, int loanDay, Reply reply) {
            apply(reply, (to, at, id) -> to.placeCreditOrder(at, id, accountId, code, venue, side, type, timeInForce, qtyShares,
                priceWon, loanDay));
        }

        @Override
        public void amendOrder(int accountId, long code, Venue venue, int originalNumber, OrderType type, long qtyShares,
            long priceWon, Reply reply) {
            apply(reply, (to, at, id) -> to.amendOrder(at, id, accountId, code, venue, originalNumber, type, qtyShares, priceWon));
        }

        @Override
        public void cancelOrder(int accountId, long code, Venue venue, int originalNumber, long qtyShares, Reply reply) {
            apply(reply, (to, at, id) -> to.cancelOrder(at, id, accountId, code, venue, originalNumber, qtyShares));
        }

        @Override
        public void startClock(long marketTimeMs, int speed, boolean frozen, Reply reply) {
            apply(reply, (to, at, id) -> to.startClock(at, id, marketTimeMs, speed, frozen));
        }

        @Override
        public void setMarketTime(long marketTimeMs, Reply reply) {
            apply(reply, (to, at, id) -> to.setMarketTime(at, id, marketTimeMs));
        }

        @Override
        public void setSpeed(int speed, Reply reply) {
            apply(reply, (to, at, id) -> to.setSpeed(at, id, speed));
        }

        @Override
        public void setFrozen(boolean frozen, Reply reply) {
            apply(reply, (to, at, id) -> to.setFrozen(at, id, frozen));
        }
    }
}
