package dev.hoga.engine;

import dev.hoga.core.CoreListener;
import dev.hoga.core.Currency;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Phase;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.util.List;
import org.agrona.collections.ArrayUtil;

/**
 * What comes out of the core: counted always; while the node is live also told to the observers, published to the feed
 * where somebody subscribes, and, once the command is whole, answered.
 */
final class CoreOutput implements CoreListener {
    private final EventFeed feed;
    private final Answers answers;
    private volatile CoreListener[] observers;
    private boolean live;
    private long events;

    CoreOutput(List<CoreListener> observers, EventFeed feed, Answers answers) {
        this.observers = observers.toArray(CoreListener[]::new);
        this.feed = feed;
        this.answers = answers;
    }

    synchronized void observe(CoreListener observer) {
        observers = ArrayUtil.add(observers, observer);
    }

    /** Replay is over: from now on somebody may listen. */
    void live(boolean value) {
        live = value;
    }

    /** How many events came out of the core, those of replay included. */
    long events() {
        return events;
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        events++;
        if (!live) {
            return;
        }
        answers.accepted(correlationId, value);
        for (CoreListener observer : observers) {
            observer.commandAccepted(correlationId, value);
        }
        if (feed.wanted()) {
            feed.publisher().commandAccepted(correlationId, value);
        }
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        events++;
        if (!live) {
            return;
        }
        answers.rejected(correlationId, reject, detail);
        for (CoreListener observer : observers) {
            observer.commandRejected(correlationId, reject, detail);
        }
        if (feed.wanted()) {
            feed.publisher().commandRejected(correlationId, reject, detail);
        }
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType orderType, TimeInForce timeInForce, long qtyShares,
        long priceWon, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        answers.orderAccepted(correlationId, orderNumber, rootNumber, side, qtyShares, marketTimeMs);
        for (CoreListener observer : observers) {
            observer.orderAccepted(correlationId, accountId, orderNumber, originalNumber, rootNumber, kind, instrumentId,
                side, orderType, timeInForce, qtyShares, priceWon, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().orderAccepted(correlationId, accountId, orderNumber, originalNumber, rootNumber, kind,
                instrumentId, side, orderType, timeInForce, qtyShares, priceWon, marketTimeMs);
        }
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.orderFilled(accountId, orderNumber, instrumentId, side, qtyShares, priceWon, remainingShares,
                commissionWon, taxWon, tradeNumber, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().orderFilled(accountId, orderNumber, instrumentId, side, qtyShares, priceWon, remainingShares,
                commissionWon, taxWon, tradeNumber, marketTimeMs);
        }
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.orderReduced(accountId, orderNumber, instrumentId, reason, qtyShares, remainingShares, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().orderReduced(accountId, orderNumber, instrumentId, reason, qtyShares, remainingShares,
                marketTimeMs);
        }
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares,
        long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.traded(instrumentId, tradeNumber, takerSide, priceWon, qtyShares, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().traded(instrumentId, tradeNumber, takerSide, priceWon, qtyShares, marketTimeMs);
        }
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.auctionTraded(instrumentId, tradeNumber, priceWon, qtyShares, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().auctionTraded(instrumentId, tradeNumber, priceWon, qtyShares, marketTimeMs);
        }
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.bookChanged(instrumentId, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().bookChanged(instrumentId, marketTimeMs);
        }
    }

    @Override
    public void cashChanged(int accountId, long cashWon) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.cashChanged(accountId, cashWon);
        }
        if (feed.wanted()) {
            feed.publisher().cashChanged(accountId, cashWon);
        }
    }

    @Override
    public void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.holdingChanged(accountId, instrumentId, qtyShares, purchaseAmountWon);
        }
        if (feed.wanted()) {
            feed.publisher().holdingChanged(accountId, instrumentId, qtyShares, purchaseAmountWon);
        }
    }

    @Override
    public void foreignCashChanged(int accountId, Currency currency, long cash) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.foreignCashChanged(accountId, currency, cash);
        }
        if (feed.wanted()) {
            feed.publisher().foreignCashChanged(accountId, currency, cash);
        }
    }

    @Override
    public void fxRateChanged(Currency currency, long rate) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.fxRateChanged(currency, rate);
        }
        if (feed.wanted()) {
            feed.publisher().fxRateChanged(currency, rate);
        }
    }

    @Override
    public void loanChanged(int accountId, int instrumentId, int loanDay, long qtyShares, long purchaseAmountWon, long loanWon) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.loanChanged(accountId, instrumentId, loanDay, qtyShares, purchaseAmountWon, loanWon);
        }
        if (feed.wanted()) {
            feed.publisher().loanChanged(accountId, instrumentId, loanDay, qtyShares, purchaseAmountWon, loanWon);
        }
    }

    @Override
    public void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.tokenIssued(keyId, issueNumber, issuedAtMs, expiresAtMs);
        }
        if (feed.wanted()) {
            feed.publisher().tokenIssued(keyId, issueNumber, issuedAtMs, expiresAtMs);
        }
    }

    @Override
    public void tokenRevoked(int keyId, int issueNumber) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.tokenRevoked(keyId, issueNumber);
        }
        if (feed.wanted()) {
            feed.publisher().tokenRevoked(keyId, issueNumber);
        }
    }

    @Override
    public void keyRetired(int keyId) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.keyRetired(keyId);
        }
        if (feed.wanted()) {
            feed.publisher().keyRetired(keyId);
        }
    }

    @Override
    public void interruptionChanged(int instrumentId, boolean begun, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.interruptionChanged(instrumentId, begun, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().interruptionChanged(instrumentId, begun, marketTimeMs);
        }
    }

    @Override
    public void indicesChanged(long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.indicesChanged(marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().indicesChanged(marketTimeMs);
        }
    }

    @Override
    public void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.sidecarChanged(side, begun, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().sidecarChanged(side, begun, marketTimeMs);
        }
    }

    @Override
    public void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.phaseChanged(venue, phase, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().phaseChanged(venue, phase, marketTimeMs);
        }
    }

    @Override
    public void tradingDateChanged(int epochDay, long marketTimeMs) {
        events++;
        if (!live) {
            return;
        }
        for (CoreListener observer : observers) {
            observer.tradingDateChanged(epochDay, marketTimeMs);
        }
        if (feed.wanted()) {
            feed.publisher().tradingDateChanged(epochDay, marketTimeMs);
        }
    }
}
