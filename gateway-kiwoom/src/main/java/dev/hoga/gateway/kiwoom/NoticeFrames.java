package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.AccountFacts;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.HoldingNotice;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderFacts;
import dev.hoga.gateway.OrderNotice;
import dev.hoga.gateway.OrderNumbers;
import java.util.List;

/**
 * The frames of 00 and 04. Their spelling is that of a public log of the mock host (2026-09-11: a purchase and a sale at market,
 * taken and filled), which has the stock without the letter of the older client library. When which one comes follows captures
 * of that library, whose events have the same fields:
 *
 * <ul>
 *   <li>an order is taken: 접수, with all of it open;</li>
 *   <li>it fills: 체결, with 910 and 911 of all its fills (six fills of one order were captured: 911 adds up), 914 and 915 of this
 *       one; then 04;</li>
 *   <li>an amendment or a cancellation: 접수 and at once 확인, both under its own number, 904 naming the original; a cancellation
 *       has the price 0, and what it cancels is open in the first and not in the second;</li>
 *   <li>the rest of an IOC or FOK order: 취소. Doubt: never captured.</li>
 * </ul>
 *
 * <p>The original of an amendment or cancellation is not told of by itself, and the end of the session tells nothing (doubts).
 * A refusal (거부) never comes: what is refused here has no number and is answered by REST. Belongs to the feed's thread.
 */
final class NoticeFrames {
    private static final String ACCEPTED = "접수";
    private static final String FILLED = "체결";
    private static final String CONFIRMED = "확인";
    private static final String CANCELLED = "취소";
    private static final String SELL = "1";
    private static final String BUY = "2";
    private static final String KRX_CODE = "1";
    private static final String KRX = "KRX";
    /** Whether the order was routed. */
    private static final String NO = "N";

    private final TrSpec order;
    private final TrSpec balance;
    private final RealConstants.OfType orderConstants = RealConstants.of(RealType.ORDER);
    private final RealConstants.OfType balanceConstants = RealConstants.of(RealType.BALANCE);
    private final RealFrame frame = new RealFrame();

    NoticeFrames(BrokerCatalogue contract) {
        order = contract.require(RealType.ORDER.code());
        balance = contract.require(RealType.BALANCE.code());
    }

    private Frame frame(RealType type, String code, ResponseBody values) {
        frame.write(type, code, values);
        return Frame.text(frame.array(), frame.length());
    }

    // -- 00 --------------------------------------------------------------------------------------------------------------

    /** The frames of one notice, none, one or two. */
    List<Frame> order(OrderNotice notice) {
        return switch (notice.change()) {
            case OrderNotice.Accepted accepted -> accepted(notice);
            case OrderNotice.Filled fill -> List.of(order(notice, filled(notice, fill)));
            case OrderNotice.Reduced reduced -> switch (reduced.reason()) {
                case NOT_FILLED_AT_ONCE -> List.of(order(notice, values(notice, CANCELLED)));
                case CANCELLED, AMENDED, EXPIRED -> List.of();
            };
        };
    }

    private List<Frame> accepted(OrderNotice notice) {
        OrderFacts facts = notice.order();
        ResponseBody taken = values(notice, ACCEPTED);
        if (facts.kind() == OrderKind.NEW) {
            return List.of(order(notice, taken));
        }
        ResponseBody done = values(notice, CONFIRMED);
        if (facts.kind() == OrderKind.CANCEL) {
            taken.number("902", facts.qtyShares());
        }
        return List.of(order(notice, taken), order(notice, done));
    }

    private Frame order(OrderNotice notice, ResponseBody values) {
        return frame(RealType.ORDER, code(notice.account(), notice.instrument()), values);
    }

    private ResponseBody filled(OrderNotice notice, OrderNotice.Filled fill) {
        OrderFacts facts = notice.order();
        return values(notice, FILLED)
            .number("909", fill.tradeNumber())
            // Doubt: the average of the fills or the last one; as 911 is the sum, this is taken for the average, cut to the won.
            .number("910", facts.filledAmountWon() / facts.filledShares())
            .number("911", facts.filledShares())
            .number("914", fill.priceWon())
            .number("915", fill.qtyShares());
    }

    private ResponseBody values(OrderNotice notice, String status) {
        OrderFacts facts = notice.order();
        InstrumentFacts instrument = notice.instrument();
        ResponseBody values = ResponseBody.of(order);
        orderConstants.fill(values);
        values.text("9201", KoreanTime.digits(notice.account().number(), 10))
            .text("9203", OrderNumbers.text(notice.orderNumber()))
            .text("9001", code(notice.account(), instrument))
            .text("913", status)
            .text("302", instrument.quote().name())
            .number("902", facts.openShares())
            .number("903", facts.filledAmountWon())
            .text("908", KoreanTime.time(notice.timeMs()))
            .number("938", facts.commissionWon())
            .number("939", facts.taxWon())
            .text("907", facts.side() == Side.BUY ? BUY : SELL)
            // The off-hours price, which is the base price with a blank for its direction until there are such hours; as recorded.
            .text("10010", " " + instrument.quote().baseWon())
            .text("2134", KRX_CODE)
            .text("2135", KRX)
            .text("2136", NO);
        if (facts.known()) {
            boolean unpriced = facts.type() == OrderType.MARKET || facts.kind() == OrderKind.CANCEL;
            values.number("900", facts.qtyShares())
                .number("901", unpriced ? 0 : facts.priceWon())
                .text("904", OrderNumbers.text(facts.originalNumber()))
                .text("905", kind(facts))
                .text("906", typeWord(facts.type(), facts.timeInForce()));
        }
        quote(values, instrument);
        return values;
    }

    private static String kind(OrderFacts facts) {
        boolean buys = facts.side() == Side.BUY;
        return switch (facts.kind()) {
            case NEW -> buys ? "+매수" : "-매도";
            case AMEND -> buys ? "+매수정정" : "-매도정정";
            // Captured without a sign.
            case CANCEL -> buys ? "매수취소" : "매도취소";
        };
    }

    /** The words that the table lists for 906; those of the lists are shorter. */
    static String typeWord(OrderType type, TimeInForce timeInForce) {
        String word = switch (type) {
            case LIMIT -> "보통";
            case MARKET -> "시장가";
            case BEST_COUNTER -> timeInForce == TimeInForce.DAY ? "최유리지정가" : "최유리";
            case BEST_OWN -> "최우선지정가";
            case CONDITIONAL -> "조건부지정가";
            case PREVIOUS_CLOSE -> "장전시간외";
            case TODAYS_CLOSE -> "장후시간외";
            case SINGLE_PRICE -> "시간외단일가";
        };
        return timeInForce == TimeInForce.DAY ? word : word + '(' + timeInForce.name() + ')';
    }

    private static String code(AccountFacts account, InstrumentFacts instrument) {
        String code = Code.text(instrument.code());
        return account.gold() ? GoldCode.spelled(code) : code;
    }

    private static void quote(ResponseBody values, InstrumentFacts instrument) {
        long baseWon = instrument.quote().baseWon();
        QuoteFrames.price(values, "10", instrument.quote().lastWon(), baseWon);
        QuoteFrames.price(values, "27", instrument.bestAskWon(), baseWon);
        QuoteFrames.price(values, "28", instrument.bestBidWon(), baseWon);
    }

    // -- 04 --------------------------------------------------------------------------------------------------------------

    Frame holding(HoldingNotice notice) {
        InstrumentFacts instrument = notice.instrument();
        ResponseBody values = ResponseBody.of(balance);
        balanceConstants.fill(values);
        values.text("9201", KoreanTime.digits(notice.account().number(), 10))
            .text("9001", code(notice.account(), instrument))
            .text("302", instrument.quote().name())
            .number("930", notice.qtyShares())
            .number("931", notice.qtyShares() == 0 ? 0 : notice.purchaseWon() / notice.qtyShares())
            .number("932", notice.purchaseWon())
            .number("933", notice.sellableShares())
            .number("945", notice.boughtTodayShares() - notice.soldTodayShares())
            .text("946", notice.side() == Side.BUY ? BUY : SELL)
            .number("307", instrument.quote().baseWon());
        quote(values, instrument);
        return frame(RealType.BALANCE, code(notice.account(), instrument), values);
    }
}
