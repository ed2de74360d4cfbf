package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.ConformanceScript.Case;
import dev.hoga.server.ConformanceScript.Control;
import dev.hoga.server.ConformanceScript.Exchange;
import dev.hoga.server.ConformanceScript.Expected;
import dev.hoga.server.ConformanceScript.Hearing;
import dev.hoga.server.ConformanceScript.Step;
import dev.hoga.server.ConformanceScript.Talk;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Plays conformance scripts against one server process, each case with stocks and accounts of its own. */
final class ConformanceRun implements AutoCloseable {
    private static final int FIRST_CODE = 700_000;
    /** KIS calls so many digits of an account number CANO, and the rest the product. */
    private static final int CANO_DIGITS = 8;
    private static final List<String> TR_HEADERS = List.of("api-id", "tr_id");

    private final ServerProcess server;
    /** The usual fields of requests, by the TR that has a script. */
    private final Map<TrSpec, Map<String, Object>> usual = new HashMap<>();
    private final RawConnection connection;
    private final ControlClient control;
    /** Which TRs were seen to succeed, refuse and be used beside others. */
    private final Map<ConformanceScript, TreeSet<String>> seen = new IdentityHashMap<>();
    private OffsetDateTime clock = OffsetDateTime.MIN;
    private int stocks;
    private int accounts;

    ConformanceRun(List<ConformanceScript> scripts, ServerProcess server) throws IOException {
        scripts.forEach(script -> usual.put(script.broker().contract().require(script.tr()), script.usual()));
        this.server = server;
        connection = RawConnection.open(server.port());
        control = server.control();
        done(control.post("/clock", Map.of("frozen", true)));
    }

    /** What a script's passed cases have shown: {@code success}, {@code refusal}, {@code other TR}. */
    TreeSet<String> shown(ConformanceScript script) {
        return seen.computeIfAbsent(script, none -> new TreeSet<>());
    }

    /** Plays one case. @throws AssertionError at the first step that is not as expected */
    void play(ConformanceScript script, Case one) throws IOException {
        setClock(one.clock());
        var known = new HashMap<String, String>();
        for (YamlFile stock : one.stocks()) {
            list(stock, known);
        }
        for (YamlFile account : one.accounts()) {
            open(script.broker(), account, known);
        }
        for (YamlFile order : one.book()) {
            done(control.post("/orders", filledMap(order.values(), known)));
        }
        try (var sockets = new Sockets()) {
            var shown = new TreeSet<String>();
            int number = 0;
            for (Step step : one.steps()) {
                number++;
                String where = one.condition() + ": step " + number;
                switch (step) {
                    case Exchange exchange -> {
                        for (int i = 0; i < exchange.times(); i++) {
                            shown.add(exchange(script, where, exchange, known));
                        }
                    }
                    case Talk talk -> shown.addAll(talk(script, where, talk, sockets, known));
                    case Control call -> call(where, call, known);
                }
            }
            sockets.assertNothingUnexpected(one.condition());
            shown(script).addAll(shown);
        }
    }

    // -- surroundings --------------------------------------------------------------------------------------------------

    private void setClock(OffsetDateTime wanted) throws IOException {
        if (!wanted.isEqual(clock)) {
            done(control.post("/clock", Map.of("set", wanted.toString())));
            clock = wanted;
        }
    }

    /** Lists a stock that nobody has traded yet; its name stands for its code from now on. */
    private void list(YamlFile stock, Map<String, String> known) throws IOException {
        if (stock.has("venue")) {
            listOverseas(stock, known);
            return;
        }
        stock.only("as", "name", "market", "kind", "leverage", "basePrice", "listedShares", "parValue", "sector", "halted",
            "marginRate", "creditGrade");
        // The exchange's codes of gold have eight digits.
        String code = ("GOLD".equals(stock.values().get("market")) ? "04" : "") + (FIRST_CODE + stocks++);
        var body = new LinkedHashMap<String, Object>(stock.values());
        body.keySet().removeAll(List.of("as", "halted"));
        body.putIfAbsent("name", stock.text("as"));
        body.putIfAbsent("market", "KOSPI");
        body.put("code", code);
        body.put("effective", "now");
        done(control.post("/instruments", filledMap(body, known)));
        if (stock.has("halted")) {
            done(control.post("/market", Map.of("halt", code)));
        }
        known.put(stock.text("as"), code);
    }

    /** The same at an overseas venue; the name stands for the code without it. */
    private void listOverseas(YamlFile stock, Map<String, String> known) throws IOException {
        stock.only("as", "venue", "name", "englishName", "kind", "lot", "basePrice", "listedShares");
        String code = "T" + stocks++;
        var body = new LinkedHashMap<String, Object>(stock.values());
        body.keySet().removeAll(List.of("as", "venue"));
        body.putIfAbsent("name", stock.text("as"));
        body.put("code", stock.text("venue") + ":" + code);
        body.put("effective", "now");
        done(control.post("/instruments", filledMap(body, known)));
        known.put(stock.text("as"), code);
    }

    private void open(Dialect broker, YamlFile account, Map<String, String> known) throws IOException {
        account.only("as", "cash", "foreignCash", "holdings", "oneShareOfOthers", "fees", "margin", "credit", "gold");
        String as = account.text("as");
        var body = new LinkedHashMap<String, Object>();
        body.put("name", as + accounts++);
        var cash = new LinkedHashMap<String, Object>(account.has("foreignCash") ? account.object("foreignCash").values() : Map.of());
        cash.put("KRW", (long) account.whole("cash", 0));
        body.put("cash", cash);
        body.put("holdings", filledMap(Map.of("all", Holdings.of(account)), known).get("all"));
        body.put("fees", account.text("fees", "kiwoom"));
        body.put("margin", account.has("margin"));
        body.put("credit", account.has("credit"));
        body.put("gold", account.has("gold"));
        Map<String, Object> opened = done(control.post("/accounts", body)).json();
        String number = (String) opened.get("accountNumber");
        known.put(as, number);
        known.put(as + ".cano", number.substring(0, CANO_DIGITS));
        known.put(as + ".product", number.substring(CANO_DIGITS));
        known.put(as + ".htsId", (String) body.get("name"));
        var keys = (Map<?, ?>) opened.get(broker.contract().broker().folder());
        for (String environment : List.of("live", "mock")) {
            ((Map<?, ?>) keys.get(environment)).forEach((name, value) -> known.put(as + "." + environment + "." + name, (String) value));
        }
    }

    private static WireAnswer done(WireAnswer answer) {
        assertEquals(200, answer.status(), () -> "the surroundings of the case: " + answer.text());
        return answer;
    }

    // -- steps ---------------------------------------------------------------------------------------------------------

    /** @return what the step shows of the script's TR */
    private String exchange(ConformanceScript script, String step, Exchange exchange, Map<String, String> known) throws IOException {
        Dialect broker = script.broker();
        Optional<TrSpec> tr = broker.find(exchange.tr());
        Map<String, Object> headers = headers(broker, tr, exchange, known);
        Answer answer = send(broker, tr, exchange, headers, known);
        String what = step + ", " + exchange.tr() + " " + exchange.in() + "\nanswered " + answer;
        Map<String, Object> body = Json.object(answer.body());
        List<String> wrong = judge(exchange.out(), answer.status(), body, known);
        exchange.out().headers().forEach((name, value) ->
            BodyPattern.differences(value, answer.header(name), known).forEach(difference -> wrong.add("header " + name + difference)));
        wrong.addAll(broker.breaches(tr, trHeader(headers), answer, body));
        assertTrue(wrong.isEmpty(), () -> what + "\n- " + String.join("\n- ", wrong));
        if (tr.isEmpty() || !tr.get().key().equals(script.tr())) {
            return "other TR";
        }
        return broker.succeeded(answer, body) ? "success" : "refusal";
    }

    private Answer send(Dialect broker, Optional<TrSpec> tr, Exchange exchange, Map<String, Object> headers, Map<String, String> known)
        throws IOException {
        var in = new LinkedHashMap<String, Object>();
        tr.ifPresent(one -> in.putAll(usual.getOrDefault(one, Map.of())));
        tr.ifPresent(one -> in.putAll(broker.account(one, key(exchange))));
        in.putAll(exchange.in());
        in.values().removeIf(Objects::isNull);
        Map<String, Object> filled = filledMap(in, known);
        boolean get = tr.isPresent() && tr.get().method().equals("GET");
        String path = exchange.path().isEmpty() ? tr.orElseThrow().path() : exchange.path();
        var lines = new ArrayList<String>();
        lines.add((get ? "GET " + path + query(filled) : "POST " + path) + " HTTP/1.1");
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return connection.exchange(lines, get ? new byte[0] : Json.bytes(filled));
    }

    private static String query(Map<String, Object> fields) {
        var query = new StringJoiner("&", "?", "");
        fields.forEach((name, value) -> query.add(name + '=' + URLEncoder.encode(value.toString(), UTF_8)));
        return query.toString();
    }

    /** Whose key a step uses: {@code alice.live}, or nobody's. */
    private static String key(Exchange exchange) {
        return exchange.as().replace(' ', '.');
    }

    private Map<String, Object> headers(Dialect broker, Optional<TrSpec> tr, Exchange exchange, Map<String, String> known)
        throws IOException {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("Host", "127.0.0.1");
        headers.put("Content-Type", "application/json;charset=UTF-8");
        headers.putAll(broker.headers(exchange.tr(), tr, key(exchange)));
        headers.putAll(exchange.headers());
        headers.values().removeIf(Objects::isNull);
        String token = key(exchange) + ".token";
        if (headers.containsValue("Bearer {" + token + '}') && !known.containsKey(token)) {
            known.put(token, field(broker, broker.tokenCall(key(exchange)), broker.tokenField(), known));
        }
        return filledMap(headers, known);
    }

    /** A field of the answer to a call that the surroundings make. */
    private String field(Dialect broker, Exchange call, String field, Map<String, String> known) throws IOException {
        Optional<TrSpec> tr = broker.find(call.tr());
        Answer answer = send(broker, tr, call, headers(broker, tr, call, known), known);
        return (String) Json.object(answer.body()).get(field);
    }

    /** The TR as the request's header names it; the header is the broker's, its spelling the client's. */
    private static String trHeader(Map<String, Object> headers) {
        return headers.entrySet().stream().filter(header -> TR_HEADERS.contains(header.getKey().toLowerCase()))
            .map(header -> (String) header.getValue()).findFirst().orElse("");
    }

    // -- sockets -------------------------------------------------------------------------------------------------------

    /** The sessions of one case, by name. */
    private static final class Sockets implements AutoCloseable {
        private final Map<String, Feed> open = new LinkedHashMap<>();

        void assertNothingUnexpected(String condition) {
            open.forEach((name, feed) -> assertEquals(List.of(), feed.unexpected(), () -> condition + ": " + name + " heard what nobody expected"));
        }

        @Override
        public void close() {
            open.values().forEach(Feed::close);
        }
    }

    /** @return what the step shows of the script's TR */
    private TreeSet<String> talk(ConformanceScript script, String step, Talk talk, Sockets sockets, Map<String, String> known)
        throws IOException {
        Dialect broker = script.broker();
        if (!sockets.open.containsKey(talk.socket())) {
            String key = talk.as().replace(' ', '.');
            String opener = key + ".opener";
            known.put(opener, field(broker, broker.socketCall(key), broker.socketField(), known));
            sockets.open.put(talk.socket(), broker.openFeed(server.port(), known.get(opener)));
        }
        Feed feed = sockets.open.get(talk.socket());
        for (var one : filledMap(talk.registers(), known).entrySet()) {
            for (Object item : (List<?>) one.getValue()) {
                feed.registers(one.getKey(), (String) item);
            }
        }
        if (!talk.says().isEmpty()) {
            feed.says(filledMap(talk.says(), known));
        }
        var shown = new TreeSet<String>();
        for (Hearing hearing : talk.hears()) {
            shown.add(hear(script, step, hearing, feed, known));
        }
        return shown;
    }

    private String hear(ConformanceScript script, String step, Hearing hearing, Feed feed, Map<String, String> known) throws IOException {
        Feed.Heard heard = feed.next(hearing.kind());
        var wrong = new ArrayList<String>();
        if (!hearing.refused().isEmpty()) {
            wrong.addAll(BodyPattern.missing(feed.refusal(hearing.refused()), heard.values(), known));
        }
        wrong.addAll(hearing.all() ? BodyPattern.differences(hearing.values(), heard.values(), known)
            : BodyPattern.missing(hearing.values(), heard.values(), known));
        wrong.addAll(BodyPattern.missing(hearing.around(), heard.around(), known));
        Optional<TrSpec> tr = script.broker().find(hearing.kind());
        tr.ifPresent(one -> wrong.addAll(feed.breaches(one, heard)));
        assertTrue(wrong.isEmpty(), () -> step + " heard " + heard + "\n- " + String.join("\n- ", wrong));
        if (tr.isPresent()) {
            return tr.get().key().equals(script.tr()) ? "success" : "other TR";
        }
        return hearing.refused().isEmpty() ? "answer" : "refusal";
    }

    private void call(String step, Control call, Map<String, String> known) throws IOException {
        String path = (String) BodyPattern.filled(call.path(), known);
        WireAnswer answer = switch (call.method()) {
            case "GET" -> control.get(path);
            case "POST" -> control.post(path, filledMap(call.in(), known));
            case "DELETE" -> control.delete(path);
            default -> throw new IllegalArgumentException("no such method: " + call.method());
        };
        List<String> wrong = judge(call.out(), answer.status(), answer.json(), known);
        if (path.equals("/clock") && call.in().containsKey("set")) {
            clock = OffsetDateTime.parse((String) call.in().get("set"));
        }
        assertTrue(wrong.isEmpty(), () -> step + ", control " + call + "\nanswered " + answer.text()
            + "\n- " + String.join("\n- ", wrong));
    }

    /** What is wrong with an answer, but for its headers. */
    static List<String> judge(Expected out, int status, Map<String, Object> body, Map<String, String> known) {
        var wrong = new ArrayList<String>();
        if (status != out.status()) {
            wrong.add("HTTP status is " + status + " and not " + out.status());
        }
        if (!out.body().isEmpty()) {
            wrong.addAll(BodyPattern.differences(out.body(), body, known));
        }
        wrong.addAll(BodyPattern.missing(out.has(), body, known));
        out.rows().forEach((list, rows) -> {
            if (!(body.get(list) instanceof List<?> found) || found.size() != (int) rows) {
                wrong.add(list + " must have " + rows + " rows");
            }
        });
        out.contains().forEach((list, row) -> {
            boolean found = body.get(list) instanceof List<?> rows
                && rows.stream().anyMatch(one -> BodyPattern.missing(row, one, known).isEmpty());
            if (!found) {
                wrong.add(list + " has no row " + row);
            }
        });
        return wrong;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> filledMap(Map<String, Object> values, Map<String, String> known) {
        return (Map<String, Object>) BodyPattern.filled(values, known);
    }

    @Override
    public void close() throws IOException {
        connection.close();
        server.close();
    }
}
