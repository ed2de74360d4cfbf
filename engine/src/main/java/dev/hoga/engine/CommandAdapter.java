package dev.hoga.engine;

import dev.hoga.core.Broker;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.codec.AcknowledgeHistoryDecoder;
import dev.hoga.engine.codec.AmendOrderDecoder;
import dev.hoga.engine.codec.BindDayDecoder;
import dev.hoga.engine.codec.BreakCircuitDecoder;
import dev.hoga.engine.codec.CancelOrderDecoder;
import dev.hoga.engine.codec.DeclareHolidayDecoder;
import dev.hoga.engine.codec.DeclareHoursDecoder;
import dev.hoga.engine.codec.DeclareIndexDecoder;
import dev.hoga.engine.codec.DeclareOverseasDayDecoder;
import dev.hoga.engine.codec.DepositSharesDecoder;
import dev.hoga.engine.codec.ExchangeCashDecoder;
import dev.hoga.engine.codec.HaltInstrumentDecoder;
import dev.hoga.engine.codec.InterruptInstrumentDecoder;
import dev.hoga.engine.codec.IssueTokenDecoder;
import dev.hoga.engine.codec.ListAtNxtDecoder;
import dev.hoga.engine.codec.ListInstrumentDecoder;
import dev.hoga.engine.codec.ListOverseasDecoder;
import dev.hoga.engine.codec.MessageHeaderDecoder;
import dev.hoga.engine.codec.MoveCashDecoder;
import dev.hoga.engine.codec.MoveForeignCashDecoder;
import dev.hoga.engine.codec.OpenAccountDecoder;
import dev.hoga.engine.codec.OpenGoldAccountDecoder;
import dev.hoga.engine.codec.OrderSidecarDecoder;
import dev.hoga.engine.codec.PlaceCreditOrderDecoder;
import dev.hoga.engine.codec.PlaceOrderDecoder;
import dev.hoga.engine.codec.RegisterKeyDecoder;
import dev.hoga.engine.codec.RevokeAllTokensDecoder;
import dev.hoga.engine.codec.RevokeTokenDecoder;
import dev.hoga.engine.codec.SetAccountMemberDecoder;
import dev.hoga.engine.codec.SetAccountTermsDecoder;
import dev.hoga.engine.codec.SetBasePriceDecoder;
import dev.hoga.engine.codec.SetFrozenDecoder;
import dev.hoga.engine.codec.SetFxRateDecoder;
import dev.hoga.engine.codec.SetInstrumentTermsDecoder;
import dev.hoga.engine.codec.SetMarketTimeDecoder;
import dev.hoga.engine.codec.SetParticipantsDecoder;
import dev.hoga.engine.codec.SetSpeedDecoder;
import dev.hoga.engine.codec.StartClockDecoder;
import dev.hoga.engine.codec.TickDecoder;
import dev.hoga.engine.codec.WithdrawGoldDecoder;
import org.agrona.DirectBuffer;

/** Decodes the log's records into calls of the core. */
final class CommandAdapter {
    /** What {@link #onCommand} returns for a tick. */
    static final int TICK = TickDecoder.TEMPLATE_ID;

    private final CoreCommands target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
    private final MoveCashDecoder moveCash = new MoveCashDecoder();
    private final DepositSharesDecoder depositShares = new DepositSharesDecoder();
    private final RegisterKeyDecoder registerKey = new RegisterKeyDecoder();
    private final IssueTokenDecoder issueToken = new IssueTokenDecoder();
    private final RevokeTokenDecoder revokeToken = new RevokeTokenDecoder();
    private final RevokeAllTokensDecoder revokeAllTokens = new RevokeAllTokensDecoder();
    private final ListInstrumentDecoder listInstrument = new ListInstrumentDecoder();
    private final SetBasePriceDecoder setBasePrice = new SetBasePriceDecoder();
    private final HaltInstrumentDecoder haltInstrument = new HaltInstrumentDecoder();
    private final ListAtNxtDecoder listAtNxt = new ListAtNxtDecoder();
    private final InterruptInstrumentDecoder interruptInstrument = new InterruptInstrumentDecoder();
    private final BreakCircuitDecoder breakCircuit = new BreakCircuitDecoder();
    private final DeclareIndexDecoder declareIndex = new DeclareIndexDecoder();
    private final SetAccountMemberDecoder setAccountMember = new SetAccountMemberDecoder();
    private final OrderSidecarDecoder orderSidecar = new OrderSidecarDecoder();
    private final DeclareHolidayDecoder declareHoliday = new DeclareHolidayDecoder();
    private final BindDayDecoder bindDay = new BindDayDecoder();
    private final DeclareHoursDecoder declareHours = new DeclareHoursDecoder();
    private final AcknowledgeHistoryDecoder acknowledgeHistory = new AcknowledgeHistoryDecoder();
    private final PlaceCreditOrderDecoder placeCreditOrder = new PlaceCreditOrderDecoder();
    private final PlaceOrderDecoder placeOrder = new PlaceOrderDecoder();
    private final AmendOrderDecoder amendOrder = new AmendOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final StartClockDecoder startClock = new StartClockDecoder();
    private final SetMarketTimeDecoder setMarketTime = new SetMarketTimeDecoder();
    private final SetSpeedDecoder setSpeed = new SetSpeedDecoder();
    private final SetFrozenDecoder setFrozen = new SetFrozenDecoder();
    private final OpenGoldAccountDecoder openGoldAccount = new OpenGoldAccountDecoder();
    private final WithdrawGoldDecoder withdrawGold = new WithdrawGoldDecoder();
    private final SetAccountTermsDecoder setAccountTerms = new SetAccountTermsDecoder();
    private final SetInstrumentTermsDecoder setInstrumentTerms = new SetInstrumentTermsDecoder();
    private final SetParticipantsDecoder setParticipants = new SetParticipantsDecoder();
    private final ListOverseasDecoder listOverseas = new ListOverseasDecoder();
    private final DeclareOverseasDayDecoder declareOverseasDay = new DeclareOverseasDayDecoder();
    private final MoveForeignCashDecoder moveForeignCash = new MoveForeignCashDecoder();
    private final ExchangeCashDecoder exchangeCash = new ExchangeCashDecoder();
    private final SetFxRateDecoder setFxRate = new SetFxRateDecoder();

    CommandAdapter(CoreCommands target) {
        this.target = target;
    }

    /** Applies one record and returns its template. @throws IllegalArgumentException where it is none of ours */
    int onCommand(long hostTimeMs, DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        int schemaId = header.schemaId();
        if (schemaId != MessageHeaderDecoder.SCHEMA_ID) {
            throw new IllegalArgumentException("foreign schema " + schemaId);
        }
        int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        int template = header.templateId();
        switch (template) {
            case OpenAccountDecoder.TEMPLATE_ID -> onOpenAccount(hostTimeMs, buffer, body);
            case MoveCashDecoder.TEMPLATE_ID -> onMoveCash(hostTimeMs, buffer, body);
            case DepositSharesDecoder.TEMPLATE_ID -> onDepositShares(hostTimeMs, buffer, body);
            case RegisterKeyDecoder.TEMPLATE_ID -> onRegisterKey(hostTimeMs, buffer, body);
            case IssueTokenDecoder.TEMPLATE_ID -> onIssueToken(hostTimeMs, buffer, body);
            case RevokeTokenDecoder.TEMPLATE_ID -> onRevokeToken(hostTimeMs, buffer, body);
            case RevokeAllTokensDecoder.TEMPLATE_ID -> onRevokeAllTokens(hostTimeMs, buffer, body);
            case ListInstrumentDecoder.TEMPLATE_ID -> onListInstrument(hostTimeMs, buffer, body);
            case SetBasePriceDecoder.TEMPLATE_ID -> onSetBasePrice(hostTimeMs, buffer, body);
            case HaltInstrumentDecoder.TEMPLATE_ID -> onHaltInstrument(hostTimeMs, buffer, body);
            case ListAtNxtDecoder.TEMPLATE_ID -> onListAtNxt(hostTimeMs, buffer, body);
            case InterruptInstrumentDecoder.TEMPLATE_ID -> onInterruptInstrument(hostTimeMs, buffer, body);
            case BreakCircuitDecoder.TEMPLATE_ID -> onBreakCircuit(hostTimeMs, buffer, body);
            case DeclareIndexDecoder.TEMPLATE_ID -> onDeclareIndex(hostTimeMs, buffer, body);
            case SetAccountMemberDecoder.TEMPLATE_ID -> onSetAccountMember(hostTimeMs, buffer, body);
            case OrderSidecarDecoder.TEMPLATE_ID -> onOrderSidecar(hostTimeMs, buffer, body);
            case DeclareHolidayDecoder.TEMPLATE_ID -> onDeclareHoliday(hostTimeMs, buffer, body);
            case BindDayDecoder.TEMPLATE_ID -> onBindDay(hostTimeMs, buffer, body);
            case DeclareHoursDecoder.TEMPLATE_ID -> onDeclareHours(hostTimeMs, buffer, body);
            case AcknowledgeHistoryDecoder.TEMPLATE_ID -> onAcknowledgeHistory(hostTimeMs, buffer, body);
            case PlaceOrderDecoder.TEMPLATE_ID -> onPlaceOrder(hostTimeMs, buffer, body);
            case AmendOrderDecoder.TEMPLATE_ID -> onAmendOrder(hostTimeMs, buffer, body);
            case CancelOrderDecoder.TEMPLATE_ID -> onCancelOrder(hostTimeMs, buffer, body);
            case StartClockDecoder.TEMPLATE_ID -> onStartClock(hostTimeMs, buffer, body);
            case SetMarketTimeDecoder.TEMPLATE_ID -> onSetMarketTime(hostTimeMs, buffer, body);
            case SetSpeedDecoder.TEMPLATE_ID -> onSetSpeed(hostTimeMs, buffer, body);
            case SetFrozenDecoder.TEMPLATE_ID -> onSetFrozen(hostTimeMs, buffer, body);
            case SetParticipantsDecoder.TEMPLATE_ID -> onSetParticipants(hostTimeMs, buffer, body);
            case PlaceCreditOrderDecoder.TEMPLATE_ID -> onPlaceCreditOrder(hostTimeMs, buffer, body);
            case OpenGoldAccountDecoder.TEMPLATE_ID -> onOpenGoldAccount(hostTimeMs, buffer, body);
            case WithdrawGoldDecoder.TEMPLATE_ID -> onWithdrawGold(hostTimeMs, buffer, body);
            case SetAccountTermsDecoder.TEMPLATE_ID -> onSetAccountTerms(hostTimeMs, buffer, body);
            case SetInstrumentTermsDecoder.TEMPLATE_ID -> onSetInstrumentTerms(hostTimeMs, buffer, body);
            case ListOverseasDecoder.TEMPLATE_ID -> onListOverseas(hostTimeMs, buffer, body);
            case DeclareOverseasDayDecoder.TEMPLATE_ID -> onDeclareOverseasDay(hostTimeMs, buffer, body);
            case MoveForeignCashDecoder.TEMPLATE_ID -> onMoveForeignCash(hostTimeMs, buffer, body);
            case ExchangeCashDecoder.TEMPLATE_ID -> onExchangeCash(hostTimeMs, buffer, body);
            case SetFxRateDecoder.TEMPLATE_ID -> onSetFxRate(hostTimeMs, buffer, body);
            case TickDecoder.TEMPLATE_ID -> target.tick(hostTimeMs);
            default -> throw new IllegalArgumentException("no message has template " + template);
        }
        return template;
    }

    /** Names a record for a message to people. */
    String describe(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        return "the record of template " + header.templateId() + " and schema " + header.schemaId();
    }

    private void onOpenAccount(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = openAccount.wrap(buffer, body, header.blockLength(), header.version());
        String name = in.name();
        String htsId = in.htsId();
        target.openAccount(hostTimeMs, in.correlationId(), in.accountNumber(), name, htsId, in.feeRatePpb());
    }

    private void onMoveCash(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = moveCash.wrap(buffer, body, header.blockLength(), header.version());
        target.moveCash(hostTimeMs, in.correlationId(), in.accountId(), in.amountWon());
    }

    private void onDepositShares(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = depositShares.wrap(buffer, body, header.blockLength(), header.version());
        target.depositShares(hostTimeMs, in.correlationId(), in.accountId(), in.code(), in.qtyShares(),
            in.averagePriceWon());
    }

    private void onRegisterKey(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = registerKey.wrap(buffer, body, header.blockLength(), header.version());
        String appKey = in.appKey();
        String secretDigest = in.secretDigest();
        target.registerKey(hostTimeMs, in.correlationId(), in.accountId(), Broker.of(in.broker()),
            Environment.of(in.environment()), appKey, secretDigest);
    }

    private void onIssueToken(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = issueToken.wrap(buffer, body, header.blockLength(), header.version());
        target.issueToken(hostTimeMs, in.correlationId(), in.keyId(), in.lifeMs(), in.reuseMs());
    }

    private void onRevokeToken(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = revokeToken.wrap(buffer, body, header.blockLength(), header.version());
        target.revokeToken(hostTimeMs, in.correlationId(), in.keyId());
    }

    private void onRevokeAllTokens(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = revokeAllTokens.wrap(buffer, body, header.blockLength(), header.version());
        target.revokeAllTokens(hostTimeMs, in.correlationId());
    }

    private void onListInstrument(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = listInstrument.wrap(buffer, body, header.blockLength(), header.version());
        String name = in.name();
        String sector = in.sector();
        target.listInstrument(hostTimeMs, in.correlationId(), in.code(), name, Market.of(in.market()),
            InstrumentKind.of(in.kind()), sector, in.listedShares(), in.parValueWon(), in.leverage(), in.basePriceWon());
    }

    private void onSetBasePrice(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setBasePrice.wrap(buffer, body, header.blockLength(), header.version());
        target.setBasePrice(hostTimeMs, in.correlationId(), in.code(), in.basePriceWon());
    }

    private void onHaltInstrument(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = haltInstrument.wrap(buffer, body, header.blockLength(), header.version());
        target.haltInstrument(hostTimeMs, in.correlationId(), in.code(), in.halted() != 0);
    }

    private void onListAtNxt(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = listAtNxt.wrap(buffer, body, header.blockLength(), header.version());
        target.listAtNxt(hostTimeMs, in.correlationId(), in.code());
    }

    private void onInterruptInstrument(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = interruptInstrument.wrap(buffer, body, header.blockLength(), header.version());
        target.interruptInstrument(hostTimeMs, in.correlationId(), in.code());
    }

    private void onBreakCircuit(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = breakCircuit.wrap(buffer, body, header.blockLength(), header.version());
        target.breakCircuit(hostTimeMs, in.correlationId(), in.stage());
    }

    private void onDeclareIndex(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = declareIndex.wrap(buffer, body, header.blockLength(), header.version());
        String name = in.name();
        String sector = in.sector();
        target.declareIndex(hostTimeMs, in.correlationId(), in.number(), name, Market.of(in.market()), IndexScope.of(in.scope()),
            sector, in.startLevel());
    }

    private void onSetAccountMember(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setAccountMember.wrap(buffer, body, header.blockLength(), header.version());
        target.setAccountMember(hostTimeMs, in.correlationId(), in.accountId(), in.member(), in.program() != 0);
    }

    private void onOrderSidecar(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = orderSidecar.wrap(buffer, body, header.blockLength(), header.version());
        target.orderSidecar(hostTimeMs, in.correlationId(), Side.of(in.side()));
    }

    private void onDeclareHoliday(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = declareHoliday.wrap(buffer, body, header.blockLength(), header.version());
        target.declareHoliday(hostTimeMs, in.correlationId(), in.epochDay());
    }

    private void onBindDay(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = bindDay.wrap(buffer, body, header.blockLength(), header.version());
        target.bindDay(hostTimeMs, in.correlationId(), in.code(), in.epochDay(), in.baseWon(), in.openWon(), in.highWon(), in.lowWon(),
            in.closeWon(), in.volumeShares());
    }

    private void onDeclareHours(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = declareHours.wrap(buffer, body, header.blockLength(), header.version());
        target.declareHours(hostTimeMs, in.correlationId(), in.epochDay(), in.openLaterMinutes(), in.closeLaterMinutes());
    }

    private void onAcknowledgeHistory(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = acknowledgeHistory.wrap(buffer, body, header.blockLength(), header.version());
        target.acknowledgeHistory(hostTimeMs, in.correlationId(), in.entry());
    }

    private void onPlaceOrder(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = placeOrder.wrap(buffer, body, header.blockLength(), header.version());
        target.placeOrder(hostTimeMs, in.correlationId(), in.accountId(), in.code(), Venue.of(in.venue()),
            Side.of(in.side()), OrderType.of(in.orderType()), TimeInForce.of(in.timeInForce()), in.qtyShares(),
            in.priceWon());
    }

    private void onPlaceCreditOrder(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = placeCreditOrder.wrap(buffer, body, header.blockLength(), header.version());
        target.placeCreditOrder(hostTimeMs, in.correlationId(), in.accountId(), in.code(), Venue.of(in.venue()),
            Side.of(in.side()), OrderType.of(in.orderType()), TimeInForce.of(in.timeInForce()), in.qtyShares(),
            in.priceWon(), in.loanDay());
    }

    private void onAmendOrder(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = amendOrder.wrap(buffer, body, header.blockLength(), header.version());
        target.amendOrder(hostTimeMs, in.correlationId(), in.accountId(), in.code(), Venue.of(in.venue()),
            in.originalNumber(), OrderType.of(in.orderType()), in.qtyShares(), in.priceWon());
    }

    private void onCancelOrder(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = cancelOrder.wrap(buffer, body, header.blockLength(), header.version());
        target.cancelOrder(hostTimeMs, in.correlationId(), in.accountId(), in.code(), Venue.of(in.venue()),
            in.originalNumber(), in.qtyShares());
    }

    private void onStartClock(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = startClock.wrap(buffer, body, header.blockLength(), header.version());
        target.startClock(hostTimeMs, in.correlationId(), in.marketTimeMs(), in.speed(), in.frozen() != 0);
    }

    private void onSetMarketTime(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setMarketTime.wrap(buffer, body, header.blockLength(), header.version());
        target.setMarketTime(hostTimeMs, in.correlationId(), in.marketTimeMs());
    }

    private void onSetSpeed(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setSpeed.wrap(buffer, body, header.blockLength(), header.version());
        target.setSpeed(hostTimeMs, in.correlationId(), in.speed());
    }

    private void onSetFrozen(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setFrozen.wrap(buffer, body, header.blockLength(), header.version());
        target.setFrozen(hostTimeMs, in.correlationId(), in.frozen() != 0);
    }

    private void onSetParticipants(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setParticipants.wrap(buffer, body, header.blockLength(), header.version());
        target.setParticipants(hostTimeMs, in.correlationId(), in.on() != 0, in.seed(), in.intensityPercent());
    }

    private void onOpenGoldAccount(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = openGoldAccount.wrap(buffer, body, header.blockLength(), header.version());
        target.openGoldAccount(hostTimeMs, in.correlationId(), in.accountId(), in.feeRatePpb());
    }

    private void onWithdrawGold(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = withdrawGold.wrap(buffer, body, header.blockLength(), header.version());
        target.withdrawGold(hostTimeMs, in.correlationId(), in.accountId(), in.code(), in.grams());
    }

    private void onSetAccountTerms(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setAccountTerms.wrap(buffer, body, header.blockLength(), header.version());
        target.setAccountTerms(hostTimeMs, in.correlationId(), in.accountId(), in.margin() != 0, in.credit() != 0);
    }

    private void onSetInstrumentTerms(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setInstrumentTerms.wrap(buffer, body, header.blockLength(), header.version());
        target.setInstrumentTerms(hostTimeMs, in.correlationId(), in.code(), in.marginPercent(), CreditGrade.of(in.grade()));
    }

    // -- overseas ------------------------------------------------------------------------------------------------------

    private void onListOverseas(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = listOverseas.wrap(buffer, body, header.blockLength(), header.version());
        String name = in.name();
        String englishName = in.englishName();
        target.listOverseas(hostTimeMs, in.correlationId(), in.code(), name, englishName, InstrumentKind.of(in.kind()),
            in.listedShares(), in.lotShares(), in.basePrice());
    }

    private void onDeclareOverseasDay(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = declareOverseasDay.wrap(buffer, body, header.blockLength(), header.version());
        target.declareOverseasDay(hostTimeMs, in.correlationId(), Currency.of(in.country()), in.epochDay(), in.earlierMinutes());
    }

    private void onMoveForeignCash(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = moveForeignCash.wrap(buffer, body, header.blockLength(), header.version());
        target.moveForeignCash(hostTimeMs, in.correlationId(), in.accountId(), Currency.of(in.currency()), in.amount());
    }

    private void onExchangeCash(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = exchangeCash.wrap(buffer, body, header.blockLength(), header.version());
        target.exchangeCash(hostTimeMs, in.correlationId(), in.accountId(), Currency.of(in.from()), Currency.of(in.to()), in.amount());
    }

    private void onSetFxRate(long hostTimeMs, DirectBuffer buffer, int body) {
        var in = setFxRate.wrap(buffer, body, header.blockLength(), header.version());
        target.setFxRate(hostTimeMs, in.correlationId(), Currency.of(in.currency()), in.rate());
    }
}
