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
import dev.hoga.engine.codec.AuctionTradedEncoder;
import dev.hoga.engine.codec.BookChangedEncoder;
import dev.hoga.engine.codec.CashChangedEncoder;
import dev.hoga.engine.codec.CommandAcceptedEncoder;
import dev.hoga.engine.codec.CommandRejectedEncoder;
import dev.hoga.engine.codec.ForeignCashChangedEncoder;
import dev.hoga.engine.codec.FxRateChangedEncoder;
import dev.hoga.engine.codec.HoldingChangedEncoder;
import dev.hoga.engine.codec.KeyRetiredEncoder;
import dev.hoga.engine.codec.LoanChangedEncoder;
import dev.hoga.engine.codec.MessageHeaderEncoder;
import dev.hoga.engine.codec.OrderAcceptedEncoder;
import dev.hoga.engine.codec.OrderFilledEncoder;
import dev.hoga.engine.codec.OrderReducedEncoder;
import dev.hoga.engine.codec.IndicesChangedEncoder;
import dev.hoga.engine.codec.InterruptionChangedEncoder;
import dev.hoga.engine.codec.SidecarChangedEncoder;
import dev.hoga.engine.codec.PhaseChangedEncoder;
import dev.hoga.engine.codec.TokenIssuedEncoder;
import dev.hoga.engine.codec.TokenRevokedEncoder;
import dev.hoga.engine.codec.TradedEncoder;
import dev.hoga.engine.codec.TradingDateChangedEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes events, each once, and hands them to a sink that copies what it needs. */
final class EventPublisher implements CoreListener {
    /** Room for the longest event, which has no texts. */
    private static final int BUFFER_BYTES = 256;

    private final Sink sink;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommandAcceptedEncoder commandAccepted = new CommandAcceptedEncoder();
    private final CommandRejectedEncoder commandRejected = new CommandRejectedEncoder();
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrderFilledEncoder orderFilled = new OrderFilledEncoder();
    private final OrderReducedEncoder orderReduced = new OrderReducedEncoder();
    private final TradedEncoder traded = new TradedEncoder();
    private final AuctionTradedEncoder auctionTraded = new AuctionTradedEncoder();
    private final BookChangedEncoder bookChanged = new BookChangedEncoder();
    private final CashChangedEncoder cashChanged = new CashChangedEncoder();
    private final HoldingChangedEncoder holdingChanged = new HoldingChangedEncoder();
    private final ForeignCashChangedEncoder foreignCashChanged = new ForeignCashChangedEncoder();
    private final FxRateChangedEncoder fxRateChanged = new FxRateChangedEncoder();
    private final LoanChangedEncoder loanChanged = new LoanChangedEncoder();
    private final TokenIssuedEncoder tokenIssued = new TokenIssuedEncoder();
    private final TokenRevokedEncoder tokenRevoked = new TokenRevokedEncoder();
    private final KeyRetiredEncoder keyRetired = new KeyRetiredEncoder();
    private final IndicesChangedEncoder indicesChanged = new IndicesChangedEncoder();
    private final SidecarChangedEncoder sidecarChanged = new SidecarChangedEncoder();
    private final InterruptionChangedEncoder interruptionChanged = new InterruptionChangedEncoder();
    private final PhaseChangedEncoder phaseChanged = new PhaseChangedEncoder();
    private final TradingDateChangedEncoder tradingDateChanged = new TradingDateChangedEncoder();

    EventPublisher(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        var message = commandAccepted.wrapAndApplyHeader(buffer, 0, header)
            .correlationId(correlationId).value(value);
        publish(message.encodedLength());
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        var message = commandRejected.wrapAndApplyHeader(buffer, 0, header)
            .correlationId(correlationId).reject((short) reject.ordinal()).detail(detail);
        publish(message.encodedLength());
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType orderType, TimeInForce timeInForce, long qtyShares,
        long priceWon, long marketTimeMs) {
        var message = orderAccepted.wrapAndApplyHeader(buffer, 0, header)
            .correlationId(correlationId).accountId(accountId).orderNumber(orderNumber).originalNumber(originalNumber)
            .rootNumber(rootNumber).kind((short) kind.ordinal()).instrumentId(instrumentId).side((short) side.ordinal())
            .orderType((short) orderType.ordinal()).timeInForce((short) timeInForce.ordinal()).qtyShares(qtyShares)
            .priceWon(priceWon).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        var message = orderFilled.wrapAndApplyHeader(buffer, 0, header)
            .accountId(accountId).orderNumber(orderNumber).instrumentId(instrumentId).side((short) side.ordinal())
            .qtyShares(qtyShares).priceWon(priceWon).remainingShares(remainingShares).commissionWon(commissionWon)
            .taxWon(taxWon).tradeNumber(tradeNumber).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        var message = orderReduced.wrapAndApplyHeader(buffer, 0, header)
            .accountId(accountId).orderNumber(orderNumber).instrumentId(instrumentId).reason((short) reason.ordinal())
            .qtyShares(qtyShares).remainingShares(remainingShares).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares,
        long marketTimeMs) {
        var message = traded.wrapAndApplyHeader(buffer, 0, header)
            .instrumentId(instrumentId).tradeNumber(tradeNumber).takerSide((short) takerSide.ordinal()).priceWon(priceWon)
            .qtyShares(qtyShares).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        var message = auctionTraded.wrapAndApplyHeader(buffer, 0, header)
            .instrumentId(instrumentId).tradeNumber(tradeNumber).priceWon(priceWon).qtyShares(qtyShares)
            .marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        var message = bookChanged.wrapAndApplyHeader(buffer, 0, header)
            .instrumentId(instrumentId).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void cashChanged(int accountId, long cashWon) {
        var message = cashChanged.wrapAndApplyHeader(buffer, 0, header)
            .accountId(accountId).cashWon(cashWon);
        publish(message.encodedLength());
    }

    @Override
    public void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
        var message = holdingChanged.wrapAndApplyHeader(buffer, 0, header)
            .accountId(accountId).instrumentId(instrumentId).qtyShares(qtyShares).purchaseAmountWon(purchaseAmountWon);
        publish(message.encodedLength());
    }

    @Override
    public void foreignCashChanged(int accountId, Currency currency, long cash) {
        var message = foreignCashChanged.wrapAndApplyHeader(buffer, 0, header).accountId(accountId)
            .currency((short) currency.ordinal()).cash(cash);
        publish(message.encodedLength());
    }

    @Override
    public void fxRateChanged(Currency currency, long rate) {
        var message = fxRateChanged.wrapAndApplyHeader(buffer, 0, header).currency((short) currency.ordinal()).rate(rate);
        publish(message.encodedLength());
    }

    @Override
    public void loanChanged(int accountId, int instrumentId, int loanDay, long qtyShares, long purchaseAmountWon, long loanWon) {
        var message = loanChanged.wrapAndApplyHeader(buffer, 0, header).accountId(accountId).instrumentId(instrumentId)
            .loanDay(loanDay).qtyShares(qtyShares).purchaseAmountWon(purchaseAmountWon).loanWon(loanWon);
        publish(message.encodedLength());
    }

    @Override
    public void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
        var message = tokenIssued.wrapAndApplyHeader(buffer, 0, header)
            .keyId(keyId).issueNumber(issueNumber).issuedAtMs(issuedAtMs).expiresAtMs(expiresAtMs);
        publish(message.encodedLength());
    }

    @Override
    public void tokenRevoked(int keyId, int issueNumber) {
        var message = tokenRevoked.wrapAndApplyHeader(buffer, 0, header)
            .keyId(keyId).issueNumber(issueNumber);
        publish(message.encodedLength());
    }

    @Override
    public void keyRetired(int keyId) {
        var message = keyRetired.wrapAndApplyHeader(buffer, 0, header).keyId(keyId);
        publish(message.encodedLength());
    }

    @Override
    public void interruptionChanged(int instrumentId, boolean begun, long marketTimeMs) {
        var message = interruptionChanged.wrapAndApplyHeader(buffer, 0, header)
            .instrumentId(instrumentId).begun((short) (begun ? 1 : 0)).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void indicesChanged(long marketTimeMs) {
        var message = indicesChanged.wrapAndApplyHeader(buffer, 0, header).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
        var message = sidecarChanged.wrapAndApplyHeader(buffer, 0, header)
            .side((short) side.ordinal()).begun((short) (begun ? 1 : 0)).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
        var message = phaseChanged.wrapAndApplyHeader(buffer, 0, header)
            .venue((short) venue.ordinal()).phase((short) phase.ordinal()).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    @Override
    public void tradingDateChanged(int epochDay, long marketTimeMs) {
        var message = tradingDateChanged.wrapAndApplyHeader(buffer, 0, header)
            .epochDay(epochDay).marketTimeMs(marketTimeMs);
        publish(message.encodedLength());
    }

    private void publish(int encodedLength) {
        sink.onEvent(buffer, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }

    /** Takes an encoded event. */
    @FunctionalInterface
    interface Sink {
        void onEvent(DirectBuffer buffer, int length);
    }
}
