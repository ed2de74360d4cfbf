package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Field;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Side;
import dev.hoga.gateway.BookNotice;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The frames of 0B, 0C, 0D and 0H. The sign of a price is its direction against the base price. Belongs to the feed's thread.
 */
final class QuoteFrames {
    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;
    /** A limit price that was not reached. */
    private static final String NEVER = "000000";
    /** How the wire spells that a trade was none of this side: a blank where the sign would be. */
    private static final String NOTHING = " 0";
    /** What the wire was seen to leave out of 0D although its table lists it, beside the quantities of liquidity providers. */
    private static final Set<String> NOT_ON_THE_WIRE = Set.of("13", "299", "215", "216");
    private static final int FIRST_PROVIDER_FIELD = 621;
    private static final int LAST_PROVIDER_FIELD = 640;

    private final TrSpec fill;
    private final TrSpec best;
    private final TrSpec expected;
    private final FieldRows book;
    private final RealConstants.OfType fillConstants = RealConstants.of(RealType.FILL);
    private final RealConstants.OfType bookConstants = RealConstants.of(RealType.BOOK);
    private final RealFrame frame = new RealFrame();
    /** The best quotes as they were told last, by listing; what has not changed is no news for 0C. */
    private final Map<Integer, Best> lastBest = new HashMap<>();

    /** What auctions were expected to end with when it was told last, by listing. */
    private final Map<Integer, Expected> lastExpected = new HashMap<>();

    private record Best(long askWon, long bidWon) {
    }

    QuoteFrames(BrokerCatalogue contract) {
        fill = contract.require(RealType.FILL.code());
        best = contract.require(RealType.BEST_QUOTE.code());
        expected = contract.require(RealType.EXPECTED_FILL.code());
        FieldRows all = contract.require(RealType.BOOK.code()).response();
        book = FieldRows.of(all.rows().stream().filter(QuoteFrames::onTheWire).toList());
    }

    private static boolean onTheWire(Field field) {
        int id = Integer.parseInt(field.name());
        return !NOT_ON_THE_WIRE.contains(field.name()) && (id < FIRST_PROVIDER_FIELD || id > LAST_PROVIDER_FIELD);
    }

    private Frame frame(Topic topic, Subject subject, ResponseBody values) {
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }

    // -- 0B --------------------------------------------------------------------------------------------------------------

    Frame trade(Topic topic, Subject subject, TradeNotice trade) {
        QuoteFacts quote = trade.quote();
        ResponseBody values = ResponseBody.of(fill);
        fillConstants.fill(values);
        values.text("20", KoreanTime.time(trade.timeMs()))
            .number("11", quote.changeWon())
            .decimal("12", Rates.hundredths(quote.changeWon(), quote.baseWon()), Rates.DECIMALS)
            .number("13", quote.volumeShares())
            .number("14", quote.turnoverWon() / MILLION)
            .text("25", quote.changeSign())
            .number("26", quote.volumeShares() - quote.previousVolumeShares())
            .number("29", quote.turnoverWon() - quote.previousTurnoverWon())
            .decimal("30", quote.volumeRatioHundredths(), Rates.DECIMALS)
            .decimal("31", Rates.hundredths(quote.volumeShares(), quote.listedShares()), Rates.DECIMALS)
            .number("311", quote.marketCap())
            .text("290", session(trade.session()))
            // Cut to the won, as recorded.
            .number("620", quote.turnoverWon() / quote.volumeShares())
            .text("9081", trade.venue().name());
        price(values, "10", trade.priceWon(), quote.baseWon());
        price(values, "27", trade.instrument().bestAskWon(), quote.baseWon());
        price(values, "28", trade.instrument().bestBidWon(), quote.baseWon());
        price(values, "16", quote.openWon(), quote.baseWon());
        price(values, "17", quote.highWon(), quote.baseWon());
        price(values, "18", quote.lowWon(), quote.baseWon());
        times(values, quote);
        single(values, trade);
        takers(values, trade.takers());
        return frame(topic, subject, values);
    }

    private static String session(TradeNotice.Session session) {
        return switch (session) {
            case BEFORE -> "1";
            case REGULAR -> "2";
            case AFTER -> "3";
        };
    }

    private static void times(ResponseBody values, QuoteFacts quote) {
        String highest = KoreanTime.time(quote.times().highMs());
        String lowest = KoreanTime.time(quote.times().lowMs());
        values.text("1890", KoreanTime.time(quote.times().openMs()))
            .text("1891", highest)
            .text("1892", lowest)
            .text("567", quote.highWon() == quote.upperWon() ? highest : NEVER)
            .text("568", quote.lowWon() == quote.lowerWon() ? lowest : NEVER);
    }

    /**
     * This trade alone, a purchase with a plus and a sale with a minus; thousands of won are cut. The trade of an auction counts
     * as a purchase: how the broker tells of it was never seen.
     */
    private static void single(ResponseBody values, TradeNotice trade) {
        boolean bought = trade.takerSide().orElse(Side.BUY) == Side.BUY;
        long signedShares = bought ? trade.qtyShares() : -trade.qtyShares();
        values.number("15", signedShares)
            .number("1313", signedShares * trade.priceWon() / THOUSAND)
            .number("1314", signedShares)
            .number(bought ? "1316" : "1315", signedShares)
            .text(bought ? "1315" : "1316", NOTHING);
    }

    /** The day's trades by taker. The share of purchases has a minus while it is less than half. */
    private static void takers(ResponseBody values, TakerSums takers) {
        long bought = Rates.hundredths(takers.boughtShares(), takers.boughtShares() + takers.soldShares());
        values.decimal("228", takers.strengthHundredths(), Rates.DECIMALS)
            .number("1030", takers.soldShares())
            .number("1031", takers.boughtShares())
            .decimal("1032", takers.boughtShares() < takers.soldShares() ? -bought : bought, Rates.DECIMALS)
            .number("1071", takers.sells())
            .number("1072", takers.buys());
    }

    // -- 0C --------------------------------------------------------------------------------------------------------------

    /** Whether the best quotes are others than when this was asked last. */
    boolean bestChanged(InstrumentFacts instrument) {
        var now = new Best(instrument.bestAskWon(), instrument.bestBidWon());
        return !now.equals(lastBest.put(instrument.id(), now));
    }

    Frame best(Topic topic, Subject subject, InstrumentFacts instrument) {
        ResponseBody values = ResponseBody.of(best);
        price(values, "27", instrument.bestAskWon(), instrument.quote().baseWon());
        price(values, "28", instrument.bestBidWon(), instrument.quote().baseWon());
        return frame(topic, subject, values);
    }

    // -- 0D --------------------------------------------------------------------------------------------------------------

    /** The field ids of one side's levels, best first. */
    private enum Ids {
        ASKS(41, 61, 6044, 6066), BIDS(51, 71, 6054, 6076);

        private final List<String> prices;
        private final List<String> sizes;
        private final List<String> krxSizes;
        private final List<String> nxtSizes;

        Ids(int price, int size, int krxSize, int nxtSize) {
            prices = from(price);
            sizes = from(size);
            krxSizes = from(krxSize);
            nxtSizes = from(nxtSize);
        }

        private static List<String> from(int first) {
            return IntStream.range(first, first + Ladder.LEVELS).mapToObj(Integer::toString).toList();
        }
    }

    Frame book(Topic topic, Subject subject, BookNotice notice) {
        long asks = notice.asks().totalShares();
        long bids = notice.bids().totalShares();
        ResponseBody values = ResponseBody.of(book);
        bookConstants.fill(values);
        levels(values, Ids.ASKS, notice.asks(), notice.instrument().quote().baseWon());
        levels(values, Ids.BIDS, notice.bids(), notice.instrument().quote().baseWon());
        values.text("21", KoreanTime.time(notice.timeMs()))
            .number("121", asks)
            .number("125", bids)
            .number("6064", notice.asks().totalKrxShares())
            .number("6065", notice.bids().totalKrxShares())
            .number("6086", notice.asks().totalNxtShares())
            .number("6087", notice.bids().totalNxtShares())
            .number("128", bids - asks)
            .decimal("129", Rates.hundredths(bids, asks), Rates.DECIMALS)
            .number("138", asks - bids)
            .decimal("139", Rates.hundredths(asks, bids), Rates.DECIMALS);
        expected(values, notice.expected());
        return frame(topic, subject, values);
    }

    /** What the auction is expected to end with, twice; outside auctions all of it is 0, the signs too, as recorded. */
    private static void expected(ResponseBody values, Expected expected) {
        String sign = expected.priceWon() == 0 ? "0" : expected.changeSign();
        values.number("23", expected.priceWon())
            .number("24", expected.qtyShares())
            .number("200", expected.changeWon())
            .decimal("201", expected.changeHundredths(), Rates.DECIMALS)
            .text("238", sign)
            .number("291", expected.priceWon())
            .number("292", expected.qtyShares())
            .text("293", sign)
            .number("294", expected.changeWon())
            .decimal("295", expected.changeHundredths(), Rates.DECIMALS);
    }

    private static void levels(ResponseBody values, Ids ids, Ladder ladder, long baseWon) {
        for (int level = 0; level < Ladder.LEVELS; level++) {
            price(values, ids.prices.get(level), ladder.pricesWon()[level], baseWon);
            values.number(ids.sizes.get(level), ladder.qtysShares()[level]);
            values.number(ids.krxSizes.get(level), ladder.krxShares(level));
            values.number(ids.nxtSizes.get(level), ladder.nxtShares()[level]);
        }
    }

    // -- 0H --------------------------------------------------------------------------------------------------------------

    /** Whether an auction is expected to end with something else than when this was asked last. */
    boolean expectedChanged(BookNotice notice) {
        Expected before = lastExpected.put(notice.instrument().id(), notice.expected());
        return notice.expected().priceWon() != 0 && !notice.expected().equals(before);
    }

    Frame expected(Topic topic, Subject subject, BookNotice notice) {
        ResponseBody values = ResponseBody.of(expected);
        price(values, "10", notice.expected().priceWon(), notice.instrument().quote().baseWon());
        values.text("20", KoreanTime.time(notice.timeMs()))
            .number("11", notice.expected().changeWon())
            .decimal("12", notice.expected().changeHundredths(), Rates.DECIMALS)
            .number("15", notice.expected().qtyShares())
            .number("13", notice.instrument().quote().volumeShares())
            .text("25", notice.expected().changeSign());
        return frame(topic, subject, values);
    }

    /** A price with its direction; 0, where there is none, has none. */
    static void price(ResponseBody values, String field, long priceWon, long baseWon) {
        values.price(field, priceWon, priceWon == 0 ? 0 : priceWon - baseWon);
    }

    /** The fields that a frame of a type has. */
    static Stream<String> fieldsOnTheWire(BrokerCatalogue contract, RealType type) {
        List<Field> rows = new ArrayList<>(contract.require(type.code()).response().rows());
        return rows.stream().filter(field -> type != RealType.BOOK || onTheWire(field)).map(Field::name);
    }
}
