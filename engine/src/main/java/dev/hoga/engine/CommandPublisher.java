package dev.hoga.engine;

import dev.hoga.core.Broker;
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
import dev.hoga.engine.codec.AcknowledgeHistoryEncoder;
import dev.hoga.engine.codec.AmendOrderEncoder;
import dev.hoga.engine.codec.BindDayEncoder;
import dev.hoga.engine.codec.BreakCircuitEncoder;
import dev.hoga.engine.codec.CancelOrderEncoder;
import dev.hoga.engine.codec.DeclareHolidayEncoder;
import dev.hoga.engine.codec.DeclareHoursEncoder;
import dev.hoga.engine.codec.DeclareIndexEncoder;
import dev.hoga.engine.codec.DeclareOverseasDayEncoder;
import dev.hoga.engine.codec.DepositSharesEncoder;
import dev.hoga.engine.codec.ExchangeCashEncoder;
import dev.hoga.engine.codec.HaltInstrumentEncoder;
import dev.hoga.engine.codec.InterruptInstrumentEncoder;
import dev.hoga.engine.codec.IssueTokenEncoder;
import dev.hoga.engine.codec.ListAtNxtEncoder;
import dev.hoga.engine.codec.ListInstrumentEncoder;
import dev.hoga.engine.codec.ListOverseasEncoder;
import dev.hoga.engine.codec.MessageHeaderEncoder;
import dev.hoga.engine.codec.MoveCashEncoder;
import dev.hoga.engine.codec.MoveForeignCashEncoder;
import dev.hoga.engine.codec.OpenAccountEncoder;
import dev.hoga.engine.codec.OpenGoldAccountEncoder;
import dev.hoga.engine.codec.OrderSidecarEncoder;
import dev.hoga.engine.codec.PlaceCreditOrderEncoder;
import dev.hoga.engine.codec.PlaceOrderEncoder;
import dev.hoga.engine.codec.RegisterKeyEncoder;
import dev.hoga.engine.codec.RevokeAllTokensEncoder;
import dev.hoga.engine.codec.RevokeTokenEncoder;
import dev.hoga.engine.codec.SetAccountMemberEncoder;
import dev.hoga.engine.codec.SetAccountTermsEncoder;
import dev.hoga.engine.codec.SetBasePriceEncoder;
import dev.hoga.engine.codec.SetFrozenEncoder;
import dev.hoga.engine.codec.SetFxRateEncoder;
import dev.hoga.engine.codec.SetInstrumentTermsEncoder;
import dev.hoga.engine.codec.SetMarketTimeEncoder;
import dev.hoga.engine.codec.SetParticipantsEncoder;
import dev.hoga.engine.codec.SetSpeedEncoder;
import dev.hoga.engine.codec.StartClockEncoder;
import dev.hoga.engine.codec.TickEncoder;
import dev.hoga.engine.codec.WithdrawGoldEncoder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes commands, remembers who waits for the answer, and sends them. Each thread encodes in a buffer of its own. */
final class CommandPublisher implements CommandPort {
    /** The correlation id is the first field of every command. */
    private static final int CORRELATION_ID_OFFSET =
        MessageHeaderEncoder.ENCODED_LENGTH + PlaceOrderEncoder.correlationIdEncodingOffset();
    /** Room for the longest command: two texts and the fixed fields. */
    private static final int BUFFER_BYTES = 2 * EngineConfig.MAX_TEXT_BYTES + 256;

    private final ThreadLocal<Encoders> encoders = ThreadLocal.withInitial(Encoders::new);
    private final PendingReplies pending;
    private final Ingress ingress;
    private final long replyTimeoutNs;
    private final long jumpTimeoutNs;

    CommandPublisher(PendingReplies pending, Ingress ingress, long replyTimeoutNs, long jumpTimeoutNs) {
        this.pending = pending;
        this.ingress = ingress;
        this.replyTimeoutNs = replyTimeoutNs;
        this.jumpTimeoutNs = jumpTimeoutNs;
    }

    @Override
    public void openAccount(long accountNumber, String name, String htsId, long feeRatePpb, Reply reply) {
        var out = encoders.get();
        byte[] nameBytes = bytes("name", name);
        byte[] htsIdBytes = bytes("htsId", htsId);
        var message = out.openAccount.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountNumber(accountNumber).feeRatePpb(feeRatePpb)
            .putName(nameBytes, 0, nameBytes.length).putHtsId(htsIdBytes, 0, htsIdBytes.length);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void moveCash(int accountId, long amountWon, Reply reply) {
        var out = encoders.get();
        var message = out.moveCash.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId).amountWon(amountWon);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void depositShares(int accountId, long code, long qtyShares, long averagePriceWon, Reply reply) {
        var out = encoders.get();
        var message = out.depositShares.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).code(code).qtyShares(qtyShares).averagePriceWon(averagePriceWon);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setAccountTerms(int accountId, boolean margin, boolean credit, Reply reply) {
        var out = encoders.get();
        var message = out.setAccountTerms.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).margin(flag(margin)).credit(flag(credit));
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void openGoldAccount(int accountId, long feeRatePpb, Reply reply) {
        var out = encoders.get();
        var message = out.openGoldAccount.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId).feeRatePpb(feeRatePpb);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void withdrawGold(int accountId, long code, long grams, Reply reply) {
        var out = encoders.get();
        var message = out.withdrawGold.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId).code(code).grams(grams);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void registerKey(int accountId, Broker broker, Environment environment, String appKey, String secretDigest,
        Reply reply) {
        var out = encoders.get();
        byte[] appKeyBytes = bytes("appKey", appKey);
        byte[] digestBytes = bytes("secretDigest", secretDigest);
        var message = out.registerKey.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).broker((short) broker.ordinal()).environment((short) environment.ordinal())
            .putAppKey(appKeyBytes, 0, appKeyBytes.length).putSecretDigest(digestBytes, 0, digestBytes.length);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void issueToken(int keyId, long lifeMs, long reuseMs, Reply reply) {
        var out = encoders.get();
        var message = out.issueToken.wrapAndApplyHeader(out.buffer, 0, out.header)
            .keyId(keyId).lifeMs(lifeMs).reuseMs(reuseMs);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void revokeToken(int keyId, Reply reply) {
        var out = encoders.get();
        var message = out.revokeToken.wrapAndApplyHeader(out.buffer, 0, out.header).keyId(keyId);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void revokeAllTokens(Reply reply) {
        var out = encoders.get();
        var message = out.revokeAllTokens.wrapAndApplyHeader(out.buffer, 0, out.header);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void listInstrument(long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, long basePriceWon, Reply reply) {
        var out = encoders.get();
        byte[] nameBytes = bytes("name", name);
        byte[] sectorBytes = bytes("sector", sector);
        var message = out.listInstrument.wrapAndApplyHeader(out.buffer, 0, out.header)
            .code(code).market((short) market.ordinal()).kind((short) kind.ordinal()).listedShares(listedShares)
            .parValueWon(parValueWon).leverage(leverage).basePriceWon(basePriceWon)
            .putName(nameBytes, 0, nameBytes.length).putSector(sectorBytes, 0, sectorBytes.length);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void listOverseas(long code, String name, String englishName, InstrumentKind kind, long listedShares, long lotShares,
        long basePrice, Reply reply) {
        var out = encoders.get();
        byte[] nameBytes = bytes("name", name);
        byte[] englishBytes = bytes("englishName", englishName);
        var message = out.listOverseas.wrapAndApplyHeader(out.buffer, 0, out.header)
            .code(code).kind((short) kind.ordinal()).listedShares(listedShares).lotShares(lotShares).basePrice(basePrice)
            .putName(nameBytes, 0, nameBytes.length).putEnglishName(englishBytes, 0, englishBytes.length);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void declareOverseasDay(Currency country, int epochDay, int earlierMinutes, Reply reply) {
        var out = encoders.get();
        var message = out.declareOverseasDay.wrapAndApplyHeader(out.buffer, 0, out.header).country((short) country.ordinal())
            .epochDay(epochDay).earlierMinutes(earlierMinutes);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void moveForeignCash(int accountId, Currency currency, long amount, Reply reply) {
        var out = encoders.get();
        var message = out.moveForeignCash.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId)
            .currency((short) currency.ordinal()).amount(amount);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void exchangeCash(int accountId, Currency from, Currency to, long amount, Reply reply) {
        var out = encoders.get();
        var message = out.exchangeCash.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId)
            .from((short) from.ordinal()).to((short) to.ordinal()).amount(amount);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setFxRate(Currency currency, long rate, Reply reply) {
        var out = encoders.get();
        var message = out.setFxRate.wrapAndApplyHeader(out.buffer, 0, out.header).currency((short) currency.ordinal()).rate(rate);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setBasePrice(long code, long basePriceWon, Reply reply) {
        var out = encoders.get();
        var message = out.setBasePrice.wrapAndApplyHeader(out.buffer, 0, out.header).code(code).basePriceWon(basePriceWon);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setInstrumentTerms(long code, int marginPercent, CreditGrade grade, Reply reply) {
        var out = encoders.get();
        var message = out.setInstrumentTerms.wrapAndApplyHeader(out.buffer, 0, out.header)
            .code(code).marginPercent(marginPercent).grade((short) grade.ordinal());
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void haltInstrument(long code, boolean halted, Reply reply) {
        var out = encoders.get();
        var message = out.haltInstrument.wrapAndApplyHeader(out.buffer, 0, out.header).code(code).halted(flag(halted));
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void listAtNxt(long code, Reply reply) {
        var out = encoders.get();
        var message = out.listAtNxt.wrapAndApplyHeader(out.buffer, 0, out.header).code(code);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void interruptInstrument(long code, Reply reply) {
        var out = encoders.get();
        var message = out.interruptInstrument.wrapAndApplyHeader(out.buffer, 0, out.header).code(code);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void breakCircuit(int stage, Reply reply) {
        var out = encoders.get();
        var message = out.breakCircuit.wrapAndApplyHeader(out.buffer, 0, out.header).stage(stage);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void declareIndex(int number, String name, Market market, IndexScope scope, String sector, long startLevel, Reply reply) {
        var out = encoders.get();
        byte[] nameBytes = bytes("name", name);
        byte[] sectorBytes = bytes("sector", sector);
        var message = out.declareIndex.wrapAndApplyHeader(out.buffer, 0, out.header)
            .number(number).market((short) market.ordinal()).scope((short) scope.ordinal()).startLevel(startLevel)
            .putName(nameBytes, 0, nameBytes.length).putSector(sectorBytes, 0, sectorBytes.length);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setAccountMember(int accountId, int member, boolean program, Reply reply) {
        var out = encoders.get();
        var message = out.setAccountMember.wrapAndApplyHeader(out.buffer, 0, out.header).accountId(accountId).member(member)
            .program(flag(program));
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void orderSidecar(Side side, Reply reply) {
        var out = encoders.get();
        var message = out.orderSidecar.wrapAndApplyHeader(out.buffer, 0, out.header).side((short) side.ordinal());
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void declareHoliday(int epochDay, Reply reply) {
        var out = encoders.get();
        var message = out.declareHoliday.wrapAndApplyHeader(out.buffer, 0, out.header).epochDay(epochDay);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void declareHours(int epochDay, int openLaterMinutes, int closeLaterMinutes, Reply reply) {
        var out = encoders.get();
        var message = out.declareHours.wrapAndApplyHeader(out.buffer, 0, out.header).epochDay(epochDay)
            .openLaterMinutes(openLaterMinutes).closeLaterMinutes(closeLaterMinutes);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void bindDay(long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, Reply reply) {
        var out = encoders.get();
        var message = out.bindDay.wrapAndApplyHeader(out.buffer, 0, out.header).code(code).epochDay(epochDay).baseWon(baseWon)
            .openWon(openWon).highWon(highWon).lowWon(lowWon).closeWon(closeWon).volumeShares(volumeShares);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setParticipants(boolean on, long seed, int intensityPercent, Reply reply) {
        var out = encoders.get();
        var message = out.setParticipants.wrapAndApplyHeader(out.buffer, 0, out.header)
            .on(flag(on)).seed(seed).intensityPercent(intensityPercent);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void placeOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long qtyShares, long priceWon, Reply reply) {
        var out = encoders.get();
        var message = out.placeOrder.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).code(code).venue((short) venue.ordinal()).side((short) side.ordinal())
            .orderType((short) type.ordinal()).timeInForce((short) timeInForce.ordinal())
            .qtyShares(qtyShares).priceWon(priceWon);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void placeCreditOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long qtyShares, long priceWon, int loanDay, Reply reply) {
        var out = encoders.get();
        var message = out.placeCreditOrder.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).code(code).venue((short) venue.ordinal()).side((short) side.ordinal())
            .orderType((short) type.ordinal()).timeInForce((short) timeInForce.ordinal())
            .qtyShares(qtyShares).priceWon(priceWon).loanDay(loanDay);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void amendOrder(int accountId, long code, Venue venue, int originalNumber, OrderType type, long qtyShares,
        long priceWon, Reply reply) {
        var out = encoders.get();
        var message = out.amendOrder.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).code(code).venue((short) venue.ordinal()).orderType((short) type.ordinal())
            .originalNumber(originalNumber).qtyShares(qtyShares).priceWon(priceWon);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void cancelOrder(int accountId, long code, Venue venue, int originalNumber, long qtyShares, Reply reply) {
        var out = encoders.get();
        var message = out.cancelOrder.wrapAndApplyHeader(out.buffer, 0, out.header)
            .accountId(accountId).code(code).venue((short) venue.ordinal())
            .originalNumber(originalNumber).qtyShares(qtyShares);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void startClock(long marketTimeMs, int speed, boolean frozen, Reply reply) {
        var out = encoders.get();
        var message = out.startClock.wrapAndApplyHeader(out.buffer, 0, out.header)
            .marketTimeMs(marketTimeMs).speed(speed).frozen(flag(frozen));
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setMarketTime(long marketTimeMs, Reply reply) {
        var out = encoders.get();
        var message = out.setMarketTime.wrapAndApplyHeader(out.buffer, 0, out.header).marketTimeMs(marketTimeMs);
        send(out, message.encodedLength(), reply, jumpTimeoutNs);
    }

    @Override
    public void setSpeed(int speed, Reply reply) {
        var out = encoders.get();
        var message = out.setSpeed.wrapAndApplyHeader(out.buffer, 0, out.header).speed(speed);
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void setFrozen(boolean frozen, Reply reply) {
        var out = encoders.get();
        var message = out.setFrozen.wrapAndApplyHeader(out.buffer, 0, out.header).frozen(flag(frozen));
        send(out, message.encodedLength(), reply);
    }

    @Override
    public void acknowledgeHistory(long entry, Reply reply) {
        var out = encoders.get();
        var message = out.acknowledgeHistory.wrapAndApplyHeader(out.buffer, 0, out.header).entry(entry);
        send(out, message.encodedLength(), reply);
    }

    /** Sends a tick; nobody waits for an answer. */
    boolean tick() {
        var out = encoders.get();
        var message = out.tick.wrapAndApplyHeader(out.buffer, 0, out.header);
        return ingress.send(out.buffer, MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength());
    }

    private void send(Encoders out, int encodedLength, Reply reply) {
        send(out, encodedLength, reply, replyTimeoutNs);
    }

    // The reply is registered only after everything that can throw, and before the command can be answered.
    private void send(Encoders out, int encodedLength, Reply reply, long timeoutNs) {
        long correlationId = pending.register(reply, System.nanoTime() + timeoutNs);
        if (correlationId == PendingReplies.NONE) {
            reply.overloaded();
            return;
        }
        out.buffer.putLong(CORRELATION_ID_OFFSET, correlationId, ByteOrder.LITTLE_ENDIAN);
        boolean sent = ingress.send(out.buffer, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        if (!sent && pending.take(correlationId) != null) {
            reply.overloaded();
        }
    }

    private static byte[] bytes(String field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > EngineConfig.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(field + " is longer than " + EngineConfig.MAX_TEXT_BYTES + " bytes");
        }
        return bytes;
    }

    private static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }

    private static final class Encoders {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final OpenAccountEncoder openAccount = new OpenAccountEncoder();
        final MoveCashEncoder moveCash = new MoveCashEncoder();
        final DepositSharesEncoder depositShares = new DepositSharesEncoder();
        final RegisterKeyEncoder registerKey = new RegisterKeyEncoder();
        final IssueTokenEncoder issueToken = new IssueTokenEncoder();
        final RevokeTokenEncoder revokeToken = new RevokeTokenEncoder();
        final RevokeAllTokensEncoder revokeAllTokens = new RevokeAllTokensEncoder();
        final ListInstrumentEncoder listInstrument = new ListInstrumentEncoder();
        final ListOverseasEncoder listOverseas = new ListOverseasEncoder();
        final DeclareOverseasDayEncoder declareOverseasDay = new DeclareOverseasDayEncoder();
        final MoveForeignCashEncoder moveForeignCash = new MoveForeignCashEncoder();
        final ExchangeCashEncoder exchangeCash = new ExchangeCashEncoder();
        final SetFxRateEncoder setFxRate = new SetFxRateEncoder();
        final SetBasePriceEncoder setBasePrice = new SetBasePriceEncoder();
        final HaltInstrumentEncoder haltInstrument = new HaltInstrumentEncoder();
        final ListAtNxtEncoder listAtNxt = new ListAtNxtEncoder();
        final InterruptInstrumentEncoder interruptInstrument = new InterruptInstrumentEncoder();
        final BreakCircuitEncoder breakCircuit = new BreakCircuitEncoder();
        final DeclareIndexEncoder declareIndex = new DeclareIndexEncoder();
        final SetAccountMemberEncoder setAccountMember = new SetAccountMemberEncoder();
        final OrderSidecarEncoder orderSidecar = new OrderSidecarEncoder();
        final DeclareHolidayEncoder declareHoliday = new DeclareHolidayEncoder();
        final BindDayEncoder bindDay = new BindDayEncoder();
        final DeclareHoursEncoder declareHours = new DeclareHoursEncoder();
        final AcknowledgeHistoryEncoder acknowledgeHistory = new AcknowledgeHistoryEncoder();
        final PlaceCreditOrderEncoder placeCreditOrder = new PlaceCreditOrderEncoder();
        final PlaceOrderEncoder placeOrder = new PlaceOrderEncoder();
        final AmendOrderEncoder amendOrder = new AmendOrderEncoder();
        final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
        final StartClockEncoder startClock = new StartClockEncoder();
        final SetMarketTimeEncoder setMarketTime = new SetMarketTimeEncoder();
        final SetSpeedEncoder setSpeed = new SetSpeedEncoder();
        final SetFrozenEncoder setFrozen = new SetFrozenEncoder();
        final OpenGoldAccountEncoder openGoldAccount = new OpenGoldAccountEncoder();
        final WithdrawGoldEncoder withdrawGold = new WithdrawGoldEncoder();
        final SetAccountTermsEncoder setAccountTerms = new SetAccountTermsEncoder();
        final SetInstrumentTermsEncoder setInstrumentTerms = new SetInstrumentTermsEncoder();
        final SetParticipantsEncoder setParticipants = new SetParticipantsEncoder();
        final TickEncoder tick = new TickEncoder();
    }
}
