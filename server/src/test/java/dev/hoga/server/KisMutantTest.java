package dev.hoga.server;

import static dev.hoga.server.RequestMutants.remove;
import static dev.hoga.server.RequestMutants.set;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Levels;
import dev.hoga.catalogue.Mutant;
import dev.hoga.catalogue.MutantGenerator;
import dev.hoga.catalogue.QueryMutantGenerator;
import dev.hoga.catalogue.Transport;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Variant;
import dev.hoga.gateway.QueryParameters;
import dev.hoga.server.KisHeaderMutants.Key;
import dev.hoga.server.KisHeaderMutants.Keys;
import dev.hoga.server.KisHeaderMutants.Request;
import dev.hoga.server.RawConnection.Answer;
import dev.hoga.server.RequestMutants.Answered;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bad input for KIS against a real process, as {@link KiwoomMutantTest} does it for Kiwoom: each has one right answer, and none changes
 * anything. The account has nothing, so that even a right order is refused; token calls show a wrong secret, because a right one changes
 * something.
 */
final class KisMutantTest {
    private static final BrokerCatalogue CATALOGUE = KisDialect.INSTANCE.contract();
    private static final String TRADING = "domestic-stock/trading/";
    private static final byte[] NOTHING = "{}".getBytes(UTF_8);
    private static final String MOCK_HOST = "openapivts.koreainvestment.com:29443";

    private static ServerProcess server;
    private static String account;
    private static String strangersAccount;
    private static Keys keys;
    private static String hashBefore;

    /**
     * A valid request.
     *
     * @param trId   empty for a call without one
     * @param answer msg_cd or error_code of what it is answered
     */
    private record Example(String key, String trId, Map<String, String> fields, String answer) {

        TrSpec tr() {
            return CATALOGUE.require(key);
        }
    }

    @BeforeAll
    static void startServer() throws IOException {
        server = ServerProcess.start("--limits", "off", "--token-interval", "off", "--clock", "2026-11-20T10:00:00+09:00");
        server.control().post("/clock", Map.of("frozen", true));
        Map<String, Object> poor = server.control().post("/accounts", Map.of("name", "poor")).json();
        Map<String, Object> stranger = server.control().post("/accounts", Map.of("name", "stranger")).json();
        account = (String) poor.get("accountNumber");
        strangersAccount = (String) stranger.get("accountNumber");
        Key dead = key(poor, "live");
        oauth("/oauth2/revokeP", Map.of("appkey", dead.appKey(), "appsecret", dead.secret(), "token", dead.token()));
        keys = new Keys(key(poor, "live"), key(poor, "mock"), key(stranger, "live"), dead.token());
        hashBefore = (String) server.stateHash().get("hash");
    }

    private static Key key(Map<String, Object> opened, String environment) throws IOException {
        var pair = (Map<?, ?>) ((Map<?, ?>) opened.get("kis")).get(environment);
        String appKey = (String) pair.get("appkey");
        String secret = (String) pair.get("appsecret");
        WireAnswer token = oauth("/oauth2/tokenP", Map.of("grant_type", "client_credentials", "appkey", appKey, "appsecret", secret));
        return new Key(appKey, secret, token.field("access_token"));
    }

    private static WireAnswer oauth(String path, Map<String, String> body) throws IOException {
        WireAnswer answer = server.wire().send("POST", path, Map.of("Content-Type", "application/json"), Json.bytes(body));
        assertEquals(200, answer.status(), answer::text);
        return answer;
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static void nothingChanged() throws IOException {
        assertEquals(hashBefore, server.stateHash().get("hash"), "the state hash");
    }

    /** A request of each TR that keeps its contract. */
    private static List<Example> examples() {
        String appKey = keys.live().appKey();
        return List.of(
            new Example("oauth/tokenP", "",
                fields("grant_type", "client_credentials", "appkey", appKey, "appsecret", "wrong"), "EGW00105"),
            new Example("oauth/revokeP", "", fields("appkey", appKey, "appsecret", "wrong", "token", keys.live().token()), "EGW00105"),
            new Example("oauth/Approval", "",
                fields("grant_type", "client_credentials", "appkey", appKey, "secretkey", "wrong"), "EGW00105"),
            new Example("oauth/hashkey", "", fields("PDNO", "005930", "ORD_QTY", "1"), ""),
            new Example(TRADING + "order-cash", "TTTC0012U", ofAccount("PDNO", "005930", "SLL_TYPE", "", "ORD_DVSN", "00", "ORD_QTY", "1",
                "ORD_UNPR", "260000", "CNDT_PRIC", "", "EXCG_ID_DVSN_CD", "KRX"), "APBK0952"),
            new Example(TRADING + "order-cash", "TTTC0011U", ofAccount("PDNO", "005930", "SLL_TYPE", "01", "ORD_DVSN", "00", "ORD_QTY", "1",
                "ORD_UNPR", "260000", "CNDT_PRIC", "", "EXCG_ID_DVSN_CD", ""), "APBK0400"),
            new Example(TRADING + "order-credit", "TTTC0052U", ofAccount("PDNO", "005930", "SLL_TYPE", "", "CRDT_TYPE", "21", "LOAN_DT",
                "20261120", "ORD_DVSN", "00", "ORD_QTY", "1", "ORD_UNPR", "260000", "CNDT_PRIC", "", "EXCG_ID_DVSN_CD", "KRX"), "APBK0963"),
            new Example(TRADING + "inquire-credit-psamount", "TTTC8909R", ofAccount("PDNO", "005930", "ORD_UNPR", "260000", "ORD_DVSN",
                "00", "CRDT_TYPE", "21", "CMA_EVLU_AMT_ICLD_YN", "N", "OVRS_ICLD_YN", "N"), "KIOK0510"),
            new Example(TRADING + "order-rvsecncl", "TTTC0013U", ofAccount("KRX_FWDG_ORD_ORGNO", "06010", "ORGN_ODNO", "0000000007",
                "ORD_DVSN", "00", "RVSE_CNCL_DVSN_CD", "01", "ORD_QTY", "1", "ORD_UNPR", "260000", "QTY_ALL_ORD_YN", "N", "CNDT_PRIC", "",
                "EXCG_ID_DVSN_CD", "KRX"), "APBK0344"),
            new Example(TRADING + "inquire-balance", "TTTC8434R", ofAccount("AFHR_FLPR_YN", "N", "OFL_YN", "", "INQR_DVSN", "02",
                "UNPR_DVSN", "01", "FUND_STTL_ICLD_YN", "N", "FNCG_AMT_AUTO_RDPT_YN", "N", "PRCS_DVSN", "00", "CTX_AREA_FK100", "",
                "CTX_AREA_NK100", ""), "KIOK0510"),
            new Example(TRADING + "inquire-psbl-order", "TTTC8908R", ofAccount("PDNO", "005930", "ORD_UNPR", "260000", "ORD_DVSN", "00",
                "CMA_EVLU_AMT_ICLD_YN", "N", "OVRS_ICLD_YN", "N"), "KIOK0510"),
            new Example(TRADING + "inquire-psbl-rvsecncl", "TTTC0084R", ofAccount("CTX_AREA_FK100", "", "CTX_AREA_NK100", "",
                "INQR_DVSN_1", "0", "INQR_DVSN_2", "0"), "KIOK0560"),
            new Example(TRADING + "inquire-daily-ccld", "TTTC0081R", ofAccount("INQR_STRT_DT", "20261120", "INQR_END_DT", "20261120",
                "SLL_BUY_DVSN_CD", "00", "PDNO", "", "ORD_GNO_BRNO", "", "ODNO", "", "CCLD_DVSN", "00", "INQR_DVSN", "00",
                "INQR_DVSN_1", "", "INQR_DVSN_3", "00", "EXCG_ID_DVSN_CD", "KRX", "CTX_AREA_FK100", "", "CTX_AREA_NK100", ""), "KIOK0560"),
            new Example(TRADING + "inquire-balance-rlz-pl", "TTTC8494R", ofAccount("AFHR_FLPR_YN", "N", "OFL_YN", "", "INQR_DVSN", "00",
                "UNPR_DVSN", "01", "FUND_STTL_ICLD_YN", "N", "FNCG_AMT_AUTO_RDPT_YN", "N", "PRCS_DVSN", "00", "COST_ICLD_YN", "Y",
                "CTX_AREA_FK100", "", "CTX_AREA_NK100", ""), "KIOK0510"),
            new Example(TRADING + "inquire-psbl-sell", "TTTC8408R", ofAccount("PDNO", "005930"), "KIOK0510"),
            new Example(TRADING + "inquire-account-balance", "CTRP6548R", ofAccount("INQR_DVSN_1", "", "BSPR_BF_DT_APLY_YN", ""),
                "KIOK0510"),
            new Example("domestic-stock/quotations/inquire-price", "FHKST01010100",
                fields("FID_COND_MRKT_DIV_CODE", "J", "FID_INPUT_ISCD", "005930"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-asking-price-exp-ccn", "FHKST01010200",
                fields("FID_COND_MRKT_DIV_CODE", "J", "FID_INPUT_ISCD", "005930"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-price-2", "FHPST01010000",
                fields("FID_COND_MRKT_DIV_CODE", "J", "FID_INPUT_ISCD", "005930"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-ccnl", "FHKST01010300",
                fields("FID_COND_MRKT_DIV_CODE", "J", "FID_INPUT_ISCD", "005930"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-daily-price", "FHKST01010400", fields("FID_COND_MRKT_DIV_CODE", "J",
                "FID_INPUT_ISCD", "005930", "FID_PERIOD_DIV_CODE", "D", "FID_ORG_ADJ_PRC", "0"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-daily-itemchartprice", "FHKST03010100", fields("FID_COND_MRKT_DIV_CODE", "J",
                "FID_INPUT_ISCD", "005930", "FID_INPUT_DATE_1", "20261101", "FID_INPUT_DATE_2", "20261120", "FID_PERIOD_DIV_CODE", "D",
                "FID_ORG_ADJ_PRC", "0"), "MCA00000"),
            new Example("domestic-stock/quotations/inquire-time-itemchartprice", "FHKST03010200", fields("FID_COND_MRKT_DIV_CODE", "J",
                "FID_INPUT_ISCD", "005930", "FID_INPUT_HOUR_1", "153000", "FID_PW_DATA_INCU_YN", "N", "FID_ETC_CLS_CODE", ""), "MCA00000"),
            new Example("domestic-stock/info/search-stock-info", "CTPF1002R", fields("PDNO", "005930", "PRDT_TYPE_CD", "300"), "KIOK0530"),
            new Example("domestic-stock/sector/inquire-index-price", "FHPUP02100000",
                fields("FID_COND_MRKT_DIV_CODE", "U", "FID_INPUT_ISCD", "0001"), "MCA00000"),
            new Example("domestic-stock/info/search-info", "CTPF1604R", fields("PDNO", "005930", "PRDT_TYPE_CD", "300"), "KIOK0530"));
    }

    private static Map<String, String> ofAccount(String... namesAndValues) {
        Map<String, String> all = fields("CANO", account.substring(0, 8), "ACNT_PRDT_CD", account.substring(8));
        all.putAll(fields(namesAndValues));
        return all;
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    // -- each TR -------------------------------------------------------------------------------------------------------

    @Test
    void everyMutantOfEveryTrIsAnsweredAsThePrecedenceSays() throws IOException {
        int refused = 0;
        int taken = 0;
        try (var run = new AttemptRun(server)) {
            for (Example example : examples()) {
                TrSpec tr = example.tr();
                String of = tr.id() + ' ' + example.trId;
                Request valid = request(example, keys.live(), content(tr, example.fields));
                Answered validAnswer = answered(run.ask(of, valid.bytes(), true));
                assertEquals(example.answer, code(validAnswer.body()), validAnswer::toString);
                for (Mutant mutant : mutants(example)) {
                    boolean mustFail = mutant.outcome() == Mutant.Outcome.REFUSED;
                    refused += mustFail ? 1 : 0;
                    taken += mustFail ? 0 : 1;
                    fieldMutant(run, example, mutant, validAnswer);
                }
                RequestMutants around = around(example, valid, validAnswer);
                for (Attempt attempt : around.refused()) {
                    refused++;
                    run.attempt(of, attempt);
                }
                for (Attempt attempt : around.taken()) {
                    taken++;
                    run.attempt(of, attempt);
                }
            }
            run.assertNothingWrong();
        }
        nothingChanged();
        System.out.printf("KIS: %d mutants over %d requests, all refused as expected; "
            + "%d odd ones that keep the contract, answered as they should be%n", refused, examples().size(), taken);
    }

    private static List<Mutant> mutants(Example example) {
        return example.tr().method().equals("GET")
            ? QueryMutantGenerator.mutants(example.tr(), example.fields, QueryParameters.MOST)
            : MutantGenerator.mutants(example.tr(), example.fields, BodyLimits.DEFAULT);
    }

    /** The fields as they travel: a query, or a body. */
    private static byte[] content(TrSpec tr, Map<String, String> fields) {
        if (tr.method().equals("POST")) {
            return Json.bytes(fields);
        }
        var query = new StringJoiner("&");
        fields.forEach((name, value) -> query.add(name + '=' + URLEncoder.encode(value, UTF_8)));
        return query.toString().getBytes(US_ASCII);
    }

    private static Request request(Example example, Key key, byte[] content) {
        TrSpec tr = example.tr();
        Map<String, String> headers = KisHeaderMutants.headers(key, example.trId);
        return tr.method().equals("GET")
            ? new Request("GET", tr.path() + '?' + new String(content, US_ASCII), headers, new byte[0])
            : new Request("POST", tr.path(), headers, content);
    }

    private static Answered answered(Answer answer) {
        return new Answered(answer.status(), Json.object(answer.body()));
    }

    /** The number of an answer, in whatever form; empty where it has none. */
    private static String code(Map<String, Object> body) {
        return (String) body.getOrDefault("msg_cd", body.getOrDefault("error_code", ""));
    }

    private void fieldMutant(AttemptRun run, Example example, Mutant mutant, Answered validAnswer) throws IOException {
        TrSpec tr = example.tr();
        Answer raw = run.ask(tr.id() + ": " + mutant.name(), request(example, keys.live(), mutant.body()).bytes(), true);
        boolean right;
        if (tr.id().equals("hashkey") && mutant.outcome() != Mutant.Outcome.REFUSED) {
            // The echo is as deep as the body and one more.
            right = raw.status() == 200 && raw.text().startsWith("{\"BODY\":{") && raw.text().contains("},\"HASH\":\"");
        } else {
            right = fieldAnswer(tr, mutant, answered(raw), validAnswer);
        }
        if (!right) {
            run.complain(tr.id() + ": " + mutant + " was answered " + raw);
        }
    }

    private static boolean fieldAnswer(TrSpec tr, Mutant mutant, Answered answer, Answered validAnswer) {
        return switch (mutant.outcome()) {
            case REFUSED -> {
                // The one number whose text names the field; here it is always for a missing one.
                Object[] values = mutant.code().equals("OPSQ2001")
                    ? new Object[] {"INPUT FIELD NOT FOUND [" + mutant.field() + ']'} : new Object[0];
                Refusal refusal = Refusal.ofKis(Optional.of(tr), mutant.code(), values);
                yield answer.status() == refusal.status() && answer.body().equals(refusal.body());
            }
            case SAME -> answer.equals(validAnswer);
            case OPEN -> isAnAnswer(answer) && !(tr.method().equals("POST") && "0".equals(answer.body().get("rt_cd")));
        };
    }

    /** Whether it is one that the contract knows, with that one's status; texts of numbers that have only a meaning are the server's. */
    private static boolean isAnAnswer(Answered answer) {
        return CATALOGUE.errors().find(code(answer.body())).filter(error ->
            answer.status() == (answer.body().containsKey("error_code") ? error.oauthHttpStatus() : error.httpStatus())).isPresent();
    }

    private RequestMutants around(Example example, Request valid, Answered validAnswer) {
        TrSpec tr = example.tr();
        if (tr.group().equals("oauth")) {
            return aroundKeyCall(tr, valid, validAnswer);
        }
        RequestMutants around = KisHeaderMutants.of(tr, valid, validAnswer, keys);
        if (example.fields.containsKey("CANO")) {
            accounts(example, around);
        }
        if (example.fields.containsKey("CTX_AREA_NK100")) {
            for (String key : List.of("x", "AAAAAAAAAAAAAAAA", "0000000001^", "x".repeat(1_000), "\u00e9", "'; --")) {
                refuse(around, example, "a key of a page that nobody made, " + key, "CTX_AREA_NK100", key, "OPSQ2002");
            }
        }
        return around;
    }

    private void accounts(Example example, RequestMutants around) {
        String own = account.substring(0, 8);
        for (String cano : List.of("", "00000000", own.substring(1), own + "0", "x", "  ")) {
            refuse(around, example, "account " + cano, "CANO", cano, "OPSQ2000");
        }
        for (String product : List.of("", "00", "1", "xx")) {
            refuse(around, example, "product " + product, "ACNT_PRDT_CD", product, "OPSQ2000");
        }
        var strangers = new LinkedHashMap<>(example.fields);
        strangers.put("CANO", strangersAccount.substring(0, 8));
        strangers.put("ACNT_PRDT_CD", strangersAccount.substring(8));
        Refusal wrongAccount = error(example, "OPSQ2000");
        around.refuse("another's account", request(example, keys.live(), content(example.tr(), strangers)).bytes(), wrongAccount);
        around.refuse("the own account with another's key",
            request(example, keys.stranger(), content(example.tr(), example.fields)).bytes(), wrongAccount);
    }

    private static void refuse(RequestMutants around, Example example, String name, String field, String value, String code) {
        var changed = new LinkedHashMap<>(example.fields);
        changed.put(field, value);
        around.refuse(name, request(example, keys.live(), content(example.tr(), changed)).bytes(), error(example, code));
    }

    private static Refusal error(Example example, String code) {
        return Refusal.ofKis(Optional.of(example.tr()), code);
    }

    /** Token calls look at their body alone, hashkey at its two keys beside it. */
    private static RequestMutants aroundKeyCall(TrSpec tr, Request valid, Answered validAnswer) {
        var around = new RequestMutants("POST", valid.target(), valid.headers(), valid.body(), validAnswer);
        around.otherMethods();
        around.sizes();
        around.oddButRight();
        Optional<TrSpec> asked = Optional.of(tr);
        for (String path : List.of(tr.path() + "/", tr.path().toUpperCase(), tr.path() + "x")) {
            around.edge("address " + path, RequestMutants.bytes("POST", path, valid.headers(), valid.body()), 404, true);
        }
        around.odd("a dead token beside it", headers -> set(headers, "authorization", "Bearer " + keys.revoked()));
        around.odd("no token", headers -> remove(headers, "authorization"));
        around.odd("a TR id beside it", headers -> set(headers, "tr_id", "TTTC0012U"));
        around.odd("a customer type beside it", headers -> set(headers, "custtype", "X"));
        around.refuse("a live key at the mock host", headers -> set(headers, "Host", MOCK_HOST), Refusal.ofKis(asked, "EGW00103"));
        if (!tr.id().equals("hashkey")) {
            around.odd("another's keys beside it", headers ->
                set(set(headers, "appkey", keys.stranger().appKey()), "appsecret", "x"));
            return around;
        }
        around.refuse("no appkey", headers -> remove(headers, "appkey"), Refusal.ofKis(asked, "EGW00102"));
        around.refuse("no keys", headers -> remove(remove(headers, "appkey"), "appsecret"),
            Refusal.ofKis(asked, "EGW00102"));
        around.refuse("no appsecret", headers -> remove(headers, "appsecret"), Refusal.ofKis(asked, "EGW00104"));
        around.refuse("an unknown appkey", headers -> set(headers, "appkey", "x"), Refusal.ofKis(asked, "EGW00103"));
        around.refuse("another's appsecret", headers -> set(headers, "appsecret", keys.stranger().secret()),
            Refusal.ofKis(asked, "EGW00105"));
        return around;
    }

    // -- what is not built ---------------------------------------------------------------------------------------------

    @Test
    void everyTrThatIsNotBuiltSaysSo() throws IOException {
        Levels levels = Levels.load();
        int asked = 0;
        try (var run = new AttemptRun(server)) {
            for (TrSpec tr : CATALOGUE.all()) {
                if (tr.transport() == Transport.REST && levels.of(tr) == 0) {
                    for (Variant variant : tr.variants()) {
                        String mockId = KisDialect.mockId(variant);
                        notProvided(run, tr, keys.live(), variant.tr(), "OPSQ0002");
                        notProvided(run, tr, keys.mock(), mockId, "90000000");
                        for (String former : variant.was()) {
                            boolean mock = former.startsWith("V");
                            notProvided(run, tr, mock ? keys.mock() : keys.live(), former, mock ? "90000000" : "OPSQ0002");
                        }
                        asked++;
                    }
                }
            }
            run.assertNothingWrong();
        }
        assertTrue(asked > 250, "asked only for " + asked);
        nothingChanged();
        System.out.println("KIS: " + asked + " TRs that are not built say so");
    }

    private static void notProvided(AttemptRun run, TrSpec tr, Key key, String trId, String code) throws IOException {
        Refusal refusal = Refusal.ofKis(Optional.of(tr), code);
        Map<String, String> headers = KisHeaderMutants.headers(key, trId);
        boolean get = tr.method().equals("GET");
        run.attempt(tr.key() + ' ' + trId, Attempt.refused("no fields", RequestMutants.bytes(tr.method(), tr.path(), headers,
            get ? new byte[0] : NOTHING), refusal));
        run.attempt(tr.key() + ' ' + trId, Attempt.refused("fields that cannot be read", RequestMutants.bytes(tr.method(),
            tr.path() + (get ? "?a=%zz" : ""), headers, get ? new byte[0] : "{".getBytes(UTF_8)), refusal));
    }
}
