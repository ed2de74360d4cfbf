package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.NoHistory;
import dev.hoga.gateway.SmallBrokerage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small brokerage behind a KIS gateway. */
final class House extends SmallBrokerage {
    static final Catalogue CATALOGUE = Catalogue.load();
    static final String TRADING = "/uapi/domestic-stock/v1/trading/";
    static final String QUOTATIONS = "/uapi/domestic-stock/v1/quotations/";
    static final String ALICE = "CANO=50000001&ACNT_PRDT_CD=01";
    static final String ALICE_JSON = "\"CANO\":\"50000001\",\"ACNT_PRDT_CD\":\"01\",";
    static final KisSettings NO_LIMITS = new KisSettings(false, 20, 2, false, false, false);
    static final KisSettings MOCK_PROFILE = new KisSettings(false, 20, 2, false, false, true);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern APPROVAL = Pattern.compile("\"approval_key\":\"([^\"]+)\"");
    private static final Pattern ORDER = Pattern.compile("\"ODNO\":\"(\\d{10})\"");

    final KisGateway gateway;
    final KisSocket socket = socket(KisSocketSettings.DEFAULT);

    House() {
        this(NO_LIMITS);
    }

    House(KisSettings settings) {
        gateway = new KisGateway(engine, new NoHistory(), tokens, serverKey, CATALOGUE, settings);
    }

    /** Who asks: a client's key of an environment and a token of it. */
    record Sender(String name, Environment environment, String token) {

        String appKey() {
            return key(name, environment);
        }
    }

    Sender sender(String name, Environment environment) {
        MemoryExchange exchange = tokenCall(key(name, environment), SECRET).handledBy(gateway);
        Matcher token = TOKEN.matcher(exchange.answer());
        assertTrue(token.find(), exchange.answer());
        return new Sender(name, environment, token.group(1));
    }

    static MemoryExchange tokenCall(String appKey, String secret) {
        return new MemoryExchange("POST", "/oauth2/tokenP", "{\"grant_type\":\"client_credentials\",\"appkey\":\"" + appKey
            + "\",\"appsecret\":\"" + secret + "\"}");
    }

    // -- the socket ------------------------------------------------------------------------------------------------------

    KisSocket socket(KisSocketSettings settings) {
        return new KisSocket(tokens, serverKey, CATALOGUE, settings, engine::hostTimeMs);
    }

    /** The key with which a client's session begins. */
    String approval(String name, Environment environment) {
        MemoryExchange exchange = new MemoryExchange("POST", "/oauth2/Approval", "{\"grant_type\":\"client_credentials\",\"appkey\":\""
            + key(name, environment) + "\",\"secretkey\":\"" + SECRET + "\"}").handledBy(gateway);
        Matcher approval = APPROVAL.matcher(exchange.answer());
        assertTrue(approval.find(), exchange.answer());
        return approval.group(1);
    }

    /** A registration, as the official sample spells it. */
    static String registration(String approvalKey, String trId, String trKey) {
        return message(approvalKey, "1", trId, trKey);
    }

    /** A registration (1) or its end (2). */
    static String message(String approvalKey, String trType, String trId, String trKey) {
        return "{\"header\": {\"content-type\": \"utf-8\", \"approval_key\": \"" + approvalKey + "\", \"tr_type\": \"" + trType
            + "\", \"custtype\": \"P\"}, \"body\": {\"input\": {\"tr_id\": \"" + trId + "\", \"tr_key\": \"" + trKey + "\"}}}";
    }

    // -- requests ------------------------------------------------------------------------------------------------------

    /** A request with all its headers, not yet handled. */
    static MemoryExchange request(Sender sender, String trId, String method, String target, String body) {
        return new MemoryExchange(method, target, body).with("Host", "127.0.0.1:8080").with("authorization", "Bearer " + sender.token)
            .with("appkey", sender.appKey()).with("appsecret", SECRET).with("tr_id", trId).with("custtype", "P");
    }

    MemoryExchange get(Sender sender, String trId, String target) {
        return request(sender, trId, "GET", target, "").handledBy(gateway);
    }

    MemoryExchange post(Sender sender, String trId, String path, String body) {
        return request(sender, trId, "POST", path, body).handledBy(gateway);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    /** The fields of an order, those of the account excepted. */
    static String orderFields(String code, long qty, String price, String division) {
        return "\"PDNO\":\"" + code + "\",\"ORD_DVSN\":\"" + division + "\",\"ORD_QTY\":\"" + qty + "\",\"ORD_UNPR\":\"" + price
            + "\",\"EXCG_ID_DVSN_CD\":\"KRX\",\"SLL_TYPE\":\"\",\"CNDT_PRIC\":\"\"}";
    }

    /** An order of alice. */
    String order(Sender sender, Side side, String code, long qty, String price, String division) {
        String live = side == Side.BUY ? "TTTC0012U" : "TTTC0011U";
        return post(sender, inEnvironment(sender, live), TRADING + "order-cash", '{' + ALICE_JSON + orderFields(code, qty, price, division))
            .answer();
    }

    /** A limit order of alice; its number. */
    int limit(Sender sender, Side side, String code, long qty, long priceWon) {
        String answer = order(sender, side, code, qty, Long.toString(priceWon), "00");
        Matcher number = ORDER.matcher(answer);
        assertTrue(number.find(), answer);
        return Integer.parseInt(number.group(1));
    }

    /** An amendment (01) or cancellation (02). @param qty 0 for all */
    String change(Sender sender, String kind, int original, long qty, String price, String division) {
        return post(sender, inEnvironment(sender, "TTTC0013U"), TRADING + "order-rvsecncl", changeBody(kind, "%010d".formatted(original), qty,
            price, division)).answer();
    }

    static String changeBody(String kind, String original, long qty, String price, String division) {
        return '{' + ALICE_JSON + "\"KRX_FWDG_ORD_ORGNO\":\"\",\"ORGN_ODNO\":\"" + original + "\",\"ORD_DVSN\":\"" + division
            + "\",\"RVSE_CNCL_DVSN_CD\":\"" + kind + "\",\"ORD_QTY\":\"" + qty + "\",\"ORD_UNPR\":\"" + price
            + "\",\"QTY_ALL_ORD_YN\":\"" + (qty == 0 ? "Y" : "N") + "\"}";
    }

    /** A live TR id as the sender's environment spells it. */
    static String inEnvironment(Sender sender, String liveId) {
        return sender.environment == Environment.LIVE ? liveId : "V" + liveId.substring(1);
    }

    // -- answers -------------------------------------------------------------------------------------------------------

    static String error(String code, String text, int rtCd) {
        return "{\"rt_cd\":\"" + rtCd + "\",\"msg1\":\"" + text + "\",\"msg_cd\":\"" + code + "\"}";
    }

    /** The end of an answer that went well. */
    static String ok(String code, String text) {
        return "\"rt_cd\":\"0\",\"msg_cd\":\"" + code + "\",\"msg1\":\"" + text + "\"}";
    }
}
