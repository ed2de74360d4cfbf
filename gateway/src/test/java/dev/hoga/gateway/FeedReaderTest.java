package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
    private static final long TEN_O_CLOCK_MS = OffsetDateTime.parse("2026-11-20T10:00:00+09:00").toInstant().toEpochMilli();
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long SAMSUNG = Code.pack("005930");
    private static final long HYNIX = Code.pack("000660");
    private static final long BASE_WON = 70_000;
    private static final long ALICE_NUMBER = 5_000_000_101L;
    private static final int PATIENCE_SECONDS = 10;

    private final DirectEngine engine = new DirectEngine(TEN_O_CLOCK_MS);
    private final Notes notes = new Notes();
    private FeedReader reader;
    private int alice;
    private int bob;

    @BeforeEach
    void openTheHouse() {
        engine.startClock(TEN_O_CLOCK_MS, 1, false, new KeptReply());
        for (long code : new long[] {SAMSUNG, HYNIX}) {
            engine.listInstrument(code, "종목", Market.KOSPI, InstrumentKind.STOCK, "전기전자", 5_919_637_922L, 100, 1, BASE_WON, new KeptReply());
        }
        alice = open(ALICE_NUMBER);
        bob = open(ALICE_NUMBER + 1);
        reader = new FeedReader(engine, List.of(notes));
    }

    @AfterEach
    void stop() {
        notes.goOn.countDown();
        reader.close();
    }

    private int open(long number) {
        var reply = new KeptReply();
        engine.openAccount(number, "name", "hts" + number, 150_000, reply);
        engine.moveCash(reply.intValue(), 100_000_000_000L, new KeptReply());
        engine.depositShares(reply.intValue(), SAMSUNG, 1_000_000, BASE_WON, new KeptReply());
        return reply.intValue();
    }

    /** Writes down what is told, one line each. */
    private static final class Notes implements FeedConsumer {
        private final Set<Long> trades = ConcurrentHashMap.newKeySet();
        private final Set<Long> books = ConcurrentHashMap.newKeySet();
        private final Set<Integer> accounts = ConcurrentHashMap.newKeySet();
        private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean waits;
        private volatile boolean breaks;

        @Override
        public boolean wantsAnything() {
            return true;
        }

        @Override
        public boolean wantsTrades(long code, Venue venue) {
            return venue == Venue.KRX && trades.contains(code);
        }

        @Override
        public boolean wantsBook(long code, Venue venue) {
            return venue == Venue.KRX && books.contains(code);
        }

        @Override
        public boolean wantsAccount(int accountId) {
            return accounts.contains(accountId);
        }

        @Override
        public void trade(TradeNotice trade) {
            if (breaks) {
                throw new StackOverflowError("made up");
            }
            if (wantsTrades(trade.instrument().code(), trade.instrument().venue())) {
                told.add(trade);
            }
        }

        @Override
        public void book(BookNotice book) {
            if (wantsBook(book.instrument().code(), book.instrument().venue())) {
                told.add(book);
            }
        }

        @Override
        public void order(OrderNotice order) {
            told.add(order);
        }

        @Override
        public void holding(HoldingNotice holding) {
            told.add(holding);
        }

        @Override
        public void send() {
            if (waits) {
                told.add("waits");
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void lost() {
            told.add("lost");
        }

        @Override
        public void over() {
            told.add("over");
        }

        <T> T next(Class<T> type) throws InterruptedException {
            Object next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, "nothing was told");
            return type.cast(next);
        }
    }

    private int place(int account, long code, Side side, OrderType type, TimeInForce timeInForce, long qty, long priceWon) {
        var reply = new KeptReply();
        engine.placeOrder(account, code, Venue.KRX, side, type, timeInForce, qty, priceWon, reply);
        return reply.intValue();
    }

    private int limit(int account, Side side, long qty, long priceWon) {
        return place(account, SAMSUNG, side, OrderType.LIMIT, TimeInForce.DAY, qty, priceWon);
    }

    private static String line(TradeNotice trade) {
        return trade.tradeNumber() + ": " + trade.takerSide().map(Side::name).orElse("auction") + " " + trade.qtyShares() + " at " + trade.priceWon() + ", volume "
            + trade.volumeShares() + ", turnover " + trade.turnoverWon();
    }

    private static String takers(TradeNotice trade) {
        TakerSums sums = trade.takers();
        return sums.buys() + " bought " + sums.boughtShares() + ", " + sums.sells() + " sold " + sums.soldShares() + ", strength "
            + sums.strengthHundredths();
    }

    private static String line(OrderNotice notice) {
        OrderFacts order = notice.order();
        return notice.orderNumber() + " " + notice.change() + " open " + order.openShares() + " filled " + order.filledShares() + " for "
            + order.filledAmountWon();
    }

    @Test
    void tellsEachTradeOfASweepWithTheVolumeRightAfterIt() throws InterruptedException {
        notes.trades.add(SAMSUNG);
        limit(bob, Side.SELL, 10, 70_000);
        limit(bob, Side.SELL, 20, 70_100);
        limit(alice, Side.BUY, 25, 70_100);
        assertEquals("1: BUY 10 at 70000, volume 10, turnover 700000", line(notes.next(TradeNotice.class)));
        TradeNotice second = notes.next(TradeNotice.class);
        assertEquals("2: BUY 15 at 70100, volume 25, turnover 1751500", line(second));
        assertEquals(SAMSUNG, second.instrument().code());
        assertEquals(70_100, second.instrument().bestAskWon());
        assertEquals(0, second.instrument().bestBidWon());
        assertEquals(70_100, second.instrument().quote().highWon());
    }

    @Test
    void saysThatNothingMoreWillBeToldWhereAnErrorEndsIt() throws InterruptedException {
        notes.trades.add(SAMSUNG);
        notes.breaks = true;
        limit(bob, Side.SELL, 10, 70_000);
        limit(alice, Side.BUY, 10, 70_000);
        assertEquals("over", notes.next(String.class));
    }

    @Test
    void tellsEachTradeWithTheTakersSumsRightAfterIt() throws InterruptedException {
        notes.trades.add(SAMSUNG);
        limit(alice, Side.BUY, 30, 70_000);
        limit(bob, Side.SELL, 5, 70_000);
        limit(bob, Side.SELL, 10, 70_200);
        limit(bob, Side.SELL, 20, 70_300);
        limit(alice, Side.BUY, 25, 70_300);
        limit(bob, Side.SELL, 15, 70_000);
        assertEquals("0 bought 0, 1 sold 5, strength 0", takers(notes.next(TradeNotice.class)));
        assertEquals("1 bought 10, 1 sold 5, strength 20000", takers(notes.next(TradeNotice.class)));
        assertEquals("2 bought 25, 1 sold 5, strength 50000", takers(notes.next(TradeNotice.class)));
        TradeNotice third = notes.next(TradeNotice.class);
        assertEquals("2 bought 25, 2 sold 20, strength 12500", takers(third));
        assertEquals(third.takers(), third.quote().takers());
        assertEquals(new PriceTimes(third.timeMs(), third.timeMs(), third.timeMs()), third.quote().times());
    }

    @Test
    void tellsSumsAsTheyWereAlthoughItAsksLater() throws InterruptedException {
        notes.trades.add(SAMSUNG);
        notes.accounts.add(alice);
        engine.refuseReads(true);
        int first = limit(alice, Side.BUY, 30, 70_000);
        limit(bob, Side.SELL, 10, 70_000);
        limit(bob, Side.SELL, 5, 70_000);
        engine.cancelOrder(alice, SAMSUNG, Venue.KRX, first, 0, new KeptReply());
        engine.refuseReads(false);
        assertEquals(List.of("1: SELL 10 at 70000, volume 10, turnover 700000", "2: SELL 5 at 70000, volume 15, turnover 1050000"),
            List.of(line(notes.next(TradeNotice.class)), line(notes.next(TradeNotice.class))));
        assertEquals("1 Accepted[] open 30 filled 0 for 0", line(notes.next(OrderNotice.class)));
        assertEquals("1 Filled[qtyShares=10, priceWon=70000, tradeNumber=1] open 20 filled 10 for 700000", line(notes.next(OrderNotice.class)));
        HoldingNotice holding = notes.next(HoldingNotice.class);
        assertEquals(1_000_010, holding.qtyShares());
        assertEquals(15, holding.boughtTodayShares(), "of the moment of the notice");
        assertEquals(ALICE_NUMBER, holding.account().number());
        OrderNotice second = notes.next(OrderNotice.class);
        assertEquals("1 Filled[qtyShares=5, priceWon=70000, tradeNumber=2] open 15 filled 15 for 1050000", line(second));
        assertEquals(150, second.order().commissionWon(), "0.015 % of 1,050,000 won, cut to 10 won");
        assertEquals(1_000_015, notes.next(HoldingNotice.class).qtyShares());
        OrderNotice cancel = notes.next(OrderNotice.class);
        assertEquals("4 Accepted[] open 0 filled 0 for 0", line(cancel));
        assertEquals(OrderKind.CANCEL, cancel.order().kind());
        assertEquals(first, cancel.order().originalNumber());
        assertEquals("1 Reduced[reason=CANCELLED, qtyShares=15] open 0 filled 15 for 1050000", line(notes.next(OrderNotice.class)));
    }

    @Test
    void tellsOfAnAmendmentAndOfWhatDidNotFillAtOnce() throws InterruptedException {
        notes.accounts.add(alice);
        int first = limit(alice, Side.BUY, 10, 69_000);
        engine.amendOrder(alice, SAMSUNG, Venue.KRX, first, OrderType.LIMIT, 4, 69_500, new KeptReply());
        place(alice, SAMSUNG, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 7, 69_000);
        assertEquals("1 Accepted[] open 10 filled 0 for 0", line(notes.next(OrderNotice.class)));
        assertEquals("1 Reduced[reason=AMENDED, qtyShares=4] open 6 filled 0 for 0", line(notes.next(OrderNotice.class)));
        OrderNotice amendment = notes.next(OrderNotice.class);
        assertEquals("2 Accepted[] open 4 filled 0 for 0", line(amendment));
        assertEquals(69_500, amendment.order().priceWon());
        assertEquals("3 Accepted[] open 7 filled 0 for 0", line(notes.next(OrderNotice.class)));
        assertEquals("3 Reduced[reason=NOT_FILLED_AT_ONCE, qtyShares=7] open 0 filled 0 for 0", line(notes.next(OrderNotice.class)));
    }

    @Test
    void tellsABookOnceHoweverOftenItChanged() throws InterruptedException {
        notes.books.add(SAMSUNG);
        engine.refuseReads(true);
        for (int i = 1; i <= 50; i++) {
            limit(bob, Side.SELL, i, 70_000 + 100 * i);
        }
        engine.refuseReads(false);
        BookNotice book = notes.next(BookNotice.class);
        while (book.asks().totalShares() < 1_275) {
            book = notes.next(BookNotice.class);
        }
        assertEquals(70_100, book.asks().pricesWon()[0]);
        assertEquals(10, book.asks().qtysShares()[9]);
        assertEquals(0, book.bids().totalShares());
        assertTrue(notes.told.isEmpty());
    }

    @Test
    void tellsNothingThatNobodyListensTo() throws InterruptedException {
        notes.books.add(HYNIX);
        limit(bob, Side.SELL, 1, 70_000);
        limit(alice, Side.BUY, 1, 70_000);
        place(bob, HYNIX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 70_000);
        assertEquals(HYNIX, notes.next(BookNotice.class).instrument().code());
        assertTrue(notes.told.isEmpty());
    }

    @Test
    void tellsOfAFillWhoseDayIsOverWhenItAsks() throws InterruptedException {
        notes.accounts.add(alice);
        notes.trades.add(SAMSUNG);
        int resting = limit(alice, Side.BUY, 10, 70_000);
        assertEquals("1 Accepted[] open 10 filled 0 for 0", line(notes.next(OrderNotice.class)));
        engine.refuseReads(true);
        limit(bob, Side.SELL, 4, 70_000);
        int taken = limit(alice, Side.BUY, 3, 69_000);
        engine.setMarketTime(TEN_O_CLOCK_MS + 3 * DAY_MS, new KeptReply());
        int nextDay = limit(alice, Side.BUY, 2, 69_000);
        engine.refuseReads(false);
        OrderNotice fill = notes.next(OrderNotice.class);
        assertEquals(resting + " Filled[qtyShares=4, priceWon=70000, tradeNumber=1] open 6 filled 4 for 280000", line(fill));
        assertFalse(fill.order().known());
        assertEquals(Side.BUY, fill.order().side());
        assertEquals(1_000_004, notes.next(HoldingNotice.class).qtyShares());
        OrderNotice accepted = notes.next(OrderNotice.class);
        assertEquals(taken + " Accepted[] open 3 filled 0 for 0", line(accepted));
        assertTrue(accepted.order().known(), "an acceptance tells all by itself");
        assertEquals(new OrderNotice.Reduced(ReduceReason.EXPIRED, 6), notes.next(OrderNotice.class).change());
        assertEquals(new OrderNotice.Reduced(ReduceReason.EXPIRED, 3), notes.next(OrderNotice.class).change());
        OrderNotice today = notes.next(OrderNotice.class);
        assertEquals(nextDay + " Accepted[] open 2 filled 0 for 0", line(today));
        assertEquals(1, nextDay, "numbers begin again");
        assertTrue(notes.told.isEmpty(), "a trade of a past day is no news");
    }

    @Test
    void tellsOfAFillWhileTheDayIsChanging() throws InterruptedException {
        int moreThanASlice = 2_500;
        for (int i = 0; i < moreThanASlice; i++) {
            engine.listInstrument(Code.pack("X" + i), "종목", Market.KOSPI, InstrumentKind.STOCK, "", 1_000, 100, 1, BASE_WON, new KeptReply());
        }
        notes.accounts.add(alice);
        notes.trades.add(SAMSUNG);
        engine.refuseReads(true);
        int order = limit(alice, Side.BUY, 10, 70_000);
        limit(bob, Side.SELL, 4, 70_000);
        engine.passTime(DAY_MS);
        engine.passTime(20);
        boolean known = engine.look(view -> view.orderExists(order));
        assertFalse(known, "the orders are forgotten");
        engine.refuseReads(false);
        assertEquals(order + " Accepted[] open 10 filled 0 for 0", line(notes.next(OrderNotice.class)));
        OrderNotice fill = notes.next(OrderNotice.class);
        assertEquals(order + " Filled[qtyShares=4, priceWon=70000, tradeNumber=1] open 6 filled 4 for 280000", line(fill));
        assertEquals(1_000_004, notes.next(HoldingNotice.class).qtyShares());
        assertEquals(new OrderNotice.Reduced(ReduceReason.EXPIRED, 6), notes.next(OrderNotice.class).change());
        engine.passTime(2 * DAY_MS);
        for (int slice = 0; slice < 10; slice++) {
            engine.passTime(20);
        }
        int nextDay = limit(alice, Side.BUY, 2, 69_000);
        assertEquals(1, nextDay);
        assertEquals(nextDay + " Accepted[] open 2 filled 0 for 0", line(notes.next(OrderNotice.class)));
    }

    @Test
    void beginsAgainWithEveryBookWhereItFellBehind() throws InterruptedException {
        notes.books.add(SAMSUNG);
        notes.books.add(HYNIX);
        notes.waits = true;
        limit(bob, Side.SELL, 1, 70_000);
        notes.next(BookNotice.class);
        assertEquals("waits", notes.next(String.class));
        notes.waits = false;
        int tooMany = 100_000;
        for (int i = 0; i < tooMany; i++) {
            limit(bob, Side.SELL, 1, 70_000);
        }
        place(bob, HYNIX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 9, 69_000);
        notes.goOn.countDown();
        Object next = notes.next(Object.class);
        while (!next.equals("lost")) {
            next = notes.next(Object.class);
        }
        var books = new HashMap<Long, BookNotice>();
        while (books.size() < 2) {
            BookNotice book = notes.next(BookNotice.class);
            books.put(book.instrument().code(), book);
        }
        assertEquals(tooMany + 1, books.get(SAMSUNG).asks().totalShares());
        assertEquals(9, books.get(HYNIX).bids().totalShares());
        limit(bob, Side.SELL, 1, 70_000);
        assertEquals(tooMany + 2, notes.next(BookNotice.class).asks().totalShares(), "it follows again");
    }

    /** Whatever the market does and whenever the feed may read, the story told is the story that happened. */
    @Test
    void tellsOneConsistentStoryOfARandomDay() throws InterruptedException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        notes.trades.add(SAMSUNG);
        notes.accounts.addAll(Set.of(alice, bob));
        var numbers = new ArrayList<Integer>();
        for (int step = 0; step < 3_000; step++) {
            engine.refuseReads(random.nextInt(4) == 0);
            int account = random.nextBoolean() ? alice : bob;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            if (random.nextInt(5) == 0 && !numbers.isEmpty()) {
                engine.cancelOrder(account, SAMSUNG, Venue.KRX, numbers.get(random.nextInt(numbers.size())), 0, new KeptReply());
            } else {
                numbers.add(limit(account, side, 1 + random.nextInt(50), 69_800 + 100 * random.nextInt(5)));
            }
        }
        engine.refuseReads(false);
        int last = limit(alice, Side.BUY, 1, 60_000);
        var story = new Story(seed);
        Object next = notes.next(Object.class);
        while (!(next instanceof OrderNotice order && order.orderNumber() == last)) {
            story.add(next);
            next = notes.next(Object.class);
        }
        story.checkEnd();
    }

    /** Follows a story and checks that each part fits what was told before. */
    private final class Story {
        private final long seed;
        private final Map<Integer, OrderFacts> orders = new HashMap<>();
        private long volumeShares;
        private long turnoverWon;
        private long tradeNumber;

        Story(long seed) {
            this.seed = seed;
        }

        void add(Object part) {
            if (part instanceof TradeNotice trade) {
                volumeShares += trade.qtyShares();
                turnoverWon += trade.qtyShares() * trade.priceWon();
                assertEquals(++tradeNumber, trade.tradeNumber(), "seed " + seed);
                assertEquals(volumeShares, trade.volumeShares(), "seed " + seed);
                assertEquals(turnoverWon, trade.turnoverWon(), "seed " + seed);
            } else if (part instanceof OrderNotice notice) {
                OrderFacts before = orders.put(notice.orderNumber(), notice.order());
                long filled = before == null ? 0 : before.filledShares();
                long open = before == null ? notice.order().openShares() : before.openShares();
                switch (notice.change()) {
                    case OrderNotice.Accepted accepted -> assertEquals(null, before, "seed " + seed);
                    case OrderNotice.Filled fill -> {
                        filled += fill.qtyShares();
                        open -= fill.qtyShares();
                    }
                    case OrderNotice.Reduced reduced -> open -= reduced.qtyShares();
                }
                assertEquals(filled, notice.order().filledShares(), "seed " + seed);
                assertEquals(open, notice.order().openShares(), "seed " + seed);
            }
        }

        void checkEnd() {
            engine.look(view -> {
                int samsung = view.instrumentId(SAMSUNG);
                assertEquals(view.volumeShares(samsung), volumeShares, "seed " + seed);
                assertEquals(view.turnoverWon(samsung), turnoverWon, "seed " + seed);
                orders.forEach((number, order) -> {
                    assertEquals(view.openShares(number), order.openShares(), "seed " + seed + " order " + number);
                    assertEquals(view.filledAmountWon(number), order.filledAmountWon(), "seed " + seed + " order " + number);
                    assertEquals(view.orderCommissionWon(number), order.commissionWon(), "seed " + seed + " order " + number);
                });
                return null;
            });
            assertTrue(Stream.of(volumeShares, tradeNumber).allMatch(count -> count > 0), "nothing happened, seed " + seed);
        }
    }
}
