package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.history.PastOrder;
import java.util.OptionalInt;

/**
 * The facts of one order, copied out of the core. The lists that show it (ka10075, ka10076) write plain numbers without
 * padding, seven-digit order numbers, codes without prefix. Measured on mock for orders with no fill and with all of it;
 * a partly filled one was never captured: its state is taken to be 체결, as it has fills.
 */
record OrderRow(int number, int original, String code, String name, Side side, OrderKind kind, OrderType type,
    TimeInForce timeInForce, long qtyShares, long priceWon, long openShares, long filledShares, long filledAmountWon,
    long lastFillPriceWon, long lastFillShares, long commissionWon, long taxWon, OptionalInt loanDay, long timeMs, Venue venue) {

    static OrderRow read(BrokerageView view, int order) {
        int instrument = view.orderInstrument(order);
        return new OrderRow(order, view.originalOrder(order), Code.text(view.code(instrument)), view.instrumentName(instrument),
            view.orderSide(order), view.orderKind(order), view.orderType(order), view.orderTimeInForce(order),
            view.orderedShares(order), view.orderPriceWon(order), view.openShares(order), view.filledShares(order),
            view.filledAmountWon(order), view.lastFillPriceWon(order), view.lastFillShares(order), view.orderCommissionWon(order),
            view.orderTaxWon(order), view.orderOnCredit(order) ? OptionalInt.of(view.orderLoanDay(order)) : OptionalInt.empty(),
            view.orderTimeMs(order), view.orderVenue(order));
    }

    /** The same of an order of a date that is over, of which nothing is open. */
    static OrderRow read(BrokerageView view, PastOrder order, int instrument) {
        return new OrderRow(order.orderNumber(), order.originalNumber(), order.code(), view.instrumentName(instrument), order.side(),
            order.kind(), order.type(), order.timeInForce(), order.qtyShares(), order.priceWon(), 0, order.filledShares(),
            order.filledAmountWon(), 0, 0, order.commissionWon(), order.taxWon(), order.loanDate(),
            order.acceptedAtMs(), Venue.KRX);
    }

    /** Sets the fields that both lists have, all but the time, whose name differs. */
    void fill(ResponseBody row) {
        row.text("ord_no", OrderNumbers.text(number))
            .text("stk_cd", code)
            .text("stk_nm", name)
            .text("io_tp_nm", kindWord())
            .text("trde_tp", TradeType.word(type, timeInForce))
            .text("ord_stt", filledShares > 0 ? "체결" : "접수")
            .number("ord_qty", qtyShares)
            .number("ord_pric", type == OrderType.MARKET ? 0 : priceWon)
            .number("oso_qty", openShares)
            .number("cntr_pric", averageFillPriceWon())
            .number("cntr_qty", filledShares)
            .text("orig_ord_no", OrderNumbers.text(original))
            .number("tdy_trde_cmsn", commissionWon)
            .number("tdy_trde_tax", taxWon)
            .text("stex_tp", venueCode())
            .text("stex_tp_txt", venue.name())
            .text("sor_yn", venue == Venue.SOR ? "Y" : "N");
    }

    /** 1 KRX, 2 Nextrade, 0 both, which is what a routed order is listed under. */
    private String venueCode() {
        return switch (venue) {
            case NXT -> "2";
            case SOR -> "0";
            default -> "1";
        };
    }

    /** Doubt: average or last fill; the last fill has fields of its own (단위체결가), so this one is taken for the average, cut. */
    long averageFillPriceWon() {
        return filledShares == 0 ? 0 : filledAmountWon / filledShares;
    }

    /** Doubt: the words for orders on credit, which are those of kt10007's kinds. */
    String creditWord() {
        return loanDay.isEmpty() ? "보통매매" : loanDay.getAsInt() == 0 ? "융자합" : "융자";
    }

    /** The date of the loan; empty without one, and where it is all dates'. */
    String loanDate() {
        return loanDay.orElse(0) == 0 ? "" : KoreanTime.date(loanDay.getAsInt());
    }

    private String kindWord() {
        String word = side == Side.BUY ? "+매수" : "-매도";
        return kind == OrderKind.AMEND ? word + "정정" : word;
    }
}
