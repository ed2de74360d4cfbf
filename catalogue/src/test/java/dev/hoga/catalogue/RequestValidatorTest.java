package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestValidatorTest {

    private final RequestValidator validator = new RequestValidator(false);
    private final RequestValidator strict = new RequestValidator(true);
    private final BrokerCatalogue kiwoom = Samples.CATALOGUE.kiwoom();
    private final BrokerCatalogue kis = Samples.CATALOGUE.kis();

    @Test
    void namesTheFirstMissingFieldInDocumentOrder() {
        assertMissing("dmst_stex_tp", "kt10000", "{}");
        assertMissing("stk_cd", "kt10000", "{\"trde_tp\":\"0\",\"dmst_stex_tp\":\"KRX\"}");
        assertMissing("stk_cd", "kt10000", "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"\",\"ord_qty\":\"1\",\"trde_tp\":\"0\"}");
        assertMissing("stk_cd", "kt10000", "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":null,\"ord_qty\":\"1\",\"trde_tp\":\"0\"}");
        assertMissing("stk_cd", "kt10000", "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\" \",\"ord_qty\":\"x\",\"trde_tp\":\"0\"}");
    }

    @Test
    void letsMissingComeBeforeMalformed() {
        assertMissing("trde_tp", "kt10000", "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":\"ten\"}");
    }

    @Test
    void namesTheFirstMalformedField() {
        assertMalformed(ViolationKind.WRONG_FORM, "ord_qty", "kt10000", order("\"ten\"", "\"-1\""));
        assertMalformed(ViolationKind.WRONG_FORM, "ord_uv", "kt10000", order("\"10\"", "\"-1\""));
        assertMalformed(ViolationKind.WRONG_FORM, "ord_uv", "kt10000", order("10", "\"70,000\""));
        assertMalformed(ViolationKind.WRONG_TYPE, "ord_uv", "kt10000", order("10", "[]"));
        assertMalformed(ViolationKind.WRONG_FORM, "ord_qty", "kt10000", order("\"" + "9".repeat(19) + "\"", "\"\""));
        assertMalformed(ViolationKind.WRONG_FORM, "base_dt", "ka10081",
            "{\"stk_cd\":\"005930\",\"base_dt\":\"2026-01-02\",\"upd_stkpc_tp\":\"1\"}");
    }

    @Test
    void letsTheBodyAsAWholeComeFirst() {
        assertMalformed(ViolationKind.NOT_JSON, "body", "kt10000", "{\"stk_cd\":");
        assertMalformed(ViolationKind.DUPLICATE, "stk_cd", "kt10000", "{\"stk_cd\":\"005930\",\"stk_cd\":\"000660\"}");
    }

    @Test
    void letsEmptyOptionalFieldsAndUnknownKeysPass() {
        assertPasses("kt10000", order("10", "\"\""));
        assertPasses("kt10000", order("10", "null"));
        assertPasses("kt10000",
            "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":\"1\",\"trde_tp\":\"3\",\"extra\":{\"a\":[1]}}");
        assertPasses("ka10075", "{\"all_stk_tp\":\"1\",\"trde_tp\":\"0\",\"stk_cd\":\"\",\"stex_tp\":\"0\"}");
        assertPasses("kt10003", "{\"dmst_stex_tp\":\"KRX\",\"orig_ord_no\":\"26\",\"stk_cd\":\"005930\",\"cncl_qty\":\"0\"}");
        assertPasses("ka00001", "");
    }

    @Test
    void letsPrintedLengthsAndCodesBindOnlyWhereEnforcedOrStrict() {
        final String longCode = "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"0059300059300\",\"ord_qty\":\"1\",\"trde_tp\":\"3\"}";
        assertPasses("kt10000", longCode);
        assertEquals(ViolationKind.TOO_LONG, strictly("kt10000", longCode).orElseThrow().kind());
        final String oddType = "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":\"1\",\"trde_tp\":\"99\"}";
        assertPasses("kt10000", oddType);
        final Violation unknownCode = new Violation(ViolationKind.UNKNOWN_CODE, "trde_tp", "1517", List.of("trde_tp", "정의되지 않은 값입니다"));
        assertEquals(unknownCode, strictly("kt10000", oddType).orElseThrow());
        assertEquals(Optional.empty(), strictly("kt10000", order("10", "\"70000\"")));

        final Field enforced = Samples.field("market", "", Format.NONE, true, true, 2, Map.of("0", "first", "1*", "many"));
        final TrSpec tr = Samples.tr(Broker.KIWOOM, List.of(enforced), List.of());
        assertEquals(Optional.empty(), validator.validate(tr, RequestBody.of(Map.of("market", "17"))));
        assertEquals(ViolationKind.UNKNOWN_CODE, validator.validate(tr, RequestBody.of(Map.of("market", "2"))).orElseThrow().kind());
        assertEquals(ViolationKind.TOO_LONG, validator.validate(tr, RequestBody.of(Map.of("market", "000"))).orElseThrow().kind());
    }

    @Test
    void answersTokenCallsWithTheirOwnNumbers() {
        assertEquals(new Violation(ViolationKind.MISSING, "grant_type", "8011", List.of()), violation("au10001", "{\"appkey\":\"a\"}"));
        assertEquals("8020", violation("au10001", "{\"grant_type\":\"client_credentials\"}").code());
        assertEquals("8016", violation("au10002", "{\"appkey\":\"a\",\"secretkey\":\"b\"}").code());
    }

    @Test
    void everyViolationHasAnErrorTextThatTakesItsValues() {
        for (final Broker broker : Broker.values()) {
            final BrokerCatalogue catalogue = Samples.CATALOGUE.of(broker);
            for (final TrSpec tr : catalogue.all()) {
                for (final Field field : tr.request()) {
                    final Map<String, String> texts = Samples.validBody(tr);
                    texts.remove(field.name());
                    assertHasText(catalogue, validator.validate(tr, RequestBody.of(texts)));
                }
                assertHasText(catalogue, validator.validate(tr, parse("[")));
            }
        }
    }

    private static void assertHasText(final BrokerCatalogue catalogue, final Optional<Violation> violation) {
        violation.ifPresent(found -> assertTrue(!catalogue.errors().reply(found).message().isEmpty()));
    }

    @Test
    void takesABlankForAKisKeyButNotItsAbsence() {
        final TrSpec balance = kis.require("domestic-stock/trading/inquire-balance");
        final Map<String, String> query = Samples.validBody(balance);
        query.put("FUND_STTL_ICLD_YN", "");
        assertEquals(Optional.empty(), validator.validate(balance, RequestBody.ofQuery(query)));
        query.remove("FUND_STTL_ICLD_YN");
        assertEquals("FUND_STTL_ICLD_YN", validator.validate(balance, RequestBody.ofQuery(query)).orElseThrow().field());
    }

    @Test
    void acceptsWhatKisClientsLeaveOut() {
        final TrSpec order = kis.require("domestic-stock/trading/order-cash");
        final String body = "{\"CANO\":\"12345678\",\"ACNT_PRDT_CD\":\"01\",\"PDNO\":\"005930\","
            + "\"ORD_DVSN\":\"00\",\"ORD_QTY\":\"1\",\"ORD_UNPR\":\"70000\"}";
        assertEquals(Optional.empty(), validator.validate(order, parse(body)));
        assertEquals("IGW00007", validator.validate(order, parse(body.replace("ORD_UNPR", "ord_unpr"))).orElseThrow().code());
        assertEquals("IGW00007", validator.validate(order, parse(body.replace("70000", "70000.5"))).orElseThrow().code());
        final RequestBody withoutKey = parse("{\"grant_type\":\"client_credentials\"}");
        assertEquals("EGW00102", validator.validate(kis.require("oauth/tokenP"), withoutKey).orElseThrow().code());
        assertEquals(Optional.empty(), validator.validate(kis.require("oauth/hashkey"), parse(body)));
    }

    @Test
    void knowsTheFormsOfNumbers() {
        for (final String decimal : List.of("1", "-1.5", "+0.25", "100.00")) {
            assertTrue(ValueForm.DECIMAL.accepts(decimal), decimal);
        }
        for (final String text : List.of("", ".", "1.", ".5", "-", "1.2.3", "1e3", "--1", "0x1", "1,0", "\uff11", "9".repeat(19))) {
            assertTrue(!ValueForm.DECIMAL.accepts(text), text);
            assertTrue(!ValueForm.WHOLE.accepts(text), text);
        }
        assertTrue(ValueForm.WHOLE.accepts("9".repeat(18)));
        assertTrue(!ValueForm.WHOLE.accepts("+1"));
        assertTrue(ValueForm.parse("digits:8").accepts("20261120"));
        assertTrue(!ValueForm.parse("digits:8").accepts("2026112"));
    }

    private void assertMissing(final String field, final String id, final String json) {
        assertEquals(new Violation(ViolationKind.MISSING, field, "1511", List.of(field)), violation(id, json));
    }

    private void assertMalformed(final ViolationKind kind, final String field, final String id, final String json) {
        assertEquals(new Violation(kind, field, "1517", List.of(field, kind.reasonKo())), violation(id, json));
    }

    private void assertPasses(final String id, final String json) {
        assertEquals(Optional.empty(), validator.validate(kiwoom.require(id), parse(json)));
    }

    private Violation violation(final String id, final String json) {
        return validator.validate(kiwoom.require(id), parse(json)).orElseThrow(() -> new AssertionError(id + " accepted " + json));
    }

    private Optional<Violation> strictly(final String id, final String json) {
        return strict.validate(kiwoom.require(id), parse(json));
    }

    private static String order(final String quantity, final String price) {
        return "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"005930\",\"ord_qty\":" + quantity + ",\"ord_uv\":" + price + ",\"trde_tp\":\"0\"}";
    }

    private static RequestBody parse(final String json) {
        return RequestBody.parse(json.getBytes(StandardCharsets.UTF_8), BodyLimits.DEFAULT);
    }
}
