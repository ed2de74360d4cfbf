package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.RecordWriter;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderKind;
import dev.hoga.core.Side;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderFacts;
import dev.hoga.gateway.OrderNotice;
import java.util.Arrays;
import java.util.List;

/**
 * The records of H0GSCNI0 and H0GSCNI9 before they are encrypted: the same as at home ({@link NoticeRecords}), with prices that have
 * no point, in the minimal units of the currency. On what happens to the order itself {@code ODER_QTY} is empty. Source: the
 * document. Belongs to the feed's thread.
 */
final class OverseasNotices {
    private static final String LIMIT = "2";
    private static final int LONG_PRICE_DIGITS = 12;

    private final TrSpec tr;
    private final List<Constant> constants = RealConstants.of(RealTr.OVERSEAS_NOTICES);
    private final RecordWriter writer = new RecordWriter();

    OverseasNotices(BrokerCatalogue contract) {
        tr = RealTr.OVERSEAS_NOTICES.spec(contract);
    }

    /** The records of one notice, none, one or two, each a frame of its own. */
    List<byte[]> of(OrderNotice notice, Environment environment) {
        return switch (notice.change()) {
            case OrderNotice.Accepted taken when notice.order().kind() == OrderKind.NEW -> List.of(ofOrder(notice, environment, "1"));
            case OrderNotice.Accepted taken -> List.of(ofOrder(notice, environment, "1"), ofOrder(notice, environment, "2"));
            case OrderNotice.Filled fill -> List.of(record(price(values(notice, environment), fill.priceWon())
                .text("CNTG_YN", "2")
                .text("ACPT_YN", "2")
                .number("CNTG_QTY", fill.qtyShares())
                .number("ODER_QTY", notice.order().qtyShares())));
            case OrderNotice.Reduced reduced -> List.of();
        };
    }

    private byte[] ofOrder(OrderNotice notice, Environment environment, String acceptance) {
        OrderFacts order = notice.order();
        return record(price(values(notice, environment), order.kind() == OrderKind.CANCEL ? 0 : order.priceWon())
            .text("CNTG_YN", "1")
            .text("ACPT_YN", acceptance)
            .number("CNTG_QTY", order.qtyShares()));
    }

    private static ResponseBody price(ResponseBody values, long price) {
        return values.number("CNTG_UNPR", price).text("CNTG_UNPR12", KoreanTime.digits(price, LONG_PRICE_DIGITS));
    }

    private ResponseBody values(OrderNotice notice, Environment environment) {
        OrderFacts order = notice.order();
        ResponseBody values = RealConstants.fill(ResponseBody.of(tr), constants)
            .text("CUST_ID", notice.account().htsId())
            .number("ACNT_NO", notice.account().number())
            .number("ODER_NO", notice.orderNumber())
            .text("SELN_BYOV_CLS", order.side() == Side.BUY ? "02" : "01")
            .text("ODER_KIND2", LIMIT)
            .text("STCK_SHRN_ISCD", Code.text(notice.instrument().code()))
            .text("STCK_CNTG_HOUR", KoreanTime.time(notice.timeMs()))
            .text("BRNC_NO", environment == Environment.MOCK ? OrderCalls.MOCK_BRANCH : OrderCalls.LIVE_BRANCH)
            .text("ACNT_NAME", notice.account().name())
            .text("CNTG_ISNM", notice.instrument().quote().name())
            .text("ODER_COND", kind(OverseasExchange.of(Code.venue(notice.instrument().code()))));
        values.text("RCTF_CLS", order.kind() == OrderKind.NEW ? "0" : order.kind() == OrderKind.AMEND ? "1" : "2");
        if (order.originalNumber() != 0) {
            values.number("OODER_NO", order.originalNumber());
        }
        return values;
    }

    private static String kind(OverseasExchange exchange) {
        return switch (exchange) {
            case SEHK -> "4";
            case NASD -> "6";
            case NYSE -> "7";
            case AMEX -> "8";
            case SHAA -> "A";
            case SZAA -> "B";
            case TKSE -> "D";
            case HASE -> "E";
            case VNSE -> "F";
        };
    }

    private byte[] record(ResponseBody values) {
        writer.begin("");
        writer.values(values, tr.response().size());
        return Arrays.copyOf(writer.array(), writer.length());
    }
}
