package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.KeptReply;
import org.junit.jupiter.api.Test;

/** The gold TRs, at an account that has gold and at one that has none. */
class GoldCallsTest {
    private static final String KILO = "04020000";
    private static final String ORDER = "{\"stk_cd\":\"M04020000\",\"ord_qty\":\"1\",\"ord_uv\":\"160000\",\"trde_tp\":\"00\"}";
    private static final String LIST = "{\"ord_dt\":\"20261120\",\"qry_tp\":\"1\",\"mrkt_deal_tp\":\"5\",\"stk_bond_tp\":\"0\","
        + "\"sell_tp\":\"0\",\"slby_tp\":\"0\",\"stk_cd\":\"M04020000\",\"fr_ord_no\":\"\",\"dmst_stex_tp\":\"KRX\"}";

    private final House house = new House();
    private final String gold;
    private final String none;

    GoldCallsTest() {
        house.list(KILO, "금 99.99_1kg", Market.GOLD, InstrumentKind.GOLD, 10_000_000, 0, 151_780);
        var reply = new KeptReply();
        house.engine.openGoldAccount(house.alice, 2_990_000, reply);
        house.engine.moveCash(reply.intValue(), 1_000_000, new KeptReply());
        gold = house.token("alice", Environment.LIVE);
        none = house.token("bob", Environment.LIVE);
    }

    private void offer(long grams, long priceWon) {
        house.engine.placeOrder(HouseAccount.SCRIPTED_TRADER.id(), Code.pack(KILO), Venue.GOLD, Side.SELL, OrderType.LIMIT,
            TimeInForce.DAY, grams, priceWon, new KeptReply());
    }

    @Test
    void takesTheDocumentsOrder() {
        assertEquals("{\"ord_no\":\"0000001\",\"return_code\":0,\"return_msg\":\"매수주문이 완료되었습니다.\"}",
            house.order(gold, "kt50000", ORDER));
    }

    @Test
    void refusesWhoHasNoGoldAccountInEveryTr() {
        String refused = "{\"return_msg\":\"[2000](999999:금현물 계좌상품만 조회 가능합니다.)\",\"return_code\":20}";
        assertEquals(refused, house.order(none, "kt50000", ORDER));
        assertEquals(refused, house.order(none, "kt50001", ORDER));
        assertEquals(refused, house.order(none, "kt50002",
            "{\"stk_cd\":\"M04020000\",\"orig_ord_no\":\"0000012\",\"mdfy_qty\":\"1\",\"mdfy_uv\":\"150000\"}"));
        assertEquals(refused, house.order(none, "kt50003", "{\"orig_ord_no\":\"0000014\",\"stk_cd\":\"M04020000\",\"cncl_qty\":\"1\"}"));
        for (String tr : new String[] {"kt50020", "kt50021", "kt50030", "kt50031", "kt50032", "kt50075"}) {
            assertEquals(refused, house.account(none, tr, LIST), tr);
        }
    }

    @Test
    void listsGoldWithGoldAndSharesWithShares() {
        offer(1, 152_000);
        house.order(gold, "kt50000", ORDER);
        String number = house.limit(gold, Side.BUY, House.SAMSUNG, 1, 69_000);
        for (String tr : new String[] {"kt50030", "kt50031"}) {
            String answer = house.account(gold, tr, LIST);
            assertTrue(answer.contains("\"ord_no\":\"0000001\"") && answer.contains("\"stk_cd\":\"M04020000\""), answer);
            assertFalse(answer.contains(number), answer);
        }
        assertTrue(house.account(gold, "kt50075", LIST).contains("\"acnt_ord_oso_prst\":[]"));
        assertFalse(house.account(gold, "ka10075", "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stk_cd\":\"\",\"stex_tp\":\"0\"}")
            .contains("04020000"));
    }

    @Test
    void listsFillsOfAllGoldOfToday() {
        offer(1, 152_000);
        house.order(gold, "kt50000", ORDER);
        String answer = house.account(gold, "kt50031", "{\"ord_dt\":\"\",\"qry_tp\":\"4\",\"stk_bond_tp\":\"0\",\"sell_tp\":\"0\","
            + "\"stk_cd\":\"\",\"fr_ord_no\":\"\",\"dmst_stex_tp\":\"%\"}");
        assertTrue(answer.contains("\"cntr_qty\":\"0000000001\",\"cntr_uv\":\"0000152000\""), answer);
    }

    @Test
    void knowsGoldByThisBrokersCodeAlone() {
        assertTrue(house.request(gold, "ka10001", "/api/dostk/stkinfo", "{\"stk_cd\":\"04020000\"}").handledBy(house.gateway).answer()
            .contains("1902"));
        assertTrue(house.request(gold, "ka50100", "/api/dostk/mrkcond", "{\"stk_cd\":\"M04020000\"}").handledBy(house.gateway).answer()
            .contains("\"pred_close_pric\":\"151780\""));
        assertTrue(house.request(gold, "ka10099", "/api/dostk/stkinfo", "{\"mrkt_tp\":\"80\"}").handledBy(house.gateway).answer()
            .contains("\"code\":\"M04020000\""));
        assertFalse(house.request(gold, "ka10099", "/api/dostk/stkinfo", "{\"mrkt_tp\":\"10\"}").handledBy(house.gateway).answer()
            .contains("4020000"));
    }
}
