package dev.hoga.server;

import static dev.hoga.server.RequestMutants.bytes;
import static dev.hoga.server.RequestMutants.remove;
import static dev.hoga.server.RequestMutants.set;
import static dev.hoga.server.RequestMutants.shortened;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.Paging;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.RequestMutants.Answered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything around the body of one Kiwoom TR that can be wrong, alone and in pairs, with the answer that the order of the checks asks
 * for.
 */
final class KiwoomHeaderMutants {
    private static final String MOCK_HOST = "mockapi.kiwoom.com";
    private static final String LIVE_HOST = "api.kiwoom.com:443";
    private static final byte[] BROKEN = "{\"a\":".getBytes(UTF_8);
    private static final String FORGED = "x".repeat(86);

    private final TrSpec tr;
    private final byte[] valid;
    private final Tokens tokens;
    private final RequestMutants mutants;

    /** Tokens of one account. @param revoked one that was alive once */
    record Tokens(String live, String mock, String revoked) {
    }

    private KiwoomHeaderMutants(TrSpec tr, byte[] valid, Answered validAnswer, Tokens tokens) {
        this.tr = tr;
        this.valid = valid;
        this.tokens = tokens;
        mutants = new RequestMutants("POST", tr.path(), usual(), valid, validAnswer);
    }

    /**
     * All of them.
     *
     * @param valid       a body that the TR takes
     * @param validAnswer what it is answered
     */
    static RequestMutants of(TrSpec tr, byte[] valid, Answered validAnswer, Tokens tokens) {
        return new KiwoomHeaderMutants(tr, valid, validAnswer, tokens).all();
    }

    private RequestMutants all() {
        mutants.otherMethods();
        hosts();
        mutants.sizes();
        if (oauth()) {
            mutants.odd("api-id of another TR", headers -> set(headers, "api-id", "kt10000"));
            mutants.odd("a dead token beside it", headers -> set(headers, "authorization", "Bearer " + FORGED));
        } else {
            apiIds();
            authorizations();
            pairs();
            pages();
        }
        mutants.oddButRight();
        mutants.odd("keys as headers", headers -> set(set(headers, "appkey", "x".repeat(36)), "appsecret", "x".repeat(180)));
        return mutants;
    }

    private boolean oauth() {
        return tr.path().startsWith("/oauth2/");
    }

    private void apiIds() {
        refuse("no api-id", headers -> remove(headers, "api-id"), "1501");
        refuse("empty api-id", headers -> set(headers, "api-id", ""), "1501");
        refuse("blank api-id", headers -> set(headers, "api-id", "   "), "1501");
        refuse("unknown api-id", headers -> set(headers, "api-id", "zz99999"), "1505", "zz99999");
        refuse("api-id in capitals", headers -> set(headers, "api-id", tr.id().toUpperCase()), "1505", tr.id().toUpperCase());
        refuse("api-id of a real-time type", headers -> set(headers, "api-id", "0B"), "1504", "0B", tr.path());
        String other = tr.path().endsWith("/ordr") ? "/api/dostk/acnt" : "/api/dostk/ordr";
        for (String path : List.of(other, "/api/dostk/nothing", "/api/dostk/", tr.path() + "/", "/api/us/ordr")) {
            refuse("wrong address " + path, bytes("POST", path, usual(), valid), "1504", tr.id(), path);
        }
    }

    private void authorizations() {
        refuse("no authorization", headers -> remove(headers, "authorization"), "1513");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("", "1513");
        values.put("   ", "1513");
        values.put(tokens.live, "1514");
        values.put("Bearer " + tokens.live + " x", "1514");
        values.put("Basic " + tokens.live, "1515");
        values.put("Token " + tokens.live, "1515");
        values.put("Bearer", "1516");
        values.put("Bearer  ", "1516");
        values.put("Bearer " + FORGED, "8005");
        values.put("Bearer " + tokens.revoked, "8005");
        values.put("Bearer " + tokens.live.substring(1), "8005");
        values.put("Bearer " + tokens.live + "A", "8005");
        values.put("Bearer " + tokens.live.toLowerCase(), "8005");
        values.put("Bearer " + "A".repeat(4_000), "8005");
        values.put("Bearer \u00e9\u00e9", "8005");
        values.forEach((value, code) ->
            refuse("authorization '" + shortened(value) + "'", headers -> set(headers, "authorization", value), code));
    }

    private void hosts() {
        if (oauth()) {
            // The body of au10002 has a wrong secret, and that is looked at first.
            refuse("a live key at the mock host", headers -> set(headers, "Host", MOCK_HOST), tr.id().equals("au10001") ? "8030" : "8001");
        } else {
            refuse("a live token at the mock host", headers -> set(headers, "Host", MOCK_HOST), "8031");
            refuse("a mock token at the live host",
                headers -> set(set(headers, "Host", LIVE_HOST), "authorization", "Bearer " + tokens.mock), "8031");
        }
    }

    /** Two things wrong at once: the earlier check answers. */
    private void pairs() {
        UnaryOperator<Map<String, String>> noToken = headers -> remove(headers, "authorization");
        mutants.edge("GET and no api-id", bytes("GET", tr.path(), remove(usual(), "api-id"), valid), 405, true);
        pair("no api-id and no token", headers -> noToken.apply(remove(headers, "api-id")), "1501");
        pair("unknown api-id and no token", headers -> noToken.apply(set(headers, "api-id", "zz99999")), "1505", "zz99999");
        refuse("wrong address and dead token", bytes("POST", "/api/dostk/nothing",
            set(usual(), "authorization", "Bearer " + FORGED), BROKEN), "1504", tr.id(), "/api/dostk/nothing");
        pair("no token and a broken body", noToken, "1513");
        pair("a dead token and a broken body", headers -> set(headers, "authorization", "Bearer " + tokens.revoked), "8005");
        pair("a dead token at the wrong host",
            headers -> set(set(headers, "authorization", "Bearer " + FORGED), "Host", MOCK_HOST), "8005");
        pair("the wrong host and a broken body", headers -> set(headers, "Host", MOCK_HOST), "8031");
        Map<String, String> notBuilt = set(usual(), "api-id", "ka10060");
        refuse("a TR that is not built and a broken body",
            bytes("POST", "/api/dostk/chart", notBuilt, BROKEN), "8104");
        refuse("a TR that is not built and a dead token",
            bytes("POST", "/api/dostk/chart", set(notBuilt, "authorization", "Bearer " + FORGED), valid), "8005");
    }

    private void pages() {
        UnaryOperator<Map<String, String>> page = headers -> set(set(headers, "cont-yn", "Y"), "next-key", "PAGE2KEY0000000001");
        if (tr.paging() == Paging.HEADER) {
            refuse("a page key that nobody made", page, "1517", "next-key", "유효하지 않은 연속조회키입니다");
        } else {
            mutants.odd("a page asked for where there is one only", page);
        }
        mutants.odd("a page key without cont-yn", headers -> set(headers, "next-key", "0"));
        mutants.odd("cont-yn N and a page key", headers -> set(set(headers, "cont-yn", "N"), "next-key", "PAGE2KEY0000000001"));
    }

    // -- requests ------------------------------------------------------------------------------------------------------

    private Map<String, String> usual() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", "127.0.0.1");
        headers.put("Content-Type", "application/json;charset=UTF-8");
        if (!oauth()) {
            headers.put("api-id", tr.id());
            headers.put("authorization", "Bearer " + tokens.live);
        }
        return headers;
    }

    private void refuse(String name, UnaryOperator<Map<String, String>> change, String... codeAndValues) {
        mutants.refuse(name, change, Refusal.ofKiwoom(List.of((Object[]) codeAndValues)));
    }

    private void pair(String name, UnaryOperator<Map<String, String>> change, String... codeAndValues) {
        mutants.refuse(name, change, BROKEN, Refusal.ofKiwoom(List.of((Object[]) codeAndValues)));
    }

    private void refuse(String name, byte[] bytes, String... codeAndValues) {
        mutants.refuse(name, bytes, Refusal.ofKiwoom(List.of((Object[]) codeAndValues)));
    }
}
