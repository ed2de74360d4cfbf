package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.catalogue.RequestValidator;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Transport;
import dev.hoga.catalogue.Variant;
import dev.hoga.catalogue.Violation;
import dev.hoga.core.Environment;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.BrokerHosts;
import dev.hoga.gateway.HttpExchange;
import dev.hoga.gateway.HttpHandler;
import dev.hoga.gateway.KeyCheck;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LiveToken;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PlainAnswer;
import dev.hoga.gateway.QueryParameters;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.history.History;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers every path of the KIS Open API: {@code /oauth2/tokenP}, {@code /oauth2/revokeP}, {@code /oauth2/Approval} and {@code
 * /uapi/*}, also with doubled slashes. The checks are made in the order of {@link Check}.
 */
public final class KisGateway implements HttpHandler {
    public static final String TOKEN_PATHS = "/oauth2/";
    public static final String TOKEN_PATH = "/oauth2/tokenP";
    public static final String REVOKE_PATH = "/oauth2/revokeP";
    public static final String APPROVAL_PATH = "/oauth2/Approval";
    public static final String TR_PATHS = "/uapi/";
    /** A path that begins so is one of these with a slash too many, which a real client sends. */
    public static final String DOUBLED_SLASH = "//";

    static final BrokerHosts HOSTS = new BrokerHosts("openapi.koreainvestment.com", "openapivts.koreainvestment.com");
    private static final String HASH_KEY_PATH = "/uapi/hashkey";
    private static final String STOCKS = "domestic-stock/";
    private static final String OVERSEAS = "overseas-stock/";
    private static final String BEARER = "Bearer";
    private static final int ACCOUNT_DIGITS = 10;
    /** A person, a company. */
    private static final Set<String> CUSTOMER_TYPES = Set.of("P", "B");

    private final TokenDirectory tokens;
    private final BrokerCatalogue contract;
    private final KisSettings settings;
    private final RequestValidator validator;
    private final KeyCheck keyCheck;
    private final CallLimits limits;
    /** What a path does, by the TR's key in the contract. */
    private final Map<String, TrCall> built = new HashMap<>();
    private final Map<String, TrCall> keyCalls;

    public KisGateway(Engine engine, History history, TokenDirectory tokens, ServerKey serverKey, Catalogue catalogue,
        KisSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
        contract = catalogue.kis();
        validator = new RequestValidator(settings.strict());
        limits = new CallLimits(settings, engine);
        keyCheck = new KeyCheck(engine, tokens, serverKey);
        var tokenCalls = new TokenCalls(engine, tokens, keyCheck, new ApprovalKeys(serverKey), limits);
        keyCalls = Map.of(TOKEN_PATH, tokenCalls::issue, REVOKE_PATH, tokenCalls::revoke, APPROVAL_PATH, tokenCalls::approve,
            HASH_KEY_PATH, new HashKeyCall(tokenCalls));
        var pageKeys = new PageKeys(serverKey);
        var orders = new OrderCalls(engine, contract.errors());
        built.put(STOCKS + "trading/order-cash", orders::place);
        built.put(STOCKS + "trading/order-credit", orders::placeOnCredit);
        built.put(STOCKS + "trading/order-rvsecncl", orders::change);
        built.put(STOCKS + "trading/inquire-balance", BalanceCall.plain(engine, pageKeys));
        built.put(STOCKS + "trading/inquire-psbl-order", BuyingPowerCall.ofCash(engine));
        built.put(STOCKS + "trading/inquire-credit-psamount", BuyingPowerCall.onCredit(engine));
        built.put(STOCKS + "trading/inquire-psbl-rvsecncl", new OpenOrdersCall(engine, pageKeys));
        built.put(STOCKS + "trading/inquire-daily-ccld", new OrderHistoryCall(engine, history, pageKeys));
        built.put(STOCKS + "trading/inquire-balance-rlz-pl", BalanceCall.withRealizedProfit(engine, pageKeys));
        built.put(STOCKS + "trading/inquire-psbl-sell", new SellableCall(engine));
        built.put(STOCKS + "trading/inquire-account-balance", new AccountAssetsCall(engine));
        built.put(STOCKS + "quotations/inquire-price", new PriceCall(engine));
        built.put(STOCKS + "quotations/inquire-price-2", new PriceSheetCall(engine));
        built.put(STOCKS + "quotations/inquire-ccnl", new TradesCall(engine));
        built.put(STOCKS + "quotations/inquire-daily-price", new DailyPriceCall(engine));
        built.put(STOCKS + "info/search-stock-info", new StockFactsCall(engine));
        built.put(STOCKS + "quotations/inquire-asking-price-exp-ccn", new OrderBookCall(engine));
        built.put(STOCKS + "quotations/inquire-time-itemchartprice", new MinuteChartCall(engine));
        built.put(STOCKS + "quotations/inquire-daily-itemchartprice", new DayChartCall(engine));
        var overseasOrders = new OverseasOrderCalls(engine, contract.errors());
        built.put(OVERSEAS + "trading/order", overseasOrders::place);
        built.put(OVERSEAS + "trading/order-rvsecncl", overseasOrders::change);
        built.put(STOCKS + "sector/inquire-index-price", new IndexPriceCall(engine));
        var overseasBalances = new OverseasBalances(engine, pageKeys);
        built.put(OVERSEAS + "trading/inquire-balance", overseasBalances::balance);
        built.put(OVERSEAS + "trading/inquire-present-balance", overseasBalances::present);
        built.put(OVERSEAS + "trading/inquire-nccs", new OverseasOpenOrdersCall(engine, pageKeys));
        built.put(OVERSEAS + "trading/inquire-ccnl", new OverseasHistoryCall(engine, history, pageKeys));
        built.put(OVERSEAS + "trading/inquire-psamount", new OverseasPowerCall(engine));
        var overseasQuotes = new OverseasQuotes(engine);
        built.put(OVERSEAS + "quotations/price", overseasQuotes::price);
        built.put(OVERSEAS + "quotations/price-detail", overseasQuotes::detail);
        built.put(OVERSEAS + "quotations/inquire-asking-price", overseasQuotes::book);
        var overseasCharts = new OverseasCharts(engine);
        built.put(OVERSEAS + "quotations/dailyprice", overseasCharts::days);
        built.put(OVERSEAS + "quotations/inquire-time-itemchartprice", overseasCharts::minutes);
        built.put(STOCKS + "info/search-info", new ProductInfoCall(engine));
    }

    /** The keys of the TRs that are built, those that show a key pair included. */
    public Set<String> builtTrs() {
        var all = new TreeSet<>(built.keySet());
        keyCalls.keySet().forEach(path -> contract.findByPath("POST", path).ifPresent(tr -> all.add(tr.key())));
        return all;
    }

    @Override
    public void handle(HttpExchange exchange) {
        String path = withSingleSlashes(exchange.path());
        Optional<TrSpec> tr = contract.findByPath(exchange.method(), path).filter(found -> found.transport() == Transport.REST);
        if (tr.isEmpty()) {
            boolean otherMethod = contract.findByPath(path).stream().anyMatch(found -> found.transport() == Transport.REST);
            PlainAnswer.error(exchange, otherMethod ? 405 : 404);
            return;
        }
        TrCall keyCall = keyCalls.get(path);
        var call = new Call(exchange, contract.errors(), keyCall == null ? exchange.header("tr_id").strip() : "");
        call.known(tr.get());
        if (keyCall != null) {
            if (fieldsAreRight(call)) {
                keyCall.run(call);
            }
        } else if (senderIsKnown(call) && limits.admits(call) && trFits(call) && isProvided(call) && fieldsAreRight(call)
            && accountIsTheSenders(call)) {
            built.get(tr.get().key()).run(call);
        }
    }

    private static String withSingleSlashes(String path) {
        return path.contains(DOUBLED_SLASH) ? path.replaceAll("/{2,}", "/") : path;
    }

    private boolean senderIsKnown(Call call) {
        String header = call.exchange().header("authorization").strip();
        int blank = header.indexOf(' ');
        if (!(blank < 0 ? header : header.substring(0, blank)).equalsIgnoreCase(BEARER)) {
            call.error(Check.AUTHORIZATION.code());
            return false;
        }
        String token = header.substring(BEARER.length()).strip();
        Optional<LiveToken> live = tokens.find(Call.BROKER, token);
        if (live.isEmpty()) {
            call.error((tokens.hasExpired(token) ? Check.TOKEN_EXPIRED : Check.TOKEN_VALID).code());
            return false;
        }
        call.authenticated(live.get().owner());
        return keyPairFits(call) && customerTypeFits(call) && hostFits(call);
    }

    private boolean keyPairFits(Call call) {
        String appKey = call.exchange().header("appkey").strip();
        String secret = call.exchange().header("appsecret").strip();
        if (appKey.isEmpty()) {
            call.error(Check.APP_KEY_PRESENT.code());
        } else if (!appKey.equals(call.owner().appKey())) {
            call.error(Check.APP_KEY_FITS.code());
        } else if (secret.isEmpty()) {
            call.error(Check.APP_SECRET_PRESENT.code());
        } else if (!keyCheck.proves(call.owner(), secret)) {
            call.error(Check.APP_SECRET_FITS.code());
        } else {
            return true;
        }
        return false;
    }

    private static boolean customerTypeFits(Call call) {
        String type = call.exchange().header("custtype").strip();
        if (type.isEmpty() || CUSTOMER_TYPES.contains(type.toUpperCase(Locale.ROOT))) {
            return true;
        }
        call.error(Check.CUSTOMER_TYPE.code());
        return false;
    }

    /** The mock host does not know a live key's token. On the live host a mock key gets quotes and nothing else. */
    private static boolean hostFits(Call call) {
        if (HOSTS.admits(call.exchange(), call.owner().environment())) {
            return true;
        }
        if (call.owner().environment() == Environment.LIVE) {
            call.error(Check.TOKEN_VALID.code());
            return false;
        }
        if (call.tr().variants().stream().allMatch(TrIds::forBoth)) {
            return true;
        }
        call.error(Check.ENVIRONMENT_FITS.code());
        return false;
    }

    /** Doubt: what the live host says to a mock TR id; it has no such service. */
    private static boolean trFits(Call call) {
        Optional<Variant> variant = TrIds.variant(call.tr(), call.trId());
        if (variant.isEmpty()) {
            call.error((call.trId().isEmpty() ? Check.TR_ID_PRESENT : Check.TR_ID).code());
            return false;
        }
        call.variant(variant.get());
        if (TrIds.forBoth(variant.get()) || TrIds.isMock(call.trId()) == call.mock()) {
            return true;
        }
        call.error((call.mock() ? Check.MOCK_TR : Check.TR_ID).code());
        return false;
    }

    private boolean isProvided(Call call) {
        boolean refusedOnMock = settings.mockProfile() && call.mock() && call.variant().mock().isEmpty();
        if (built.containsKey(call.tr().key()) && !refusedOnMock) {
            return true;
        }
        NotProvided.answer(call);
        return false;
    }

    private boolean fieldsAreRight(Call call) {
        Optional<RequestBody> body = call.tr().method().equals("GET")
            ? QueryParameters.parse(call.exchange().query()).map(RequestBody::ofQuery)
            : Optional.of(RequestBody.parse(call.exchange().body(), BodyLimits.DEFAULT));
        if (body.isEmpty()) {
            call.error(Check.QUERY.code());
            return false;
        }
        Optional<Violation> violation = validator.validate(call.tr(), body.get());
        if (violation.isPresent()) {
            call.error(violation.get().code(), violation.get().args().toArray());
            return false;
        }
        call.parsed(body.get());
        return true;
    }

    /** One token, one account: CANO and ACNT_PRDT_CD together are its ten digits. */
    private static boolean accountIsTheSenders(Call call) {
        if (call.tr().request().find("CANO").isEmpty()) {
            return true;
        }
        String own = KoreanTime.digits(call.owner().accountNumber(), ACCOUNT_DIGITS);
        if (own.equals(call.text("CANO") + call.text("ACNT_PRDT_CD"))) {
            return true;
        }
        call.error(Check.ACCOUNT.code());
        return false;
    }
}
