package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Currency;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderReply;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * order and order-rvsecncl of overseas stocks: the TR id says country and side, the request which of the country's exchanges. Order
 * of what is checked here, before the core checks the rest: exchange known and of the TR's country, order type, price, original's
 * number, quantity. Shanghai, Shenzhen and Vietnam only cancel.
 */
final class OverseasOrderCalls {
    private static final String MALFORMED = "IGW00007";
    private static final String AMEND = "01";
    private static final String CANCEL = "02";
    private static final String LIMIT = "00";

    /** What a TR id stands for. */
    private record Meaning(Currency country, Side side) {
    }

    private static final Map<String, Meaning> ORDERS = Map.ofEntries(
        Map.entry("TTTT1002U", new Meaning(Currency.USD, Side.BUY)), Map.entry("TTTT1006U", new Meaning(Currency.USD, Side.SELL)),
        Map.entry("TTTS0308U", new Meaning(Currency.JPY, Side.BUY)), Map.entry("TTTS0307U", new Meaning(Currency.JPY, Side.SELL)),
        Map.entry("TTTS0202U", new Meaning(Currency.CNY, Side.BUY)), Map.entry("TTTS1005U", new Meaning(Currency.CNY, Side.SELL)),
        Map.entry("TTTS1002U", new Meaning(Currency.HKD, Side.BUY)), Map.entry("TTTS1001U", new Meaning(Currency.HKD, Side.SELL)),
        Map.entry("TTTS0305U", new Meaning(Currency.CNY, Side.BUY)), Map.entry("TTTS0304U", new Meaning(Currency.CNY, Side.SELL)),
        Map.entry("TTTS0311U", new Meaning(Currency.VND, Side.BUY)), Map.entry("TTTS0310U", new Meaning(Currency.VND, Side.SELL)));
    private static final Map<String, Currency> CHANGES = Map.of("TTTT1004U", Currency.USD, "TTTS1003U", Currency.HKD,
        "TTTS0309U", Currency.JPY, "TTTS0302U", Currency.CNY, "TTTS0306U", Currency.CNY, "TTTS0312U", Currency.VND);

    private final Engine engine;
    private final ErrorTable errors;

    OverseasOrderCalls(Engine engine, ErrorTable errors) {
        this.engine = engine;
        this.errors = errors;
    }

    void place(Call call) {
        Meaning meaning = ORDERS.get(call.variant().tr());
        Optional<OverseasExchange> exchange = exchange(call, meaning.country);
        if (exchange.isEmpty()) {
            return;
        }
        Optional<OverseasDivision> division = OverseasDivision.of(call.text("ORD_DVSN"), meaning.country, meaning.side);
        if (division.isEmpty() || call.mock() && !division.get().code().equals(LIMIT)) {
            refuse(call, Reject.BAD_ORDER_TYPE);
            return;
        }
        OrderType type = division.get().orderType();
        price(call, meaning.country, type.priced()).ifPresent(price -> engine.commands().placeOrder(call.accountId(),
            exchange.get().pack(call.text("PDNO")), exchange.get().venue(), meaning.side, type, TimeInForce.DAY,
            call.number("ORD_QTY"), price, reply(call, meaning.side == Side.BUY ? Answered.BUY : Answered.SELL)));
    }

    /** Amends or cancels. */
    void change(Call call) {
        Currency country = CHANGES.get(call.variant().tr());
        String kind = call.text("RVSE_CNCL_DVSN_CD");
        Optional<OverseasExchange> exchange = exchange(call, country);
        if (exchange.isEmpty()) {
            return;
        }
        int original = OrderNumbers.parse(call.text("ORGN_ODNO"));
        if (original == OrderNumbers.NOT_A_NUMBER || !kind.equals(AMEND) && !kind.equals(CANCEL)) {
            call.error(MALFORMED);
            return;
        }
        long qtyShares = call.number("ORD_QTY");
        if (qtyShares == 0) {
            refuse(call, Reject.BAD_QUANTITY);
            return;
        }
        long code = exchange.get().pack(call.text("PDNO"));
        if (kind.equals(CANCEL)) {
            engine.commands().cancelOrder(call.accountId(), code, exchange.get().venue(), original, qtyShares,
                reply(call, Answered.CANCEL));
        } else if (country == Currency.CNY || country == Currency.VND) {
            refuse(call, Reject.BAD_ORDER_TYPE);
        } else {
            price(call, country, true).ifPresent(price -> engine.commands().amendOrder(call.accountId(), code, exchange.get().venue(),
                original, OrderType.LIMIT, qtyShares, price, reply(call, Answered.AMEND)));
        }
    }

    /** The exchange, or empty when its refusal has been answered. Doubt: what the broker says to one of another country. */
    private static Optional<OverseasExchange> exchange(Call call, Currency country) {
        Optional<OverseasExchange> exchange = OverseasExchange.ofOrder(call.text("OVRS_EXCG_CD"))
            .filter(found -> found.currency() == country);
        if (exchange.isEmpty()) {
            call.error(MALFORMED);
        }
        return exchange;
    }

    /** The price, 0 for a type that takes none, or empty when its refusal has been answered. */
    private OptionalLong price(Call call, Currency currency, boolean priced) {
        if (!priced) {
            return OptionalLong.of(0);
        }
        OptionalLong price = OverseasAmounts.price(currency, call.text("OVRS_ORD_UNPR"));
        if (price.isEmpty()) {
            call.error(MALFORMED);
        } else if (price.getAsLong() == OverseasAmounts.TOO_FINE) {
            refuse(call, Reject.OFF_TICK);
            return OptionalLong.empty();
        }
        return price;
    }

    private void refuse(Call call, Reject reject) {
        call.error(KisRejections.reply(errors, reject, call.mock()));
    }

    /** What was asked for, and the numbers with which the broker says that it is done. */
    private enum Answered {
        BUY("40600000"), SELL("40590000"), AMEND("40620000"), CANCEL("40630000");

        private static final Message LIVE = Message.order("APBK0013");
        private final Message mock;

        Answered(String mockCode) {
            mock = Message.order(mockCode);
        }

        Message message(Call call) {
            return call.mock() ? mock : LIVE;
        }
    }

    private OrderReply reply(Call call, Answered asked) {
        return new OrderReply(call, taken -> answer(call, asked, taken), (reject, detail) -> refuse(call, reject));
    }

    private static void answer(Call call, Answered asked, OrderReply.Taken taken) {
        ResponseBody body = call.newAnswer();
        body.object("output")
            .text("KRX_FWDG_ORD_ORGNO", OrderCalls.branch(call))
            .number("ODNO", taken.orderNumber())
            .text("ORD_TMD", KoreanTime.time(taken.timeMs()));
        call.answer(body, asked.message(call));
    }
}
