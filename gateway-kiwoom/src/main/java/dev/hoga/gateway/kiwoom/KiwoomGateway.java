package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.MockOffer;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.catalogue.RequestValidator;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Transport;
import dev.hoga.catalogue.Violation;
import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.BrokerHosts;
import dev.hoga.gateway.HttpExchange;
import dev.hoga.gateway.HttpHandler;
import dev.hoga.gateway.LiveToken;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PlainAnswer;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.history.History;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers every path of the Kiwoom REST API: {@code /oauth2/token}, {@code /oauth2/revoke}, {@code /api/dostk/*} and
 * {@code /api/us/*}. The checks are made in the order of {@link Check}.
 */
public final class KiwoomGateway implements HttpHandler {
    static final BrokerHosts HOSTS = new BrokerHosts("api.kiwoom.com", "mockapi.kiwoom.com");
    public static final String TOKEN_PATH = "/oauth2/token";
    public static final String REVOKE_PATH = "/oauth2/revoke";
    public static final String DOMESTIC_PATHS = "/api/dostk/";
    public static final String US_PATHS = "/api/us/";
    private static final int LONGEST_ECHO = 32;

    private final TokenDirectory tokens;
    private final BrokerCatalogue contract;
    private final KiwoomSettings settings;
    private final RequestValidator validator;
    private final CallLimits limits;
    private final Map<String, TrCall> built = new HashMap<>();
    private final TokenCalls tokenCalls;

    public KiwoomGateway(Engine engine, History history, TokenDirectory tokens, ServerKey serverKey, Catalogue catalogue,
        KiwoomSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
        contract = catalogue.kiwoom();
        validator = new RequestValidator(settings.strict());
        limits = new CallLimits(settings.limits(), engine);
        tokenCalls = new TokenCalls(engine, tokens, serverKey, limits);
        var pageKeys = new PageKeys(serverKey);
        var orders = new OrderCalls(engine, contract.errors());
        built.put("kt10000", orders::buy);
        built.put("kt10001", orders::sell);
        built.put("kt10002", orders::amend);
        built.put("kt10003", orders::cancel);
        built.put("kt10006", orders::buyOnCredit);
        built.put("kt10007", orders::sellOnCredit);
        built.put("kt10008", orders::amend);
        built.put("kt10009", orders::cancel);
        var credit = new CreditStockCalls(engine, pageKeys);
        built.put("kt20016", credit::list);
        built.put("kt20017", credit::one);
        built.put("ka10075", new OpenOrdersCall(engine, pageKeys));
        built.put("ka10076", new FillsCall(engine, pageKeys));
        built.put("kt00001", new DepositCall(engine));
        built.put("kt00005", new FilledBalanceCall(engine, pageKeys));
        built.put("kt00018", new HoldingsCall(engine, pageKeys));
        built.put("ka00001", new AccountNumberCall(engine));
        built.put("ka10001", new StockInfoCall(engine));
        built.put("ka10004", new OrderBookCall(engine));
        var orderLists = new OrderListCalls(engine, history, pageKeys);
        built.put("kt00007", orderLists::detail);
        built.put("kt00009", orderLists::status);
        var stocks = new StockListCalls(engine, pageKeys);
        built.put("ka10099", stocks::list);
        built.put("ka10100", stocks::one);
        var sheets = new StockSheetCalls(engine);
        built.put("ka10006", sheets::intraday);
        built.put("ka10007", sheets::atLength);
        built.put("ka10095", sheets::selected);
        var sectors = new SectorCalls(engine, pageKeys);
        built.put("ka20001", sectors::now);
        built.put("ka20002", sectors::stocks);
        built.put("ka20006", sectors::days);
        built.put("ka10101", sectors::codes);
        built.put("ka10102", SectorCalls::members);
        built.put("ka10085", new AccountReturnsCall(engine, pageKeys));
        var profits = new RealizedProfitCalls(engine, history, pageKeys);
        built.put("ka10072", profits::onDate);
        built.put("ka10073", profits::inPeriod);
        built.put("ka10074", profits::byDay);
        built.put("ka10077", profits::today);
        built.put("ka10170", new TradeDiaryCall(engine, history));
        built.put("kt00004", new AccountValuationCall(engine, pageKeys));
        built.put("kt00010", new OrderableAmountCall(engine));
        built.put("ka10088", KiwoomGateway::noSplitOrders);
        var charts = new ChartCalls(engine, pageKeys);
        built.put("ka10079", charts::trades);
        built.put("ka10080", charts::minutes);
        built.put("ka10081", charts::days);
        built.put("ka10005", charts::history);
        built.put("ka10003", charts::fills);
        built.put("ka10082", charts::weeks);
        built.put("ka10083", charts::months);
        built.put("ka10094", charts::years);
        buildGold(engine, history, pageKeys);
    }

    private void buildGold(Engine engine, History history, PageKeys pageKeys) {
        var orders = new GoldOrderCalls(engine, contract.errors());
        built.put("kt50000", orders::buy);
        built.put("kt50001", orders::sell);
        built.put("kt50002", orders::amend);
        built.put("kt50003", orders::cancel);
        var balance = new GoldBalanceCalls(engine);
        built.put("kt50020", balance::holdings);
        built.put("kt50021", balance::deposit);
        var lists = new GoldOrderLists(engine, history, pageKeys);
        built.put("kt50030", lists::all);
        built.put("kt50031", lists::withFills);
        built.put("kt50075", lists::open);
        var charts = new GoldChartCalls(engine, pageKeys);
        built.put("ka50100", charts::prices);
        built.put("ka50012", charts::trend);
        built.put("ka50079", charts::trades);
        built.put("ka50080", charts::minutes);
        built.put("ka50081", charts::days);
        built.put("ka50091", charts::tradesOfToday);
        built.put("ka50092", charts::minutesOfToday);
        built.put("kt50032", new GoldHistoryCall(engine, history, pageKeys));
    }

    /** The TRs that are built, the two token calls included. */
    public Set<String> builtTrs() {
        var all = new TreeSet<>(built.keySet());
        all.add(TokenCalls.ISSUE);
        all.add(TokenCalls.REVOKE);
        return all;
    }

    @Override
    public void handle(HttpExchange exchange) {
        switch (exchange.path()) {
            case TOKEN_PATH -> token(exchange, TokenCalls.ISSUE, tokenCalls::issue);
            case REVOKE_PATH -> token(exchange, TokenCalls.REVOKE, tokenCalls::revoke);
            default -> tr(exchange);
        }
    }

    private void token(HttpExchange exchange, String id, TrCall run) {
        var call = new Call(exchange, contract.errors(), id);
        call.known(contract.require(id));
        if (isPost(exchange) && bodyIsRight(call)) {
            run.run(call);
        }
    }

    private void tr(HttpExchange exchange) {
        var call = new Call(exchange, contract.errors(), exchange.header("api-id"));
        if (isPost(exchange) && trFits(call) && senderIsKnown(call) && limits.admits(call) && isProvided(call)
            && bodyIsRight(call)) {
            built.get(call.apiId()).run(call);
        }
    }

    private static boolean isPost(HttpExchange exchange) {
        if (exchange.method().equals("POST")) {
            return true;
        }
        PlainAnswer.error(exchange, 405);
        return false;
    }

    private boolean trFits(Call call) {
        String id = call.apiId();
        if (id.isBlank()) {
            call.error("1501");
            return false;
        }
        Optional<TrSpec> tr = contract.find(id).filter(found -> !found.shared());
        if (tr.isEmpty()) {
            call.error("1505", echo(id));
            return false;
        }
        String path = call.exchange().path();
        if (!tr.get().path().equals(path) || tr.get().transport() != Transport.REST) {
            call.error("1504", echo(id), echo(path));
            return false;
        }
        call.known(tr.get());
        return true;
    }

    /** ka10088: orders are not split, because nothing routes them; an empty answer looks like this (measured). */
    private static void noSplitOrders(Call call) {
        if (!OrderPages.refusesKey(call)) {
            call.answer(call.newAnswer(), OpenOrdersCall.MESSAGE);
        }
    }

    private static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO);
    }

    private boolean senderIsKnown(Call call) {
        String header = call.exchange().header("authorization").strip();
        int blank = header.indexOf(' ');
        String scheme = blank < 0 ? header : header.substring(0, blank);
        String token = blank < 0 ? "" : header.substring(blank).strip();
        boolean bearer = scheme.equalsIgnoreCase("Bearer");
        if (header.isEmpty()) {
            call.error("1513");
        } else if (blank < 0 && !bearer || token.indexOf(' ') >= 0) {
            call.error("1514");
        } else if (!bearer) {
            call.error("1515");
        } else if (token.isEmpty()) {
            call.error("1516");
        } else {
            return tokenIsAlive(call, token);
        }
        return false;
    }

    private boolean tokenIsAlive(Call call, String token) {
        Optional<LiveToken> live = tokens.find(Broker.KIWOOM, token);
        if (live.isEmpty()) {
            call.error("8005");
            return false;
        }
        call.authenticated(live.get().owner());
        if (!HOSTS.admits(call.exchange(), call.owner().environment())) {
            call.error("8031");
            return false;
        }
        return true;
    }

    private boolean isProvided(Call call) {
        boolean refusedOnMock = settings.mockProfile() && call.owner().environment() == Environment.MOCK
            && call.tr().mock() == MockOffer.FALSE;
        if (built.containsKey(call.apiId()) && !refusedOnMock) {
            return true;
        }
        NotProvided.answer(call);
        return false;
    }

    private boolean bodyIsRight(Call call) {
        RequestBody body = RequestBody.parse(call.exchange().body(), BodyLimits.DEFAULT);
        Optional<Violation> violation = validator.validate(call.tr(), body);
        if (violation.isPresent()) {
            call.error(contract.errors().reply(violation.get()));
            return false;
        }
        call.parsed(body);
        return true;
    }
}
