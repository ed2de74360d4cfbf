package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Code;
import dev.hoga.core.Phase;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderReply;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * order-cash and order-rvsecncl: buy, sell, amend, cancel. Order of what is checked here, before the core checks the rest:
 * order type known and traded, original's number, quantity, venue known. A price beside an order type that takes none is
 * ignored, as clients need it.
 */
final class OrderCalls {
    /** The branch that keeps the account; both were seen. Clients send it back with an amendment, where it is not looked at. */
    static final String LIVE_BRANCH = "06010";
    static final String MOCK_BRANCH = "00950";
    private static final String MALFORMED = "IGW00007";
    private static final String BUY_TR = "TTTC0012U";
    private static final String CREDIT_BUY_TR = "TTTC0052U";
    /** Of the house's own money and of the market's; both are lent alike. */
    private static final Set<String> NEW_LOANS = Set.of("21", "23");
    private static final Set<String> REPAYMENTS = Set.of("25", "27");
    private static final String AMEND = "01";
    private static final String CANCEL = "02";

    private final Engine engine;
    private final ErrorTable errors;

    OrderCalls(Engine engine, ErrorTable errors) {
        this.engine = engine;
        this.errors = errors;
    }

    static String branch(Call call) {
        return call.mock() ? MOCK_BRANCH : LIVE_BRANCH;
    }

    void place(Call call) {
        Side side = call.variant().tr().equals(BUY_TR) ? Side.BUY : Side.SELL;
        Optional<OrderDivision> division = tradedDivision(call);
        Optional<Venue> venue = division.isEmpty() ? Optional.empty() : venue(call);
        if (venue.isPresent() && division.get().afterMarket()) {
            inAfterMarket(call, venue.get(), () -> place(call, side, division.get(), venue.get()));
        } else if (venue.isPresent()) {
            place(call, side, division.get(), venue.get());
        }
    }

    private void place(Call call, Side side, OrderDivision division, Venue venue) {
        engine.commands().placeOrder(call.accountId(), Code.pack(call.text("PDNO")), venue, side, division.orderType(),
            division.timeInForce(), call.number("ORD_QTY"), priceWon(call, division),
            reply(call, side == Side.BUY ? Answered.BUY : Answered.SELL));
    }

    /** Goes on in KRX's after-market, for which the order is; refuses it at any other time and place. */
    private void inAfterMarket(Call call, Venue venue, Runnable then) {
        call.read(engine, view -> view.phase(Venue.KRX) == Phase.AFTER_MARKET, open -> {
            if (open && venue == Venue.KRX) {
                then.run();
            } else {
                refuse(call, venue == Venue.KRX ? Reject.MARKET_CLOSED : Reject.BAD_ORDER_TYPE);
            }
        });
    }

    /** order-credit: takes a margin loan, or pays one back; without a loan's date whatever date's, as for Kiwoom's 99. */
    void placeOnCredit(Call call) {
        Side side = call.variant().tr().equals(CREDIT_BUY_TR) ? Side.BUY : Side.SELL;
        Optional<OrderDivision> division = creditDivision(call, side);
        Optional<Venue> venue = division.isEmpty() ? Optional.empty() : venue(call);
        OptionalInt loanDay = side == Side.BUY || call.text("LOAN_DT").isBlank() ? OptionalInt.of(0) : KoreanTime.day(call.text("LOAN_DT"));
        if (venue.isPresent() && loanDay.isEmpty()) {
            call.error(MALFORMED);
        } else if (venue.isPresent()) {
            engine.commands().placeCreditOrder(call.accountId(), Code.pack(call.text("PDNO")), venue.get(), side,
                division.get().orderType(), division.get().timeInForce(), call.number("ORD_QTY"), priceWon(call, division.get()),
                loanDay.getAsInt(), reply(call, side == Side.BUY ? Answered.BUY : Answered.SELL));
        }
    }

    /** The order type of an order whose credit type there is; else empty, and refused. Stock loans do not exist. */
    private Optional<OrderDivision> creditDivision(Call call, Side side) {
        boolean known = (side == Side.BUY ? NEW_LOANS : REPAYMENTS).contains(call.text("CRDT_TYPE"));
        if (!known) {
            refuse(call, Reject.NO_CREDIT);
            return Optional.empty();
        }
        return tradedDivision(call);
    }

    /** Amends or cancels. */
    void change(Call call) {
        switch (call.text("RVSE_CNCL_DVSN_CD")) {
            case AMEND -> amend(call);
            case CANCEL -> cancel(call);
            default -> call.error(MALFORMED);
        }
    }

    private void amend(Call call) {
        Optional<OrderDivision> division = tradedDivision(call);
        if (division.isEmpty()) {
            return;
        }
        if (division.get().timeInForce() != TimeInForce.DAY) {
            // Doubt: whether the broker amends to one; the core's amendments rest.
            refuse(call, Reject.BAD_ORDER_TYPE);
            return;
        }
        withOriginal(call, (venue, original, qtyShares) -> engine.commands().amendOrder(call.accountId(), Code.OF_ORIGINAL,
            venue, original, division.get().orderType(), qtyShares, priceWon(call, division.get()),
            reply(call, Answered.AMEND)));
    }

    private void cancel(Call call) {
        withOriginal(call, (venue, original, qtyShares) -> engine.commands().cancelOrder(call.accountId(), Code.OF_ORIGINAL,
            venue, original, qtyShares, reply(call, Answered.CANCEL)));
    }

    /** What is to be done with an order. @param qtyShares 0 for all that is left */
    private interface Change {
        void send(Venue venue, int original, long qtyShares);
    }

    private void withOriginal(Call call, Change change) {
        int original = OrderNumbers.parse(call.text("ORGN_ODNO"));
        if (original == OrderNumbers.NOT_A_NUMBER) {
            call.error(MALFORMED);
            return;
        }
        boolean all = call.text("QTY_ALL_ORD_YN").equalsIgnoreCase("Y");
        long qtyShares = all ? 0 : call.number("ORD_QTY");
        if (!all && qtyShares == 0) {
            refuse(call, Reject.BAD_QUANTITY);
            return;
        }
        venue(call).ifPresent(venue -> change.send(venue, original, qtyShares));
    }

    /** The order type, or empty when its refusal has been answered. */
    private Optional<OrderDivision> tradedDivision(Call call) {
        Optional<OrderDivision> division = OrderDivision.ofCode(call.text("ORD_DVSN"));
        Optional<Reject> reject = division.isEmpty() ? Optional.of(Reject.BAD_ORDER_TYPE) : division.get().whyNotTraded();
        reject.ifPresent(why -> refuse(call, why));
        return reject.isPresent() ? Optional.empty() : division;
    }

    private static long priceWon(Call call, OrderDivision division) {
        return division.orderType().priced() ? call.number("ORD_UNPR") : 0;
    }

    /** The venue, KRX where none is named, or empty when its refusal has been answered. */
    private Optional<Venue> venue(Call call) {
        Optional<Venue> venue = switch (call.text("EXCG_ID_DVSN_CD")) {
            case "", "KRX" -> Optional.of(Venue.KRX);
            case "NXT" -> Optional.of(Venue.NXT);
            case "SOR" -> Optional.of(Venue.SOR);
            default -> Optional.empty();
        };
        if (venue.isEmpty()) {
            call.error(MALFORMED);
        } else if (call.mock() && venue.get() != Venue.KRX) {
            refuse(call, Reject.VENUE_NOT_OPEN);
            return Optional.empty();
        }
        return venue;
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

    /** Writes the core's answer. */
    private OrderReply reply(Call call, Answered asked) {
        // An amendment names no stock: what the core misses is the original.
        boolean namesNoStock = asked == Answered.AMEND || asked == Answered.CANCEL;
        return new OrderReply(call, taken -> answer(call, asked, taken), (reject, detail) ->
            refuse(call, reject == Reject.UNKNOWN_INSTRUMENT && namesNoStock ? Reject.UNKNOWN_ORDER : reject));
    }

    private static void answer(Call call, Answered asked, OrderReply.Taken taken) {
        ResponseBody body = call.newAnswer();
        body.object("output")
            .text("KRX_FWDG_ORD_ORGNO", branch(call))
            .number("ODNO", taken.orderNumber())
            .text("ORD_TMD", KoreanTime.time(taken.timeMs()));
        call.answer(body, asked.message(call));
    }
}
