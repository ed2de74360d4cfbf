package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.DirectEngine.Mishap;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCallsTest {
    private static final String ORDER_CASH = House.TRADING + "order-cash";
    private static final String CHANGE = House.TRADING + "order-rvsecncl";
    private final House house = new House();
    private Sender live;
    private Sender mock;

    @BeforeEach
    void issueTokens() {
        live = house.sender("alice", Environment.LIVE);
        mock = house.sender("alice", Environment.MOCK);
    }

    private static String taken(String branch, int number, String code, String text) {
        return "{\"output\":{\"KRX_FWDG_ORD_ORGNO\":\"" + branch + "\",\"ODNO\":\"" + "%010d".formatted(number)
            + "\",\"ORD_TMD\":\"100000\",\"SOR_ODNO\":\"\"}," + House.ok(code, text);
    }

    private static String takenLive(int number) {
        return taken("06010", number, "APBK0013", "주문 전송 완료 되었습니다.");
    }

    @Test
    void buysAndSells() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        assertEquals(takenLive(1), house.order(live, Side.BUY, House.SAMSUNG, 1, "69000", "00"));
        assertEquals(takenLive(2), house.order(live, Side.SELL, House.SAMSUNG, 1, "71000", "00"));
        assertEquals(taken("00950", 3, "40600000", "모의투자 매수주문이 완료 되었습니다."),
            house.order(mock, Side.BUY, House.SAMSUNG, 1, "69000", "00"));
        assertEquals(taken("00950", 4, "40590000", "모의투자 매도주문이 완료 되었습니다."),
            house.order(mock, Side.SELL, House.SAMSUNG, 1, "71000", "00"));
        assertEquals(Side.SELL, house.engine.look(view -> view.orderSide(4)));
    }

    @Test
    void amendsAndCancelsUnderNewNumbers() {
        int first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        assertEquals(takenLive(2), house.change(live, "01", first, 0, "69100", "00"));
        assertEquals(takenLive(3), house.change(live, "02", 2, 2, "0", "00"));
        assertEquals(taken("00950", 4, "40620000", "모의투자 정정주문이 완료 되었습니다."), house.change(mock, "01", 2, 1, "69200", "00"));
        assertEquals(taken("00950", 5, "40630000", "모의투자 취소주문이 완료 되었습니다."), house.change(mock, "02", 2, 0, "100", "00"));
        assertEquals(1, house.engine.<Long>look(view -> view.openShares(4)));
        assertEquals(0, house.engine.<Long>look(view -> view.openShares(2)));
    }

    @Test
    void amendsALimitOrderToAMarketOrder() {
        int first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        assertEquals(takenLive(2), house.change(live, "01", first, 0, "70000", "01"));
        assertEquals(OrderType.MARKET, house.engine.look(view -> view.orderType(2)));
    }

    @ParameterizedTest
    @CsvSource({"TTTC0802U,BUY", "TTTC0801U,SELL", "TTTC0012U,BUY", "TTTC0011U,SELL"})
    void knowsOldAndNewIdsLive(String trId, Side side) {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        String body = '{' + House.ALICE_JSON + House.orderFields(House.SAMSUNG, 1, "70000", "00");
        assertEquals(takenLive(1), house.post(live, trId, ORDER_CASH, body).answer());
        assertEquals(side, house.engine.look(view -> view.orderSide(1)));
    }

    @ParameterizedTest
    @CsvSource({"VTTC0802U,BUY", "VTTC0801U,SELL", "VTTC0012U,BUY", "VTTC0011U,SELL"})
    void knowsOldAndNewIdsOfMockTrading(String trId, Side side) {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        String body = '{' + House.ALICE_JSON + House.orderFields(House.SAMSUNG, 1, "70000", "00");
        assertTrue(house.post(mock, trId, ORDER_CASH, body).answer().contains("\"ODNO\":\"0000000001\""));
        assertEquals(side, house.engine.look(view -> view.orderSide(1)));
    }

    @ParameterizedTest
    @CsvSource({"TTTC0803U", "TTTC0013U"})
    void knowsOldAndNewIdsOfChanges(String trId) {
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        assertEquals(takenLive(2), house.post(live, trId, CHANGE, House.changeBody("02", "1", 0, "0", "00")).answer());
    }

    @ParameterizedTest
    @CsvSource({"00,LIMIT,DAY", "01,MARKET,DAY", "03,BEST_COUNTER,DAY", "04,BEST_OWN,DAY", "11,LIMIT,IOC", "12,LIMIT,FOK", "13,MARKET,IOC",
        "14,MARKET,FOK", "15,BEST_COUNTER,IOC", "16,BEST_COUNTER,FOK"})
    void knowsEveryOrderTypeOfTheCore(String code, OrderType type, TimeInForce timeInForce) {
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_000);
        house.scripted(Side.SELL, House.SAMSUNG, 100, 71_000);
        assertEquals(takenLive(1), house.order(live, Side.BUY, House.SAMSUNG, 1, "69100", code), "a price beside a market order is ignored");
        assertEquals(type, house.engine.look(view -> view.orderType(1)));
        assertEquals(timeInForce, house.engine.look(view -> view.orderTimeInForce(1)));
    }

    private void assertRefused(Sender sender, String body, String expected, int status) {
        String trId = House.inEnvironment(sender, "TTTC0012U");
        MemoryExchange exchange = House.request(sender, trId, "POST", ORDER_CASH, body);
        house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
        assertEquals(expected, exchange.answer());
        assertEquals(status, exchange.status());
    }

    private static String body(String code, long qty, String price, String division) {
        return '{' + House.ALICE_JSON + House.orderFields(code, qty, price, division);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "22", "23", "24", "99", "x", ""})
    void refusesTypesThatAreNotTraded(String code) {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", code), House.error("APBK0963", "주문구분코드 오류 입니다.", 7), 200);
        assertRefused(mock, body(House.SAMSUNG, 1, "69000", code), House.error("90000000", "모의투자에서는 해당업무가 제공되지 않습니다.", 1), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "06", "07", "41", "42", "43", "44", "45", "46", "47"})
    void refusesTypesOfOtherSessions(String code) {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", code), House.error("APBK0918", "장운영시간이 아닙니다.(주문불가)", 7), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"27", "28", "29"})
    void refusesTypesOfNextradeAtKrx(String code) {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", code), House.error("APBK0963", "주문구분코드 오류 입니다.", 7), 200);
    }

    @ParameterizedTest
    @CsvSource({"NXT", "SOR"})
    void refusesVenuesThatThereAreNot(String venue) {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00").replace("KRX", venue),
            House.error("APBK0918", "장운영시간이 아닙니다.(주문불가)", 7), 200);
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00").replace("KRX", "X"),
            House.error("IGW00007", "MCA 전문바디 구성 중 오류가 발생하였습니다.", 1), 500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "005930|1|69050|APBK0506|주식주문호가단위 오류입니다.|40030000|모의투자 주문처리가 안되었습니다(호가단위 오류)",
        "005930|1|91100|APBK0406|주문가격이 상한가를 초과합니다.|40270000|모의투자 상/하한가 오류입니다.",
        "005930|1|48950|APBK0406|주문가격이 상한가를 초과합니다.|40270000|모의투자 상/하한가 오류입니다.",
        "005930|1000|69000|APBK0952|주문가능금액을 초과 했습니다|40250000|모의투자 주문가능금액이 부족합니다.",
        "999999|1|69000|APBK0656|해당 종목 정보가 없습니다.|40070000|모의투자 주문처리가 안되었습니다(매매불가 종목)",
        "005930|0|69000|APBK0986|주문수량을 확인 하여 주십시요.|40070000|모의투자 주문처리가 안되었습니다(매매불가 종목)"})
    void saysInTheBrokersWordsWhatTheCoreRefuses(String code, long qty, String price, String liveCode, String liveText, String mockCode,
        String mockText) {
        assertRefused(live, body(code, qty, price, "00"), House.error(liveCode, liveText, 7), 200);
        assertRefused(mock, body(code, qty, price, "00"), House.error(mockCode, mockText, 1), 200);
    }

    @Test
    void refusesToSellWhatIsNotHeld() {
        assertEquals(House.error("APBK0400", "주문 가능한 수량을 초과했습니다.", 7), house.order(live, Side.SELL, House.SAMSUNG, 1, "70000", "00"));
        assertEquals(House.error("40240000", "모의투자 잔고내역이 없습니다.", 1), house.order(mock, Side.SELL, House.SAMSUNG, 1, "70000", "00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", ""})
    void refusesALimitOrderWithoutAPrice(String price) {
        assertRefused(live, body(House.SAMSUNG, 1, price, "00"),
            House.error("IGW00007", "MCA 전문바디 구성 중 오류가 발생하였습니다.", 1), 500);
    }

    @ParameterizedTest
    @CsvSource({"ORD_UNPR,69000.5", "ORD_UNPR,-1", "ORD_QTY,x", "ORD_QTY,1.5", "ORD_QTY,9999999999999999999"})
    void refusesNumbersThatAreNone(String field, String value) {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00").replaceFirst("\"" + field + "\":\"\\d+\"", "\"" + field + "\":\"" + value + "\""),
            House.error("IGW00007", "MCA 전문바디 구성 중 오류가 발생하였습니다.", 1), 500);
    }

    @Test
    void namesTheClockWhereTheMarketIsClosed() {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:31:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00"), House.error("APBK0918", "장운영시간이 아닙니다.(주문불가)", 7), 200);
        assertRefused(mock, body(House.SAMSUNG, 1, "69000", "00"), House.error("40580000", "모의투자 장종료 입니다.", 1), 200);
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-21T10:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00"), House.error("APBK0919", "장운영일자가 주문일과 상이합니다", 7), 200);
        assertRefused(mock, body(House.SAMSUNG, 1, "69000", "00"), House.error("40100000", "모의투자 영업일이 아닙니다.", 1), 500);
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-23T08:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(mock, body(House.SAMSUNG, 1, "69000", "00"), House.error("40570000", "모의투자 장시작전 입니다.", 1), 200);
    }

    @Test
    void refusesOrdersOfAHaltedStock() {
        house.engine.haltInstrument(Code.pack(House.SAMSUNG), true, new KeptReply());
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00"), House.error("APBK0066", "거래정지종목(주식)은 취소주문만 가능(정정불가)합니다.", 7), 200);
    }

    @Test
    void refusesChangesOfOrdersThatAreNotOpenOrNotThere() {
        int first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        house.change(live, "02", first, 0, "0", "00");
        String nothing = House.error("APBK0927", "정정취소 가능수량이 없습니다.", 7);
        for (int original : new int[] {first, 2}) {
            house.assertUnchangedBy(() -> {
                assertEquals(nothing, house.change(live, "01", original, 0, "69100", "00"));
                assertEquals(nothing, house.change(live, "02", original, 0, "0", "00"));
                assertEquals(House.error("40330000", "모의투자 정정/취소할 수량이 없습니다.", 1), house.change(mock, "02", original, 0, "0", "00"));
            });
        }
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_000);
        int others = house.engine.look(view -> view.newestOrder(0));
        String unknown = House.error("APBK0344", "원주문정보가 존재하지않습니다", 7);
        for (int original : new int[] {999, 0, others}) {
            house.assertUnchangedBy(() -> {
                assertEquals(unknown, house.change(live, "01", original, 0, "69100", "00"));
                assertEquals(unknown, house.change(live, "02", original, 0, "0", "00"));
                assertEquals(House.error("40320000", "모의투자 원주문번호가 존재하지 않습니다.", 1), house.change(mock, "02", original, 0, "0", "00"));
            });
        }
    }

    @Test
    void refusesMalformedChanges() {
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        String malformed = House.error("IGW00007", "MCA 전문바디 구성 중 오류가 발생하였습니다.", 1);
        house.assertUnchangedBy(() -> {
            assertEquals(malformed, house.change(live, "03", 1, 0, "69100", "00"));
            assertEquals(malformed, house.change(live, "", 1, 0, "69100", "00"));
            assertEquals(malformed, house.post(live, "TTTC0013U", CHANGE, House.changeBody("02", "x1", 0, "0", "00")).answer());
            assertEquals(malformed, house.post(live, "TTTC0013U", CHANGE, House.changeBody("02", "1", 0, "0", "00")
                .replace("\"QTY_ALL_ORD_YN\":\"Y\"", "\"x\":\"Y\"")).answer());
            assertEquals(House.error("APBK0986", "주문수량을 확인 하여 주십시요.", 7), house.post(live, "TTTC0013U", CHANGE,
                House.changeBody("02", "1", 0, "0", "00").replace("\"Y\"", "\"N\"")).answer());
            assertEquals(House.error("APBK0963", "주문구분코드 오류 입니다.", 7), house.change(live, "01", 1, 0, "69100", "11"));
            assertEquals(House.error("APBK0927", "정정취소 가능수량이 없습니다.", 7), house.change(live, "01", 1, 0, "69000", "00"), "same price");
            assertEquals(House.error("APBK0927", "정정취소 가능수량이 없습니다.", 7), house.change(live, "02", 1, 6, "0", "00"), "more than remains");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ORD_QTY\":1,\"ORD_UNPR\":69000,\"ORD_DVSN\":\"00\"", "\"ORD_QTY\":\"1\",\"ORD_UNPR\":\"69000\",\"ORD_DVSN\":\"00\",\"SLL_TYPE\":\"01\","
        + "\"CTAC_TLNO\":\"\",\"CNDT_PRIC\":\"\",\"EXCG_ID_DVSN_CD\":\"\"", "\"ORD_QTY\":\"1\",\"ORD_UNPR\":\"\",\"ORD_DVSN\":\"01\""})
    void takesWhatClientsLeaveOutOrAdd(String fields) {
        house.scripted(Side.SELL, House.SAMSUNG, 100, 71_000);
        assertEquals(takenLive(1), house.post(live, "TTTC0012U", ORDER_CASH,
            '{' + House.ALICE_JSON + "\"PDNO\":\"005930\"," + fields + '}').answer());
    }

    @Test
    void needsUpperCaseKeysInABody() {
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00").replace("PDNO", "pdno"),
            House.error("IGW00007", "MCA 전문바디 구성 중 오류가 발생하였습니다.", 1), 500);
    }

    @Test
    void tellsAnOrdersTimeWithoutARead() {
        house.engine.refuseReads(true);
        assertEquals(takenLive(1), house.order(live, Side.BUY, House.SAMSUNG, 1, "69000", "00"));
    }

    @Test
    void tellsAnUnknownOutcomeFromARefusal() {
        house.engine.nextCommand(Mishap.UNKNOWN);
        MemoryExchange lost = house.post(live, "TTTC0012U", ORDER_CASH, body(House.SAMSUNG, 1, "69000", "00"));
        assertEquals(500, lost.status());
        assertEquals(House.error("EGW00302", "거래시간이 초과되었습니다. 직전 거래를 반드시 확인하세요.", 1), lost.answer());
        house.engine.nextCommand(Mishap.OVERLOADED);
        assertRefused(live, body(House.SAMSUNG, 1, "69000", "00"),
            House.error("EGW00215", "원장에서 허용 가능한 초당 거래건수를 초과하였습니다.", 1), 500);
    }

    @Test
    void seesAnOrderOfOneEnvironmentInTheOther() {
        int first = house.limit(mock, Side.BUY, House.SAMSUNG, 5, 69_000);
        assertEquals(takenLive(2), house.change(live, "02", first, 0, "0", "00"));
    }
}
