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
import dev.hoga.engine.codec.AuctionTradedDecoder;
import dev.hoga.engine.codec.BookChangedDecoder;
import dev.hoga.engine.codec.CashChangedDecoder;
import dev.hoga.engine.codec.CommandAcceptedDecoder;
import dev.hoga.engine.codec.CommandRejectedDecoder;
import dev.hoga.engine.codec.ForeignCashChangedDecoder;
import dev.hoga.engine.codec.FxRateChangedDecoder;
import dev.hoga.engine.codec.HoldingChangedDecoder;
import dev.hoga.engine.codec.IndicesChangedDecoder;
import dev.hoga.engine.codec.KeyRetiredDecoder;
import dev.hoga.engine.codec.LoanChangedDecoder;
import dev.hoga.engine.codec.MessageHeaderDecoder;
import dev.hoga.engine.codec.OrderAcceptedDecoder;
import dev.hoga.engine.codec.OrderFilledDecoder;
import dev.hoga.engine.codec.OrderReducedDecoder;
import dev.hoga.engine.codec.InterruptionChangedDecoder;
import dev.hoga.engine.codec.PhaseChangedDecoder;
import dev.hoga.engine.codec.SidecarChangedDecoder;
import dev.hoga.engine.codec.TokenIssuedDecoder;
import dev.hoga.engine.codec.TokenRevokedDecoder;
import dev.hoga.engine.codec.TradedDecoder;
import dev.hoga.engine.codec.TradingDateChangedDecoder;
import org.agrona.DirectBuffer;

/** Decodes events of the feed into calls of a listener. */
final class EventAdapter {
    private final CoreListener target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandAcceptedDecoder commandAccepted = new CommandAcceptedDecoder();
    private final CommandRejectedDecoder commandRejected = new CommandRejectedDecoder();
    private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
    private final OrderFilledDecoder orderFilled = new OrderFilledDecoder();
    private final OrderReducedDecoder orderReduced = new OrderReducedDecoder();
    private final TradedDecoder traded = new TradedDecoder();
    private final AuctionTradedDecoder auctionTraded = new AuctionTradedDecoder();
    private final BookChangedDecoder bookChanged = new BookChangedDecoder();
    private final CashChangedDecoder cashChanged = new CashChangedDecoder();
    private final HoldingChangedDecoder holdingChanged = new HoldingChangedDecoder();
    private final ForeignCashChangedDecoder foreignCashChanged = new ForeignCashChangedDecoder();
    private final FxRateChangedDecoder fxRateChanged = new FxRateChangedDecoder();
    private final LoanChangedDecoder loanChanged = new LoanChangedDecoder();
    private final TokenIssuedDecoder tokenIssued = new TokenIssuedDecoder();
    private final TokenRevokedDecoder tokenRevoked = new TokenRevokedDecoder();
    private final KeyRetiredDecoder keyRetired = new KeyRetiredDecoder();
    private final InterruptionChangedDecoder interruptionChanged = new InterruptionChangedDecoder();
    private final IndicesChangedDecoder indicesChanged = new IndicesChangedDecoder();
    private final SidecarChangedDecoder sidecarChanged = new SidecarChangedDecoder();
    private final PhaseChangedDecoder phaseChanged = new PhaseChangedDecoder();
    private final TradingDateChangedDecoder tradingDateChanged = new TradingDateChangedDecoder();

    EventAdapter(CoreListener target) {
        this.target = target;
    }

    /** Tells one event. @throws IllegalArgumentException where it is none of ours */
    void onEvent(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        int schemaId = header.schemaId();
        if (schemaId != MessageHeaderDecoder.SCHEMA_ID) {
            throw new IllegalArgumentException("foreign schema " + schemaId);
        }
        int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (header.templateId()) {
            case CommandAcceptedDecoder.TEMPLATE_ID -> onCommandAccepted(buffer, body);
            case CommandRejectedDecoder.TEMPLATE_ID -> onCommandRejected(buffer, body);
            case OrderAcceptedDecoder.TEMPLATE_ID -> onOrderAccepted(buffer, body);
            case OrderFilledDecoder.TEMPLATE_ID -> onOrderFilled(buffer, body);
            case OrderReducedDecoder.TEMPLATE_ID -> onOrderReduced(buffer, body);
            case TradedDecoder.TEMPLATE_ID -> onTraded(buffer, body);
            case AuctionTradedDecoder.TEMPLATE_ID -> onAuctionTraded(buffer, body);
            case BookChangedDecoder.TEMPLATE_ID -> onBookChanged(buffer, body);
            case CashChangedDecoder.TEMPLATE_ID -> onCashChanged(buffer, body);
            case HoldingChangedDecoder.TEMPLATE_ID -> onHoldingChanged(buffer, body);
            case ForeignCashChangedDecoder.TEMPLATE_ID -> onForeignCashChanged(buffer, body);
            case FxRateChangedDecoder.TEMPLATE_ID -> onFxRateChanged(buffer, body);
            case LoanChangedDecoder.TEMPLATE_ID -> onLoanChanged(buffer, body);
            case TokenIssuedDecoder.TEMPLATE_ID -> onTokenIssued(buffer, body);
            case TokenRevokedDecoder.TEMPLATE_ID -> onTokenRevoked(buffer, body);
            case KeyRetiredDecoder.TEMPLATE_ID ->
                target.keyRetired(keyRetired.wrap(buffer, body, header.blockLength(), header.version()).keyId());
            case InterruptionChangedDecoder.TEMPLATE_ID -> onInterruptionChanged(buffer, body);
            case IndicesChangedDecoder.TEMPLATE_ID ->
                target.indicesChanged(indicesChanged.wrap(buffer, body, header.blockLength(), header.version()).marketTimeMs());
            case SidecarChangedDecoder.TEMPLATE_ID -> onSidecarChanged(buffer, body);
            case PhaseChangedDecoder.TEMPLATE_ID -> onPhaseChanged(buffer, body);
            case TradingDateChangedDecoder.TEMPLATE_ID -> onTradingDateChanged(buffer, body);
            default -> throw new IllegalArgumentException("no message has template " + header.templateId());
        }
    }

    private void onCommandAccepted(DirectBuffer buffer, int body) {
        var in = commandAccepted.wrap(buffer, body, header.blockLength(), header.version());
        target.commandAccepted(in.correlationId(), in.value());
    }

    private void onCommandRejected(DirectBuffer buffer, int body) {
        var in = commandRejected.wrap(buffer, body, header.blockLength(), header.version());
        target.commandRejected(in.correlationId(), Reject.of(in.reject()), in.detail());
    }

    private void onOrderAccepted(DirectBuffer buffer, int body) {
        var in = orderAccepted.wrap(buffer, body, header.blockLength(), header.version());
        target.orderAccepted(in.correlationId(), in.accountId(), in.orderNumber(), in.originalNumber(), in.rootNumber(),
            OrderKind.of(in.kind()), in.instrumentId(), Side.of(in.side()), OrderType.of(in.orderType()),
            TimeInForce.of(in.timeInForce()), in.qtyShares(), in.priceWon(), in.marketTimeMs());
    }

    private void onOrderFilled(DirectBuffer buffer, int body) {
        var in = orderFilled.wrap(buffer, body, header.blockLength(), header.version());
        target.orderFilled(in.accountId(), in.orderNumber(), in.instrumentId(), Side.of(in.side()), in.qtyShares(),
            in.priceWon(), in.remainingShares(), in.commissionWon(), in.taxWon(), in.tradeNumber(), in.marketTimeMs());
    }

    private void onOrderReduced(DirectBuffer buffer, int body) {
        var in = orderReduced.wrap(buffer, body, header.blockLength(), header.version());
        target.orderReduced(in.accountId(), in.orderNumber(), in.instrumentId(), ReduceReason.of(in.reason()),
            in.qtyShares(), in.remainingShares(), in.marketTimeMs());
    }

    private void onTraded(DirectBuffer buffer, int body) {
        var in = traded.wrap(buffer, body, header.blockLength(), header.version());
        target.traded(in.instrumentId(), in.tradeNumber(), Side.of(in.takerSide()), in.priceWon(), in.qtyShares(),
            in.marketTimeMs());
    }

    private void onAuctionTraded(DirectBuffer buffer, int body) {
        var in = auctionTraded.wrap(buffer, body, header.blockLength(), header.version());
        target.auctionTraded(in.instrumentId(), in.tradeNumber(), in.priceWon(), in.qtyShares(), in.marketTimeMs());
    }

    private void onBookChanged(DirectBuffer buffer, int body) {
        var in = bookChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.bookChanged(in.instrumentId(), in.marketTimeMs());
    }

    private void onCashChanged(DirectBuffer buffer, int body) {
        var in = cashChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.cashChanged(in.accountId(), in.cashWon());
    }

    private void onHoldingChanged(DirectBuffer buffer, int body) {
        var in = holdingChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.holdingChanged(in.accountId(), in.instrumentId(), in.qtyShares(), in.purchaseAmountWon());
    }

    private void onForeignCashChanged(DirectBuffer buffer, int body) {
        var in = foreignCashChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.foreignCashChanged(in.accountId(), Currency.of(in.currency()), in.cash());
    }

    private void onFxRateChanged(DirectBuffer buffer, int body) {
        var in = fxRateChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.fxRateChanged(Currency.of(in.currency()), in.rate());
    }

    private void onLoanChanged(DirectBuffer buffer, int body) {
        var in = loanChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.loanChanged(in.accountId(), in.instrumentId(), in.loanDay(), in.qtyShares(), in.purchaseAmountWon(), in.loanWon());
    }

    private void onTokenIssued(DirectBuffer buffer, int body) {
        var in = tokenIssued.wrap(buffer, body, header.blockLength(), header.version());
        target.tokenIssued(in.keyId(), in.issueNumber(), in.issuedAtMs(), in.expiresAtMs());
    }

    private void onTokenRevoked(DirectBuffer buffer, int body) {
        var in = tokenRevoked.wrap(buffer, body, header.blockLength(), header.version());
        target.tokenRevoked(in.keyId(), in.issueNumber());
    }

    private void onInterruptionChanged(DirectBuffer buffer, int body) {
        var in = interruptionChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.interruptionChanged(in.instrumentId(), in.begun() != 0, in.marketTimeMs());
    }

    private void onSidecarChanged(DirectBuffer buffer, int body) {
        var in = sidecarChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.sidecarChanged(Side.of(in.side()), in.begun() != 0, in.marketTimeMs());
    }

    private void onPhaseChanged(DirectBuffer buffer, int body) {
        var in = phaseChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.phaseChanged(Venue.of(in.venue()), Phase.of(in.phase()), in.marketTimeMs());
    }

    private void onTradingDateChanged(DirectBuffer buffer, int body) {
        var in = tradingDateChanged.wrap(buffer, body, header.blockLength(), header.version());
        target.tradingDateChanged(in.epochDay(), in.marketTimeMs());
    }
}
