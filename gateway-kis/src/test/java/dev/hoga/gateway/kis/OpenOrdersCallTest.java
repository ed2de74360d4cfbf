package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenOrdersCallTest {
    private static final String PATH = House.TRADING + "inquire-psbl-rvsecncl";
    private static final Pattern NUMBER = Pattern.compile("\"odno\":\"(\\d{10})\"");
    private static final Pattern KEY = Pattern.compile("\"ctx_area_nk100\":\"(\\S*) *\"");
    private final House house = new House();
    private Sender live;

    @BeforeEach
    void issueToken() {
        live = house.sender("alice", Environment.LIVE);
    }

    private static String target(String side, String key) {
        return PATH + "?" + House.ALICE + "&INQR_DVSN_1=0&INQR_DVSN_2=" + side + "&CTX_AREA_FK100=&CTX_AREA_NK100=" + key;
    }

    private MemoryExchange open(String side, String key) {
        return house.get(live, "TTTC0084R", target(side, key));
    }

    private static List<Integer> numbers(String answer) {
        var numbers = new ArrayList<Integer>();
        Matcher number = NUMBER.matcher(answer);
        while (number.find()) {
            numbers.add(Integer.parseInt(number.group(1)));
        }
        return numbers;
    }

    private static String row(int number, String original, String change, String price, long qty, long filled, long filledWon, long open) {
        return "{\"ord_gno_brno\":\"06010\",\"odno\":\"" + "%010d".formatted(number) + "\",\"orgn_odno\":\"" + original
            + "\",\"ord_dvsn_name\":\"지정가\",\"pdno\":\"005930\",\"prdt_name\":\"삼성전자\",\"rvse_cncl_dvsn_name\":\"" + change
            + "\",\"ord_qty\":\"" + qty + "\",\"ord_unpr\":\"" + price + "\",\"ord_tmd\":\"100000\",\"tot_ccld_qty\":\"" + filled
            + "\",\"tot_ccld_amt\":\"" + filledWon + "\",\"psbl_qty\":\"" + open + "\",\"sll_buy_dvsn_cd\":\"02\",\"ord_dvsn_cd\":\"00\","
            + "\"mgco_aptm_odno\":\"\",\"excg_dvsn_cd\":\"02\",\"excg_id_dvsn_cd\":\"KRX\",\"excg_id_dvsn_name\":\"KRX\","
            + "\"stpm_cndt_pric\":\"0\",\"stpm_efct_occr_yn\":\"N\"}";
    }

    @Test
    void listsWhatIsLeftNewestFirst() {
        house.scripted(Side.SELL, House.SAMSUNG, 2, 69_500);
        int first = house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_500);
        house.limit(live, Side.BUY, House.SAMSUNG, 1, 69_000);
        house.change(live, "01", 2, 0, "69100", "00");
        int done = house.limit(live, Side.BUY, House.SAMSUNG, 1, 68_000);
        house.change(live, "02", done, 0, "0", "00");
        assertEquals(1, first);
        MemoryExchange exchange = open("0", "");
        String blanks = " ".repeat(100);
        assertEquals("{\"ctx_area_fk100\":\"50000001^01^" + blanks.substring(12) + "\",\"ctx_area_nk100\":\"" + blanks + "\",\"output\":["
            + row(3, "0000000002", "매수정정*", "69100", 1, 0, 0, 1) + ',' + row(1, "", "", "69500", 5, 2, 139_000, 3) + "],"
            + House.ok("KIOK0460", "조회 되었습니다. (마지막 자료)" + " ".repeat(50)), exchange.answer());
        assertEquals("D", exchange.answerHeader("tr_cont"));
    }

    @Test
    void saysThatThereIsNothing() {
        String answer = open("0", "").answer();
        assertTrue(answer.contains("\"output\":[],") && answer.endsWith(House.ok("KIOK0560", "조회할 내용이 없습니다" + " ".repeat(58))), answer);
    }

    @ParameterizedTest
    @CsvSource({"0,2;1", "1,2", "2,1", "9,2;1"})
    void narrowsToASide(String side, String expected) {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.limit(live, Side.BUY, House.SAMSUNG, 1, 69_000);
        house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        assertEquals(expected, String.join(";", numbers(open(side, "").answer()).stream().map(String::valueOf).toList()));
    }

    @Test
    void pagesByFifty() {
        house.depositShares(house.alice, House.SAMSUNG, 200, 60_000);
        for (int i = 0; i < 101; i++) {
            house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        }
        MemoryExchange first = open("0", "");
        assertEquals("M", first.answerHeader("tr_cont"));
        assertTrue(first.answer().contains("\"msg_cd\":\"KIOK0500\""), first.answer());
        MemoryExchange second = open("0", key(first));
        house.change(live, "02", 52, 0, "0", "00");
        MemoryExchange third = open("0", key(second));
        assertEquals("E", third.answerHeader("tr_cont"));
        var all = new ArrayList<>(numbers(first.answer()));
        all.addAll(numbers(second.answer()));
        all.addAll(numbers(third.answer()));
        assertEquals(101, all.size());
        assertEquals(1, all.getLast());
    }

    private static String key(MemoryExchange exchange) {
        Matcher key = KEY.matcher(exchange.answer());
        assertTrue(key.find(), exchange.answer());
        return key.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAA", "0000000001%5E+++"})
    void refusesAKeyThatIsNoneOfItsOwn(String key) {
        assertEquals(House.error("OPSQ2002", "ERROR : INPUT INVALID_CHECK_FIELD_LENGTH", 2), open("0", key).answer());
    }

    @Test
    void takesTheFormerId() {
        assertTrue(house.get(live, "TTTC8036R", target("0", "")).answer().contains("\"rt_cd\":\"0\""));
    }

    @Test
    void isNotOfMockTradingUnlessTheServerOffersMore() {
        Sender mock = house.sender("alice", Environment.MOCK);
        assertEquals(House.error("EGW02006", "모의투자 TR 이 아닙니다.", 1), house.get(mock, "TTTC0084R", target("0", "")).answer());
        assertTrue(house.get(mock, "VTTC0084R", target("0", "")).answer().contains("\"msg_cd\":\"70070000\""));
        var asThere = new House(House.MOCK_PROFILE);
        Sender there = asThere.sender("alice", Environment.MOCK);
        assertEquals(House.error("90000000", "모의투자에서는 해당업무가 제공되지 않습니다.", 1),
            asThere.get(there, "VTTC0084R", target("0", "")).answer());
    }
}
