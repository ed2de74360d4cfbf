package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderReply;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * kt50000 to kt50003: buy, sell, amend, cancel gold. What is wrong with an order is refused as with shares; an account without gold
 * is refused first.
 */
final class GoldOrderCalls {
    private static final String UNKNOWN_TYPE = "407022";

    private final Engine engine;
    private final ErrorTable errors;

    GoldOrderCalls(Engine engine, ErrorTable errors) {
        this.engine = engine;
        this.errors = errors;
    }

    void buy(Call call) {
        place(call, Side.BUY);
    }

    void sell(Call call) {
        place(call, Side.SELL);
    }

    private void place(Call call, Side side) {
        if (GoldAccount.isMissing(call)) {
            return;
        }
        Optional<TimeInForce> timeInForce = timeInForce(call.text("trde_tp"));
        if (timeInForce.isEmpty()) {
            call.reject(UNKNOWN_TYPE);
            return;
        }
        engine.commands().placeOrder(GoldAccount.id(call), GoldCode.pack(call.text("stk_cd")), Venue.GOLD, side, OrderType.LIMIT,
            timeInForce.get(), call.number("ord_qty"), call.number("ord_uv"), reply(call, "ord_qty", taken -> answer(call, taken,
                side == Side.BUY ? "매수주문이 완료되었습니다." : "매도주문이 완료되었습니다.", Optional.empty())));
    }

    private static Optional<TimeInForce> timeInForce(String orderType) {
        return switch (orderType) {
            case "00" -> Optional.of(TimeInForce.DAY);
            case "10" -> Optional.of(TimeInForce.IOC);
            case "20" -> Optional.of(TimeInForce.FOK);
            default -> Optional.empty();
        };
    }

    /**
     * The document's own example asks for more than its order was for and is answered with all of it: so what is more than is left
     * means all that is left.
     */
    void amend(Call call) {
        int original = originalNumber(call);
        if (original == OrderNumbers.NOT_A_NUMBER) {
            return;
        }
        int account = GoldAccount.id(call);
        long wanted = call.number("mdfy_qty");
        call.read(engine, view -> view.orderExists(original) && view.orderAccount(original) == account
            && wanted > view.openShares(original) && view.openShares(original) > 0, all ->
            engine.commands().amendOrder(account, GoldCode.pack(call.text("stk_cd")), Venue.GOLD, original, OrderType.LIMIT,
                all ? 0 : wanted, call.number("mdfy_uv"), reply(call, "mdfy_qty", taken ->
                    answer(call, taken, side(taken) + "정정 주문입력이 완료되었습니다.", Optional.of("mdfy_qty")))));
    }

    void cancel(Call call) {
        int original = originalNumber(call);
        if (original != OrderNumbers.NOT_A_NUMBER) {
            engine.commands().cancelOrder(GoldAccount.id(call), GoldCode.pack(call.text("stk_cd")), Venue.GOLD, original,
                call.number("cncl_qty"), reply(call, "cncl_qty", taken ->
                    answer(call, taken, side(taken) + "취소 주문입력이 완료되었습니다.", Optional.of("cncl_qty"))));
        }
    }

    private static String side(OrderReply.Taken taken) {
        return taken.side() == Side.BUY ? "매수" : "매도";
    }

    /** The original's number, or {@link OrderNumbers#NOT_A_NUMBER} where the request has been answered. */
    private static int originalNumber(Call call) {
        if (GoldAccount.isMissing(call)) {
            return OrderNumbers.NOT_A_NUMBER;
        }
        int number = OrderNumbers.parse(call.text("orig_ord_no"));
        if (number == OrderNumbers.NOT_A_NUMBER) {
            call.error("1517", "orig_ord_no", ViolationKind.WRONG_FORM.reasonKo());
        }
        return number;
    }

    private OrderReply reply(Call call, String quantityField, Consumer<OrderReply.Taken> taken) {
        return new OrderReply(call, taken, (reject, detail) -> {
            // What is traded elsewhere is no gold.
            Reject why = reject == Reject.VENUE_NOT_OPEN ? Reject.UNKNOWN_INSTRUMENT : reject;
            call.error(KiwoomRejections.reply(errors, why, call.mock(), detail, call.text("stk_cd"), quantityField));
        });
    }

    /** @param quantityField of an amendment or cancellation, which also tell the root of the chain */
    private static void answer(Call call, OrderReply.Taken taken, String message, Optional<String> quantityField) {
        ResponseBody body = call.newAnswer().text("ord_no", OrderNumbers.text(taken.orderNumber()));
        quantityField.ifPresent(field ->
            body.text("base_orig_ord_no", OrderNumbers.text(taken.rootNumber())).number(field, taken.qtyShares()));
        call.answer(body, message);
    }
}
