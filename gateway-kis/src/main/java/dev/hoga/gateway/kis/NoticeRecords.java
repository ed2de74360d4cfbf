package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.RecordWriter;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderFacts;
import dev.hoga.gateway.OrderNotice;
import java.util.Arrays;
import java.util.List;

/**
 * The records of H0STCNI0 and H0STCNI9 before they are encrypted. {@code CNTG_YN} is 1 for what happens to the order itself and 2 for
 * a fill; on 1 the quantity and price of the order stand where a fill has its own, and {@code ODER_PRC} is empty (recorded). Which
 * comes when:
 *
 * <ul>
 *   <li>an order is taken: ACPT_YN 1;</li>
 *   <li>it fills: ACPT_YN 2 (recorded);</li>
 *   <li>an amendment or a cancellation: ACPT_YN 1 and at once 2, both under its own number, OODER_NO naming the original. Doubt:
 *       never recorded; it follows the words of the table, "accepted" and "confirmed";</li>
 *   <li>the rest of an IOC or FOK order: ACPT_YN 3, after the table.</li>
 * </ul>
 *
 * <p>The original of an amendment or cancellation is not told of by itself, and the end of the session tells nothing (doubts). What
 * is refused here has no number and is answered by REST. Belongs to the feed's thread.
 */
final class NoticeRecords {
    private static final String TAKEN = "1";
    private static final String CONFIRMED = "2";
    private static final String REST_CANCELLED = "3";
    private static final String OF_ORDER = "1";
    private static final String FILL = "2";
    private static final String SELL = "01";
    private static final String BUY = "02";

    private final TrSpec tr;
    private final boolean before2025;
    private final int afterAccountName;
    private final int fromCreditType;
    private final List<Constant> constants = RealConstants.of(RealTr.NOTICES);
    private final RecordWriter writer = new RecordWriter();

    NoticeRecords(BrokerCatalogue contract, KisLayout layout) {
        tr = RealTr.NOTICES.spec(contract);
        before2025 = layout == KisLayout.OF_2023;
        afterAccountName = tr.response().indexOf("ACNT_NAME") + 1;
        fromCreditType = tr.response().indexOf("CRDT_CLS");
    }

    /** The records of one notice, none, one or two, each a frame of its own. */
    List<byte[]> of(OrderNotice notice, Environment environment) {
        OrderFacts order = notice.order();
        return switch (notice.change()) {
            case OrderNotice.Accepted taken when order.kind() == OrderKind.NEW -> List.of(ofOrder(notice, environment, TAKEN));
            case OrderNotice.Accepted taken -> List.of(ofOrder(notice, environment, TAKEN), ofOrder(notice, environment, CONFIRMED));
            case OrderNotice.Filled fill -> List.of(ofFill(notice, environment, fill));
            case OrderNotice.Reduced reduced -> switch (reduced.reason()) {
                case NOT_FILLED_AT_ONCE -> List.of(ofOrder(notice, environment, REST_CANCELLED));
                case CANCELLED, AMENDED, EXPIRED -> List.of();
            };
        };
    }

    private byte[] ofOrder(OrderNotice notice, Environment environment, String acceptance) {
        OrderFacts order = notice.order();
        return record(notice, values(notice, environment)
            .text("CNTG_YN", OF_ORDER)
            .text("ACPT_YN", acceptance)
            .number("CNTG_QTY", order.qtyShares())
            .number("CNTG_UNPR", priceWon(order)));
    }

    private byte[] ofFill(OrderNotice notice, Environment environment, OrderNotice.Filled fill) {
        ResponseBody values = values(notice, environment)
            .text("CNTG_YN", FILL)
            .text("ACPT_YN", CONFIRMED)
            .number("CNTG_QTY", fill.qtyShares())
            .number("CNTG_UNPR", fill.priceWon());
        if (notice.order().known()) {
            values.number("ODER_PRC", priceWon(notice.order()));
        }
        return record(notice, values);
    }

    /** What the order says of its price: nothing where it has none. */
    private static long priceWon(OrderFacts order) {
        return order.type() == OrderType.MARKET || order.kind() == OrderKind.CANCEL ? 0 : order.priceWon();
    }

    private ResponseBody values(OrderNotice notice, Environment environment) {
        OrderFacts order = notice.order();
        ResponseBody values = RealConstants.fill(ResponseBody.of(tr), constants);
        values.text("CUST_ID", notice.account().htsId())
            .number("ACNT_NO", notice.account().number())
            .number("ODER_NO", notice.orderNumber())
            .text("SELN_BYOV_CLS", order.side() == Side.BUY ? BUY : SELL)
            .text("STCK_SHRN_ISCD", Code.text(notice.instrument().code()))
            .text("STCK_CNTG_HOUR", KoreanTime.time(notice.timeMs()))
            .text("BRNC_NO", environment == Environment.MOCK ? OrderCalls.MOCK_BRANCH : OrderCalls.LIVE_BRANCH)
            .text("ACNT_NAME", notice.account().name())
            .text("ORD_EXG_GB", exchange(order.venue(), notice.instrument().venue()))
            .text("CNTG_ISNM40", notice.instrument().quote().name());
        if (order.known()) {
            values.text("RCTF_CLS", change(order.kind()))
                .text("ODER_KIND", OrderDivision.of(order.type(), order.timeInForce()).code())
                .text("ODER_COND", condition(order.timeInForce()))
                .number("ODER_QTY", order.qtyShares());
            if (order.originalNumber() != 0) {
                values.number("OODER_NO", order.originalNumber());
            }
        }
        return values;
    }

    /** Where it is, and whether it was routed there. */
    private static String exchange(Venue sent, Venue at) {
        boolean nxt = at == Venue.NXT;
        return sent == Venue.SOR ? nxt ? "4" : "3" : nxt ? "2" : "1";
    }

    private static String change(OrderKind kind) {
        return switch (kind) {
            case NEW -> "0";
            case AMEND -> "1";
            case CANCEL -> "2";
        };
    }

    private static String condition(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY, PRE_MARKET -> "0";
            case IOC -> "1";
            case FOK -> "2";
        };
    }

    private byte[] record(OrderNotice notice, ResponseBody values) {
        int all = tr.response().size();
        writer.begin("");
        if (before2025) {
            // The old record had the stock's name here, cut to 14 bytes; we cut nothing.
            writer.values(values, afterAccountName).text(notice.instrument().quote().name()).values(values, fromCreditType, all);
        } else {
            writer.values(values, all);
        }
        return Arrays.copyOf(writer.array(), writer.length());
    }
}
