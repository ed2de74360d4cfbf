package dev.hoga.gateway.kiwoom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemorySession;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an order to the frames that tell of it. */
class PushTest {
    private static final Pattern FRAME = Pattern.compile(
        "\\{\"data\":\\[\\{\"values\":\\{([^}]*)},\"type\":\"(..)\",\"name\":\"([^\"]+)\",\"item\":\"([^\"]*)\"}],\"trnm\":\"REAL\"}");
    private static final Pattern VALUE = Pattern.compile("\"(\\d+)\":\"([^\"]*)\"");

    private final House house = new House();
    private final FeedReader feed = new FeedReader(house.engine, List.of(house.socket));
    private final String alice = house.token("alice", Environment.LIVE);
    private final String bob = house.token("bob", Environment.LIVE);

    @AfterEach
    void stop() {
        feed.close();
    }

    /** A pushed frame, taken apart. */
    private record Real(String type, String name, String item, Map<String, String> values) {

        static Real parse(String frame) {
            Matcher parts = FRAME.matcher(frame);
            assertTrue(parts.matches(), frame);
            var values = new LinkedHashMap<String, String>();
            Matcher value = VALUE.matcher(parts.group(1));
            while (value.find()) {
                values.put(value.group(1), value.group(2));
            }
            return new Real(parts.group(2), parts.group(3), parts.group(4), values);
        }

        /** Some of the values, as {@code id=value}. */
        String only(String... ids) {
            var some = new ArrayList<String>();
            for (String id : ids) {
                some.add(id + "=" + values.get(id));
            }
            return String.join(" ", some);
        }
    }

    private MemorySession listener(String token, String group, List<String> items, String... types) {
        var session = new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(house.socket).says(KiwoomSessionTest.loginFrame(token))
            .says(KiwoomSessionTest.reg(group, "1", items, List.of(types)));
        assertEquals(2, session.heard().size());
        return session;
    }

    private static Real next(MemorySession session) throws InterruptedException {
        return Real.parse(session.hear());
    }

    // -- 0B ------------------------------------------------------------------------------------------------------------

    @Test
    void tellsOfATradeAsTheWireDoes() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0B");
        house.scripted(Side.SELL, House.SAMSUNG, 10, 70_700);
        house.limit(alice, Side.BUY, House.SAMSUNG, 4, 70_700);
        assertEquals("{\"data\":[{\"values\":{\"20\":\"100000\",\"10\":\"+70700\",\"11\":\"+700\",\"12\":\"+1.00\",\"27\":\"+70700\","
            + "\"28\":\"0\",\"15\":\"+4\",\"13\":\"4\",\"14\":\"0\",\"16\":\"+70700\",\"17\":\"+70700\",\"18\":\"+70700\",\"25\":\"2\","
            + "\"26\":\"+4\",\"29\":\"+282800\",\"30\":\"0.00\",\"31\":\"0.00\",\"32\":\"0\",\"228\":\"0.00\",\"311\":\"4185184\",\"290\":\"2\","
            + "\"691\":\"0\",\"567\":\"000000\",\"568\":\"000000\",\"851\":\"\",\"1890\":\"100000\",\"1891\":\"100000\","
            + "\"1892\":\"100000\",\"1030\":\"0\",\"1031\":\"4\",\"1032\":\"+100.00\",\"1071\":\"0\",\"1072\":\"1\","
            + "\"1313\":\"+282\",\"1315\":\" 0\",\"1316\":\"+4\",\"1314\":\"+4\","
            + "\"1497\":\"\",\"1498\":\"\",\"620\":\"70700\",\"732\":\"\",\"852\":\"\",\"9081\":\"KRX\"},\"type\":\"0B\","
            + "\"name\":\"주식체결\",\"item\":\"005930\"}],\"trnm\":\"REAL\"}", session.hear());
    }

    @Test
    void tellsEachTradeOfASweepInOrder() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0B");
        house.scripted(Side.BUY, House.SAMSUNG, 30, 69_900);
        house.scripted(Side.BUY, House.SAMSUNG, 20, 70_100);
        house.depositShares(house.bob, House.SAMSUNG, 100, 60_000);
        house.limit(bob, Side.SELL, House.SAMSUNG, 45, 69_900);
        assertEquals("10=+70100 15=-20 13=20 14=1 25=2 1315=-20 1316= 0", next(session).only("10", "15", "13", "14", "25", "1315", "1316"));
        assertEquals("10=-69900 15=-25 13=45 14=3 25=5 11=-100 12=-0.14", next(session).only("10", "15", "13", "14", "25", "11", "12"));
        assertEquals(List.of(), session.heard());
    }

    @Test
    void tellsWhatTakersOfBothSidesHaveTradedRightAfterEachTrade() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0B");
        String[] ids = {"228", "1030", "1031", "1032", "1071", "1072", "1313", "1314"};
        house.scripted(Side.BUY, House.SAMSUNG, 30, 69_900);
        house.scripted(Side.BUY, House.SAMSUNG, 20, 70_100);
        house.scripted(Side.SELL, House.SAMSUNG, 45, 69_900);
        assertEquals("228=0.00 1030=20 1031=0 1032=0.00 1071=1 1072=0 1313=-1402 1314=-20", next(session).only(ids));
        assertEquals("228=0.00 1030=45 1031=0 1032=0.00 1071=2 1072=0 1313=-1747 1314=-25", next(session).only(ids));
        house.scripted(Side.SELL, House.SAMSUNG, 60, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 60, 70_100);
        assertEquals("228=133.33 1030=45 1031=60 1032=+57.14 1071=2 1072=1 1313=+4206 1314=+60", next(session).only(ids));
    }

    @Test
    void tellsWhenALimitWasReached() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0B");
        house.scripted(Side.SELL, House.SAMSUNG, 1, 91_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 91_000);
        endInterruption("2026-11-20T10:03:00+09:00");
        assertEquals("567=100219 568=000000 25=1", next(session).only("567", "568", "25"));
        house.scripted(Side.BUY, House.SAMSUNG, 1, 49_000);
        house.scripted(Side.SELL, House.SAMSUNG, 1, 49_000);
        endInterruption("2026-11-20T10:06:00+09:00");
        assertEquals("567=100219 568=100517 25=4", next(session).only("567", "568", "25"));
    }

    /** A price at a limit is too far away to be traded at before an interruption has ended. */
    private void endInterruption(String time) {
        house.engine.setMarketTime(OffsetDateTime.parse(time).toInstant().toEpochMilli(), new KeptReply());
    }

    @Test
    void tellsTheSameTradeToEveryListenerAndUnderTheItemRegistered() throws InterruptedException {
        MemorySession plain = listener(alice, "1", List.of(House.SAMSUNG), "0B");
        MemorySession all = listener(bob, "1", List.of(House.SAMSUNG + "_AL", House.SAMSUNG + "_NX"), "0B");
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 70_000);
        assertEquals("005930", next(plain).item());
        assertEquals("005930_AL", next(all).item());
        assertEquals(List.of(), all.heard(), "Nextrade is silent");
    }

    // -- 0H ------------------------------------------------------------------------------------------------------------

    @Test
    void tellsWhatAnAuctionIsExpectedToEndWithWhenThatChanges() throws InterruptedException {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:25:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0H");
        house.scripted(Side.SELL, House.SAMSUNG, 30, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 5, 70_100);
        assertEquals("{\"data\":[{\"values\":{\"20\":\"152500\",\"10\":\"+70100\",\"11\":\"+100\",\"12\":\"+0.14\",\"15\":\"+5\",\"13\":\"0\",\"25\":\"2\"},"
            + "\"type\":\"0H\",\"name\":\"주식예상체결\",\"item\":\"005930\"}],\"trnm\":\"REAL\"}", session.hear());
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_000);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_200);
        assertEquals("15=+7", next(session).only("15"), "what changes nothing is not told");
    }

    // -- 1h ------------------------------------------------------------------------------------------------------------

    @Test
    void tellsWhenAnInterruptionBeginsAndWhenItEnds() throws InterruptedException {
        MemorySession every = listener(alice, "1", List.of(""), "1h");
        MemorySession other = listener(bob, "1", List.of(House.HYNIX), "1h");
        house.scripted(Side.SELL, House.SAMSUNG, 2, 77_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 77_000);
        assertEquals("{\"data\":[{\"values\":{\"9001\":\"005930\",\"302\":\"삼성전자\",\"13\":\"0\",\"14\":\"0\",\"9068\":\"1\",\"9008\":\"001\",\"9075\":\"\","
            + "\"1221\":\"77000\",\"1223\":\"100000\",\"1224\":\"000000\",\"1225\":\"동적+정적\",\"1236\":\"70000\",\"1237\":\"70000\",\"1238\":\"+10.00\","
            + "\"1239\":\"+10.00\",\"1489\":\"+10.00\",\"1490\":\"1\",\"9069\":\"1\",\"1279\":\"+동적+정적\"},\"type\":\"1h\",\"name\":\"VI발동/해제\","
            + "\"item\":\"005930\"}],\"trnm\":\"REAL\"}", every.hear());
        house.scripted(Side.BUY, House.SAMSUNG, 1, 60_000);
        endInterruption("2026-11-20T10:03:00+09:00");
        assertEquals("9068=2 13=1 1223=100000 1224=100219 1490=1", next(every).only("9068", "13", "1223", "1224", "1490"));
        assertEquals(List.of(), other.heard(), "another stock's");
    }

    // -- 0C, 0D --------------------------------------------------------------------------------------------------------

    @Test
    void tellsOfABookAsTheWireDoes() throws InterruptedException {
        house.scripted(Side.SELL, House.SAMSUNG, 30, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 5, 69_900);
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0D");
        house.scripted(Side.SELL, House.SAMSUNG, 10, 70_200);
        Real book = next(session);
        if (book.only("42").equals("42=0")) {
            // A feed that is behind tells of the book before the registration first.
            book = next(session);
        }
        assertEquals("0D 주식호가잔량 005930", book.type + ' ' + book.name + ' ' + book.item);
        assertEquals("21=100000 41=+70100 61=30 51=-69900 71=5 42=+70200 62=10 52=0 72=0 50=0 70=0", book.only("21", "41", "61", "51",
            "71", "42", "62", "52", "72", "50", "70"));
        assertEquals("121=40 125=5 128=-35 129=12.50 138=+35 139=800.00", book.only("121", "125", "128", "129", "138", "139"));
        assertEquals("6044=30 6045=10 6054=5 6063=0 6064=40 6065=5 6066=0 6102=0", book.only("6044", "6045", "6054", "6063", "6064",
            "6065", "6066", "6102"));
        for (String absent : List.of("13", "215", "216", "299", "621", "640")) {
            assertFalse(book.values.containsKey(absent), absent + " is not on the wire");
        }
        assertEquals("21", book.values.keySet().iterator().next());
    }

    @Test
    void tellsOfTheBestQuotesOnlyWhenTheyChange() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "0C");
        MemorySession books = listener(bob, "1", List.of(House.SAMSUNG), "0D");
        house.scripted(Side.SELL, House.SAMSUNG, 30, 70_100);
        assertEquals("{\"data\":[{\"values\":{\"27\":\"+70100\",\"28\":\"0\"},\"type\":\"0C\",\"name\":\"주식우선호가\",\"item\":\"005930\"}],"
            + "\"trnm\":\"REAL\"}", session.hear());
        books.hear();
        house.scripted(Side.SELL, House.SAMSUNG, 5, 70_300);
        books.hear();
        house.scripted(Side.BUY, House.SAMSUNG, 5, 70_000);
        assertEquals("27=+70100 28=70000", next(session).only("27", "28"));
        assertEquals(List.of(), session.heard());
    }

    // -- 00, 04 --------------------------------------------------------------------------------------------------------

    @Test
    void tellsOfAnOrderAndItsFillAndTheHolding() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00", "04");
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_000);
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_100);
        house.limit(alice, Side.BUY, House.SAMSUNG, 10, 70_100);
        assertEquals("{\"data\":[{\"values\":{\"9201\":\"5000000101\",\"9203\":\"0000001\",\"9205\":\"\",\"9001\":\"005930\",\"912\":\"JJ\","
            + "\"913\":\"접수\",\"302\":\"삼성전자\",\"900\":\"10\",\"901\":\"70100\",\"902\":\"10\",\"903\":\"0\",\"904\":\"0000000\","
            + "\"905\":\"+매수\",\"906\":\"보통\",\"907\":\"2\",\"908\":\"100000\",\"909\":\"\",\"910\":\"\",\"911\":\"\",\"10\":\"+70100\","
            + "\"27\":\"0\",\"28\":\"+70100\",\"914\":\"\",\"915\":\"\",\"938\":\"0\",\"939\":\"0\",\"919\":\"0\",\"920\":\"\",\"921\":\"\","
            + "\"922\":\"00\",\"923\":\"\",\"10010\":\" 70000\",\"2134\":\"1\",\"2135\":\"KRX\",\"2136\":\"N\"},\"type\":\"00\","
            + "\"name\":\"주문체결\",\"item\":\"005930\"}],\"trnm\":\"REAL\"}", session.hear());
        assertEquals("913=체결 902=7 903=210000 909=1 910=70000 911=3 914=70000 915=3 938=30", next(session).only("913", "902", "903",
            "909", "910", "911", "914", "915", "938"));
        assertEquals("04 930=3 931=70000 932=210000", named(next(session), "930", "931", "932"));
        assertEquals("913=체결 902=4 903=420300 909=2 910=70050 911=6 914=70100 915=3 938=60", next(session).only("913", "902", "903",
            "909", "910", "911", "914", "915", "938"));
        assertEquals("{\"data\":[{\"values\":{\"9201\":\"5000000101\",\"9001\":\"005930\",\"917\":\"00\",\"916\":\"00000000\","
            + "\"302\":\"삼성전자\",\"10\":\"+70100\",\"930\":\"6\",\"931\":\"70050\",\"932\":\"420300\",\"933\":\"6\",\"945\":\"6\",\"946\":\"2\","
            + "\"950\":\"0\",\"951\":\"0\",\"27\":\"0\",\"28\":\"+70100\",\"307\":\"70000\",\"8019\":\"0.00\",\"957\":\"0\",\"958\":\"0\","
            + "\"918\":\"00000000\",\"990\":\"0\",\"991\":\"0.00\",\"992\":\"0\",\"993\":\"0.00\",\"959\":\"0\",\"924\":\"0\"},\"type\":\"04\","
            + "\"name\":\"현물잔고\",\"item\":\"005930\"}],\"trnm\":\"REAL\"}", session.hear());
    }

    private static String named(Real real, String... ids) {
        return real.type + ' ' + real.only(ids);
    }

    @Test
    void tellsOfASale() throws InterruptedException {
        house.depositShares(house.bob, House.SAMSUNG, 20, 60_000);
        MemorySession session = listener(bob, "2", List.of(""), "00", "04");
        house.scripted(Side.BUY, House.SAMSUNG, 100, 69_000);
        String answer = house.order(bob, "kt10001", House.orderBody(House.SAMSUNG, 15, "", "3"));
        assertTrue(answer.contains("\"return_code\":0"), answer);
        assertEquals("913=접수 901=0 905=-매도 906=시장가 907=1 10=-69000", next(session).only("913", "901", "905", "906", "907", "10"));
        assertEquals("913=체결 902=0 910=69000 911=15 938=150 939=2070", next(session).only("913", "902", "910", "911", "938", "939"));
        assertEquals("930=5 931=60000 933=5 945=-15 946=1", next(session).only("930", "931", "933", "945", "946"));
    }

    /** A purchase of one share at market as the mock host told it on 2026-09-11, but for the account, numbers, prices and times. */
    @Test
    void tellsOfAMarketOrderAsRecorded() throws InterruptedException {
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_100);
        MemorySession session = listener(alice, "2", List.of(""), "00");
        house.order(alice, "kt10000", House.orderBody(House.SAMSUNG, 1, "", "3"));
        assertEquals("{\"data\":[{\"values\":{\"9201\":\"5000000101\",\"9203\":\"0000001\",\"9205\":\"\",\"9001\":\"005930\",\"912\":\"JJ\","
            + "\"913\":\"접수\",\"302\":\"삼성전자\",\"900\":\"1\",\"901\":\"0\",\"902\":\"1\",\"903\":\"0\",\"904\":\"0000000\",\"905\":\"+매수\","
            + "\"906\":\"시장가\",\"907\":\"2\",\"908\":\"100000\",\"909\":\"\",\"910\":\"\",\"911\":\"\",\"10\":\"+70100\",\"27\":\"0\",\"28\":\"0\","
            + "\"914\":\"\",\"915\":\"\",\"938\":\"0\",\"939\":\"0\",\"919\":\"0\",\"920\":\"\",\"921\":\"\",\"922\":\"00\",\"923\":\"\","
            + "\"10010\":\" 70000\",\"2134\":\"1\",\"2135\":\"KRX\",\"2136\":\"N\"},\"type\":\"00\",\"name\":\"주문체결\",\"item\":\"005930\"}],"
            + "\"trnm\":\"REAL\"}", session.hear());
        assertEquals("913=체결 901=0 902=0 903=70100 904=0000000 906=시장가 909=1 910=70100 911=1 914=70100 915=1 938=10 939=0 10010= 70000",
            next(session).only("913", "901", "902", "903", "904", "906", "909", "910", "911", "914", "915", "938", "939", "10010"));
    }

    @Test
    void tellsOfAnAmendmentUnderItsOwnNumber() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00");
        String first = house.limit(alice, Side.BUY, House.SAMSUNG, 10, 69_000);
        house.amend(alice, House.SAMSUNG, first, "4", "69500");
        assertEquals("9203=0000001 913=접수", next(session).only("9203", "913"));
        String[] ids = {"9203", "904", "913", "905", "900", "901", "902"};
        assertEquals("9203=0000002 904=0000001 913=접수 905=+매수정정 900=4 901=69500 902=4", next(session).only(ids));
        assertEquals("9203=0000002 904=0000001 913=확인 905=+매수정정 900=4 901=69500 902=4", next(session).only(ids));
        assertEquals(List.of(), session.heard());
    }

    @Test
    void tellsOfACancellationAsItWasCaptured() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00", "04");
        String first = house.limit(alice, Side.BUY, House.SAMSUNG, 1, 69_000);
        house.cancel(alice, House.SAMSUNG, first, "0");
        next(session);
        String[] ids = {"9203", "904", "913", "905", "900", "901", "902", "903", "907", "919"};
        assertEquals("9203=0000002 904=0000001 913=접수 905=매수취소 900=1 901=0 902=1 903=0 907=2 919=0", next(session).only(ids));
        assertEquals("9203=0000002 904=0000001 913=확인 905=매수취소 900=1 901=0 902=0 903=0 907=2 919=0", next(session).only(ids));
        assertEquals(List.of(), session.heard());
    }

    @Test
    void tellsThatTheRestOfAnImmediateOrderIsGone() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00");
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_000);
        house.order(alice, "kt10000", House.orderBody(House.SAMSUNG, 10, "70000", "10"));
        String[] ids = {"9203", "913", "906", "900", "902", "911"};
        assertEquals("9203=0000001 913=접수 906=보통(IOC) 900=10 902=10 911=", next(session).only(ids));
        assertEquals("9203=0000001 913=체결 906=보통(IOC) 900=10 902=7 911=3", next(session).only(ids));
        assertEquals("9203=0000001 913=취소 906=보통(IOC) 900=10 902=0 911=", next(session).only(ids));
    }

    @Test
    void tellsAnAccountsOrdersToItsOwnSessionsOnly() throws InterruptedException {
        MemorySession live = listener(alice, "2", List.of(""), "00");
        MemorySession mock = listener(house.token("alice", Environment.MOCK), "2", List.of(House.HYNIX), "00");
        MemorySession other = listener(bob, "2", List.of(House.SAMSUNG), "00", "04");
        house.limit(alice, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals(live.hear(), mock.hear());
        house.limit(bob, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals("9201=5000000202 9203=0000002", next(other).only("9201", "9203"));
        assertEquals(List.of(), live.heard());
    }

    @Test
    void tellsNothingOfARefusedOrder() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00");
        house.order(alice, "kt10001", House.orderBody(House.SAMSUNG, 10, "70000", "0"));
        house.limit(alice, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals("9203=0000001 913=접수", next(session).only("9203", "913"));
    }

    @Test
    void closesWhoReliesOnNoticesThatWereLostAndNobodyElse() {
        MemorySession orders = listener(alice, "2", List.of(""), "00");
        MemorySession quotes = listener(bob, "1", List.of(House.SAMSUNG), "0B");
        house.socket.lost();
        assertEquals(1011, orders.closeStatus());
        assertEquals(0, quotes.closeStatus());
    }

    // -- all fields ----------------------------------------------------------------------------------------------------

    /** What is empty in a frame of everything is declared to be, and what is declared is in the frame. */
    @Test
    void everyFieldHasAFactOrADeclaredConstant() throws InterruptedException {
        MemorySession session = listener(alice, "1", List.of(House.SAMSUNG), "00", "04", "0B", "0C", "0D");
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_000);
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 3, 69_000);
        house.limit(alice, Side.BUY, House.SAMSUNG, 2, 70_000);
        var seen = new LinkedHashMap<String, Real>();
        while (seen.size() < 5 || !seen.get("00").values.get("913").equals("체결")) {
            Real real = next(session);
            seen.put(real.type, real);
        }
        for (Real real : seen.values()) {
            RealType type = RealType.ofCode(real.type).orElseThrow();
            List<String> fields = QuoteFrames.fieldsOnTheWire(House.CATALOGUE.kiwoom(), type).toList();
            assertEquals(fields, List.copyOf(real.values.keySet()), real.type);
            var declared = new TreeSet<String>();
            RealConstants.of(type).fields().forEach(declared::add);
            assertTrue(new HashSet<>(fields).containsAll(declared), real.type + ' ' + declared);
            real.values.forEach((id, value) -> assertTrue(!value.isEmpty() || declared.contains(id), real.type + ' ' + id + " is empty"));
        }
    }

    private static final List<OrderType> AT_ONCE = List.of(OrderType.LIMIT, OrderType.MARKET, OrderType.BEST_COUNTER);

    @Test
    void spellsEveryOrderTypeThatTheTableLists() {
        String words = House.CATALOGUE.kiwoom().require("00").response().find("906").orElseThrow().texts().toString();
        for (OrderType type : OrderType.values()) {
            for (TimeInForce timeInForce : TimeInForce.values()) {
                if (timeInForce == TimeInForce.DAY || AT_ONCE.contains(type)) {
                    String word = NoticeFrames.typeWord(type, timeInForce);
                    assertTrue(words.contains("ko=" + word + ","), word + " is not in " + words);
                }
            }
        }
    }

    @Test
    void readsItsOwnFramesAsJson() throws InterruptedException {
        MemorySession session = listener(alice, "2", List.of(""), "00");
        house.limit(alice, Side.BUY, House.SAMSUNG, 1, 69_000);
        byte[] frame = session.hear().getBytes(UTF_8);
        assertEquals("REAL", RequestBody.parse(frame, BodyLimits.DEFAULT).text("trnm"));
    }
}
