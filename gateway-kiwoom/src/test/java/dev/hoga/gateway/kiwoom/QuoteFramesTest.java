package dev.hoga.gateway.kiwoom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Code;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.PriceTimes;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.TakerSums;
import dev.hoga.gateway.Topic;
import dev.hoga.gateway.TradeNotice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Frames against those that the mock host sent on 2026-09-11 (a public log of 90 seconds of 005930). */
class QuoteFramesTest {
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final long VOLUME_SHARES = 7_198_927;
    /** The recorded frames tell turnovers in millions and their difference to the won; together they leave 0.14 million open. */
    private static final long TURNOVER_WON = 1_860_588_200_000L;

    private final QuoteFrames frames = new QuoteFrames(House.CATALOGUE.kiwoom());

    private static long at(int hour, int minute, int second) {
        return LocalDateTime.of(2026, 9, 11, hour, minute, second).toInstant(KOREA).toEpochMilli();
    }

    private static TradeNotice trade(Side taker, long priceWon, long qtyShares, long volumeShares, long turnoverWon, TakerSums takers) {
        var quote = new QuoteFacts("삼성전자", "전기전자", 100, 5_846_278_608L, 269_000, priceWon, 258_000, 261_000, 257_000,
            new PriceTimes(at(9, 0, 16), at(9, 5, 39), at(11, 45, 56)), 349_500, 188_500, volumeShares, 22_517_075, turnoverWon,
            TURNOVER_WON + 4_167_722_708_811L, takers);
        var instrument = new InstrumentFacts(0, Code.pack(House.SAMSUNG), quote, false, new InstrumentFacts.Best(258_000, 1, 1),
            new InstrumentFacts.Best(257_500, 1, 1));
        return new TradeNotice(instrument, Venue.KRX, 159_638, Optional.of(taker), priceWon, qtyShares, volumeShares, turnoverWon, takers, at(11, 56, 18));
    }

    private String told(TradeNotice trade) {
        Subject subject = Subject.ofStock(RealType.FILL, House.SAMSUNG).orElseThrow();
        Frame frame = frames.trade(new Topic(), subject, trade);
        try {
            return new String(frame.payload(), UTF_8);
        } finally {
            frame.release();
        }
    }

    @Test
    void tellsATradeWithASellingTakerAsRecorded() {
        String told = told(trade(Side.SELL, 257_750, 19, VOLUME_SHARES, TURNOVER_WON, new TakerSums(3_266_718, 3_645_181, 96_320, 63_318)));
        assertEquals("{\"data\":[{\"values\":{\"20\":\"115618\",\"10\":\"-257750\",\"11\":\"-11250\",\"12\":\"-4.18\",\"27\":\"-258000\","
            + "\"28\":\"-257500\",\"15\":\"-19\",\"13\":\"7198927\",\"14\":\"1860588\",\"16\":\"-258000\",\"17\":\"-261000\","
            + "\"18\":\"-257000\",\"25\":\"5\",\"26\":\"-15318148\",\"29\":\"-4167722708811\",\"30\":\"-31.97\",\"31\":\"0.12\","
            + "\"32\":\"0\",\"228\":\"89.62\",\"311\":\"15068783\",\"290\":\"2\",\"691\":\"0\",\"567\":\"000000\",\"568\":\"000000\","
            + "\"851\":\"\",\"1890\":\"090016\",\"1891\":\"090539\",\"1892\":\"114556\",\"1030\":\"3645181\",\"1031\":\"3266718\","
            + "\"1032\":\"-47.26\",\"1071\":\"63318\",\"1072\":\"96320\",\"1313\":\"-4897\",\"1315\":\"-19\",\"1316\":\" 0\","
            + "\"1314\":\"-19\",\"1497\":\"\",\"1498\":\"\",\"620\":\"258453\",\"732\":\"\",\"852\":\"\",\"9081\":\"KRX\"},"
            + "\"type\":\"0B\",\"name\":\"주식체결\",\"item\":\"005930\"}],\"trnm\":\"REAL\"}", told);
    }

    @Test
    void tellsATradeWithABuyingTakerAsRecorded() {
        long turnoverWon = TURNOVER_WON + 4_167_722_708_811L - 4_167_611_870_811L;
        String told = told(trade(Side.BUY, 258_000, 20, 7_199_357, turnoverWon, new TakerSums(3_266_740, 3_645_589, 96_323, 63_329)));
        for (String part : new String[] {"\"10\":\"-258000\",\"11\":\"-11000\",\"12\":\"-4.09\"", "\"15\":\"+20\"",
            "\"14\":\"1860699\"", "\"26\":\"-15317718\",\"29\":\"-4167611870811\"", "\"620\":\"258453\"", "\"30\":\"-31.97\"", "\"228\":\"89.61\",\"311\":\"15083399\"", "\"1032\":\"-47.26\"", "\"1313\":\"+5160\",\"1315\":\" 0\","
                + "\"1316\":\"+20\",\"1314\":\"+20\""}) {
            assertEquals(told, told.contains(part) ? told : part);
        }
    }
}
