package dev.hoga.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A small client of the KIS Open API with a live key: what a bot sends, and no more. It does not pace itself and repeats nothing.
 * One client is one app key; it may be used from several threads after {@link #login}.
 */
final class KisClient {
    private static final String TRADING = "/uapi/domestic-stock/v1/trading/";
    private static final String OVERSEAS_TRADING = "/uapi/overseas-stock/v1/trading/";
    private static final String QUOTATIONS = "/uapi/domestic-stock/v1/quotations/";
    private static final int CANO_DIGITS = 8;

    private final WireClient wire;
    private final String account;
    private final String appKey;
    private final String appSecret;
    private volatile String token = "";

    private KisClient(WireClient wire, String account, String appKey, String appSecret) {
        this.wire = wire;
        this.account = account;
        this.appKey = appKey;
        this.appSecret = appSecret;
    }

    /** @param account the answer to {@code POST /control/accounts} or an entry of the demo keys; uses its live key */
    static KisClient ofAccount(WireClient wire, Map<String, Object> account) {
        var live = (Map<?, ?>) ((Map<?, ?>) account.get("kis")).get("live");
        return new KisClient(wire, (String) account.get("accountNumber"), (String) live.get("appkey"), (String) live.get("appsecret"));
    }

    /** The same key and token over another wire, for example after the server was started again. */
    KisClient on(WireClient other) {
        var moved = new KisClient(other, account, appKey, appSecret);
        moved.token = token;
        return moved;
    }

    /** The same key with another token. */
    KisClient withToken(String other) {
        KisClient bot = on(wire);
        bot.token = other;
        return bot;
    }

    /** Asks for a token and keeps it where there was one in the answer. */
    WireAnswer login() throws IOException {
        WireAnswer answer = wire.send("POST", "/oauth2/tokenP", Map.of("Content-Type", "application/json"),
            Json.bytes(WireClient.fields("grant_type", "client_credentials", "appkey", appKey, "appsecret", appSecret)));
        if (!answer.field("access_token").isEmpty()) {
            token = answer.field("access_token");
        }
        return answer;
    }

    /** Asks for the key that a WebSocket session begins with. */
    WireAnswer approval() throws IOException {
        return wire.send("POST", "/oauth2/Approval", Map.of("Content-Type", "application/json"),
            Json.bytes(WireClient.fields("grant_type", "client_credentials", "appkey", appKey, "secretkey", appSecret)));
    }

    /** Calls a query of the account. @param fields name, value, name, value … */
    WireAnswer accountQuery(String trId, String name, String... fields) throws IOException {
        return get(trId, TRADING + name, withAccount(fields));
    }

    /** Calls a query of the market about one instrument. */
    WireAnswer quotation(String trId, String name, String code) throws IOException {
        return get(trId, QUOTATIONS + name, WireClient.fields("FID_COND_MRKT_DIV_CODE", "J", "FID_INPUT_ISCD", code));
    }

    /**
     * Orders of a range of dates, a page of them.
     *
     * @param from the first date, {@code yyyyMMdd}
     * @param order 00 newest first, 01 oldest first
     * @param key of the page, empty for the first
     */
    WireAnswer orders(String from, String to, String order, String key) throws IOException {
        return accountQuery("TTTC0081R", "inquire-daily-ccld", "INQR_STRT_DT", from, "INQR_END_DT", to, "SLL_BUY_DVSN_CD", "00",
            "PDNO", "", "CCLD_DVSN", "00", "INQR_DVSN", order, "INQR_DVSN_3", "00", "ORD_GNO_BRNO", "", "ODNO", "",
            "INQR_DVSN_1", "", "CTX_AREA_FK100", "", "CTX_AREA_NK100", key);
    }

    /** Calls an order TR. @param fields name, value, name, value … */
    WireAnswer order(String trId, String name, String... fields) throws IOException {
        return wire.send("POST", TRADING + name, headers(trId), Json.bytes(withAccount(fields)));
    }

    private WireAnswer get(String trId, String path, Map<String, String> fields) throws IOException {
        var query = new StringBuilder("?");
        fields.forEach((name, value) ->
            query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        return wire.send("GET", path + query, headers(trId), new byte[0]);
    }

    private Map<String, String> headers(String trId) {
        var headers = WireClient.fields("Content-Type", "application/json; charset=utf-8", "authorization", "Bearer " + token,
            "appkey", appKey, "appsecret", appSecret, "tr_id", trId);
        headers.put("custtype", "P");
        return headers;
    }

    WireAnswer price(String code) throws IOException {
        return quotation("FHKST01010100", "inquire-price", code);
    }

    WireAnswer book(String code) throws IOException {
        return quotation("FHKST01010200", "inquire-asking-price-exp-ccn", code);
    }

    WireAnswer buy(String code, long qtyShares, long priceWon) throws IOException {
        return limitOrder("TTTC0012U", code, qtyShares, priceWon);
    }

    WireAnswer sell(String code, long qtyShares, long priceWon) throws IOException {
        return limitOrder("TTTC0011U", code, qtyShares, priceWon);
    }

    private WireAnswer limitOrder(String trId, String code, long qtyShares, long priceWon) throws IOException {
        return order(trId, "order-cash", "PDNO", code, "ORD_DVSN", "00", "ORD_QTY", Long.toString(qtyShares),
            "ORD_UNPR", Long.toString(priceWon));
    }

    /** Cancels all that remains of an order. */
    WireAnswer cancel(String orderNumber) throws IOException {
        return order("TTTC0013U", "order-rvsecncl", "KRX_FWDG_ORD_ORGNO", "", "ORGN_ODNO", orderNumber, "ORD_DVSN", "00",
            "RVSE_CNCL_DVSN_CD", "02", "ORD_QTY", "0", "ORD_UNPR", "0", "QTY_ALL_ORD_YN", "Y");
    }

    /** Open orders, first page. */
    WireAnswer openOrders() throws IOException {
        return accountQuery("TTTC0084R", "inquire-psbl-rvsecncl", "CTX_AREA_FK100", "", "CTX_AREA_NK100", "", "INQR_DVSN_1", "0",
            "INQR_DVSN_2", "0");
    }

    /** Holdings and their value, first page. */
    WireAnswer balance() throws IOException {
        return accountQuery("TTTC8434R", "inquire-balance", "AFHR_FLPR_YN", "N", "OFL_YN", "", "INQR_DVSN", "02", "UNPR_DVSN", "01",
            "FUND_STTL_ICLD_YN", "N", "FNCG_AMT_AUTO_RDPT_YN", "N", "PRCS_DVSN", "00", "CTX_AREA_FK100", "", "CTX_AREA_NK100", "");
    }

    /** A limit order for an American stock. */
    WireAnswer buyOverseas(String exchange, String code, long qtyShares, String price) throws IOException {
        return wire.send("POST", OVERSEAS_TRADING + "order", headers("TTTT1002U"), Json.bytes(withAccount("OVRS_EXCG_CD", exchange,
            "PDNO", code, "ORD_QTY", Long.toString(qtyShares), "OVRS_ORD_UNPR", price, "ORD_SVR_DVSN_CD", "0", "ORD_DVSN", "00")));
    }

    /** Overseas holdings of a currency, first page. */
    WireAnswer overseasBalance(String exchange, String currency) throws IOException {
        return get("TTTS3012R", OVERSEAS_TRADING + "inquire-balance", withAccount("OVRS_EXCG_CD", exchange, "TR_CRCY_CD", currency,
            "CTX_AREA_FK200", "", "CTX_AREA_NK200", ""));
    }

    private Map<String, String> withAccount(String... fields) {
        var all = WireClient.fields("CANO", account.substring(0, CANO_DIGITS), "ACNT_PRDT_CD", account.substring(CANO_DIGITS));
        all.putAll(WireClient.fields(fields));
        return all;
    }
}
