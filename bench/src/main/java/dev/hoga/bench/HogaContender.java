package dev.hoga.bench;

import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.util.concurrent.TimeUnit;

/**
 * Hoga's core, called as the engine calls it, with commission and tax charged, every event told and host time moving on by
 * a millisecond every thousand commands.
 */
final class HogaContender implements Contender {
    private static final int KOSDAQ = 1001;
    private static final long START_LEVEL = 100_000;
    private static final long FEE_RATE_PPB = 150_000;
    private static final long PAR_VALUE_WON = 100;
    private static final int COMMANDS_PER_MS_SHIFT = 10;
    private static final long FIRST_ACCOUNT_NUMBER = 1_000_000_000L;
    /** A Friday, ten in the morning in Seoul. */
    private static final long OPEN_MS = TimeUnit.DAYS.toMillis(20_777) + TimeUnit.HOURS.toMillis(1);
    private static final Side[] SIDES = {Side.BUY, Side.SELL};

    private final OrderFlow flow;
    private final MarketShape shape;
    private final OrderNumbers numbers;
    private final Answers answers;
    private final Brokerage core;
    private final BrokerageView view;
    private final int[] priceWon;
    private final long[] codes;
    private final int firstAccount;

    HogaContender(OrderFlow flow, Tape tape, OrderNumbers numbers) {
        this.flow = flow;
        this.shape = flow.shape;
        this.numbers = numbers;
        tape.rewind();
        answers = new Answers(tape);
        core = new Brokerage(answers);
        core.reserveOrders(flow.commands());
        view = core.view();
        core.startClock(OPEN_MS, 0, OPEN_MS, 1, false);
        codes = new long[shape.symbols()];
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            list(symbol);
        }
        // Every symbol is in the index of its market, as it would be: what that costs belongs to an order.
        core.declareIndex(OPEN_MS, 0, KOSDAQ, "KOSDAQ", Market.KOSDAQ, IndexScope.MARKET, "", START_LEVEL);
        firstAccount = view.firstClientAccount();
        for (int account = 0; account < shape.accounts(); account++) {
            open(account);
        }
        priceWon = new int[flow.commands()];
        for (int i = 0; i < priceWon.length; i++) {
            priceWon[i] = flow.priceTicks[i] * shape.tickWon(flow.symbol[i]);
        }
    }

    private void list(int symbol) {
        codes[symbol] = Code.pack("%06d".formatted(symbol + 1));
        core.listInstrument(OPEN_MS, 0, codes[symbol], "symbol " + symbol, Market.KOSDAQ, InstrumentKind.STOCK, "bench",
            MarketShape.LISTED_SHARES, PAR_VALUE_WON, 1, shape.basePriceWon(symbol));
        answers.requireAccepted(symbol);
        if (view.lowerLimitWon(symbol) != shape.lowerLimitWon(symbol)
            || view.upperLimitWon(symbol) != shape.upperLimitWon(symbol)) {
            throw new IllegalStateException("price limits of symbol " + symbol + " are not those of the stream");
        }
    }

    private void open(int account) {
        core.openAccount(OPEN_MS, 0, FIRST_ACCOUNT_NUMBER + account, "bench", "bench" + account, FEE_RATE_PPB);
        int accountId = firstAccount + account;
        answers.requireAccepted(accountId);
        if (account < shape.funded()) {
            core.moveCash(OPEN_MS, 0, accountId, MarketShape.CASH_WON);
            answers.requireAccepted(MarketShape.CASH_WON);
            for (int nth = 0; nth < shape.holdingsPerAccount(); nth++) {
                int symbol = shape.heldSymbol(account, nth);
                core.depositShares(OPEN_MS, 0, accountId, codes[symbol], MarketShape.HELD_SHARES, shape.basePriceWon(symbol));
                answers.requireAccepted(MarketShape.HELD_SHARES);
            }
        }
    }

    @Override
    public void play(int from, int to) {
        for (int i = from; i < to; i++) {
            play(i);
        }
    }

    /** Plays one command. @return the order number it was given, 0 where it was refused */
    int play(int i) {
        OrderFlow f = flow;
        long hostTimeMs = OPEN_MS + (i >>> COMMANDS_PER_MS_SHIFT);
        int accountId = firstAccount + f.account[i];
        long code = codes[f.symbol[i]];
        answers.number = 0;
        switch (f.kind[i]) {
            case OrderFlow.LIMIT -> core.placeOrder(hostTimeMs, i, accountId, code, Venue.KRX, SIDES[f.side[i]], OrderType.LIMIT,
                TimeInForce.DAY, f.qtyShares[i], priceWon[i]);
            case OrderFlow.LIMIT_IOC -> core.placeOrder(hostTimeMs, i, accountId, code, Venue.KRX, SIDES[f.side[i]],
                OrderType.LIMIT, TimeInForce.IOC, f.qtyShares[i], priceWon[i]);
            case OrderFlow.MARKET_IOC -> core.placeOrder(hostTimeMs, i, accountId, code, Venue.KRX, SIDES[f.side[i]],
                OrderType.MARKET, TimeInForce.IOC, f.qtyShares[i], 0);
            case OrderFlow.AMEND -> core.amendOrder(hostTimeMs, i, accountId, code, Venue.KRX, numbers.target()[i],
                OrderType.LIMIT, 0, priceWon[i]);
            case OrderFlow.CANCEL -> core.cancelOrder(hostTimeMs, i, accountId, code, Venue.KRX, numbers.target()[i], 0);
            default -> throw new IllegalStateException("unknown kind " + f.kind[i]);
        }
        return answers.number;
    }

    @Override
    public Tape tape() {
        Tape tape = answers.tape;
        if (answers.fills != 2L * tape.tradeCount()) {
            throw new IllegalStateException(answers.fills + " fills told for " + tape.tradeCount() + " trades");
        }
        for (int i = 0; i < tape.tradeCount(); i++) {
            tape.translate(i, Tape.MAKER, numbers.orderOf()[tape.trade(i, Tape.MAKER)]);
            tape.translate(i, Tape.TAKER, numbers.orderOf()[tape.trade(i, Tape.TAKER)]);
        }
        return tape;
    }

    /** From the open orders of all accounts; the depth that the core shows must agree with them. */
    @Override
    public Books books() {
        var books = new Books(shape);
        for (int account = firstAccount; account < view.accountCount(); account++) {
            for (int order = view.newestOpenOrder(account); order != 0; order = view.olderOpenOrder(order)) {
                int symbol = view.orderInstrument(order);
                books.add(symbol, (byte) view.orderSide(order).ordinal(), (int) view.orderPriceWon(order) / shape.tickWon(symbol),
                    view.openShares(order), 1);
            }
        }
        requireDepth(books);
        return books;
    }

    private void requireDepth(Books books) {
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            var pricesWon = new long[shape.levels(symbol)];
            var qtysShares = new long[shape.levels(symbol)];
            for (Side side : SIDES) {
                int levels = view.copyDepth(symbol, side, pricesWon, qtysShares);
                books.requireDepth(symbol, (byte) side.ordinal(), pricesWon, qtysShares, levels);
            }
        }
    }

    /** Takes answers and events as they come, and keeps what is compared. */
    private static final class Answers implements CoreListener {
        private final Tape tape;
        private int number;
        private long fills;
        private long accepted;

        Answers(Tape tape) {
            this.tape = tape;
        }

        void requireAccepted(long value) {
            if (tape.rejectCount() > 0 || accepted != value) {
                throw new IllegalStateException("set-up answered " + accepted + ", expected " + value);
            }
        }

        @Override
        public void commandAccepted(long correlationId, long value) {
            accepted = value;
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            tape.reject((int) correlationId);
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            number = orderNumber;
        }

        @Override
        public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
            long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
            fills++;
            if (orderNumber != number) {
                tape.trade(instrumentId, orderNumber, number, (int) priceWon, (int) qtyShares);
            }
        }
    }
}
