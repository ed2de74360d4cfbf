package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.Code;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderReply;
import java.util.Optional;

/**
 * kt10000 to kt10003: buy, sell, amend, cancel; kt10006 to kt10009 the same on credit. Order of what is checked here, before
 * the core checks the rest: order type
 * known (407022), tradable (521790), venue known, price given to a type without one (502048), order number.
 */
final class OrderCalls {
    private static final String UNKNOWN_TYPE = "407022";
    private static final String TYPE_NOT_NOW = "521790";
    private static final String PRICE_NOT_TAKEN = "571357";
    /** What the mock host answers to venues other than KRX. */
    private static final String MOCK_HAS_NOT = "RC9000";
    private static final String ONE_LOAN = "33";
    private static final String ALL_LOANS_TYPE = "99";
    private static final int ALL_LOANS = 0;
    private static final String UNKNOWN_VALUE = "정의되지 않은 값입니다";

    private final Engine engine;
    private final ErrorTable errors;

    OrderCalls(Engine engine, ErrorTable errors) {
        this.engine = engine;
        this.errors = errors;
    }

    void buy(Call call) {
        place(call, Side.BUY);
    }

    void sell(Call call) {
        place(call, Side.SELL);
    }

    /** kt10006: a new margin loan. */
    void buyOnCredit(Call call) {
        placeOnCredit(call, Side.BUY, ALL_LOANS);
    }

    /** kt10007: pays back the loan of a date (33), or whatever date's (99). */
    void sellOnCredit(Call call) {
        switch (call.text("crd_deal_tp")) {
            case ONE_LOAN -> {
                if (call.text("crd_loan_dt").isEmpty()) {
                    call.error("1511", "crd_loan_dt");
                } else {
                    RequestDate.of(call, "crd_loan_dt").ifPresent(day -> placeOnCredit(call, Side.SELL, day));
                }
            }
            case ALL_LOANS_TYPE -> placeOnCredit(call, Side.SELL, ALL_LOANS);
            default -> call.error("1517", "crd_deal_tp", UNKNOWN_VALUE);
        }
    }

    private void placeOnCredit(Call call, Side side, int loanDay) {
        place(call, (venue, type, priceWon) -> engine.commands().placeCreditOrder(call.accountId(), Code.pack(call.text("stk_cd")),
            venue, side, type.orderType(), type.timeInForce(), call.number("ord_qty"), priceWon, loanDay,
            reply(call, Answered.of(side), venue)));
    }

    /** Sends an order that may be sent. */
    private interface Placing {
        void send(Venue venue, TradeType type, long priceWon);
    }

    private void place(Call call, Side side) {
        place(call, (venue, type, priceWon) -> engine.commands().placeOrder(call.accountId(), Code.pack(call.text("stk_cd")), venue,
            side, type.orderType(), type.timeInForce(), call.number("ord_qty"), priceWon, reply(call, Answered.of(side), venue)));
    }

    private static void place(Call call, Placing placing) {
        Optional<TradeType> known = TradeType.ofCode(call.text("trde_tp"));
        if (known.isEmpty()) {
            call.reject(UNKNOWN_TYPE);
            return;
        }
        TradeType type = known.get();
        long priceWon = call.number("ord_uv");
        if (!type.tradable()) {
            call.reject(TYPE_NOT_NOW);
            return;
        }
        if (type.orderType().atClose() && priceWon != 0) {
            call.reject(PRICE_NOT_TAKEN);
            return;
        }
        venue(call).ifPresent(venue -> placing.send(venue, type, priceWon));
    }

    /**
     * The request names no order type. Doubt: what a price means for an order without one (market, best); here the amended
     * part becomes a limit order, as the price says.
     */
    void amend(Call call) {
        Optional<Venue> venue = venue(call);
        int original = originalNumber(call);
        if (venue.isPresent() && original != OrderNumbers.NOT_A_NUMBER) {
            engine.commands().amendOrder(call.accountId(), Code.pack(call.text("stk_cd")), venue.get(), original,
                OrderType.LIMIT, call.number("mdfy_qty"), call.number("mdfy_uv"), reply(call, Answered.AMEND, venue.get()));
        }
    }

    void cancel(Call call) {
        Optional<Venue> venue = venue(call);
        int original = originalNumber(call);
        if (venue.isPresent() && original != OrderNumbers.NOT_A_NUMBER) {
            engine.commands().cancelOrder(call.accountId(), Code.pack(call.text("stk_cd")), venue.get(), original,
                call.number("cncl_qty"), reply(call, Answered.CANCEL, venue.get()));
        }
    }

    /** The venue, or empty when its absence has been answered. */
    private static Optional<Venue> venue(Call call) {
        Optional<Venue> venue = switch (call.text("dmst_stex_tp")) {
            case "KRX" -> Optional.of(Venue.KRX);
            case "NXT" -> Optional.of(Venue.NXT);
            case "SOR" -> Optional.of(Venue.SOR);
            default -> Optional.empty();
        };
        if (venue.isEmpty()) {
            call.error("1517", "dmst_stex_tp", UNKNOWN_VALUE);
        }
        if (call.mock() && venue.isPresent() && venue.get() != Venue.KRX) {
            call.reject(MOCK_HAS_NOT);
            return Optional.empty();
        }
        return venue;
    }

    /** The original's number, or {@link OrderNumbers#NOT_A_NUMBER} when that has been answered. */
    private static int originalNumber(Call call) {
        int number = OrderNumbers.parse(call.text("orig_ord_no"));
        if (number == OrderNumbers.NOT_A_NUMBER) {
            call.error("1517", "orig_ord_no", ViolationKind.WRONG_FORM.reasonKo());
        }
        return number;
    }

    /** What was asked for, and how the broker says that it is done. */
    private enum Answered {
        BUY(" 매수주문이 완료되었습니다.", "모의투자 매수주문완료", "ord_qty"),
        SELL(" 매도주문이 완료되었습니다.", "모의투자 매도주문완료", "ord_qty"),
        // 매수정정 주문입력이 완료되었습니다 is the document's; the mock text follows those of the others.
        AMEND("정정 주문입력이 완료되었습니다", "모의투자 정정주문완료", "mdfy_qty"),
        CANCEL("취소 주문입력이 완료되었습니다", "모의투자 취소주문완료", "cncl_qty");

        private final String live;
        private final String mock;
        private final String quantityField;

        Answered(String live, String mock, String quantityField) {
            this.live = live;
            this.mock = mock;
            this.quantityField = quantityField;
        }

        static Answered of(Side side) {
            return side == Side.BUY ? BUY : SELL;
        }

        /** Live texts begin with the venue (seen for KRX), those of amendments and cancellations with the side. */
        String message(Call call, Side side, Venue venue) {
            if (call.mock()) {
                return mock;
            }
            boolean namesSide = this == AMEND || this == CANCEL;
            return (!namesSide ? venue.name() : side == Side.BUY ? "매수" : "매도") + live;
        }
    }

    /** Writes the core's answer. */
    private OrderReply reply(Call call, Answered asked, Venue venue) {
        return new OrderReply(call, taken -> answer(call, asked, venue, taken), (reject, detail) -> call.error(
            KiwoomRejections.reply(errors, reject, call.mock(), detail, call.text("stk_cd"), asked.quantityField)));
    }

    private static void answer(Call call, Answered asked, Venue venue, OrderReply.Taken taken) {
        ResponseBody body = call.newAnswer().text("ord_no", OrderNumbers.text(taken.orderNumber()));
        String root = OrderNumbers.text(taken.rootNumber());
        switch (asked) {
            case BUY, SELL -> body.text("dmst_stex_tp", venue.name());
            case AMEND -> body.text("base_orig_ord_no", root).number("mdfy_qty", taken.qtyShares()).text("dmst_stex_tp", venue.name());
            case CANCEL -> body.text("base_orig_ord_no", root).number("cncl_qty", taken.qtyShares());
        }
        call.answer(body, asked.message(call, taken.side(), venue));
    }
}
