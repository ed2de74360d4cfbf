package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.RecordWriter;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.Side;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.Expected;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.TakerSums;
import dev.hoga.gateway.Topic;
import dev.hoga.gateway.TradeNotice;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frames of trades (H0STCNT0, H0NXCNT0, and H0UNCNT0 of all venues), of books (H0STASP0, H0NXASP0, H0UNASP0), and of
 * H0STANC0. Belongs to the feed's thread.
 */
final class QuoteFrames {
    /** A frame of so many trades has some 16 KiB; the count has three digits. */
    static final int MOST_RECORDS = 50;
    private static final String BOUGHT = "1";
    private static final String SOLD = "5";
    private static final String NEVER = "000000";
    /** Named 장전 in the official table; whether the closing auction says so too was never seen. */
    private static final String IN_AUCTION = "3";

    private final Map<RealTr, Form> forms = new EnumMap<>(RealTr.class);
    private final RecordWriter writer = new RecordWriter();
    /** The totals of the books that were told last. */
    private final Map<Subject, Totals> lastTotals = new HashMap<>();

    /** What a TR's records look like. @param values how many of them are in the layout */
    private record Form(TrSpec spec, int values, List<Constant> constants) {

        private ResponseBody begun() {
            return RealConstants.fill(ResponseBody.of(spec), constants);
        }
    }

    /** What auctions were expected to end with when it was told last, by packed code. */
    private final Map<Long, Expected> lastExpected = new HashMap<>();

    private record Totals(long askShares, long bidShares) {
    }

    QuoteFrames(BrokerCatalogue contract, KisLayout layout) {
        for (RealTr tr : RealTr.values()) {
            if (tr.overseas()) {
                continue;
            }
            TrSpec spec = tr.spec(contract);
            forms.put(tr, new Form(spec, layout.values(spec), RealConstants.of(tr)));
        }
    }

    /** What stands before the records of a frame. @param flag 1 where the records are encrypted */
    static String head(char flag, String trId, int records) {
        return flag + "|" + trId + '|' + KoreanTime.digits(records, 3) + '|';
    }

    private Frame frame(Topic topic) {
        return Frame.quote(topic, writer.array(), writer.length());
    }

    // -- H0STCNT0 --------------------------------------------------------------------------------------------------------

    /** One frame of trades of one stock in their order. @param trades 1 to {@link #MOST_RECORDS} */
    Frame trades(RealTr tr, Topic topic, List<TradeNotice> trades) {
        writer.begin(head('0', tr.id(), trades.size()));
        for (TradeNotice one : trades) {
            writer.values(record(tr, one), forms.get(tr).values);
        }
        return frame(topic);
    }

    private ResponseBody record(RealTr tr, TradeNotice notice) {
        QuoteFacts quote = notice.quote();
        InstrumentFacts instrument = notice.instrument();
        ResponseBody values = forms.get(tr).begun();
        values.text("MKSC_SHRN_ISCD", Code.text(instrument.code()))
            .text("STCK_CNTG_HOUR", KoreanTime.time(notice.timeMs()))
            .number("STCK_PRPR", notice.priceWon())
            .text("PRDY_VRSS_SIGN", quote.changeSign())
            .number("PRDY_VRSS", quote.changeWon())
            .decimal("PRDY_CTRT", Rates.hundredths(quote.changeWon(), quote.baseWon()), Rates.DECIMALS)
            .decimal("WGHN_AVRG_STCK_PRC", Rates.quotient(quote.turnoverWon(), quote.volumeShares(), Rates.DECIMALS), Rates.DECIMALS)
            .number("STCK_OPRC", quote.openWon())
            .number("STCK_HGPR", quote.highWon())
            .number("STCK_LWPR", quote.lowWon())
            .number("CNTG_VOL", notice.qtyShares())
            .number("ACML_VOL", quote.volumeShares())
            .number("ACML_TR_PBMN", quote.turnoverWon())
            .text(tr == RealTr.TRADES ? "CCLD_DVSN" : "CNTG_CLS_CODE",
                notice.takerSide().map(side -> side == Side.BUY ? BOUGHT : SOLD).orElse(IN_AUCTION))
            .decimal("PRDY_VOL_VRSS_ACML_VOL_RATE", Rates.hundredths(quote.volumeShares(), quote.previousVolumeShares()), Rates.DECIMALS)
            .text("BSOP_DATE", KoreanTime.dateOf(notice.timeMs()))
            .text("TRHT_YN", instrument.halted() ? "Y" : "N")
            .text("MARKET_CLS_CODE", session(notice.session()))
            .decimal("VOL_TNRT", Rates.hundredths(quote.volumeShares(), quote.listedShares()), Rates.DECIMALS)
            // The price of the opening, as recorded.
            .number("VI_STND_PRC", quote.openWon());
        best(values, instrument);
        takers(values, notice.takers(), quote.volumeShares());
        against(values, "OPRC", quote.times().openMs(), quote.lastWon() - quote.openWon());
        against(values, "HGPR", quote.times().highMs(), quote.lastWon() - quote.highWon());
        against(values, "LWPR", quote.times().lowMs(), quote.lastWon() - quote.lowWon());
        return values;
    }

    private static String session(TradeNotice.Session session) {
        return switch (session) {
            case BEFORE -> "1";
            case REGULAR -> "2";
            case AFTER -> "3";
        };
    }

    /** The day's trades by taker. Doubt: the share of purchases is rounded up, as it is in six recorded frames. */
    private static void takers(ResponseBody values, TakerSums takers, long volumeShares) {
        values.number("SELN_CNTG_CSNU", takers.sells())
            .number("SHNU_CNTG_CSNU", takers.buys())
            .number("NTBY_CNTG_CSNU", takers.buys() - takers.sells())
            .decimal("CTTR", takers.strengthHundredths(), Rates.DECIMALS)
            .number("SELN_CNTG_SMTN", takers.soldShares())
            .number("SHNU_CNTG_SMTN", takers.boughtShares())
            .decimal("SHNU_RATE", volumeShares == 0 ? 0 : Math.ceilDiv(100 * takers.boughtShares(), volumeShares), Rates.DECIMALS);
    }

    private static void best(ResponseBody values, InstrumentFacts instrument) {
        values.number("ASKP1", instrument.ask().priceWon())
            .number("BIDP1", instrument.bid().priceWon())
            .number("ASKP_RSQN1", instrument.ask().qtyShares())
            .number("BIDP_RSQN1", instrument.bid().qtyShares())
            .number("TOTAL_ASKP_RSQN", instrument.ask().totalShares())
            .number("TOTAL_BIDP_RSQN", instrument.bid().totalShares());
    }

    /** How the price stands against another price of the day. */
    private static void against(ResponseBody values, String price, long reachedMs, long differenceWon) {
        // Before the first trade there is nothing to compare with.
        long shown = reachedMs == 0 ? 0 : differenceWon;
        values.text(price + "_HOUR", reachedMs == 0 ? NEVER : KoreanTime.time(reachedMs))
            .text(price + "_VRSS_PRPR_SIGN", direction(shown))
            .number(price + "_VRSS_PRPR", shown);
    }

    private static String direction(long differenceWon) {
        return differenceWon > 0 ? "2" : differenceWon < 0 ? "5" : "3";
    }

    // -- H0STASP0 --------------------------------------------------------------------------------------------------------

    /** The wire names of one side's levels, best first. */
    private enum Names {
        ASKS("ASKP"), BIDS("BIDP");

        private final String[] prices = new String[Ladder.LEVELS];
        private final String[] sizes = new String[Ladder.LEVELS];

        Names(String side) {
            for (int level = 0; level < Ladder.LEVELS; level++) {
                prices[level] = side + (level + 1);
                sizes[level] = side + "_RSQN" + (level + 1);
            }
        }
    }

    Frame book(RealTr tr, Topic topic, BookNotice notice) {
        InstrumentFacts instrument = notice.instrument();
        var totals = new Totals(notice.asks().totalShares(), notice.bids().totalShares());
        Totals last = lastTotals.put(new Subject(tr, instrument.code()), totals);
        Totals before = last == null ? totals : last;
        ResponseBody values = forms.get(tr).begun();
        levels(values, Names.ASKS, notice.asks());
        levels(values, Names.BIDS, notice.bids());
        values.text("MKSC_SHRN_ISCD", Code.text(instrument.code()))
            .text("BSOP_HOUR", KoreanTime.time(notice.timeMs()))
            .number("TOTAL_ASKP_RSQN", totals.askShares)
            .number("TOTAL_BIDP_RSQN", totals.bidShares)
            .number("ACML_VOL", instrument.quote().volumeShares())
            .number("TOTAL_ASKP_RSQN_ICDC", totals.askShares - before.askShares)
            .number("TOTAL_BIDP_RSQN_ICDC", totals.bidShares - before.bidShares)
            .number(tr == RealTr.BOOK ? "MID_PRC" : "KMID_PRC", notice.middles().krxWon());
        if (tr != RealTr.BOOK) {
            values.number("NMID_PRC", notice.middles().nxtWon());
        }
        expected(values, notice.expected(), instrument.quote().baseWon());
        writer.begin(head('0', tr.id(), 1)).values(values, forms.get(tr).values);
        return frame(topic);
    }

    private static void levels(ResponseBody values, Names names, Ladder ladder) {
        for (int level = 0; level < Ladder.LEVELS; level++) {
            values.number(names.prices[level], ladder.pricesWon()[level]);
            values.number(names.sizes[level], ladder.qtysShares()[level]);
        }
    }

    /** The wire compares the expected price with the base price also where it is 0: -72000, 5 and -100.00 were recorded. */
    private static void expected(ResponseBody values, Expected expected, long baseWon) {
        long changeWon = expected.priceWon() - baseWon;
        values.number("ANTC_CNPR", expected.priceWon())
            .number("ANTC_CNQN", expected.qtyShares())
            .number("ANTC_VOL", expected.qtyShares())
            .number("ANTC_CNTG_VRSS", changeWon)
            .text("ANTC_CNTG_VRSS_SIGN", direction(changeWon))
            .decimal("ANTC_CNTG_PRDY_CTRT", Rates.hundredths(changeWon, baseWon), Rates.DECIMALS);
    }

    // -- H0STANC0 --------------------------------------------------------------------------------------------------------

    /** Whether an auction is expected to end with something else than when this was asked last. */
    boolean expectedChanged(BookNotice notice) {
        Expected before = lastExpected.put(notice.instrument().code(), notice.expected());
        return notice.expected().priceWon() != 0 && !notice.expected().equals(before);
    }

    /** The record of a trade with the expected price and quantity in it. No frame of it was ever seen. */
    Frame expected(Topic topic, BookNotice notice) {
        InstrumentFacts instrument = notice.instrument();
        QuoteFacts quote = instrument.quote();
        Expected auction = notice.expected();
        ResponseBody values = forms.get(RealTr.EXPECTED).begun();
        values.text("MKSC_SHRN_ISCD", Code.text(instrument.code()))
            .text("STCK_CNTG_HOUR", KoreanTime.time(notice.timeMs()))
            .number("STCK_PRPR", auction.priceWon())
            .text("PRDY_VRSS_SIGN", auction.changeSign())
            .number("PRDY_VRSS", auction.changeWon())
            .decimal("PRDY_CTRT", auction.changeHundredths(), Rates.DECIMALS)
            .decimal("WGHN_AVRG_STCK_PRC", Rates.quotient(quote.turnoverWon(), quote.volumeShares(), Rates.DECIMALS), Rates.DECIMALS)
            .number("STCK_OPRC", quote.openWon())
            .number("STCK_HGPR", quote.highWon())
            .number("STCK_LWPR", quote.lowWon())
            .number("CNTG_VOL", auction.qtyShares())
            .number("ACML_VOL", quote.volumeShares())
            .number("ACML_TR_PBMN", quote.turnoverWon())
            .text("CNTG_CLS_CODE", IN_AUCTION)
            .decimal("PRDY_VOL_VRSS_ACML_VOL_RATE", Rates.hundredths(quote.volumeShares(), quote.previousVolumeShares()), Rates.DECIMALS)
            .text("BSOP_DATE", KoreanTime.dateOf(notice.timeMs()))
            .text("TRHT_YN", instrument.halted() ? "Y" : "N")
            .decimal("VOL_TNRT", Rates.hundredths(quote.volumeShares(), quote.listedShares()), Rates.DECIMALS);
        best(values, instrument);
        takers(values, quote.takers(), quote.volumeShares());
        against(values, "OPRC", quote.times().openMs(), auction.priceWon() - quote.openWon());
        against(values, "HGPR", quote.times().highMs(), auction.priceWon() - quote.highWon());
        against(values, "LWPR", quote.times().lowMs(), auction.priceWon() - quote.lowWon());
        writer.begin(head('0', RealTr.EXPECTED.id(), 1)).values(values, forms.get(RealTr.EXPECTED).values);
        return frame(topic);
    }
}
