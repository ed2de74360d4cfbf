package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.Paging;
import dev.hoga.catalogue.TrSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Everything around the body of one TR that can be wrong, alone and in pairs, with the answer that the order of the checks asks for. */
final class HeaderMutants {
    private static final String MOCK_HOST = "mockapi.kiwoom.com";
    private static final String LIVE_HOST = "api.kiwoom.com:443";
    private static final byte[] BROKEN = "{\"a\":".getBytes(UTF_8);
    private static final String FORGED = "x".repeat(86);

    private final TrSpec tr;
    private final byte[] valid;
    private final Tokens tokens;
    private final List<Attempt> refused = new ArrayList<>();
    private final List<Attempt> taken = new ArrayList<>();

    /** Tokens of one account. @param revoked one that was alive once */
    record Tokens(String live, String mock, String revoked) {
    }

    /**
     * @param valid       a body that the TR takes
     * @param validAnswer what it is answered
     */
    HeaderMutants(TrSpec tr, byte[] valid, Map<String, Object> validAnswer, Tokens tokens) {
        this.tr = tr;
        this.valid = valid;
        this.tokens = tokens;
        methods();
        hosts();
        sizes();
        if (oauth()) {
            odd("api-id of another TR", headers -> set(headers, "api-id", "kt10000"), validAnswer);
            odd("a dead token beside it", headers -> set(headers, "authorization", "Bearer " + FORGED), validAnswer);
        } else {
            apiIds();
            authorizations();
            pairs();
            pages(validAnswer);
        }
        oddButRight(validAnswer);
    }

    /** Requests that must be refused. */
    List<Attempt> refused() {
        return refused;
    }

    /** Requests that real clients or strict readings of HTTP allow: the answer is that of the valid one. */
    List<Attempt> taken() {
        return taken;
    }

    private boolean oauth() {
        return tr.path().startsWith("/oauth2/");
    }

    private void methods() {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            edge(method, bytes(method, tr.path(), usual(), valid), 405, true);
        }
        byte[] bare = new Attempt.Writer("GET " + tr.path()).with("Host", "x").body(new byte[0]);
        edge("GET without a body and without a token", bare, 405, true);
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
            refused.add(Attempt.refused("wrong address " + path, bytes("POST", path, usual(), valid), "1504", tr.id(), path));
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
        edge("GET and no api-id", bytes("GET", tr.path(), remove(usual(), "api-id"), valid), 405, true);
        pair("no api-id and no token", headers -> noToken.apply(remove(headers, "api-id")), BROKEN, "1501");
        pair("unknown api-id and no token", headers -> noToken.apply(set(headers, "api-id", "zz99999")), BROKEN, "1505", "zz99999");
        refused.add(Attempt.refused("wrong address and dead token", bytes("POST", "/api/dostk/nothing",
            set(usual(), "authorization", "Bearer " + FORGED), BROKEN), "1504", tr.id(), "/api/dostk/nothing"));
        pair("no token and a broken body", noToken, BROKEN, "1513");
        pair("a dead token and a broken body", headers -> set(headers, "authorization", "Bearer " + tokens.revoked), BROKEN, "8005");
        pair("a dead token at the wrong host",
            headers -> set(set(headers, "authorization", "Bearer " + FORGED), "Host", MOCK_HOST), BROKEN, "8005");
        pair("the wrong host and a broken body", headers -> set(headers, "Host", MOCK_HOST), BROKEN, "8031");
        Map<String, String> notBuilt = set(usual(), "api-id", "ka10081");
        refused.add(Attempt.refused("a TR that is not built and a broken body",
            bytes("POST", "/api/dostk/chart", notBuilt, BROKEN), "8104"));
        refused.add(Attempt.refused("a TR that is not built and a dead token",
            bytes("POST", "/api/dostk/chart", set(notBuilt, "authorization", "Bearer " + FORGED), valid), "8005"));
    }

    private void pages(Map<String, Object> validAnswer) {
        UnaryOperator<Map<String, String>> page = headers -> set(set(headers, "cont-yn", "Y"), "next-key", "PAGE2KEY0000000001");
        if (tr.paging() == Paging.HEADER) {
            refuse("a page key that nobody made", page, "1517", "next-key", "유효하지 않은 연속조회키입니다");
        } else {
            odd("a page asked for where there is one only", page, validAnswer);
        }
        odd("a page key without cont-yn", headers -> set(headers, "next-key", "0"), validAnswer);
        odd("cont-yn N and a page key", headers -> set(set(headers, "cont-yn", "N"), "next-key", "PAGE2KEY0000000001"), validAnswer);
    }

    private void sizes() {
        byte[] large = new byte[BodyLimits.DEFAULT.maxBytes() + 1];
        Arrays.fill(large, (byte) ' ');
        edge("a body too large", bytes("POST", tr.path(), usual(), large), 413, false);
        edge("chunks too large", writer("POST", tr.path(), usual()).chunked(large), 413, false);
        edge("headers too large", bytes("POST", tr.path(), set(usual(), "X-Much", "x".repeat(8 * 1024)), valid), 431, false);
        edge("a request line too long", bytes("POST", tr.path() + "?" + "x".repeat(4 * 1024), usual(), valid), 414, false);
    }

    private void oddButRight(Map<String, Object> validAnswer) {
        odd("no content type", headers -> remove(headers, "Content-Type"), validAnswer);
        for (String type : List.of("application/json", "application/json; utf-8", "text/plain", "application/x-www-form-urlencoded", "")) {
            odd("content type '" + type + "'", headers -> set(headers, "Content-Type", type), validAnswer);
        }
        odd("header names in capitals", headers -> {
            var capitals = new LinkedHashMap<String, String>();
            headers.forEach((name, value) -> capitals.put(name.toUpperCase(), value));
            return capitals;
        }, validAnswer);
        odd("keys as headers", headers -> set(set(headers, "appkey", "x".repeat(36)), "appsecret", "x".repeat(180)), validAnswer);
        odd("a page of the web as origin", headers -> set(headers, "Origin", "https://example.com"), validAnswer);
        taken.add(new Attempt("in chunks", writer("POST", tr.path(), usual()).chunked(valid), 200, validAnswer, true));
        byte[] withQuery = bytes("POST", tr.path() + "?a=b", usual(), valid);
        taken.add(new Attempt("with a query behind the address", withQuery, 200, validAnswer, true));
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
        refused.add(Attempt.refused(name, bytes("POST", tr.path(), change.apply(usual()), valid), codeAndValues));
    }

    private void pair(String name, UnaryOperator<Map<String, String>> change, byte[] body, String... codeAndValues) {
        refused.add(Attempt.refused(name, bytes("POST", tr.path(), change.apply(usual()), body), codeAndValues));
    }

    private void edge(String name, byte[] bytes, int status, boolean keeps) {
        refused.add(Attempt.refusedByEdge(name, bytes, status, keeps));
    }

    private void odd(String name, UnaryOperator<Map<String, String>> change, Map<String, Object> validAnswer) {
        taken.add(new Attempt(name, bytes("POST", tr.path(), change.apply(usual()), valid), 200, validAnswer, true));
    }

    private static byte[] bytes(String method, String path, Map<String, String> headers, byte[] body) {
        return writer(method, path, headers).body(body);
    }

    private static Attempt.Writer writer(String method, String path, Map<String, String> headers) {
        var writer = new Attempt.Writer(method + ' ' + path);
        headers.forEach(writer::with);
        return writer;
    }

    private static Map<String, String> set(Map<String, String> headers, String name, String value) {
        headers.put(name, value);
        return headers;
    }

    private static Map<String, String> remove(Map<String, String> headers, String name) {
        headers.remove(name);
        return headers;
    }

    private static String shortened(String value) {
        return value.length() <= 20 ? value : value.substring(0, 20) + "…(" + value.length() + ")";
    }
}
