package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OpenOrderPath;
import dev.hoga.gateway.PageKeys;
import java.util.List;

/** ka10075: what is still in the book, newest first. A filled or cancelled order is not in it. */
final class OpenOrdersCall implements TrCall {
    /** Measured, with the blank in front, for an empty list and a full one. */
    static final String MESSAGE = " 조회가 완료되었습니다.";

    private final OrderPages pages;

    OpenOrdersCall(Engine engine, PageKeys pageKeys) {
        pages = new OrderPages(engine, pageKeys);
    }

    /** An order with the quotes that the list shows beside it. */
    private record Row(OrderRow order, Quote quote, long accountNumber) {

        static Row read(BrokerageView view, int order) {
            return new Row(OrderRow.read(view, order), Quote.read(view, view.orderInstrument(order)),
                view.accountNumber(view.orderAccount(order)));
        }
    }

    @Override
    public void run(Call call) {
        var filter = new OrderFilter(call.text("trde_tp"), call.text("all_stk_tp").equals("1"), call.text("stk_cd"),
            OrderFilter.venues(call.text("stex_tp")));
        pages.read(call, call.apiId() + filter, new OpenOrderPath(call.accountId(), filter::admits), Row::read,
            (rows, nextKey) -> answer(call, rows, nextKey));
    }

    private static void answer(Call call, List<Row> rows, String nextKey) {
        ResponseBody answer = call.newAnswer();
        rows.forEach(row -> fill(row, answer.row("oso")));
        call.answer(answer, MESSAGE, nextKey);
    }

    private static void fill(Row row, ResponseBody out) {
        OrderRow order = row.order;
        order.fill(out);
        DeclaredConstants.fill(out, "ka10075", "oso");
        out.text("acnt_no", KoreanTime.digits(row.accountNumber, AccountNumberCall.DIGITS))
            .number("cntr_tot_amt", order.filledAmountWon())
            .text("tm", KoreanTime.time(order.timeMs()))
            .text("cur_prc", row.quote.signed(row.quote.lastWon()))
            .text("sel_bid", row.quote.signed(row.quote.bestAskWon()))
            .text("buy_bid", row.quote.signed(row.quote.bestBidWon()))
            .text("unit_cntr_pric", order.filledShares() == 0 ? "" : Long.toString(order.lastFillPriceWon()))
            .text("unit_cntr_qty", order.filledShares() == 0 ? "" : Long.toString(order.lastFillShares()));
    }

    /** The prices beside an order, each with the sign of its change against the base price. */
    private record Quote(long baseWon, long lastWon, long bestAskWon, long bestBidWon) {

        static Quote read(BrokerageView view, int instrument) {
            return new Quote(view.basePriceWon(instrument), view.lastPriceWon(instrument), best(view, instrument, Side.SELL),
                best(view, instrument, Side.BUY));
        }

        private static long best(BrokerageView view, int instrument, Side side) {
            long[] price = new long[1];
            return view.copyDepth(instrument, side, price, new long[1]) == 0 ? 0 : price[0];
        }

        /** 0 for a side without orders, as in the document's example. */
        String signed(long priceWon) {
            String sign = priceWon == 0 || priceWon == baseWon ? "" : priceWon > baseWon ? "+" : "-";
            return sign + priceWon;
        }
    }
}
