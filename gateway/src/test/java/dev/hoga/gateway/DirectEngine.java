package dev.hoga.gateway;

import dev.hoga.core.Broker;
import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Phase;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Engine;
import dev.hoga.engine.EventFeed;
import dev.hoga.engine.Reply;
import dev.hoga.engine.StateHash;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine without a log, for tests: commands and reads run at once, on the caller's thread, under a lock. Host time stands
 * still until a test moves it.
 */
public final class DirectEngine implements Engine, CommandPort {

    /** What a test wants the next command to come to, instead of being applied. */
    public enum Mishap { NONE, OVERLOADED, UNKNOWN }

    /** Room for what a test does while the feed has no turn. */
    private static final int FEED_BYTES = 1 << 23;

    private final List<CoreListener> observers = new CopyOnWriteArrayList<>();
    private final EventFeed feed = new EventFeed(FEED_BYTES);
    private final Answers answers = new Answers();
    private final Brokerage brokerage = new Brokerage(answers);
    private long hostTimeMs;
    private long correlationId;
    private long position;
    private Mishap mishap = Mishap.NONE;
    private boolean readsRefused;

    public DirectEngine(long hostTimeMs) {
        this.hostTimeMs = hostTimeMs;
    }

    /** Lets host time, and with it the market's, run. */
    public synchronized void passTime(long ms) {
        hostTimeMs += ms;
        feed.position(++position);
        brokerage.tick(hostTimeMs);
        feed.flush();
    }

    public synchronized void nextCommand(Mishap next) {
        mishap = next;
    }

    public synchronized void refuseReads(boolean refuse) {
        readsRefused = refuse;
    }

    /** Runs a read at once. */
    public synchronized <T> T look(Function<BrokerageView, T> read) {
        return read.apply(brokerage.view());
    }

    public synchronized long stateHashNow() {
        return brokerage.stateHash();
    }

    @Override
    public CommandPort commands() {
        return this;
    }

    @Override
    public synchronized <T> CompletableFuture<T> read(Function<BrokerageView, T> read) {
        if (readsRefused) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("refused by the test"));
        }
        return CompletableFuture.completedFuture(read.apply(brokerage.view()));
    }

    @Override
    public void observe(CoreListener listener) {
        observers.add(listener);
    }

    @Override
    public EventFeed feed() {
        return feed;
    }

    @Override
    public synchronized long hostTimeMs() {
        return hostTimeMs;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public String role() {
        return "leader";
    }

    @Override
    public synchronized CompletableFuture<StateHash> stateHash() {
        return CompletableFuture.completedFuture(new StateHash(position, brokerage.stateHash()));
    }

    @Override
    public CompletableFuture<Long> snapshot() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("nothing is stored here"));
    }

    @Override
    public void close() {
        observers.clear();
    }

    /** One command with its host time and correlation id. */
    private interface Command {
        void apply(long atMs, long correlation);
    }

    private synchronized void run(Reply reply, Command command) {
        Mishap now = mishap;
        mishap = Mishap.NONE;
        if (now == Mishap.OVERLOADED) {
            reply.overloaded();
            return;
        }
        if (now == Mishap.UNKNOWN) {
            reply.unknown();
            return;
        }
        answers.answered = false;
        feed.position(++position);
        command.apply(hostTimeMs, ++correlationId);
        // A clock command answers when its target is reached, which takes ticks.
        while (!answers.answered) {
            brokerage.tick(hostTimeMs);
        }
        answers.tell(reply);
        feed.flush();
    }

    /** Keeps the answer to the command that runs, and passes everything on. */
    private final class Answers implements CoreListener {
        private boolean answered;
        private boolean order;
        private Reject reject;
        private long value;
        private int root;
        private Side side;
        private long qty;
        private long timeMs;

        void tell(Reply reply) {
            if (reject != null) {
                reply.rejected(reject, value);
            } else if (order) {
                reply.orderAccepted((int) value, root, side, qty, timeMs);
            } else {
                reply.accepted(value);
            }
        }

        private void note(Reject newReject, boolean newOrder, long newValue) {
            answered = true;
            reject = newReject;
            order = newOrder;
            value = newValue;
        }

        @Override
        public void commandAccepted(long id, long newValue) {
            note(null, false, newValue);
            everyone(observer -> observer.commandAccepted(id, newValue));
        }

        @Override
        public void commandRejected(long id, Reject newReject, long detail) {
            note(newReject, false, detail);
            everyone(observer -> observer.commandRejected(id, newReject, detail));
        }

        @Override
        public void orderAccepted(long id, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
            int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            note(null, true, orderNumber);
            root = rootNumber;
            this.side = side;
            qty = qtyShares;
            timeMs = marketTimeMs;
            everyone(observer -> observer.orderAccepted(id, accountId, orderNumber, originalNumber, rootNumber, kind,
                instrumentId, side, type, timeInForce, qtyShares, priceWon, marketTimeMs));
        }

        @Override
        public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
            long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
            everyone(observer -> observer.orderFilled(accountId, orderNumber, instrumentId, side, qtyShares, priceWon,
                remainingShares, commissionWon, taxWon, tradeNumber, marketTimeMs));
        }

        @Override
        public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
            long remainingShares, long marketTimeMs) {
            everyone(observer -> observer.orderReduced(accountId, orderNumber, instrumentId, reason, qtyShares, remainingShares,
                marketTimeMs));
        }

        @Override
        public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
            everyone(observer -> observer.traded(instrumentId, tradeNumber, takerSide, priceWon, qtyShares, marketTimeMs));
        }

        @Override
        public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
            everyone(observer -> observer.auctionTraded(instrumentId, tradeNumber, priceWon, qtyShares, marketTimeMs));
        }

        @Override
        public void bookChanged(int instrumentId, long marketTimeMs) {
            everyone(observer -> observer.bookChanged(instrumentId, marketTimeMs));
        }

        @Override
        public void cashChanged(int accountId, long cashWon) {
            everyone(observer -> observer.cashChanged(accountId, cashWon));
        }

        @Override
        public void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
            everyone(observer -> observer.holdingChanged(accountId, instrumentId, qtyShares, purchaseAmountWon));
        }

        @Override
        public void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
            everyone(observer -> observer.tokenIssued(keyId, issueNumber, issuedAtMs, expiresAtMs));
        }

        @Override
        public void tokenRevoked(int keyId, int issueNumber) {
            everyone(observer -> observer.tokenRevoked(keyId, issueNumber));
        }

        @Override
        public void keyRetired(int keyId) {
            everyone(observer -> observer.keyRetired(keyId));
        }

        @Override
        public void interruptionChanged(int instrumentId, boolean begun, long marketTimeMs) {
            everyone(observer -> observer.interruptionChanged(instrumentId, begun, marketTimeMs));
        }

        @Override
        public void indicesChanged(long marketTimeMs) {
            everyone(observer -> observer.indicesChanged(marketTimeMs));
        }

        @Override
        public void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
            everyone(observer -> observer.sidecarChanged(side, begun, marketTimeMs));
        }

        @Override
        public void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
            everyone(observer -> observer.phaseChanged(venue, phase, marketTimeMs));
        }

        @Override
        public void tradingDateChanged(int epochDay, long marketTimeMs) {
            everyone(observer -> observer.tradingDateChanged(epochDay, marketTimeMs));
        }

        private void everyone(Consumer<CoreListener> event) {
            observers.forEach(event);
            if (feed.wanted()) {
                event.accept(feed.publisher());
            }
        }
    }

    // -- commands ------------------------------------------------------------------------------------------------------

    @Override
    public void openAccount(long accountNumber, String name, String htsId, long feeRatePpb, Reply reply) {
        run(reply, (at, id) -> brokerage.openAccount(at, id, accountNumber, name, htsId, feeRatePpb));
    }

    @Override
    public void moveCash(int accountId, long amountWon, Reply reply) {
        run(reply, (at, id) -> brokerage.moveCash(at, id, accountId, amountWon));
    }

    @Override
    public void depositShares(int accountId, long code, long qtyShares, long averagePriceWon, Reply reply) {
        run(reply, (at, id) -> brokerage.depositShares(at, id, accountId, code, qtyShares, averagePriceWon));
    }

    @Override
    public void registerKey(int accountId, Broker broker, Environment environment, String appKey, String secretDigest, Reply reply) {
        run(reply, (at, id) -> brokerage.registerKey(at, id, accountId, broker, environment, appKey, secretDigest));
    }

    @Override
    public void issueToken(int keyId, long lifeMs, long reuseMs, Reply reply) {
        run(reply, (at, id) -> brokerage.issueToken(at, id, keyId, lifeMs, reuseMs));
    }

    @Override
    public void revokeToken(int keyId, Reply reply) {
        run(reply, (at, id) -> brokerage.revokeToken(at, id, keyId));
    }

    @Override
    public void revokeAllTokens(Reply reply) {
        run(reply, brokerage::revokeAllTokens);
    }

    @Override
    public void listInstrument(long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, long basePriceWon, Reply reply) {
        run(reply, (at, id) -> brokerage.listInstrument(at, id, code, name, market, kind, sector, listedShares, parValueWon,
            leverage, basePriceWon));
    }

    @Override
    public void setBasePrice(long code, long basePriceWon, Reply reply) {
        run(reply, (at, id) -> brokerage.setBasePrice(at, id, code, basePriceWon));
    }

    @Override
    public void openGoldAccount(int accountId, long feeRatePpb, Reply reply) {
        run(reply, (at, id) -> brokerage.openGoldAccount(at, id, accountId, feeRatePpb));
    }

    @Override
    public void withdrawGold(int accountId, long code, long grams, Reply reply) {
        run(reply, (at, id) -> brokerage.withdrawGold(at, id, accountId, code, grams));
    }

    @Override
    public void setAccountTerms(int accountId, boolean margin, boolean credit, Reply reply) {
        run(reply, (at, id) -> brokerage.setAccountTerms(at, id, accountId, margin, credit));
    }

    @Override
    public void setInstrumentTerms(long code, int marginPercent, CreditGrade grade, Reply reply) {
        run(reply, (at, id) -> brokerage.setInstrumentTerms(at, id, code, marginPercent, grade));
    }

    @Override
    public void declareIndex(int number, String name, Market market, IndexScope scope, String sector, long startLevel, Reply reply) {
        run(reply, (at, id) -> brokerage.declareIndex(at, id, number, name, market, scope, sector, startLevel));
    }

    @Override
    public void setAccountMember(int accountId, int member, boolean program, Reply reply) {
        run(reply, (at, id) -> brokerage.setAccountMember(at, id, accountId, member, program));
    }

    @Override
    public void orderSidecar(Side side, Reply reply) {
        run(reply, (at, id) -> brokerage.orderSidecar(at, id, side));
    }

    @Override
    public void listAtNxt(long code, Reply reply) {
        run(reply, (at, id) -> brokerage.listAtNxt(at, id, code));
    }

    @Override
    public void interruptInstrument(long code, Reply reply) {
        run(reply, (at, id) -> brokerage.interruptInstrument(at, id, code));
    }

    @Override
    public void listOverseas(long code, String name, String englishName, InstrumentKind kind, long listedShares, long lotShares,
        long basePrice, Reply reply) {
        run(reply, (at, id) -> brokerage.listOverseas(at, id, code, name, englishName, kind, listedShares, lotShares, basePrice));
    }

    @Override
    public void declareOverseasDay(Currency country, int epochDay, int earlierMinutes, Reply reply) {
        run(reply, (at, id) -> brokerage.declareOverseasDay(at, id, country, epochDay, earlierMinutes));
    }

    @Override
    public void moveForeignCash(int accountId, Currency currency, long amount, Reply reply) {
        run(reply, (at, id) -> brokerage.moveForeignCash(at, id, accountId, currency, amount));
    }

    @Override
    public void exchangeCash(int accountId, Currency from, Currency to, long amount, Reply reply) {
        run(reply, (at, id) -> brokerage.exchangeCash(at, id, accountId, from, to, amount));
    }

    @Override
    public void setFxRate(Currency currency, long rate, Reply reply) {
        run(reply, (at, id) -> brokerage.setFxRate(at, id, currency, rate));
    }

    @Override
    public void breakCircuit(int stage, Reply reply) {
        run(reply, (at, id) -> brokerage.breakCircuit(at, id, stage));
    }

    @Override
    public void haltInstrument(long code, boolean halted, Reply reply) {
        run(reply, (at, id) -> brokerage.haltInstrument(at, id, code, halted));
    }

    @Override
    public void setParticipants(boolean on, long seed, int intensityPercent, Reply reply) {
        run(reply, (at, id) -> brokerage.setParticipants(at, id, on, seed, intensityPercent));
    }

    @Override
    public void declareHoliday(int epochDay, Reply reply) {
        run(reply, (at, id) -> brokerage.declareHoliday(at, id, epochDay));
    }

    @Override
    public void acknowledgeHistory(long entry, Reply reply) {
        run(reply, (at, id) -> brokerage.acknowledgeHistory(at, id, entry));
    }

    @Override
    public void bindDay(long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, Reply reply) {
        run(reply, (at, id) -> brokerage.bindDay(at, id, code, epochDay, baseWon, openWon, highWon, lowWon, closeWon, volumeShares));
    }

    @Override
    public void declareHours(int epochDay, int openLaterMinutes, int closeLaterMinutes, Reply reply) {
        run(reply, (at, id) -> brokerage.declareHours(at, id, epochDay, openLaterMinutes, closeLaterMinutes));
    }

    @Override
    public void placeOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long qtyShares, long priceWon, Reply reply) {
        run(reply, (at, id) -> brokerage.placeOrder(at, id, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon));
    }

    @Override
    public void placeCreditOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long qtyShares, long priceWon, int loanDay, Reply reply) {
        run(reply, (at, id) -> brokerage.placeCreditOrder(at, id, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon,
            loanDay));
    }

    @Override
    public void amendOrder(int accountId, long code, Venue venue, int originalNumber, OrderType type, long qtyShares,
        long priceWon, Reply reply) {
        run(reply, (at, id) -> brokerage.amendOrder(at, id, accountId, code, venue, originalNumber, type, qtyShares, priceWon));
    }

    @Override
    public void cancelOrder(int accountId, long code, Venue venue, int originalNumber, long qtyShares, Reply reply) {
        run(reply, (at, id) -> brokerage.cancelOrder(at, id, accountId, code, venue, originalNumber, qtyShares));
    }

    @Override
    public void startClock(long marketTimeMs, int speed, boolean frozen, Reply reply) {
        run(reply, (at, id) -> brokerage.startClock(at, id, marketTimeMs, speed, frozen));
    }

    @Override
    public void setMarketTime(long marketTimeMs, Reply reply) {
        run(reply, (at, id) -> brokerage.setMarketTime(at, id, marketTimeMs));
    }

    @Override
    public void setSpeed(int speed, Reply reply) {
        run(reply, (at, id) -> brokerage.setSpeed(at, id, speed));
    }

    @Override
    public void setFrozen(boolean frozen, Reply reply) {
        run(reply, (at, id) -> brokerage.setFrozen(at, id, frozen));
    }
}
