package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.core.Environment;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.RejectionTable;
import dev.hoga.gateway.RejectionTable.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    private static final BrokerCatalogue CONTRACT = Catalogue.load().kiwoom();
    /** What is held for cash has no loan. */
    private static final Set<String> EMPTY_FOR_CASH = Set.of("loan_dt", "expr_dt", "crd_loan_dt", "crd_tp_nm");
    private static final Pattern EMPTY_FIELD = Pattern.compile("\"([a-z0-9_]+)\":\"\"");

    @Test
    void givesEveryRefusalOfTheCoreACodeOnBothHosts() {
        for (Reject reject : Reject.values()) {
            for (boolean mock : new boolean[] {false, true}) {
                ErrorReply reply = KiwoomRejections.reply(CONTRACT.errors(), reject, mock, 7, "005930", "ord_qty");
                assertTrue(reply.returnCode() != 0 && !reply.message().contains("(?)"), reject + ": " + reply);
            }
        }
    }

    @Test
    void saysWhyWhereACodeIsGuessed() {
        for (RejectionTable.Row row : KiwoomRejections.TABLE.rows()) {
            boolean guessed = row.live().source() == Source.GUESSED || row.mock().source() == Source.GUESSED;
            assertEquals(guessed, !row.doubt().isEmpty(), row.reject().name());
        }
    }

    @Test
    void knowsTheCodeOfEveryCheck() {
        for (Check check : Check.values()) {
            boolean edge = check == Check.METHOD;
            boolean orderSystem = check == Check.MEANING;
            assertTrue(edge || orderSystem || CONTRACT.errors().find(check.code()).isPresent(), check.name());
        }
    }

    @Test
    void declaresOnlyFieldsThatExist() {
        for (Constant constant : DeclaredConstants.table()) {
            FieldRows rows = CONTRACT.require(constant.tr()).response();
            FieldRows owner = constant.list().isEmpty() ? rows : rows.find(constant.list()).orElseThrow().children();
            assertTrue(owner.find(constant.field().replace("*", "2")).isPresent(), constant.toString());
            assertFalse(constant.reason().isBlank(), constant.toString());
        }
    }

    /** With a trade, an order and a holding behind them, the answers have a fact or a declaration for every field. */
    @Test
    void leavesNoFieldEmptyThatIsNotDeclared() {
        var house = new House();
        String token = house.token("alice", Environment.LIVE);
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.limit(token, Side.SELL, House.SAMSUNG, 5, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_100);
        String stock = "{\"stk_cd\":\"005930\"}";
        assertDeclared("ka10001", house.request(token, "ka10001", "/api/dostk/stkinfo", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10004", house.request(token, "ka10004", "/api/dostk/mrkcond", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10075", house.account(token, "ka10075", "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stex_tp\":\"0\"}"));
        assertDeclared("ka10076", house.account(token, "ka10076", "{\"qry_tp\":\"0\",\"sell_tp\":\"0\",\"stex_tp\":\"0\"}"));
        assertDeclared("ka10005", house.request(token, "ka10005", "/api/dostk/mrkcond", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10006", house.request(token, "ka10006", "/api/dostk/mrkcond", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10095", house.request(token, "ka10095", "/api/dostk/stkinfo", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10099", house.request(token, "ka10099", "/api/dostk/stkinfo", "{\"mrkt_tp\":\"0\"}").handledBy(house.gateway).answer());
        assertDeclared("ka10100", house.request(token, "ka10100", "/api/dostk/stkinfo", stock).handledBy(house.gateway).answer());
        assertDeclared("ka10085", house.account(token, "ka10085", "{\"stex_tp\":\"0\"}"));
        assertDeclared("kt00005", house.account(token, "kt00005", "{\"dmst_stex_tp\":\"KRX\"}"));
        assertDeclared("kt00001", house.account(token, "kt00001", "{\"qry_tp\":\"3\"}").replace("\"stk_entr_prst\":[],", ""));
        assertDeclared("kt00018", house.account(token, "kt00018", "{\"qry_tp\":\"1\",\"dmst_stex_tp\":\"KRX\"}"));
    }

    private static void assertDeclared(String tr, String answer) {
        assertTrue(answer.contains("\"return_code\":0") && !answer.contains("[]"), answer);
        Matcher empty = EMPTY_FIELD.matcher(answer);
        while (empty.find()) {
            String field = empty.group(1);
            assertTrue(EMPTY_FOR_CASH.contains(field)
                || DeclaredConstants.table().stream().anyMatch(constant -> constant.tr().equals(tr) && constant.field().equals(field)
                && constant.value().isEmpty()), tr + " leaves " + field + " empty");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,3,3333", "-1,3,-3333", "1,200,50", "1,20000,1", "1,20001,0", "-1,20000,-1", "5,0,0", "900000000000000,1,9000000000000000000"})
    void roundsRatesHalfAwayFromZero(long part, long whole, long hundredths) {
        assertEquals(hundredths, Rates.hundredths(part, whole));
    }

    @ParameterizedTest
    @CsvSource({"0,000000000.00", "298,000000002.98", "-5271,-00000052.71", "7,000000000.07", "123456789012,1234567890.12"})
    void padsRatesAsTheMockHost(long hundredths, String text) {
        assertEquals(text, HoldingsCall.padded(hundredths));
    }

    @ParameterizedTest
    @CsvSource({"0000012,12", "12,12", "'',0", "9999999,9999999", "10000000,0", "99999999999999999999,0", "12a,-1", "-1,-1"})
    void readsOrderNumbersAsClientsSendThem(String text, int number) {
        assertEquals(number, OrderNumbers.parse(text));
    }

    @Test
    void knowsEveryOrderTypeOfTheContract() {
        List<String> printed = List.copyOf(CONTRACT.require("kt10000").request().find("trde_tp").orElseThrow().codes().keySet());
        List<String> known = Arrays.stream(TradeType.values()).map(TradeType::code).toList();
        assertEquals(printed.stream().sorted().toList(), known.stream().sorted().toList());
    }
}
