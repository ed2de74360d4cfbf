package dev.hoga.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small client of the Kiwoom REST API: what a bot sends, and no more. It does not pace itself and repeats nothing.
 * One client is one app key; it may be used from several threads after {@link #login}.
 */
final class KiwoomClient {
    private final WireClient wire;
    private final String appKey;
    private final String secretKey;
    private volatile String token = "";

    KiwoomClient(WireClient wire, String appKey, String secretKey) {
        this.wire = wire;
        this.appKey = appKey;
        this.secretKey = secretKey;
    }

    /** @param account the answer to {@code POST /control/accounts} or an entry of the demo keys; uses its live key */
    @SuppressWarnings("unchecked")
    static KiwoomClient ofAccount(WireClient wire, Map<String, Object> account) {
        var live = (Map<String, Object>) ((Map<String, Object>) account.get("kiwoom")).get("live");
        return new KiwoomClient(wire, (String) live.get("appkey"), (String) live.get("secretkey"));
    }

    /** The same key and token over another wire, for example after the server was started again. */
    KiwoomClient on(WireClient other) {
        var moved = new KiwoomClient(other, appKey, secretKey);
        moved.token = token;
        return moved;
    }

    /** Asks for a token and keeps it where there was one in the answer. */
    WireAnswer login() throws IOException {
        WireAnswer answer = wire.send("POST", "/oauth2/token", Map.of("Content-Type", "application/json;charset=UTF-8"),
            Json.bytes(WireClient.fields("grant_type", "client_credentials", "appkey", appKey, "secretkey", secretKey)));
        if (!answer.field("token").isEmpty()) {
            token = answer.field("token");
        }
        return answer;
    }

    /** Gives the token back. */
    WireAnswer logout() throws IOException {
        return wire.send("POST", "/oauth2/revoke", Map.of("Content-Type", "application/json;charset=UTF-8"),
            Json.bytes(WireClient.fields("appkey", appKey, "secretkey", secretKey, "token", token)));
    }

    String token() {
        return token;
    }

    /** Calls a TR at its own address. @param fields name, value, name, value … */
    WireAnswer call(String trId, String... fields) throws IOException {
        return callAt(path(trId), trId, Map.of(), Json.bytes(WireClient.fields(fields)));
    }

    /** Calls a TR at any address with more headers and any body. */
    WireAnswer callAt(String path, String trId, Map<String, String> moreHeaders, byte[] body) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json;charset=UTF-8");
        headers.put("api-id", trId);
        headers.put("authorization", "Bearer " + token);
        headers.putAll(moreHeaders);
        return wire.send("POST", path, headers, body);
    }

    WireAnswer buy(String code, long qtyShares, long priceWon) throws IOException {
        return order("kt10000", code, qtyShares, Long.toString(priceWon), "0");
    }

    WireAnswer sell(String code, long qtyShares, long priceWon) throws IOException {
        return order("kt10001", code, qtyShares, Long.toString(priceWon), "0");
    }

    WireAnswer buyAtMarket(String code, long qtyShares) throws IOException {
        return order("kt10000", code, qtyShares, "", "3");
    }

    WireAnswer sellAtMarket(String code, long qtyShares) throws IOException {
        return order("kt10001", code, qtyShares, "", "3");
    }

    /** @param trId kt10000 to buy, kt10001 to sell @param orderType Kiwoom's trde_tp */
    WireAnswer order(String trId, String code, long qtyShares, String price, String orderType) throws IOException {
        return call(trId, "dmst_stex_tp", "KRX", "stk_cd", code, "ord_qty", Long.toString(qtyShares), "ord_uv", price,
            "trde_tp", orderType, "cond_uv", "");
    }

    /** @param qtyShares 0 for all that remains */
    WireAnswer amend(String orderNumber, String code, long qtyShares, long priceWon) throws IOException {
        return call("kt10002", "dmst_stex_tp", "KRX", "orig_ord_no", orderNumber, "stk_cd", code,
            "mdfy_qty", Long.toString(qtyShares), "mdfy_uv", Long.toString(priceWon), "mdfy_cond_uv", "");
    }

    /** @param qtyShares 0 for all that remains */
    WireAnswer cancel(String orderNumber, String code, long qtyShares) throws IOException {
        return call("kt10003", "dmst_stex_tp", "KRX", "orig_ord_no", orderNumber, "stk_cd", code,
            "cncl_qty", Long.toString(qtyShares));
    }

    /** Open orders of all instruments, first page. */
    WireAnswer openOrders() throws IOException {
        return call("ka10075", "all_stk_tp", "0", "trde_tp", "0", "stk_cd", "", "stex_tp", "0");
    }

    /** Fills of the day, first page. */
    WireAnswer fills() throws IOException {
        return call("ka10076", "stk_cd", "", "qry_tp", "0", "sell_tp", "0", "ord_no", "", "stex_tp", "0");
    }

    /** Holdings and their value. */
    WireAnswer balance() throws IOException {
        return call("kt00018", "qry_tp", "1", "dmst_stex_tp", "KRX");
    }

    /** The address of a TR of the first issue. */
    static String path(String trId) {
        return switch (trId) {
            case "kt10000", "kt10001", "kt10002", "kt10003", "kt50000" -> "/api/dostk/ordr";
            case "ka10001" -> "/api/dostk/stkinfo";
            case "ka10004" -> "/api/dostk/mrkcond";
            case "ka00001", "ka10075", "ka10076", "kt00018", "kt50020", "kt50021" -> "/api/dostk/acnt";
            default -> throw new IllegalArgumentException("no address known for " + trId);
        };
    }
}
