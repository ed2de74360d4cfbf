package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Interruption;
import dev.hoga.core.Phase;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InterruptionFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.Topic;
import java.util.HashMap;
import java.util.Map;

/**
 * The frames of 0A, a price that came about without a trade (기세); of 0E, the orders that wait to trade at a close; and of 0g, what the
 * stock is today and what keeps it from trading. Each when it has changed. No frame of them was ever seen. Belongs to the feed's
 * thread.
 */
final class StockFrames {
    private static final long MILLION = 1_000_000;
    private static final String NEVER = "000000";

    private final TrSpec price;
    private final TrSpec offHours;
    private final TrSpec stock;
    private final RealConstants.OfType priceConstants = RealConstants.of(RealType.STOCK_PRICE);
    private final RealConstants.OfType stockConstants = RealConstants.of(RealType.STOCK_INFO);
    private final RealFrame frame = new RealFrame();
    /** What was told last, by packed code. */
    private final Map<Long, Long> toldPrice = new HashMap<>();
    private final Map<Long, BookNotice.OffHours> toldOffHours = new HashMap<>();
    private final Map<Long, Stock> toldStock = new HashMap<>();

    /** What 0g tells of a stock. */
    private record Stock(long baseWon, boolean halted, boolean goesOn, int interruptions) {
    }

    StockFrames(BrokerCatalogue contract) {
        price = contract.require(RealType.STOCK_PRICE.code());
        offHours = contract.require(RealType.OFF_HOURS_QUOTE.code());
        stock = contract.require(RealType.STOCK_INFO.code());
    }

    private Frame frame(Topic topic, Subject subject, ResponseBody values) {
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }

    // -- 0A --------------------------------------------------------------------------------------------------------------

    /** Whether a stock has a price without a trade, which it had not when this was asked last. */
    boolean pricedWithoutTrade(BookNotice notice) {
        QuoteFacts quote = notice.instrument().quote();
        boolean without = quote.volumeShares() == 0 && quote.lastWon() != quote.baseWon();
        long now = without ? quote.lastWon() : 0;
        Long before = toldPrice.put(notice.instrument().code(), now);
        return without && (before == null || before != now);
    }

    Frame price(Topic topic, Subject subject, BookNotice notice) {
        QuoteFacts quote = notice.instrument().quote();
        long baseWon = quote.baseWon();
        ResponseBody values = ResponseBody.of(price);
        priceConstants.fill(values);
        QuoteFrames.price(values, "10", quote.lastWon(), baseWon);
        QuoteFrames.price(values, "27", notice.instrument().bestAskWon(), baseWon);
        QuoteFrames.price(values, "28", notice.instrument().bestBidWon(), baseWon);
        QuoteFrames.price(values, "16", quote.openWon(), baseWon);
        QuoteFrames.price(values, "17", quote.highWon(), baseWon);
        QuoteFrames.price(values, "18", quote.lowWon(), baseWon);
        values.number("11", quote.changeWon())
            .decimal("12", Rates.hundredths(quote.changeWon(), baseWon), Rates.DECIMALS)
            .number("13", quote.volumeShares())
            .number("14", quote.turnoverWon() / MILLION)
            .text("25", quote.changeSign())
            .number("26", quote.volumeShares() - quote.previousVolumeShares())
            .number("29", quote.turnoverWon() - quote.previousTurnoverWon())
            .decimal("30", quote.volumeRatioHundredths(), Rates.DECIMALS)
            .decimal("31", Rates.hundredths(quote.volumeShares(), quote.listedShares()), Rates.DECIMALS)
            .number("311", quote.marketCap())
            .text("567", quote.lastWon() == quote.upperWon() ? KoreanTime.time(notice.timeMs()) : NEVER)
            .text("568", quote.lastWon() == quote.lowerWon() ? KoreanTime.time(notice.timeMs()) : NEVER);
        return frame(topic, subject, values);
    }

    // -- 0E --------------------------------------------------------------------------------------------------------------

    /** What waited to trade at a close when this was asked last, nothing at first. */
    BookNotice.OffHours offHoursBefore(BookNotice notice) {
        BookNotice.OffHours before = toldOffHours.put(notice.instrument().code(), notice.offHours());
        return before == null ? new BookNotice.OffHours(0, 0) : before;
    }

    Frame offHours(Topic topic, Subject subject, BookNotice.OffHours before, BookNotice notice) {
        BookNotice.OffHours now = notice.offHours();
        ResponseBody values = ResponseBody.of(offHours)
            .text("21", KoreanTime.time(notice.timeMs()))
            .number("131", now.askShares())
            .number("132", now.askShares() - before.askShares())
            .number("135", now.bidShares())
            .number("136", now.bidShares() - before.bidShares());
        return frame(topic, subject, values);
    }

    // -- 0g --------------------------------------------------------------------------------------------------------------

    /** Whether what 0g tells of is another than when this was asked last, when there was nothing to tell of at first. */
    boolean stockChanged(BookNotice notice) {
        QuoteFacts quote = notice.instrument().quote();
        var now = new Stock(quote.baseWon(), notice.instrument().halted(), notice.interruption().goesOn(), notice.interruption().count());
        Stock before = toldStock.put(notice.instrument().code(), now);
        return !now.equals(before == null ? new Stock(quote.baseWon(), false, false, 0) : before);
    }

    Frame stock(Topic topic, Subject subject, BookNotice notice) {
        QuoteFacts quote = notice.instrument().quote();
        InterruptionFacts interruption = notice.interruption();
        String applied = interruption.goesOn() ? applied(interruption.kind()) : "";
        boolean opening = interruption.dynamicBaseWon() == 0;
        boolean closing = interruption.phase() == Phase.CLOSING_AUCTION;
        ResponseBody values = ResponseBody.of(stock);
        stockConstants.fill(values);
        values.text("297", opening || closing ? "" : applied)
            .text("592", opening ? applied : "")
            .text("593", closing ? applied : "")
            .number("307", quote.baseWon())
            .text("370", notice.instrument().halted() ? "거래정지" : "정상");
        QuoteFrames.price(values, "305", quote.upperWon(), quote.baseWon());
        QuoteFrames.price(values, "306", quote.lowerWon(), quote.baseWon());
        return frame(topic, subject, values);
    }

    /** The one word of the document's table is 동정적VI, for both. */
    private static String applied(Interruption kind) {
        return switch (kind) {
            case REOPENING -> "";
            case NONE, STATIC, ORDERED -> "정적VI";
            case DYNAMIC -> "동적VI";
            case STATIC_AND_DYNAMIC -> "동정적VI";
        };
    }
}
