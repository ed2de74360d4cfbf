package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.RecordWriter;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.Topic;
import dev.hoga.gateway.TradeNotice;
import java.time.ZoneId;
import java.util.List;

/**
 * The frames of HDFSCNT0 and HDFSASP0. Nothing is delayed here, whatever the key asks for; the key that is told back is that of
 * delayed prices. Belongs to the feed's thread.
 */
final class OverseasFrames {
    /** A session's date is that of the business day on which it opens. */
    static final long SESSION_BEGINS_MS = 7 * 3_600_000L + 30 * 60_000L;
    private static final int DATE_DIGITS = 8;
    private static final String AMERICA_OPENS = "093000";
    private static final String AMERICA_CLOSES = "160000";
    private static final String REGULAR = "1";
    private static final String BEFORE = "2";
    private static final String AFTER = "3";

    private final TrSpec trades;
    private final TrSpec book;
    private final List<Constant> tradeConstants = RealConstants.of(RealTr.OVERSEAS_TRADES);
    private final List<Constant> bookConstants = RealConstants.of(RealTr.OVERSEAS_BOOK);
    private final RecordWriter writer = new RecordWriter();

    OverseasFrames(BrokerCatalogue contract) {
        trades = RealTr.OVERSEAS_TRADES.spec(contract);
        book = RealTr.OVERSEAS_BOOK.spec(contract);
    }

    private static OverseasExchange exchange(InstrumentFacts instrument) {
        return OverseasExchange.of(Code.venue(instrument.code()));
    }

    private static String key(InstrumentFacts instrument) {
        return OverseasQuotes.REALTIME + exchange(instrument).quoteCode() + Code.text(instrument.code());
    }

    /** One frame of trades of one stock in their order. @param notices 1 to {@link QuoteFrames#MOST_RECORDS} */
    Frame trades(Topic topic, List<TradeNotice> notices) {
        writer.begin(QuoteFrames.head('0', RealTr.OVERSEAS_TRADES.id(), notices.size()));
        for (TradeNotice one : notices) {
            writer.values(record(one), trades.response().size());
        }
        return Frame.quote(topic, writer.array(), writer.length());
    }

    private ResponseBody record(TradeNotice notice) {
        QuoteFacts quote = notice.quote();
        InstrumentFacts instrument = notice.instrument();
        Currency currency = exchange(instrument).currency();
        int decimals = currency.decimals();
        ResponseBody values = times(RealConstants.fill(ResponseBody.of(trades), tradeConstants), instrument, notice.timeMs());
        return values.text("TYMD", KoreanTime.dateOf(notice.timeMs() - SESSION_BEGINS_MS))
            .decimal("OPEN", quote.openWon(), decimals)
            .decimal("HIGH", quote.highWon(), decimals)
            .decimal("LOW", quote.lowWon(), decimals)
            .decimal("LAST", notice.priceWon(), decimals)
            .text("SIGN", sign(notice.priceWon() - quote.baseWon()))
            .decimal("DIFF", notice.priceWon() - quote.baseWon(), decimals)
            .decimal("RATE", Rates.hundredths(notice.priceWon() - quote.baseWon(), quote.baseWon()), Rates.DECIMALS)
            .decimal("PBID", instrument.bid().priceWon(), decimals)
            .decimal("PASK", instrument.ask().priceWon(), decimals)
            .number("VBID", instrument.bid().qtyShares())
            .number("VASK", instrument.ask().qtyShares())
            .number("EVOL", notice.qtyShares())
            .number("TVOL", notice.volumeShares())
            .number("TAMT", notice.turnoverWon() / currency.minimalUnits())
            .number("BIVL", notice.takers().soldShares())
            .number("ASVL", notice.takers().boughtShares())
            .decimal("STRN", notice.takers().strengthHundredths(), Rates.DECIMALS)
            .text("MTYP", session(currency, notice.timeMs()));
    }

    private static String sign(long change) {
        return change > 0 ? "2" : change < 0 ? "5" : "3";
    }

    /** Which session of America it is; elsewhere there is one. */
    private static String session(Currency country, long timeMs) {
        if (country != Currency.USD) {
            return REGULAR;
        }
        String there = OverseasCharts.local(timeMs, OverseasCharts.zone(country)).substring(DATE_DIGITS);
        return there.compareTo(AMERICA_OPENS) < 0 ? BEFORE : there.compareTo(AMERICA_CLOSES) < 0 ? REGULAR : AFTER;
    }

    private static ResponseBody times(ResponseBody values, InstrumentFacts instrument, long timeMs) {
        ZoneId zone = OverseasCharts.zone(exchange(instrument).currency());
        String there = OverseasCharts.local(timeMs, zone);
        return values.text("RSYM", key(instrument))
            .text("SYMB", Code.text(instrument.code()))
            .number("ZDIV", exchange(instrument).currency().decimals())
            .text("XYMD", there.substring(0, DATE_DIGITS))
            .text("XHMS", there.substring(DATE_DIGITS))
            .text("KYMD", KoreanTime.dateOf(timeMs))
            .text("KHMS", KoreanTime.time(timeMs));
    }

    /** The book of one stock: ten levels, whatever the market, for the layout has room for them. */
    Frame book(Topic topic, BookNotice notice) {
        InstrumentFacts instrument = notice.instrument();
        int decimals = exchange(instrument).currency().decimals();
        ResponseBody values = times(RealConstants.fill(ResponseBody.of(book), bookConstants), instrument, notice.timeMs())
            .number("BVOL", notice.bids().totalShares())
            .number("AVOL", notice.asks().totalShares());
        for (int at = 0; at < Ladder.LEVELS; at++) {
            int level = at + 1;
            values.decimal("PBID" + level, notice.bids().pricesWon()[at], decimals)
                .decimal("PASK" + level, notice.asks().pricesWon()[at], decimals)
                .number("VBID" + level, notice.bids().qtysShares()[at])
                .number("VASK" + level, notice.asks().qtysShares()[at])
                .number("DBID" + level, 0)
                .number("DASK" + level, 0);
        }
        writer.begin(QuoteFrames.head('0', RealTr.OVERSEAS_BOOK.id(), 1));
        writer.values(values, book.response().size());
        return Frame.quote(topic, writer.array(), writer.length());
    }
}
