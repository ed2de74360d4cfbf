package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.history.PastOrder;
import java.util.OptionalInt;

/**
 * The facts of one order, copied out of the core. Lists write plain numbers, ten-digit order numbers, codes without prefix, and
 * nothing for the original of an order that changes none.
 */
record OrderRow(int date, int number, int original, String code, String name, Side side, OrderKind kind,
    OrderDivision division, OrderStatus status, long qtyShares, long priceWon, long openShares, long filledShares,
    long filledAmountWon, long costsWon, OptionalInt loanDay, long timeMs, Venue venue) {

    static OrderRow read(BrokerageView view, int order) {
        int instrument = view.orderInstrument(order);
        return new OrderRow(view.tradingDate(), order, view.originalOrder(order), Code.text(view.code(instrument)),
            view.instrumentName(instrument),
            view.orderSide(order), view.orderKind(order), OrderDivision.of(view.orderType(order), view.orderTimeInForce(order)),
            view.orderStatus(order), view.orderedShares(order), view.orderPriceWon(order), view.openShares(order),
            view.filledShares(order), view.filledAmountWon(order), view.orderCommissionWon(order) + view.orderTaxWon(order),
            view.orderOnCredit(order) ? OptionalInt.of(view.orderLoanDay(order)) : OptionalInt.empty(), view.orderTimeMs(order),
            view.orderVenue(order));
    }

    /** An order of a date that is over. */
    static OrderRow read(BrokerageView view, PastOrder order) {
        int instrument = view.instrumentId(Code.pack(order.code()));
        return new OrderRow(order.date(), order.orderNumber(), order.originalNumber(), order.code(), view.instrumentName(instrument),
            order.side(), order.kind(), OrderDivision.of(order.type(), order.timeInForce()), order.status(), order.qtyShares(),
            order.priceWon(), 0, order.filledShares(), order.filledAmountWon(), order.commissionWon() + order.taxWon(),
            order.loanDate(), order.acceptedAtMs(), Venue.KRX);
    }

    /** 02 was seen for orders to KRX and 12 for routed ones; 03 is a guess. */
    private String venueCode() {
        return switch (venue) {
            case NXT -> "03";
            case SOR -> "12";
            default -> "02";
        };
    }

    /** Sets the fields that both lists have. */
    ResponseBody fill(ResponseBody row, Call call) {
        row.text("ord_gno_brno", OrderCalls.branch(call))
            .number("odno", number)
            .text("ord_dvsn_name", division.word())
            .text("ord_dvsn_cd", division.code())
            .text("sll_buy_dvsn_cd", side == Side.SELL ? "01" : "02")
            .text("pdno", code)
            .text("prdt_name", name)
            .number("ord_qty", qtyShares)
            .number("ord_unpr", priceWon)
            .text("ord_tmd", KoreanTime.time(timeMs))
            .number("tot_ccld_qty", filledShares)
            .number("tot_ccld_amt", filledAmountWon)
            .text("excg_dvsn_cd", venueCode())
            .text("excg_id_dvsn_cd", venue.name());
        if (original != 0) {
            row.number("orgn_odno", original);
        }
        return row;
    }

    /** What a list says of an order that changes another one; empty for a new order. Seen. */
    String changeWord() {
        String word = side == Side.BUY ? "매수" : "매도";
        return switch (kind) {
            case NEW -> "";
            case AMEND -> word + "정정*";
            case CANCEL -> word + "취소*";
        };
    }

    /** Seen: 현금매수, 현금매도, and the words of changes. Doubt: those of credit, which are the names of CRDT_TYPE 21 and 25. */
    String sideWord() {
        String cash = side == Side.BUY ? "현금매수" : "현금매도";
        String credit = side == Side.BUY ? "자기융자신규" : "자기융자상환";
        return kind != OrderKind.NEW ? changeWord() : loanDay.isEmpty() ? cash : credit;
    }

    /** The date of the loan; empty without one, and where it is all dates'. */
    String loanDate() {
        return loanDay.orElse(0) == 0 ? "" : KoreanTime.date(loanDay.getAsInt());
    }

    /** Doubt: whether the mark stands at the cancelled order, at its cancellation or at both. */
    boolean cancelled() {
        return kind == OrderKind.CANCEL || status == OrderStatus.CANCELLED;
    }

    /**
     * Shares that a cancellation has taken, or of a cancelled or amended order those that it has lost. What merely expired is not
     * cancelled.
     */
    long cancelledShares() {
        if (kind == OrderKind.CANCEL) {
            return qtyShares;
        }
        return status == OrderStatus.EXPIRED ? 0 : qtyShares - filledShares - openShares;
    }

    /** Doubt: the words for orders that must fill at once; that for the others is the table's. */
    String conditionWord() {
        TimeInForce condition = division.timeInForce();
        return condition == TimeInForce.DAY || condition == TimeInForce.PRE_MARKET ? "없음" : condition.name();
    }

    /** The average price of the fills, cut to the won. */
    long averageWon() {
        return filledShares == 0 ? 0 : filledAmountWon / filledShares;
    }
}
