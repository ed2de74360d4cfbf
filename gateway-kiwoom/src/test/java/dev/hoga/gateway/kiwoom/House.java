package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.Environment;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.NoHistory;
import dev.hoga.gateway.SmallBrokerage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small brokerage behind a Kiwoom gateway. */
final class House extends SmallBrokerage {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]{86})\"");
    private static final Pattern ORDER = Pattern.compile("\"ord_no\":\"(\\d{7})\"");
    static final Catalogue CATALOGUE = Catalogue.load();

    final KiwoomGateway gateway;
    final KiwoomSocket socket = new KiwoomSocket(tokens, CATALOGUE, KiwoomSocketSettings.DEFAULT);

    House() {
        this(new KiwoomSettings(false, false, false));
    }

    House(KiwoomSettings settings) {
        gateway = new KiwoomGateway(engine, new NoHistory(), tokens, serverKey, CATALOGUE, settings);
    }

    /** Lists one more stock. */
    void list(String code, long baseWon) {
        list(code, "종목" + code, Market.KOSDAQ, InstrumentKind.STOCK, 1_000_000, 500, baseWon);
    }

    // -- requests ------------------------------------------------------------------------------------------------------

    static String tokenBody(String appKey, String secret) {
        return "{\"grant_type\":\"client_credentials\",\"appkey\":\"" + appKey + "\",\"secretkey\":\"" + secret + "\"}";
    }

    MemoryExchange post(String path, String body) {
        return new MemoryExchange("POST", path, body).with("Host", "127.0.0.1:8080")
            .with("Content-Type", "application/json;charset=UTF-8");
    }

    String token(String name, Environment environment) {
        MemoryExchange exchange = post("/oauth2/token", tokenBody(key(name, environment), SECRET)).handledBy(gateway);
        Matcher token = TOKEN.matcher(exchange.answer());
        assertTrue(token.find(), exchange.answer());
        return token.group(1);
    }

    /** A request with all its headers, not yet handled. */
    MemoryExchange request(String token, String apiId, String path, String body) {
        return post(path, body).with("api-id", apiId).with("authorization", "Bearer " + token);
    }

    String order(String token, String apiId, String body) {
        return request(token, apiId, "/api/dostk/ordr", body).handledBy(gateway).answer();
    }

    String account(String token, String apiId, String body) {
        return request(token, apiId, "/api/dostk/acnt", body).handledBy(gateway).answer();
    }

    static String orderBody(String code, long qty, String price, String type) {
        return "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"" + code + "\",\"ord_qty\":\"" + qty + "\",\"ord_uv\":\"" + price
            + "\",\"trde_tp\":\"" + type + "\",\"cond_uv\":\"\"}";
    }

    /** Buys or sells at a limit and answers the order's number. */
    String limit(String token, Side side, String code, long qty, long priceWon) {
        String answer = order(token, side == Side.BUY ? "kt10000" : "kt10001", orderBody(code, qty, Long.toString(priceWon), "0"));
        Matcher number = ORDER.matcher(answer);
        assertTrue(number.find(), answer);
        return number.group(1);
    }

    String cancel(String token, String code, String original, String qty) {
        return order(token, "kt10003", "{\"dmst_stex_tp\":\"KRX\",\"orig_ord_no\":\"" + original + "\",\"stk_cd\":\"" + code
            + "\",\"cncl_qty\":\"" + qty + "\"}");
    }

    String amend(String token, String code, String original, String qty, String price) {
        return order(token, "kt10002", "{\"dmst_stex_tp\":\"KRX\",\"orig_ord_no\":\"" + original + "\",\"stk_cd\":\"" + code
            + "\",\"mdfy_qty\":\"" + qty + "\",\"mdfy_uv\":\"" + price + "\",\"mdfy_cond_uv\":\"\"}");
    }

    static String rejected(String code, String text) {
        return "{\"return_msg\":\"[2000](" + code + ':' + text + ")\",\"return_code\":20}";
    }
}
