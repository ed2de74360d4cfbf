package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.DirectEngine.Mishap;
import dev.hoga.gateway.KeptReply;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCallsTest {
    private final House house = new House();
    private String live;
    private String mock;

    @BeforeEach
    void issueTokens() {
        live = house.token("alice", Environment.LIVE);
        mock = house.token("alice", Environment.MOCK);
    }

    @Test
    void buysAndSells() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        assertEquals("{\"ord_no\":\"0000001\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,\"return_msg\":\"KRX 매수주문이 완료되었습니다.\"}",
            house.order(live, "kt10000", House.orderBody(House.SAMSUNG, 1, "69000", "0")));
        assertEquals("{\"ord_no\":\"0000002\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,\"return_msg\":\"KRX 매도주문이 완료되었습니다.\"}",
            house.order(live, "kt10001", House.orderBody(House.SAMSUNG, 1, "71000", "0")));
        assertEquals("{\"ord_no\":\"0000003\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,\"return_msg\":\"모의투자 매수주문완료\"}",
            house.order(mock, "kt10000", House.orderBody(House.SAMSUNG, 1, "69000", "0")));
        assertEquals("{\"ord_no\":\"0000004\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,\"return_msg\":\"모의투자 매도주문완료\"}",
            house.order(mock, "kt10001", House.orderBody(House.SAMSUNG, 1, "71000", "0")));
    }

    @Test
    void amendsAndCancelsUnderNewNumbersWithTheRootOfTheChain() {
        String first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        assertEquals("{\"ord_no\":\"0000002\",\"base_orig_ord_no\":\"0000001\",\"mdfy_qty\":\"000000000005\",\"dmst_stex_tp\":\"KRX\","
            + "\"return_code\":0,\"return_msg\":\"매수정정 주문입력이 완료되었습니다\"}", house.amend(live, House.SAMSUNG, first, "0", "69100"));
        assertEquals("{\"ord_no\":\"0000003\",\"base_orig_ord_no\":\"0000001\",\"cncl_qty\":\"000000000002\",\"return_code\":0,"
            + "\"return_msg\":\"매수취소 주문입력이 완료되었습니다\"}", house.cancel(live, House.SAMSUNG, "0000002", "2"));
        assertEquals("{\"ord_no\":\"0000004\",\"base_orig_ord_no\":\"0000001\",\"cncl_qty\":\"000000000003\",\"return_code\":0,"
            + "\"return_msg\":\"모의투자 취소주문완료\"}", house.cancel(mock, House.SAMSUNG, "2", "0"), "a number without its zeros");
    }

    @Test
    void answersAmendmentsAndCancellationsWithoutARead() {
        String first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        house.engine.refuseReads(true);
        assertTrue(house.amend(live, House.SAMSUNG, first, "1", "69100").endsWith("\"return_msg\":\"매수정정 주문입력이 완료되었습니다\"}"));
        assertTrue(house.cancel(live, House.SAMSUNG, first, "0").endsWith("\"return_msg\":\"매수취소 주문입력이 완료되었습니다\"}"));
        house.engine.refuseReads(false);
        house.depositShares(house.alice, House.SAMSUNG, 1, 60_000);
        String sale = house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        assertTrue(house.cancel(live, House.SAMSUNG, sale, "0").endsWith("\"return_msg\":\"매도취소 주문입력이 완료되었습니다\"}"));
    }

    @ParameterizedTest
    @CsvSource({"0,LIMIT,DAY", "3,MARKET,DAY", "6,BEST_COUNTER,DAY", "7,BEST_OWN,DAY", "10,LIMIT,IOC", "13,MARKET,IOC",
        "16,BEST_COUNTER,IOC", "20,LIMIT,FOK", "23,MARKET,FOK", "26,BEST_COUNTER,FOK"})
    void knowsEveryOrderTypeOfTheCore(String code, OrderType type, TimeInForce timeInForce) {
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_000);
        house.scripted(Side.SELL, House.SAMSUNG, 100, 71_000);
        String price = type.priced() ? "69100" : "";
        String answer = house.order(live, "kt10000", House.orderBody(House.SAMSUNG, 1, price, code));
        assertTrue(answer.startsWith("{\"ord_no\":\"0000001\""), answer);
        assertEquals(type, house.engine.look(view -> view.orderType(1)));
        assertEquals(timeInForce, house.engine.look(view -> view.orderTimeInForce(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28", "29", "30", "31", "61", "62", "81"})
    void refusesTypesThatAreKnownButNotTraded(String code) {
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "", code), "521790", "주문 불가능합니다.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00", "03", "99", "x"})
    void refusesUnknownTypes(String code) {
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", code), "407022", "매매구분을 확인하십시요");
    }

    @Test
    void refusesAPriceForTheCloseTypesByItsOwnCode() {
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", "81"), "571357", "시간외종가 주문시에는 단가를 입력하지 않습니다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "6", "7", "13", "26"})
    void refusesAPriceWhereNoneBelongs(String code) {
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", code), "502048", "단가를 입력하지 않는 호가입니다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ord_uv\":\"\",", "\"ord_uv\":\"0\",", "\"ord_uv\":null,", "\"ord_uv\":0,", ""})
    void takesAMarketOrderHoweverItsPriceIsLeftOut(String price) {
        house.scripted(Side.SELL, House.SAMSUNG, 100, 71_000);
        String body = "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":\"1\"," + price + "\"trde_tp\":\"3\"}";
        assertTrue(house.order(live, "kt10000", body).startsWith("{\"ord_no\":\"0000001\""));
    }

    @Test
    void takesNumbersThatAreNoStrings() {
        assertTrue(house.order(live, "kt10000", "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":1,\"ord_uv\":69000,\"trde_tp\":0}")
            .startsWith("{\"ord_no\":\"0000001\""));
    }

    @Test
    void saysHowManySharesCouldBeTraded() {
        // 10,000,000 won buy 142 shares at 70,000 (9,940,000 and 1,490 of commission), not 143.
        assertRefused(live, House.orderBody(House.SAMSUNG, 143, "70000", "0"), "855056", "매수증거금이 부족합니다. 142주 매수가능");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 143, "70000", "0"), "RC4025", "모의투자 주문가능금액을 확인하세요.");
        house.depositShares(house.alice, House.SAMSUNG, 3, 60_000);
        house.assertUnchangedBy(() -> {
            assertEquals(House.rejected("800033", "매도가능수량이 부족합니다. 3주 매도가능"),
                house.order(live, "kt10001", House.orderBody(House.SAMSUNG, 4, "70000", "0")));
            assertEquals(House.rejected("800033", "모의투자 매도가능수량이 부족합니다."),
                house.order(mock, "kt10001", House.orderBody(House.SAMSUNG, 4, "70000", "0")));
        });
    }

    @Test
    void refusesPricesOffTheGridAndOutsideTheDaysLimits() {
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69050", "0"), "571557", "주문단가를 잘못입력하셨습니다");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "69050", "0"), "RC4003", "모의투자 호가단위 오류입니다.");
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "91100", "0"), "571557", "주문단가를 잘못입력하셨습니다");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "91100", "0"), "RC4027", "모의투자 상/하한가 오류입니다.");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "48900", "0"), "RC4027", "모의투자 상/하한가 오류입니다.");
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "", "0"), "571557", "주문단가를 잘못입력하셨습니다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "005930_NX", "A005930", "00593", "삼성전자"})
    void refusesUnknownStocksByTheStockLookup(String code) {
        house.assertUnchangedBy(() -> assertEquals("{\"return_msg\":\"서비스를 처리하는 중에 오류가 발생했습니다[1902:종목 정보가 없습니다. 입력한 종목코드 값을 "
            + "확인바랍니다. 종목코드=" + code + "]\",\"return_code\":7}", house.order(live, "kt10000", House.orderBody(code, 1, "70000", "0"))));
    }

    @Test
    void refusesOtherVenues() {
        String nextrade = House.orderBody(House.SAMSUNG, 1, "69000", "0").replace("KRX", "NXT");
        assertRefused(mock, nextrade, "RC9000", "모의투자에서는 해당업무가 제공되지 않습니다.");
        assertRefused(mock, nextrade.replace("NXT", "SOR"), "RC9000", "모의투자에서는 해당업무가 제공되지 않습니다.");
        assertRefused(live, nextrade, "521790", "주문 불가능합니다.");
        house.assertUnchangedBy(() -> assertEquals("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=dmst_stex_tp "
            + "실패사유= 정의되지 않은 값입니다]\",\"return_code\":2}", house.order(live, "kt10000", nextrade.replace("NXT", "ABC"))));
    }

    @Test
    void refusesAQuantityOfNothing() {
        house.assertUnchangedBy(() -> assertEquals("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=ord_qty "
            + "실패사유= 수량이 올바르지 않습니다]\",\"return_code\":2}", house.order(live, "kt10000", House.orderBody(House.SAMSUNG, 0, "69000", "0"))));
    }

    @Test
    void refusesToAmendOrCancelWhatIsNotThere() {
        String order = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        String cancelled = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        house.cancel(live, House.SAMSUNG, cancelled, "0");
        house.assertUnchangedBy(() -> {
            String none = House.rejected("506550", "취소할 수량이 없습니다");
            assertEquals(none, house.cancel(live, House.SAMSUNG, cancelled, "0"));
            assertEquals(none, house.cancel(live, House.SAMSUNG, "0009999", "0"));
            assertEquals(none, house.cancel(live, House.SAMSUNG, "99999999999", "0"));
            assertEquals(none, house.cancel(live, House.SAMSUNG, order, "6"));
            assertEquals(none, house.amend(live, House.SAMSUNG, cancelled, "0", "69100"));
            assertEquals(House.rejected("RC4032", "모의투자 원주문번호가 존재하지 않습니다."), house.cancel(mock, House.SAMSUNG, "0009999", "0"));
            assertEquals(House.rejected("RC4033", "모의투자 정정/취소할 수량이 없습니다."), house.cancel(mock, House.SAMSUNG, cancelled, "0"));
            assertEquals(House.rejected("571435", "원주문이취소주문입니다"), house.cancel(live, House.SAMSUNG, "0000003", "0"));
            assertEquals(House.rejected("571557", "주문단가를 잘못입력하셨습니다"), house.amend(live, House.SAMSUNG, order, "0", "69000"));
            assertEquals("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=orig_ord_no "
                + "실패사유= 숫자 형식이 올바르지 않습니다]\",\"return_code\":2}", house.cancel(live, House.SAMSUNG, "12a", "0"));
        });
    }

    @Test
    void keepsAccountsApart() {
        String order = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        String bob = house.token("bob", Environment.LIVE);
        house.assertUnchangedBy(() -> assertEquals(House.rejected("506550", "취소할 수량이 없습니다"), house.cancel(bob, House.SAMSUNG, order, "0")));
    }

    @Test
    void tellsClosedMarketsApart() {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:31:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "505217", "휴장시간으로 취소주문만 가능합니다.");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "RC4058", "모의투자 장종료");
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-21T10:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "571489", "장이 열리지 않는 날입니다.");
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "RC4010", "모의투자 영업일이 아닙니다.");
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-23T08:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "RC4057", "모의투자 장시작전");
    }

    private String at(String time, String price, String type) {
        house.engine.setMarketTime(OffsetDateTime.parse(time).toInstant().toEpochMilli(), new KeptReply());
        return house.order(live, "kt10000", House.orderBody(House.SAMSUNG, 1, price, type));
    }

    @Test
    void takesEachKindInThePhaseThatIsItsOwn() {
        assertTrue(at("2026-11-20T15:00:00+09:00", "69000", "5").contains("\"return_code\":0"));
        house.scripted(Side.SELL, House.SAMSUNG, 1, 71_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 71_000);
        assertTrue(at("2026-11-20T15:35:00+09:00", "", "81").contains("\"return_code\":0"));
        assertTrue(at("2026-11-20T16:05:00+09:00", "69000", "0").contains("\"return_code\":0"));
        assertEquals(House.rejected("521790", "주문 불가능합니다."), at("2026-11-20T16:05:00+09:00", "", "3"));
        assertTrue(at("2026-11-23T08:35:00+09:00", "", "61").contains("\"return_code\":0"));
        assertTrue(at("2026-11-23T08:45:00+09:00", "", "3").contains("\"return_code\":0"));
        assertEquals(House.rejected("521790", "주문 불가능합니다."), at("2026-11-23T08:45:00+09:00", "", "6"));
    }

    @Test
    void refusesAHaltedStock() {
        house.engine.haltInstrument(Code.pack(House.SAMSUNG), true, new KeptReply());
        assertRefused(mock, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "RC4007", "모의투자 매매제한 종목입니다.");
    }

    @Test
    void refusesWhenTheServerHasNoRoomAndLeavesTheRestUnknown() {
        house.assertUnchangedBy(() -> {
            house.engine.nextCommand(Mishap.OVERLOADED);
            assertRefused(live, House.orderBody(House.SAMSUNG, 1, "69000", "0"), "-994", "fail to sendReceive:WINGSj");
            house.engine.nextCommand(Mishap.UNKNOWN);
            var unknown = house.request(live, "kt10000", "/api/dostk/ordr", House.orderBody(House.SAMSUNG, 1, "69000", "0"))
                .handledBy(house.gateway);
            assertEquals(504, unknown.status(), "not a refusal: the order may have been taken");
        });
    }

    private void assertRefused(String token, String body, String code, String text) {
        house.assertUnchangedBy(() -> assertEquals(House.rejected(code, text), house.order(token, "kt10000", body)));
    }
}
