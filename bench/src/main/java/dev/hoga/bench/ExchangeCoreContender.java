package dev.hoga.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import exchange.core2.core.common.BalanceAdjustmentType;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.L2MarketData;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.MatchingEngineRouter;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;
import org.slf4j.LoggerFactory;

/**
 * exchange-core, called stage by stage as its pipeline would: risk check, matching, risk release, with its fast order book,
 * one shard, margin trading off and no journal. Its fees are zero and it pays no tax. Prices are ticks, the quote step is
 * the tick in won. Bids reserve up to the upper limit, so that they can be moved to any price of the day.
 */
final class ExchangeCoreContender implements Contender {
    private static final int WON = 1;
    private static final int FIRST_SHARE = 1_000;
    private static final int FIRST_USER = 1;
    private static final OrderAction[] ACTIONS = {OrderAction.BID, OrderAction.ASK};

    static {
        // It warns of every refused order, and the streams refuse many on purpose: writing that down is not what is compared.
        ((Logger) LoggerFactory.getLogger("exchange.core2")).setLevel(Level.OFF);
    }

    private final OrderFlow flow;
    private final MarketShape shape;
    private final Tape tape;
    private final int[] reserveTicks;
    private final RiskEngine risk;
    private final MatchingEngineRouter matching;
    private final OrderCommand command = new OrderCommand();

    ExchangeCoreContender(OrderFlow flow, Tape tape) {
        this.flow = flow;
        this.shape = flow.shape;
        this.tape = tape;
        tape.rewind();
        var configuration = ExchangeConfiguration.defaultBuilder().build();
        var pool = new SharedPool(8, 4, 256);
        risk = new RiskEngine(0, 1, DummySerializationProcessor.INSTANCE, pool, configuration);
        matching = new MatchingEngineRouter(0, 1, DummySerializationProcessor.INSTANCE, OrderBookDirectImpl::new, pool,
            configuration);
        reserveTicks = new int[shape.symbols()];
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            list(symbol, configuration.getLoggingCfg());
        }
        for (int account = 0; account < shape.accounts(); account++) {
            open(account);
        }
    }

    private void list(int symbol, LoggingConfiguration logging) {
        var specification = CoreSymbolSpecification.builder().symbolId(symbol).type(SymbolType.CURRENCY_EXCHANGE_PAIR)
            .baseCurrency(FIRST_SHARE + symbol).quoteCurrency(WON).baseScaleK(1).quoteScaleK(shape.tickWon(symbol)).build();
        risk.getSymbolSpecificationProvider().addSymbol(specification);
        matching.getOrderBooks().put(symbol,
            new OrderBookDirectImpl(specification, matching.getObjectsPool(), matching.getEventsHelper(), logging));
        reserveTicks[symbol] = shape.upperLimitWon(symbol) / shape.tickWon(symbol);
    }

    private void open(int account) {
        command.command = OrderCommandType.ADD_USER;
        command.uid = FIRST_USER + account;
        risk.preProcessCommand(0, command);
        if (account < shape.funded()) {
            long transaction = 1;
            deposit(transaction, WON, MarketShape.CASH_WON);
            for (int nth = 0; nth < shape.holdingsPerAccount(); nth++) {
                deposit(++transaction, FIRST_SHARE + shape.heldSymbol(account, nth), MarketShape.HELD_SHARES);
            }
        }
    }

    private void deposit(long transaction, int currency, long amount) {
        command.command = OrderCommandType.BALANCE_ADJUSTMENT;
        command.orderType = OrderType.of(BalanceAdjustmentType.ADJUSTMENT.getCode());
        command.orderId = transaction;
        command.symbol = currency;
        command.price = amount;
        risk.preProcessCommand(0, command);
        if (command.resultCode != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("deposit refused: " + command.resultCode);
        }
    }

    @Override
    public void play(int from, int to) {
        OrderFlow f = flow;
        for (int i = from; i < to; i++) {
            command.symbol = f.symbol[i];
            command.uid = FIRST_USER + f.account[i];
            command.orderId = f.order[i];
            command.timestamp = i;
            command.resultCode = CommandResultCode.NEW;
            command.matcherEvent = null;
            command.marketData = null;
            switch (f.kind[i]) {
                case OrderFlow.LIMIT -> place(i, OrderType.GTC);
                case OrderFlow.LIMIT_IOC, OrderFlow.MARKET_IOC -> place(i, OrderType.IOC);
                case OrderFlow.AMEND -> {
                    command.command = OrderCommandType.MOVE_ORDER;
                    command.price = f.priceTicks[i];
                }
                case OrderFlow.CANCEL -> command.command = OrderCommandType.CANCEL_ORDER;
                default -> throw new IllegalStateException("unknown kind " + f.kind[i]);
            }
            risk.preProcessCommand(i, command);
            matching.processOrder(i, command);
            risk.handlerRiskRelease(i, command);
            write(i);
        }
    }

    private void place(int i, OrderType type) {
        command.command = OrderCommandType.PLACE_ORDER;
        command.orderType = type;
        command.action = ACTIONS[flow.side[i]];
        command.price = flow.priceTicks[i];
        command.reserveBidPrice = reserveTicks[command.symbol];
        command.size = flow.qtyShares[i];
    }

    private void write(int i) {
        if (command.resultCode != CommandResultCode.SUCCESS) {
            tape.reject(i);
        }
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                tape.trade(command.symbol, (int) event.matchedOrderId, (int) command.orderId, (int) event.price,
                    (int) event.size);
            }
        }
    }

    @Override
    public Tape tape() {
        for (int i = 0; i < tape.tradeCount(); i++) {
            tape.translate(i, Tape.PRICE, tape.trade(i, Tape.PRICE) * shape.tickWon(tape.trade(i, Tape.SYMBOL)));
        }
        return tape;
    }

    @Override
    public Books books() {
        var books = new Books(shape);
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            L2MarketData depth = matching.getOrderBooks().get(symbol).getL2MarketDataSnapshot();
            for (int i = 0; i < depth.bidSize; i++) {
                books.add(symbol, OrderFlow.BUY, (int) depth.bidPrices[i], depth.bidVolumes[i], (int) depth.bidOrders[i]);
            }
            for (int i = 0; i < depth.askSize; i++) {
                books.add(symbol, OrderFlow.SELL, (int) depth.askPrices[i], depth.askVolumes[i], (int) depth.askOrders[i]);
            }
        }
        return books;
    }
}
