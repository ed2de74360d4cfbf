package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Code;
import dev.hoga.core.Interruption;
import dev.hoga.core.Market;
import dev.hoga.core.Phase;
import dev.hoga.core.Side;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.Expected;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.InstrumentFacts.Best;
import dev.hoga.gateway.InterruptionFacts;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.PriceTimes;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.TakerSums;
import dev.hoga.gateway.Topic;
import dev.hoga.gateway.TradeNotice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Frames against those that the broker sent on 2026-02-23, a trade frame of 000400 and a book of 088350 from a public log. */
class QuoteFramesTest {
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    /** What is not kept here, and how it was recorded: the day before at the same time, and a volatility interruption's price. */
    private static final String RECORDED_TRADES = "0|H0STCNT0|003|"
        + "000400^131509^2920^2^395^15.64^2856.31^3250^3280^2550^2925^2920^3418^27066179^77309405544^20814^22669^1855^72.43^14761609^10692460^5^"
        + "0.40^230.98^090242^5^-330^090243^5^-360^094341^2^370^20260223^20^N^5210^4632^118651^86686^8.72^11265250^240.26^0^^2725^"
        + "000400^131509^2925^2^400^15.84^2856.32^3250^3280^2550^2925^2920^1873^27068052^77314884069^20814^22670^1856^72.45^14761609^10694333^1^"
        + "0.40^230.99^090242^5^-325^090243^5^-355^094341^2^375^20260223^20^N^5210^4632^118651^86686^8.72^11265250^240.28^0^^2725^"
        + "000400^131509^2925^2^400^15.84^2856.32^3250^3280^2550^2925^2920^3^27068055^77314892844^20814^22671^1857^72.45^14761609^10694336^1^"
        + "0.40^230.99^090242^5^-325^090243^5^-355^094341^2^375^20260223^20^N^3337^6214^116728^83780^8.72^11265250^240.28^0^^2725";
    private static final String LEVELS = "6140^6150^6160^6170^6180^6190^6200^6210^6220^6230^6130^6120^6110^6100^6090^6080^6070^6060^6050^6040^"
        + "81678^42182^16711^9388^9914^18570^95925^19565^13797^25943^1095^21584^13696^11160^4400^13144^4930^11426^30268^8388";
    /** The wire had 62 values then, and the volume of the opening auction, which is not kept here. */
    private static final String RECORDED_BOOK = "0|H0STASP0|001|088350^131404^0^" + LEVELS
        + "^333673^120091^0^0^0^0^48076^-6600^5^-100.00^70028035^100^888^0^0^0^6135^0^0";

    private static long at(int hour, int minute, int second) {
        return LocalDateTime.of(2026, 2, 23, hour, minute, second).toInstant(KOREA).toEpochMilli();
    }

    private static QuoteFrames frames(KisLayout layout) {
        return new QuoteFrames(House.CATALOGUE.kis(), layout);
    }

    private static String text(Frame frame) {
        try {
            return new String(frame.payload(), UTF_8);
        } finally {
            frame.release();
        }
    }

    private static InstrumentFacts instrument(String code, long baseWon, long openWon, long lastWon, long volumeShares, TakerSums takers, Best ask,
        Best bid) {
        var times = new PriceTimes(at(9, 2, 42), at(9, 2, 43), at(9, 43, 41));
        var quote = new QuoteFacts("", "", 1_000, 310_336_320L, baseWon, lastWon, openWon, 3_280, 2_550, times, baseWon * 13 / 10, baseWon * 7 / 10,
            volumeShares, 11_718_100, 77_314_892_844L, 0, takers);
        return new InstrumentFacts(0, Code.pack(code), quote, false, ask, bid);
    }

    private static TradeNotice trade(Side taker, long priceWon, long qtyShares, long volumeShares, long turnoverWon, long boughtShares, long buys,
        Best ask, Best bid) {
        var takers = new TakerSums(boughtShares, 14_761_609, buys, 20_814);
        return new TradeNotice(instrument("000400", 2_525, 3_250, 2_925, 27_068_055, takers, ask, bid), 1, Optional.of(taker), priceWon, qtyShares, volumeShares,
            turnoverWon, takers, at(13, 15, 9));
    }

    private static List<TradeNotice> recordedTrades() {
        var ask = new Best(2_925, 5_210, 118_651);
        var bid = new Best(2_920, 4_632, 86_686);
        return List.of(trade(Side.SELL, 2_920, 3_418, 27_066_179, 77_309_405_544L, 10_692_460, 22_669, ask, bid),
            trade(Side.BUY, 2_925, 1_873, 27_068_052, 77_314_884_069L, 10_694_333, 22_670, ask, bid),
            trade(Side.BUY, 2_925, 3, 27_068_055, 77_314_892_844L, 10_694_336, 22_671, new Best(2_925, 3_337, 116_728),
                new Best(2_920, 6_214, 83_780)));
    }

    @Test
    void tellsSeveralTradesInOneFrameAsRecorded() {
        String kept = RECORDED_TRADES.replaceAll("11265250\\^240\\.2\\d", "0^0.00").replace("^2725", "^3250");
        assertEquals(kept, text(frames(KisLayout.OF_2025).trades(RealTr.TRADES, new Topic(), recordedTrades())));
        assertEquals(kept, text(frames(KisLayout.OF_2023).trades(RealTr.TRADES, new Topic(), recordedTrades())));
    }

    @Test
    void addsTheSessionInTheNewestLayout() {
        List<TradeNotice> one = recordedTrades().subList(0, 1);
        String before = text(frames(KisLayout.OF_2025).trades(RealTr.TRADES, new Topic(), one));
        assertEquals(before + "^2", text(frames(KisLayout.OF_2026).trades(RealTr.TRADES, new Topic(), one)));
        assertEquals(47, text(frames(KisLayout.OF_2026).trades(RealTr.TRADES, new Topic(), one)).split("\\^", -1).length);
    }

    private static BookNotice book(long askTotal, long bidTotal) {
        String[] levels = LEVELS.split("\\^");
        var asks = new Ladder(new long[Ladder.LEVELS], new long[Ladder.LEVELS], askTotal);
        var bids = new Ladder(new long[Ladder.LEVELS], new long[Ladder.LEVELS], bidTotal);
        for (int level = 0; level < Ladder.LEVELS; level++) {
            asks.pricesWon()[level] = Long.parseLong(levels[level]);
            bids.pricesWon()[level] = Long.parseLong(levels[level + 10]);
            asks.qtysShares()[level] = Long.parseLong(levels[level + 20]);
            bids.qtysShares()[level] = Long.parseLong(levels[level + 30]);
        }
        return new BookNotice(instrument("088350", 6_600, 0, 6_600, 70_028_035, new TakerSums(0, 0, 0, 0), new Best(6_140, 81_678, askTotal),
            new Best(6_130, 1_095, bidTotal)), asks, bids, Expected.NOTHING,
            new InterruptionFacts(Market.KOSPI, Phase.CONTINUOUS, false, 0, Interruption.NONE, 0, 0, 0, 0), new BookNotice.OffHours(0, 0),
            at(13, 14, 4));
    }

    @Test
    void tellsABookAsRecorded() {
        QuoteFrames frames = frames(KisLayout.OF_2026);
        text(frames.book(RealTr.BOOK, new Topic(), book(333_573, 119_203)));
        assertEquals(RECORDED_BOOK.replace("^48076^", "^0^") + "^2", text(frames.book(RealTr.BOOK, new Topic(), book(333_673, 120_091))));
    }

    @Test
    void tellsABookWithoutTheMiddleInOlderLayouts() {
        for (KisLayout layout : List.of(KisLayout.OF_2023, KisLayout.OF_2025)) {
            String told = text(frames(layout).book(RealTr.BOOK, new Topic(), book(333_673, 120_091)));
            assertEquals(RECORDED_BOOK.replace("^48076^", "^0^").replace("^100^888^", "^0^0^").replace("^6135^0^0", ""), told);
            assertEquals(59, told.split("\\^", -1).length);
        }
    }
}
