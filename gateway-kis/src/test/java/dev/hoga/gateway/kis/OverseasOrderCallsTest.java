package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overseas orders, amendments and cancellations through every TR id. */
class OverseasOrderCallsTest {
    private final OverseasHouse overseas = new OverseasHouse();

    private static void taken(String answer) {
        assertTrue(answer.contains("\"rt_cd\":\"0\",\"msg_cd\":\"APBK0013\""), answer);
    }

    private static void refused(String code, String answer) {
        assertTrue(answer.contains("\"msg_cd\":\"" + code + "\""), answer);
    }

    @Test
    void buysAndSellsInAmericaLive() {
        overseas.scripted(Venue.NASD, "AAPL", Side.SELL, 10, 2_701_000);
        String answer = overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 10, "270.10", "00");
        assertTrue(answer.startsWith("{\"output\":{\"KRX_FWDG_ORD_ORGNO\":\"06010\",\"ODNO\":\"0000000001\",\"ORD_TMD\":\"234000\"}"), answer);
        taken(answer);
        overseas.scripted(Venue.NASD, "AAPL", Side.BUY, 10, 2_702_000);
        taken(overseas.order(overseas.live, "TTTT1006U", "NASD", "AAPL", 10, "270.2000", "00"));
        refused("APBK0400", overseas.order(overseas.live, "TTTT1006U", "NASD", "AAPL", 1, "270.20", "00"));
    }

    @ParameterizedTest
    @CsvSource({"VTTT1002U, 40600000", "VTTT1001U, 40240000", "VTTT1006U, 40240000"})
    void takesEveryAmericanIdOfTheMock(String trId, String code) {
        refused(code, overseas.order(overseas.mock, trId, "NASD", "AAPL", 1, "250.00", "00"));
    }

    /** Saturday in Asia: all of its exchanges are known and closed. */
    @ParameterizedTest
    @CsvSource({"TTTS1002U, SEHK, 00700, 600", "TTTS1001U, SEHK, 00700, 600", "TTTS0308U, TKSE, 7203, 3000", "TTTS0307U, TKSE, 7203, 3000",
        "TTTS0202U, SHAA, 600519, 1450", "TTTS1005U, SHAA, 600519, 1450", "TTTS0311U, VNSE, VCB, 60000", "TTTS0310U, VNSE, VCB, 60000"})
    void knowsEveryAsianId(String trId, String exchange, String code, String price) {
        refused("APBK0918", overseas.order(overseas.live, trId, exchange, code, 100, price, ""));
        refused("40580000", overseas.order(overseas.mock, 'V' + trId.substring(1), exchange, code, 100, price, "00"));
    }

    @ParameterizedTest
    @CsvSource({"TTTS0305U, SZAA, 000858, 120", "TTTS0304U, SZAA, 000858, 120", "TTTS0311U, HASE, SHS, 18000"})
    void missesStocksThatAreNotListed(String trId, String exchange, String code, String price) {
        refused("APBK0656", overseas.order(overseas.live, trId, exchange, code, 100, price, ""));
    }

    @Test
    void refusesAnExchangeOfAnotherCountryAndTypesThatAreNotTraded() {
        refused("IGW00007", overseas.order(overseas.live, "TTTT1002U", "SEHK", "00700", 100, "600", "00"));
        refused("APBK0963", overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 1, "270", "35"));
        refused("APBK0506", overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 1, "270.001", "00"));
        refused("APBK0506", overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 1, "270.00001", "00"));
        refused("IGW00007", overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 1, "abc", "00"));
        refused("APBK0656", overseas.order(overseas.live, "TTTT1002U", "NYSE", "AAPL", 1, "270", "00"));
        refused("APBK0952", overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 100_000, "270", "00"));
    }

    @Test
    void amendsAndCancels() {
        taken(overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 10, "250", "00"));
        taken(overseas.change(overseas.live, "TTTT1004U", "NASD", "AAPL", "01", 1, 10, "251.5"));
        refused("APBK0927", overseas.change(overseas.live, "TTTT1004U", "NASD", "AAPL", "02", 1, 10, "0"));
        taken(overseas.change(overseas.live, "TTTT1004U", "NASD", "AAPL", "02", 2, 10, "0"));
        refused("APBK0344", overseas.change(overseas.live, "TTTT1004U", "NASD", "AAPL", "02", 99, 10, "0"));
        refused("IGW00007", overseas.change(overseas.live, "TTTT1004U", "NASD", "AAPL", "03", 1, 10, "0"));
    }

    @Test
    void onlyCancelsInChinaAndVietnam() {
        refused("APBK0963", overseas.change(overseas.live, "TTTS0302U", "SHAA", "600519", "01", 1, 100, "1450"));
        refused("APBK0963", overseas.change(overseas.live, "TTTS0312U", "VNSE", "VCB", "01", 1, 100, "60000"));
        refused("APBK0918", overseas.change(overseas.live, "TTTS0302U", "SHAA", "600519", "02", 1, 100, "0"));
        refused("APBK0918", overseas.change(overseas.live, "TTTS1003U", "SEHK", "00700", "01", 1, 100, "601"));
    }

    @Test
    void keepsOverseasOrdersOutOfDomesticLists() {
        taken(overseas.order(overseas.live, "TTTT1002U", "NASD", "AAPL", 10, "250", "00"));
        String open = overseas.house.get(overseas.live, "TTTC0084R", House.TRADING + "inquire-psbl-rvsecncl?" + House.ALICE
            + "&CTX_AREA_FK100=&CTX_AREA_NK100=&INQR_DVSN_1=0&INQR_DVSN_2=0").answer();
        assertTrue(open.contains("\"output\":[]"), open);
        assertEquals(1, overseas.house.engine.read(view -> view.openOrderCount(overseas.house.alice)).join());
    }
}
