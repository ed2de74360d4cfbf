package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.RejectionTable;
import dev.hoga.gateway.RejectionTable.Source;
import dev.hoga.gateway.SimulatedPage;
import dev.hoga.gateway.kis.House.Sender;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final BrokerCatalogue CONTRACT = House.CATALOGUE.kis();
    private static final Pattern EMPTY_FIELD = Pattern.compile("\"([A-Za-z0-9_]+)\":\"\"");

    @Test
    void givesEveryRefusalOfTheCoreACodeOnBothHosts() {
        for (Reject reject : Reject.values()) {
            for (boolean mock : new boolean[] {false, true}) {
                ErrorReply reply = KisRejections.reply(CONTRACT.errors(), reject, mock);
                assertTrue(reply.returnCode() != 0 && !reply.message().isBlank(), reject + ": " + reply);
            }
        }
    }

    @Test
    void saysWhyWhereACodeOrATextIsGuessed() {
        for (RejectionTable.Row row : KisRejections.TABLE.rows()) {
            boolean guessed = row.live().source() == Source.GUESSED || row.mock().source() == Source.GUESSED
                || !row.live().text().isEmpty() || !row.mock().text().isEmpty();
            assertEquals(guessed, !row.doubt().isEmpty(), row.reject().name());
        }
    }

    @Test
    void hasADivisionForEveryOrderOfTheCore() {
        for (OrderType type : OrderType.values()) {
            for (TimeInForce timeInForce : TimeInForce.values()) {
                boolean legal = timeInForce == TimeInForce.DAY
                    || type == OrderType.LIMIT || type == OrderType.MARKET || type == OrderType.BEST_COUNTER;
                OrderDivision division = OrderDivision.of(type, timeInForce);
                assertEquals(legal, division != null && !division.word().isEmpty(), type + " " + timeInForce);
            }
        }
    }

    @Test
    void knowsEveryDivisionOfTheContract() {
        for (String code : CONTRACT.require("domestic-stock/trading/order-cash").request().find("ORD_DVSN").orElseThrow().codes().keySet()) {
            assertTrue(OrderDivision.ofCode(code).isPresent(), code);
        }
        assertEquals(29 - 1, OrderDivision.values().length);
    }

    /** The TR of a constant: of two with one id that which has the list. */
    private static TrSpec tr(Constant constant) {
        boolean overseas = constant.tr().startsWith(OverseasConstants.PREFIX);
        String id = constant.tr().substring(overseas ? OverseasConstants.PREFIX.length() : 0);
        return CONTRACT.all().stream().filter(tr -> tr.id().equals(id) && tr.key().startsWith(overseas ? "overseas-stock/" : "domestic-stock/")
            && tr.response().find(constant.list()).isPresent()).findFirst().orElseThrow();
    }

    @Test
    void declaresOnlyFieldsThatExist() {
        for (Constant constant : DeclaredConstants.table()) {
            FieldRows owner = tr(constant).response().find(constant.list()).orElseThrow().children();
            assertTrue(owner.find(constant.field().replace("*", "2")).isPresent(), constant.toString());
            assertFalse(constant.reason().isBlank(), constant.toString());
        }
    }

    @Test
    void printsEveryDeclaredConstant() throws IOException {
        SimulatedPage.assertPrints("kis-constants", DeclaredConstants.table());
    }

    /** With a trade, an order and a holding behind them, the answers have a fact or a declaration for every field. */
    @Test
    void leavesNoFieldEmptyThatIsNotDeclared() {
        var house = new House();
        Sender live = house.sender("alice", Environment.LIVE);
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        int first = house.limit(live, Side.SELL, House.SAMSUNG, 5, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_100);
        house.change(live, "01", first, 1, "70200", "00");
        String account = House.TRADING + "%s?" + House.ALICE;
        String quote = House.QUOTATIONS + "%s?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=005930";
        String pages = "&CTX_AREA_FK100=&CTX_AREA_NK100=";
        assertDeclared("inquire-balance", house.get(live, "TTTC8434R", account.formatted("inquire-balance")
            + "&AFHR_FLPR_YN=N&INQR_DVSN=01&UNPR_DVSN=01&FUND_STTL_ICLD_YN=N&FNCG_AMT_AUTO_RDPT_YN=N&PRCS_DVSN=01"), "loan_dt", "expd_dt");
        assertDeclared("inquire-psbl-order", house.get(live, "TTTC8908R", account.formatted("inquire-psbl-order")
            + "&PDNO=005930&ORD_UNPR=70000&ORD_DVSN=00&CMA_EVLU_AMT_ICLD_YN=N&OVRS_ICLD_YN=N"));
        assertDeclared("inquire-psbl-rvsecncl", house.get(live, "TTTC0084R", account.formatted("inquire-psbl-rvsecncl")
            + "&INQR_DVSN_1=0&INQR_DVSN_2=0" + pages), "orgn_odno", "rvse_cncl_dvsn_name");
        assertDeclared("inquire-daily-ccld", house.get(live, "TTTC0081R", account.formatted("inquire-daily-ccld")
            + "&INQR_STRT_DT=20261120&INQR_END_DT=20261120&SLL_BUY_DVSN_CD=00&ORD_GNO_BRNO=&CCLD_DVSN=00&INQR_DVSN=00&INQR_DVSN_1=&INQR_DVSN_3=00"
            + pages), "orgn_odno", "loan_dt");
        assertDeclared("inquire-price", house.get(live, "FHKST01010100", quote.formatted("inquire-price")));
        assertDeclared("inquire-asking-price-exp-ccn", house.get(live, "FHKST01010200", quote.formatted("inquire-asking-price-exp-ccn")));
        assertDeclared("search-info", house.get(live, "CTPF1604R", House.QUOTATIONS + "search-info?PDNO=005930&PRDT_TYPE_CD=300"));
    }

    /** @param factual fields that are empty because of a fact: an order that changes none */
    private static void assertDeclared(String tr, MemoryExchange exchange, String... factual) {
        String answer = exchange.answer();
        assertTrue(answer.contains("\"rt_cd\":\"0\"") && !answer.contains("[]"), answer);
        Matcher empty = EMPTY_FIELD.matcher(answer);
        while (empty.find()) {
            String field = empty.group(1);
            assertTrue(List.of(factual).contains(field) || DeclaredConstants.table().stream().anyMatch(
                constant -> constant.tr().equals(tr) && constant.field().equals(field) && constant.value().isEmpty()), tr + " leaves " + field + " empty");
        }
    }
}
