package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.MemorySession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nextrade beside KRX: orders, lists and quotes tell the venue. */
class NxtTest {
    private static final String AT_NXT = "{\"dmst_stex_tp\":\"NXT\",\"stk_cd\":\"005930\",\"ord_qty\":\"5\",\"ord_uv\":\"69500\","
        + "\"trde_tp\":\"0\",\"cond_uv\":\"\"}";

    private final House house = new House();
    private final FeedReader feed = new FeedReader(house.engine, List.of(house.socket));
    private final String alice = house.token("alice", Environment.LIVE);

    @AfterEach
    void stop() {
        feed.close();
    }

    @BeforeEach
    void listAtNxt() {
        house.listAtNxt(House.SAMSUNG);
    }

    private String open(String venue) {
        return house.account(alice, "ka10075", "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stk_cd\":\"\",\"stex_tp\":\"" + venue + "\"}");
    }

    private MemorySession listener(String type) {
        return new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(house.socket).says(KiwoomSessionTest.loginFrame(alice))
            .says(KiwoomSessionTest.reg("1", "1", List.of("005930_NX", "005930", "005930_AL"), List.of(type)));
    }

    @Test
    void takesAnOrderAndListsItUnderItsVenue() {
        String answer = house.order(alice, "kt10000", AT_NXT);
        assertTrue(answer.contains("\"dmst_stex_tp\":\"NXT\"") && answer.contains("NXT 매수주문이 완료되었습니다."), answer);
        String all = open("0");
        assertTrue(all.contains("\"stex_tp\":\"2\",\"stex_tp_txt\":\"NXT\",\"sor_yn\":\"N\""), all);
        assertEquals(all, open("2"));
        assertTrue(open("1").contains("\"oso\":[]"), open("1"));
    }

    @Test
    void cancelsOnlyWhereTheOrderIs() {
        house.order(alice, "kt10000", AT_NXT);
        String cancel = "{\"dmst_stex_tp\":\"%s\",\"orig_ord_no\":\"0000001\",\"stk_cd\":\"005930\",\"cncl_qty\":\"0\"}";
        assertTrue(house.order(alice, "kt10003", cancel.formatted("KRX")).contains("506550"));
        assertTrue(house.order(alice, "kt10003", cancel.formatted("NXT")).contains("\"return_code\":0"));
    }

    @Test
    void refusesWhatNextradeDoesNotTakeAndWhatTheMockHostHasNot() {
        String market = AT_NXT.replace("\"69500\"", "\"\"").replace("\"trde_tp\":\"0\"", "\"trde_tp\":\"3\"");
        assertTrue(house.order(alice, "kt10000", market).contains("521790"));
        assertTrue(house.order(alice, "kt10000", AT_NXT.replace("005930", "069500")).contains("521790"));
        assertTrue(house.order(house.token("alice", Environment.MOCK), "kt10000", AT_NXT).contains("RC9000"));
    }

    @Test
    void quotesEachVenueAndBothTogether() {
        house.scripted(Venue.KRX, Side.SELL, House.SAMSUNG, 10, 70_200);
        house.scripted(Venue.NXT, Side.SELL, House.SAMSUNG, 7, 70_100);
        house.scripted(Venue.NXT, Side.SELL, House.SAMSUNG, 3, 70_200);
        assertEquals("70200 10", best("005930"));
        assertEquals("70100 7", best("005930_NX"));
        assertEquals("70100 7", best("005930_AL"));
        String both = quote("ka10004", "005930_AL");
        assertTrue(both.contains("\"sel_2th_pre_req\":\"13\""), both);
    }

    private String best(String code) {
        String answer = quote("ka10004", code);
        return answer.replaceAll(".*\"sel_fpr_bid\":\"[+-]?(\\d+)\".*", "$1") + ' ' + answer.replaceAll(".*\"sel_fpr_req\":\"(\\d+)\".*", "$1");
    }

    private String quote(String apiId, String code) {
        return house.request(alice, apiId, "/api/dostk/mrkcond", "{\"stk_cd\":\"" + code + "\"}").handledBy(house.gateway).answer();
    }

    @Test
    void tellsTradesUnderTheCodesOfTheirVenue() throws InterruptedException {
        MemorySession session = listener("0B");
        session.heard();
        house.scripted(Venue.NXT, Side.SELL, House.SAMSUNG, 10, 70_100);
        house.scripted(Venue.NXT, Side.BUY, House.SAMSUNG, 4, 70_100);
        house.scripted(Venue.KRX, Side.SELL, House.SAMSUNG, 10, 70_200);
        house.scripted(Venue.KRX, Side.BUY, House.SAMSUNG, 1, 70_200);
        var told = List.of(session.hear(), session.hear(), session.hear(), session.hear());
        for (String expected : List.of("\"13\":\"4\".*\"9081\":\"NXT\".*\"item\":\"005930_NX\"", "\"13\":\"4\".*\"9081\":\"NXT\".*\"item\":\"005930_AL\"",
            "\"13\":\"1\".*\"9081\":\"KRX\".*\"item\":\"005930\"", "\"13\":\"5\".*\"9081\":\"KRX\".*\"item\":\"005930_AL\"")) {
            assertEquals(1, told.stream().filter(frame -> frame.matches(".*" + expected + ".*")).count(), expected + " in " + told);
        }
    }

    @Test
    void tellsTheSizesOfBothVenuesInTheIntegratedBook() throws InterruptedException {
        house.scripted(Venue.KRX, Side.SELL, House.SAMSUNG, 10, 70_200);
        MemorySession session = new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(house.socket)
            .says(KiwoomSessionTest.loginFrame(alice)).says(KiwoomSessionTest.reg("1", "1", List.of("005930_AL"), List.of("0D")));
        session.heard();
        house.scripted(Venue.NXT, Side.SELL, House.SAMSUNG, 3, 70_200);
        String frame = session.hear();
        assertTrue(frame.contains("\"61\":\"13\"") && frame.contains("\"6044\":\"10\"") && frame.contains("\"6066\":\"3\"")
            && frame.contains("\"6064\":\"10\"") && frame.contains("\"6086\":\"3\""), frame);
    }
}
