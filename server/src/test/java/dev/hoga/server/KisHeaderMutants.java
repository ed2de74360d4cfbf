package dev.hoga.server;

import static dev.hoga.server.RequestMutants.bytes;
import static dev.hoga.server.RequestMutants.remove;
import static dev.hoga.server.RequestMutants.set;
import static dev.hoga.server.RequestMutants.shortened;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Variant;
import dev.hoga.server.RequestMutants.Answered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything around the fields of one KIS TR below {@code /uapi} that can be wrong, alone and in pairs, with the answer that the order of
 * the checks asks for. The order is that of {@code docs/simulated.md}, spelled out here once more and not asked of the server.
 */
final class KisHeaderMutants {
    private static final String LIVE_HOST = "openapi.koreainvestment.com:9443";
    private static final String MOCK_HOST = "openapivts.koreainvestment.com:29443";
    private static final byte[] BROKEN = "{\"a\":".getBytes(UTF_8);
    private static final String BROKEN_QUERY = "?a=%zz";

    private final TrSpec tr;
    private final Key key;
    private final Keys keys;
    private final Request valid;
    private final RequestMutants mutants;

    /** A key with its secret and a token of it that is alive. */
    record Key(String appKey, String secret, String token) {
    }

    /** @param revoked a token of the live key that was alive once @param stranger a live key of another account */
    record Keys(Key live, Key mock, Key stranger, String revoked) {
    }

    /** A whole request. @param target path, and query where there is one */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        byte[] bytes() {
            return RequestMutants.bytes(method, target, headers, body);
        }

        Request withHeaders(UnaryOperator<Map<String, String>> change) {
            return new Request(method, target, change.apply(new LinkedHashMap<>(headers)), body);
        }

        /** With what cannot be read in place of the fields. */
        Request withBrokenFields() {
            boolean get = method.equals("GET");
            return new Request(method, get ? target.replaceFirst("\\?.*|$", "") + BROKEN_QUERY : target, headers, get ? body : BROKEN);
        }
    }

    private KisHeaderMutants(TrSpec tr, Request valid, Answered validAnswer, Keys keys) {
        this.tr = tr;
        this.valid = valid;
        this.keys = keys;
        key = keys.live;
        mutants = new RequestMutants(valid.method, valid.target, valid.headers, valid.body, validAnswer);
    }

    /** All of them. @param valid a request of the live key that the TR takes */
    static RequestMutants of(TrSpec tr, Request valid, Answered validAnswer, Keys keys) {
        return new KisHeaderMutants(tr, valid, validAnswer, keys).all();
    }

    /** The usual headers of a key. @param trId empty for a call without one */
    static Map<String, String> headers(Key key, String trId) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", "127.0.0.1");
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("authorization", "Bearer " + key.token);
        headers.put("appkey", key.appKey);
        headers.put("appsecret", key.secret);
        if (!trId.isEmpty()) {
            headers.put("tr_id", trId);
        }
        headers.put("custtype", "P");
        return headers;
    }

    private RequestMutants all() {
        mutants.otherMethods();
        mutants.sizes();
        addresses();
        authorizations();
        keyPairs();
        trIds();
        customerTypes();
        hosts();
        pairs();
        mutants.oddButRight();
        oddHeaders();
        return mutants;
    }

    // -- alone ---------------------------------------------------------------------------------------------------------

    private void addresses() {
        String path = tr.path();
        String parent = path.substring(0, path.lastIndexOf('/'));
        for (String nothing : List.of(path + "/", path.replace("/v1/", "/v9/"), parent, "/uapi/", "/uapi")) {
            mutants.edge("address " + nothing, bytes(valid.method, nothing, valid.headers, valid.body), 404, true);
        }
        boolean get = valid.method.equals("GET");
        String other = get ? otherThan("inquire-balance", "inquire-psbl-order") : otherThan("order-cash", "order-rvsecncl");
        mutants.refuse("the address of another TR",
            bytes(valid.method, "/uapi/domestic-stock/v1/trading/" + other, valid.headers, valid.body), error("OPSQ0002"));
    }

    private String otherThan(String id, String otherwise) {
        return tr.id().equals(id) ? otherwise : id;
    }

    private void authorizations() {
        refuse("no authorization", headers -> remove(headers, "authorization"), "EGW00205");
        var values = new LinkedHashMap<String, String>();
        values.put("", "EGW00205");
        values.put("   ", "EGW00205");
        values.put(key.token, "EGW00205");
        values.put("Basic " + key.token, "EGW00205");
        values.put("Bearer:" + key.token, "EGW00205");
        values.put("Bearer", "EGW00121");
        values.put("Bearer  ", "EGW00121");
        values.put("Bearer x", "EGW00121");
        values.put("Bearer " + keys.revoked, "EGW00121");
        values.put("Bearer " + key.token.substring(1), "EGW00121");
        values.put("Bearer " + key.token + "A", "EGW00121");
        values.put("Bearer " + key.token + " x", "EGW00121");
        values.put("Bearer " + key.token.toLowerCase(), "EGW00121");
        values.put("Bearer " + "A".repeat(4_000), "EGW00121");
        values.put("Bearer \u00e9\u00e9", "EGW00121");
        // Alive, but the key beside it is another one.
        values.put("Bearer " + keys.mock.token, "EGW00103");
        values.put("Bearer " + keys.stranger.token, "EGW00103");
        values.forEach((value, code) ->
            refuse("authorization '" + shortened(value) + "'", headers -> set(headers, "authorization", value), code));
        mutants.odd("the scheme in small letters", headers -> set(headers, "authorization", "bearer " + key.token));
        mutants.odd("blanks around the token", headers -> set(headers, "authorization", "  Bearer   " + key.token + "  "));
    }

    private void keyPairs() {
        for (String none : new String[] {null, "", "  "}) {
            refuse("appkey " + none, headers -> orNone(headers, "appkey", none), "EGW00102");
            refuse("appsecret " + none, headers -> orNone(headers, "appsecret", none), "EGW00104");
        }
        for (String other : List.of("x", keys.mock.appKey, keys.stranger.appKey, key.appKey.toLowerCase(), key.appKey + "x",
            "x".repeat(4_000))) {
            refuse("appkey " + shortened(other), headers -> set(headers, "appkey", other), "EGW00103");
        }
        for (String other : List.of("x", keys.mock.secret, keys.stranger.secret, key.secret.substring(1), key.secret + "x",
            "x".repeat(4_000))) {
            refuse("appsecret " + shortened(other), headers -> set(headers, "appsecret", other), "EGW00304");
        }
        mutants.odd("keys in the spelling of old samples", headers ->
            set(set(remove(remove(headers, "appkey"), "appsecret"), "appKey", key.appKey), "appSecret", key.secret));
    }

    private static Map<String, String> orNone(Map<String, String> headers, String name, String value) {
        return value == null ? remove(headers, name) : set(headers, name, value);
    }

    private void trIds() {
        for (String none : new String[] {null, "", "  "}) {
            refuse("tr_id " + none, headers -> orNone(headers, "tr_id", none), "OPSQ9999");
        }
        String own = valid.headers.get("tr_id");
        for (String other : List.of("x", own + "0", own.toLowerCase(), own.substring(1), "H0STCNT0", "TTTC8715R", "<script>", "\u00e9",
            "x".repeat(4_000))) {
            refuse("tr_id " + shortened(other), headers -> set(headers, "tr_id", other), "OPSQ0002");
        }
        for (Variant variant : tr.variants()) {
            String mockId = KisDialect.mockId(variant);
            if (!mockId.equals(variant.tr())) {
                refuse("tr_id of mock trading " + mockId, headers -> set(headers, "tr_id", mockId), "OPSQ0002");
                mutants.refuse("tr_id of live trading with a mock key " + variant.tr(),
                    with(keys.mock, headers -> set(headers, "tr_id", variant.tr())).bytes(), error("EGW02006"));
            }
        }
        tr.variants().stream().filter(variant -> variant.tr().equals(own)).flatMap(variant -> variant.was().stream())
            // The former id of the orders of the day answers with another condition.
            .filter(former -> !former.startsWith("V") && !tr.id().equals("inquire-daily-ccld"))
            .forEach(former -> mutants.odd("the former tr_id " + former, headers -> set(headers, "tr_id", former)));
    }

    private void customerTypes() {
        for (String none : List.of("X", "PB", "0", "\u00e9", "P,B", "x".repeat(4_000))) {
            refuse("custtype " + shortened(none), headers -> set(headers, "custtype", none), "EGW00208");
        }
        for (String one : List.of("", "  ", "B", "p")) {
            mutants.odd("custtype '" + one + "'", headers -> set(headers, "custtype", one));
        }
        mutants.odd("no custtype", headers -> remove(headers, "custtype"));
    }

    private void hosts() {
        refuse("a live key at the mock host", headers -> set(headers, "Host", MOCK_HOST), "EGW00121");
        mutants.odd("a live key at its own host", headers -> set(headers, "Host", LIVE_HOST));
        Variant variant = tr.variants().getFirst();
        byte[] mockAtLive = with(keys.mock, headers -> set(set(headers, "tr_id", KisDialect.mockId(variant)), "Host", LIVE_HOST)).bytes();
        if (KisDialect.mockId(variant).equals(variant.tr())) {
            mutants.take("quotes for a mock key at the live host", mockAtLive);
        } else {
            mutants.refuse("a mock key at the live host", mockAtLive, error("EGW02004"));
        }
    }

    private Request with(Key other, UnaryOperator<Map<String, String>> change) {
        return valid.withHeaders(headers -> change.apply(headers(other, headers.get("tr_id"))));
    }

    private void oddHeaders() {
        for (String page : List.of("", "N", "F", "M", "Y", "x".repeat(1_000))) {
            mutants.odd("tr_cont '" + shortened(page) + "' without a key of a page", headers -> set(headers, "tr_cont", page));
        }
        mutants.odd("what companies send", headers -> {
            headers.putAll(Map.of("personalseckey", "1", "seq_no", "001", "mac_address", "00:11:22:33:44:55", "phone_number", "01012345678",
                "ip_addr", "10.0.0.1", "gt_uid", "x"));
            return headers;
        });
        mutants.odd("a hashkey that nobody made", headers -> set(headers, "hashkey", "0123"));
        mutants.odd("what the official sample adds", headers -> set(set(headers, "charset", "UTF-8"), "Accept", "text/plain"));
        mutants.take("doubled slashes", bytes(valid.method, "/" + valid.target.replaceFirst("/v1/", "//v1/"), valid.headers, valid.body));
    }

    // -- in pairs ------------------------------------------------------------------------------------------------------

    /** One thing wrong with a whole request. */
    private record Fault(String name, String code, UnaryOperator<Request> breaks) {
    }

    /** In the order in which they are looked at. */
    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        faults.add(header("no scheme", "EGW00205", "authorization", key.token));
        faults.add(header("a dead token", "EGW00121", "authorization", "Bearer " + keys.revoked));
        faults.add(header("no app key", "EGW00102", "appkey", ""));
        faults.add(header("another's app key", "EGW00103", "appkey", keys.stranger.appKey));
        faults.add(header("no secret", "EGW00104", "appsecret", ""));
        faults.add(header("another's secret", "EGW00304", "appsecret", keys.stranger.secret));
        faults.add(header("no customer type that there is", "EGW00208", "custtype", "X"));
        faults.add(header("the mock host", "EGW00121", "Host", MOCK_HOST));
        faults.add(header("no TR id", "OPSQ9999", "tr_id", ""));
        faults.add(header("another TR's id", "OPSQ0002", "tr_id", "TTTC8715R"));
        String unreadable = valid.method.equals("GET") ? "OPSQ2002" : "IGW00007";
        faults.add(new Fault("fields that cannot be read", unreadable, Request::withBrokenFields));
        return faults;
    }

    private static Fault header(String name, String code, String header, String value) {
        return new Fault(name, code, request -> request.withHeaders(headers -> set(headers, header, value)));
    }

    /** Two things wrong at once: the earlier check answers. */
    private void pairs() {
        List<Fault> faults = faults();
        for (int first = 0; first < faults.size(); first++) {
            Fault earlier = faults.get(first);
            for (Fault later : faults.subList(first + 1, faults.size())) {
                // The later fault first, so that the earlier one may replace the same header.
                Request both = earlier.breaks.apply(later.breaks.apply(valid));
                mutants.refuse(earlier.name + " and " + later.name, both.bytes(), error(earlier.code));
            }
        }
    }

    private void refuse(String name, UnaryOperator<Map<String, String>> change, String code) {
        mutants.refuse(name, change, error(code));
    }

    private Refusal error(String code) {
        return Refusal.ofKis(Optional.of(tr), code);
    }
}
