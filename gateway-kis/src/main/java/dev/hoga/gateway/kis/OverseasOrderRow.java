package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.Side;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OverseasCode;
import dev.hoga.gateway.Rates;
import dev.hoga.history.PastOrder;

/**
 * The facts of one overseas order. Its date is that of the session it was placed in, which is the exchange's own date; in America
 * that is the day on which the night began.
 */
record OverseasOrderRow(int date, int number, int original, OverseasExchange exchange, String code, String name, Side side,
    OrderKind kind, OrderStatus status, long qtyShares, long price, long openShares, long filledShares, long filledAmount, long timeMs) {
    private static final int PRICE_DECIMALS = 8;
    private static final int AMOUNT_DECIMALS = 5;
    private static final long SESSION_BEGINS_MS = 7 * 3_600_000L + 30 * 60_000L;

    static OverseasOrderRow read(BrokerageView view, int order) {
        int instrument = view.orderInstrument(order);
        return new OverseasOrderRow(view.tradingDate(), order, view.originalOrder(order), OverseasExchange.of(view.venue(instrument)),
            Code.text(view.code(instrument)), view.instrumentName(instrument), view.orderSide(order), view.orderKind(order),
            view.orderStatus(order), view.orderedShares(order), view.orderPriceWon(order), view.openShares(order),
            view.filledShares(order), view.filledAmountWon(order), view.orderTimeMs(order));
    }

    /** An order of a date that is over. */
    static OverseasOrderRow read(BrokerageView view, PastOrder order) {
        OverseasExchange exchange = OverseasExchange.of(OverseasCode.venue(order.code()));
        String code = OverseasCode.text(order.code());
        return new OverseasOrderRow(order.date(), order.orderNumber(), order.originalNumber(), exchange, code,
            view.instrumentName(view.instrumentId(exchange.pack(code))), order.side(), order.kind(), order.status(), order.qtyShares(),
            order.priceWon(), 0, order.filledShares(), order.filledAmountWon(), order.acceptedAtMs());
    }

    /** {@code yyyyMMdd} of the session. */
    String localDate() {
        return KoreanTime.dateOf(timeMs - SESSION_BEGINS_MS);
    }

    private long average() {
        return Rates.quotient(OverseasAmounts.scaled(exchange.currency(), filledAmount, PRICE_DECIMALS), filledShares, 0);
    }

    /** Sets the fields that both lists have. Doubt: the words for the state. */
    ResponseBody fill(ResponseBody row, Call call) {
        row.text("ord_dt", localDate())
            .text("ord_gno_brno", OrderCalls.branch(call))
            .number("odno", number)
            .text("pdno", code)
            .text("prdt_name", name)
            .text("sll_buy_dvsn_cd", side == Side.SELL ? "01" : "02")
            .text("sll_buy_dvsn_cd_name", side == Side.SELL ? "매도" : "매수")
            .number("ft_ord_qty", qtyShares)
            .number("ft_ccld_qty", filledShares)
            .number("nccs_qty", openShares)
            .text("ord_tmd", KoreanTime.time(timeMs))
            .text("tr_mket_name", exchange.word())
            .text("tr_crcy_cd", exchange.currency().name())
            .text("ovrs_excg_cd", exchange.name())
            .text("prcs_stat_name", stateWord());
        OverseasAmounts.fill(row, "ft_ord_unpr3", exchange.currency(), price, PRICE_DECIMALS)
            .decimal("ft_ccld_unpr3", average(), PRICE_DECIMALS);
        OverseasAmounts.fill(row, "ft_ccld_amt3", exchange.currency(), filledAmount, AMOUNT_DECIMALS);
        if (original != 0) {
            row.number("orgn_odno", original);
        }
        return row;
    }

    private String stateWord() {
        if (kind == OrderKind.CANCEL || filledShares > 0 && openShares == 0) {
            return "완료";
        }
        return status.open() ? "전송" : "완료";
    }

    /** 01 for an amendment, 02 for a cancellation, 00 for neither. */
    String changeCode() {
        return switch (kind) {
            case NEW -> "00";
            case AMEND -> "01";
            case CANCEL -> "02";
        };
    }

    String changeWord() {
        return switch (kind) {
            case NEW -> "";
            case AMEND -> "정정";
            case CANCEL -> "취소";
        };
    }
}
