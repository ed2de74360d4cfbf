package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.ErrorTable;
import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KisGatewayTest {
    private static final ErrorTable ERRORS = House.CATALOGUE.kis().errors();
    private static final String ORDER_CASH = House.TRADING + "order-cash";
    private static final String BALANCE = House.TRADING + "inquire-balance?" + House.ALICE + "&AFHR_FLPR_YN=N&INQR_DVSN=01&UNPR_DVSN=01"
        + "&FUND_STTL_ICLD_YN=N&FNCG_AMT_AUTO_RDPT_YN=N&PRCS_DVSN=01";
    private final House house = new House();
    private Sender live;
    private Sender mock;

    @BeforeEach
    void issueTokens() {
        live = house.sender("alice", Environment.LIVE);
        mock = house.sender("alice", Environment.MOCK);
    }

    // -- precedence ----------------------------------------------------------------------------------------------------

    private static final String METHOD = "method";
    private static final String TARGET = "target";
    private static final String BODY = "body";

    /**
     * One thing wrong with a request for an order.
     *
     * @param check what refuses it
     * @param part method, target, body or the name of a header
     * @param breaks changes the part
     */
    record Fault(Check check, String part, UnaryOperator<String> breaks) {

        /** A part that is replaced. */
        Fault(Check check, String part, String broken) {
            this(check, part, whole -> broken);
        }
    }

    /** In the order of {@link Check}; those that exclude each other, or need another TR, are left out. */
    private static final List<Fault> FAULTS = List.of(
        new Fault(Check.PATH, TARGET, "/uapi/domestic-stock/v1/trading/nothing"),
        new Fault(Check.METHOD, METHOD, "PUT"),
        new Fault(Check.AUTHORIZATION, "authorization", "Basic x"),
        new Fault(Check.TOKEN_VALID, "authorization", "Bearer x"),
        new Fault(Check.APP_KEY_PRESENT, "appkey", ""),
        new Fault(Check.APP_KEY_FITS, "appkey", "someone"),
        new Fault(Check.APP_SECRET_PRESENT, "appsecret", ""),
        new Fault(Check.APP_SECRET_FITS, "appsecret", "wrong"),
        new Fault(Check.CUSTOMER_TYPE, "custtype", "X"),
        new Fault(Check.ENVIRONMENT_FITS, "Host", "openapi.koreainvestment.com:9443"),
        new Fault(Check.TR_ID_PRESENT, "tr_id", " "),
        new Fault(Check.TR_ID, "tr_id", "TTTC8434R"),
        new Fault(Check.MOCK_TR, "tr_id", "TTTC0012U"),
        new Fault(Check.BODY, BODY, "{"),
        new Fault(Check.ACCOUNT, BODY, body -> body.replace("50000001", "50000002")),
        new Fault(Check.MEANING, BODY, body -> body.replace("\"ORD_DVSN\":\"00\"", "\"ORD_DVSN\":\"99\"")));

    static Stream<List<Fault>> pairsOfFaults() {
        var pairs = new ArrayList<List<Fault>>();
        for (int first = 0; first < FAULTS.size(); first++) {
            pairs.add(List.of(FAULTS.get(first)));
            for (int second = first + 1; second < FAULTS.size(); second++) {
                pairs.add(List.of(FAULTS.get(first), FAULTS.get(second)));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairsOfFaults")
    void namesTheFirstOfTwoFaults(List<Fault> faults) {
        var parts = new LinkedHashMap<>(Map.of(METHOD, "POST", TARGET, ORDER_CASH, BODY,
            '{' + House.ALICE_JSON + House.orderFields(House.SAMSUNG, 1, "69000", "00"), "authorization", "Bearer " + mock.token(),
            "appkey", mock.appKey(), "appsecret", House.SECRET, "Host", "127.0.0.1", "tr_id", "VTTC0012U",
            "custtype", "P"));
        // The later fault first, so that an earlier one may replace the same part of the request.
        for (Fault fault : faults.reversed()) {
            parts.computeIfPresent(fault.part, (name, whole) -> fault.breaks.apply(whole));
        }
        var exchange = new MemoryExchange(parts.remove(METHOD), parts.remove(TARGET), parts.remove(BODY));
        parts.forEach(exchange::with);
        house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
        String code = mockCode(faults.getFirst().check);
        if (ERRORS.find(code).isEmpty()) {
            assertEquals(Integer.parseInt(code), exchange.status());
        } else {
            assertTrue(exchange.answer().endsWith("\"msg_cd\":\"" + code + "\"}"), code + " expected: " + exchange.answer());
            assertEquals(ERRORS.error(code).httpStatus(), exchange.status());
        }
    }

    /** The one check whose answer differs in mock trading. */
    private static String mockCode(Check check) {
        return check == Check.MEANING ? "90000000" : check.code();
    }

    @Test
    void knowsTheCodeOfEveryCheck() {
        for (Check check : Check.values()) {
            boolean edge = check == Check.PATH || check == Check.METHOD;
            assertEquals(!edge, ERRORS.find(check.code()).isPresent(), check.name());
        }
    }

    // -- who asks ------------------------------------------------------------------------------------------------------

    private MemoryExchange balance(Sender sender) {
        return House.request(sender, House.inEnvironment(sender, "TTTC8434R"), "GET", BALANCE, "");
    }

    private void assertError(String code, MemoryExchange request) {
        house.assertUnchangedBy(() -> request.handledBy(house.gateway));
        assertEquals(House.error(code, ERRORS.error(code).text(), ERRORS.error(code).returnCode()), request.answer());
        assertEquals(ERRORS.error(code).httpStatus(), request.status());
        assertTrue(request.answerHeaders().containsKey("tr_cont"));
    }

    private void assertServed(MemoryExchange request) {
        request.handledBy(house.gateway);
        assertTrue(request.answer().contains("\"rt_cd\":\"0\""), request.answer());
    }

    @Test
    void needsABearerToken() {
        assertError("EGW00205", new MemoryExchange("GET", BALANCE, "").with("tr_id", "TTTC8434R"));
        assertError("EGW00205", balance(live).with("authorization", ""));
        assertError("EGW00205", balance(live).with("authorization", live.token()));
        assertError("EGW00121", balance(live).with("authorization", "Bearer"));
        assertError("EGW00121", balance(live).with("authorization", "Bearer 토큰"));
        assertError("EGW00121", balance(live).with("authorization", "Bearer " + live.token() + "x"));
        assertServed(balance(live).with("authorization", "bearer  " + live.token()));
    }

    @Test
    void tellsAnExpiredTokenFromARevokedOne() {
        house.engine.passTime(TimeUnit.HOURS.toMillis(24));
        assertError("EGW00123", balance(live));
        Sender again = house.sender("alice", Environment.LIVE);
        int key = house.tokens.find(Broker.KIS, again.token()).orElseThrow().owner().keyId();
        house.engine.revokeToken(key, new KeptReply());
        assertError("EGW00121", balance(again));
    }

    @Test
    void knowsNoTokenOfTheOtherBroker() {
        int key = house.engine.look(view -> view.keyId(Broker.KIWOOM, House.key("alice", Environment.LIVE)));
        house.engine.issueToken(key, 1_000_000, 1_000_000, new KeptReply());
        assertError("EGW00121", balance(live).with("authorization", "Bearer " + house.tokens.text(house.tokens.ofKey(key).orElseThrow())));
    }

    @Test
    void needsTheTokensOwnKeyPair() {
        assertError("EGW00103", balance(live).with("appkey", mock.appKey()));
        assertError("EGW00304", balance(live).with("appsecret", "x"));
    }

    @ParameterizedTest
    @CsvSource({"'',", "' ',", "P,", "B,", "p,", "X,EGW00208", "PB,EGW00208", "개인,EGW00208"})
    void takesPersonsAndCompaniesAndWhoDoesNotSay(String type, String code) {
        MemoryExchange request = balance(live).with("custtype", type);
        if (code == null) {
            assertServed(request);
        } else {
            assertError(code, request);
        }
    }

    @ParameterizedTest
    @CsvSource({"50000002,02,OPSQ2000", "50000001,02,OPSQ2000", "5000000101,'',''", "'','',OPSQ2000", "50000001,1,OPSQ2000"})
    void opensNoOtherAccount(String number, String product, String code) {
        var request = House.request(live, "TTTC8434R", "GET",
            BALANCE.replace(House.ALICE, "CANO=" + number + "&ACNT_PRDT_CD=" + product), "");
        if (code.isEmpty()) {
            assertServed(request);
        } else {
            assertError(code, request);
        }
    }

    // -- environments --------------------------------------------------------------------------------------------------

    @Test
    void judgesByTheTrId() {
        assertError("EGW02006", House.request(mock, "TTTC8434R", "GET", BALANCE, ""));
        assertError("OPSQ0002", House.request(live, "VTTC8434R", "GET", BALANCE, ""));
        assertServed(House.request(mock, "VTTC8434R", "GET", BALANCE, ""));
    }

    @Test
    void isStrictWhereTheHostIsTheBrokers() {
        String price = House.QUOTATIONS + "inquire-price?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=005930";
        assertError("EGW02004", balance(mock).with("Host", "openapi.koreainvestment.com:9443"));
        assertServed(House.request(mock, "FHKST01010100", "GET", price, "").with("Host", "openapi.koreainvestment.com:9443"));
        assertError("EGW00121", balance(live).with("Host", "openapivts.koreainvestment.com:29443"));
        assertServed(balance(mock).with("Host", "openapivts.koreainvestment.com:29443"));
        assertServed(balance(live).with("Host", "OPENAPI.koreainvestment.com"));
    }

    @Test
    void derivesMockIdsOnlyForTrsWithoutOne() {
        String info = House.QUOTATIONS + "search-info?PDNO=005930&PRDT_TYPE_CD=300";
        assertServed(House.request(live, "CTPF1604R", "GET", info, ""));
        assertServed(House.request(mock, "VTPF1604R", "GET", info, ""));
        assertError("EGW02006", House.request(mock, "CTPF1604R", "GET", info, ""));
        assertError("OPSQ0002", House.request(live, "VTPF1604R", "GET", info, ""));
        assertError("OPSQ0002", House.request(mock, "VVPF1604R", "GET", info, ""));
    }

    @Test
    void leavesQuotesTheirIdsInMockTrading() {
        String ranking = "/uapi/domestic-stock/v1/quotations/volume-rank?FID_COND_MRKT_DIV_CODE=J";
        assertError("90000000", House.request(mock, "FHPST01710000", "GET", ranking, ""));
        assertError("90000000", House.request(mock, "FHPST01710000", "GET", ranking, "").with("Host", "openapi.koreainvestment.com:9443"));
        assertError("OPSQ0002", House.request(mock, "VHPST01710000", "GET", ranking, ""));
        assertError("OPSQ0002", House.request(live, "FHPST01710000", "GET", ranking, ""));
    }

    // -- what is there -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"x", "TTTC0012U", "TTTC8908R", "tttc8434r"})
    void refusesATrIdThatIsNotThePaths(String trId) {
        MemoryExchange request = House.request(live, trId, "GET", BALANCE, "");
        assertError("OPSQ0002", request);
        assertEquals(trId, request.answerHeader("tr_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void missesATrIdThatIsNotThere(String trId) {
        assertError("OPSQ9999", House.request(live, trId, "GET", BALANCE, ""));
        assertError("OPSQ9999", House.request(mock, trId, "GET", BALANCE, ""));
        // No mock id is no id at all.
        assertError("OPSQ9999", House.request(live, trId, "GET", House.QUOTATIONS + "search-info?PDNO=005930&PRDT_TYPE_CD=300", ""));
    }

    @Test
    void repeatsNoTrIdThatIsNone() {
        MemoryExchange request = House.request(live, "<script>", "GET", BALANCE, "");
        assertError("OPSQ0002", request);
        assertEquals("", request.answerHeader("tr_id"));
    }

    @Test
    void saysInTheBrokersWordsWhatItDoesNotProvide() {
        String chart = House.QUOTATIONS + "inquire-daily-price?FID_COND_MRKT_DIV_CODE=J";
        assertError("OPSQ0002", House.request(live, "FHKST01010400", "GET", "/" + chart, ""));
        assertError("90000000", House.request(mock, "FHKST01010400", "GET", chart, ""));
        assertError("OPSQ0002", House.request(live, "CTSC0008U", "POST", House.TRADING + "order-resv", "{}"));
    }

    @ParameterizedTest
    @CsvSource({"GET,/uapi/domestic-stock/v1/trading/order-cash,405", "POST,/uapi/domestic-stock/v1/trading/inquire-balance,405",
        "DELETE,/oauth2/tokenP,405", "GET,/uapi/,404", "GET,/uapi/domestic-stock/v1/trading/order-cash/,404", "GET,//,404",
        "POST,/oauth2/tokenp,404", "GET,/tryitout/H0STCNT0,404"})
    void answersFromTheEdgeWhereThereIsNoSuchThing(String method, String path, int status) {
        MemoryExchange exchange = new MemoryExchange(method, path, "").handledBy(house.gateway);
        assertEquals(status, exchange.status());
        assertTrue(exchange.answer().contains("\"status\":" + status), exchange.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//uapi/domestic-stock/v1/trading/inquire-balance", "/uapi//domestic-stock/v1///trading/inquire-balance"})
    void takesDoubledSlashesForOne(String path) {
        assertServed(House.request(live, "TTTC8434R", "GET", path + BALANCE.substring(BALANCE.indexOf('?')), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz=1", "a=%e", "FID_COND_MRKT_DIV_CODE=J%"})
    void refusesAMalformedQuery(String query) {
        assertError("OPSQ2002", House.request(live, "FHKST01010100", "GET", House.QUOTATIONS + "inquire-price?" + query, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANO", "ACNT_PRDT_CD", "AFHR_FLPR_YN", "INQR_DVSN", "PRCS_DVSN"})
    void namesTheParameterThatIsMissing(String field) {
        MemoryExchange request = House.request(live, "TTTC8434R", "GET", BALANCE.replaceFirst("[?&]" + field + "=\\w+", "&")
            .replaceFirst("inquire-balance&", "inquire-balance?"), "");
        house.assertUnchangedBy(() -> request.handledBy(house.gateway));
        assertEquals(House.error("OPSQ2001", "ERROR INPUT FIELD NOT FOUND [" + field + "]", 2), request.answer());
        assertEquals(200, request.status());
    }

    @Test
    void namesWhatIsBuilt() {
        assertEquals(List.of(
            "domestic-stock/info/search-info", "domestic-stock/info/search-stock-info",
            "domestic-stock/quotations/inquire-asking-price-exp-ccn", "domestic-stock/quotations/inquire-ccnl",
            "domestic-stock/quotations/inquire-daily-itemchartprice", "domestic-stock/quotations/inquire-daily-price",
            "domestic-stock/quotations/inquire-price", "domestic-stock/quotations/inquire-price-2",
            "domestic-stock/quotations/inquire-time-itemchartprice", "domestic-stock/sector/inquire-index-price",
            "domestic-stock/trading/inquire-account-balance", "domestic-stock/trading/inquire-balance",
            "domestic-stock/trading/inquire-balance-rlz-pl", "domestic-stock/trading/inquire-credit-psamount",
            "domestic-stock/trading/inquire-daily-ccld", "domestic-stock/trading/inquire-psbl-order",
            "domestic-stock/trading/inquire-psbl-rvsecncl", "domestic-stock/trading/inquire-psbl-sell",
            "domestic-stock/trading/order-cash", "domestic-stock/trading/order-credit", "domestic-stock/trading/order-rvsecncl",
            "oauth/Approval", "oauth/hashkey", "oauth/revokeP", "oauth/tokenP", "overseas-stock/quotations/dailyprice",
            "overseas-stock/quotations/inquire-asking-price", "overseas-stock/quotations/inquire-time-itemchartprice",
            "overseas-stock/quotations/price", "overseas-stock/quotations/price-detail", "overseas-stock/trading/inquire-balance",
            "overseas-stock/trading/inquire-ccnl", "overseas-stock/trading/inquire-nccs",
            "overseas-stock/trading/inquire-present-balance", "overseas-stock/trading/inquire-psamount",
            "overseas-stock/trading/order", "overseas-stock/trading/order-rvsecncl"),
            List.copyOf(house.gateway.builtTrs()));
    }

    // -- headers -------------------------------------------------------------------------------------------------------

    @Test
    void spellsHeadersAsClientsReadThem() {
        for (MemoryExchange request : List.of(balance(live), balance(live).with("authorization", "Bearer x"), balance(mock))) {
            request.handledBy(house.gateway);
            assertEquals(List.of("Content-Type", "tr_id", "tr_cont", "gt_uid"), List.copyOf(request.answerHeaders().keySet()));
            assertFalse(request.answerHeaders().keySet().stream().anyMatch(name -> name.matches("[a-z0-9_]*-[a-z0-9_-]*")));
        }
    }

    // -- limits --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"LIVE,20", "MOCK,2"})
    void limitsAllTrsOfAKeyTogetherByHostTime(Environment environment, int calls) {
        var limited = new House(KisSettings.DEFAULT);
        Sender sender = limited.sender("alice", environment);
        String price = House.QUOTATIONS + "inquire-price?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=005930";
        for (int i = 0; i < calls; i++) {
            assertEquals(200, limited.get(sender, "FHKST01010100", price).status());
        }
        limited.engine.setFrozen(true, new KeptReply());
        MemoryExchange oneTooMany = limited.get(sender, House.inEnvironment(sender, "TTTC8434R"), BALANCE);
        assertEquals(500, oneTooMany.status());
        assertEquals(House.error("EGW00201", "초당 거래건수를 초과하였습니다.", 1), oneTooMany.answer());
        assertEquals(200, limited.get(limited.sender("bob", environment), "FHKST01010100", price).status(), "another key");
        limited.engine.passTime(1_000);
        assertEquals(200, limited.get(sender, "FHKST01010100", price).status());
    }

    @Test
    void takesOtherLimitsFromItsSettings() {
        var limited = new House(new KisSettings(true, 18, 1, false, false, false));
        Sender sender = limited.sender("alice", Environment.MOCK);
        assertEquals(200, limited.get(sender, "VTTC8434R", BALANCE).status());
        assertEquals(500, limited.get(sender, "VTTC8434R", BALANCE).status());
    }

    @Test
    void saysThatItIsBusyWhereNothingCanBeRead() {
        house.engine.refuseReads(true);
        assertError("EGW00215", balance(live));
    }
}
