package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.ConformanceScript.Case;
import dev.hoga.server.ConformanceScript.Control;
import dev.hoga.server.ConformanceScript.Exchange;
import dev.hoga.server.ConformanceScript.Expected;
import dev.hoga.server.ConformanceScript.Step;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Plays conformance scripts against one server process, each case with stocks and accounts of its own. */
final class ConformanceRun implements AutoCloseable {
    private static final String NOBODY = "nobody";
    private static final int FIRST_CODE = 700_000;

    private final ServerProcess server;
    private final BrokerCatalogue catalogue;
    private final RawConnection connection;
    private final ControlClient control;
    /** Which TRs were seen to succeed, refuse and be used beside others; by the TR of the script. */
    private final Map<String, TreeSet<String>> seen = new HashMap<>();
    private OffsetDateTime clock = OffsetDateTime.MIN;
    private int stocks;
    private int accounts;

    ConformanceRun(BrokerCatalogue catalogue, ServerProcess server) throws IOException {
        this.catalogue = catalogue;
        this.server = server;
        connection = RawConnection.open(server.port());
        control = server.control();
        done(control.post("/clock", Map.of("frozen", true)));
    }

    /** What a script's passed cases have shown: {@code success}, {@code refusal}, {@code other TR}. */
    TreeSet<String> shown(String tr) {
        return seen.computeIfAbsent(tr, none -> new TreeSet<>());
    }

    /** Plays one case. @throws AssertionError at the first step that is not as expected */
    void play(ConformanceScript script, Case one) throws IOException {
        setClock(one.clock());
        var known = new HashMap<String, String>();
        for (YamlFile stock : one.stocks()) {
            list(stock, known);
        }
        for (YamlFile account : one.accounts()) {
            open(account, known);
        }
        for (YamlFile order : one.book()) {
            done(control.post("/orders", filledMap(order.values(), known)));
        }
        var shown = new TreeSet<String>();
        int number = 0;
        for (Step step : one.steps()) {
            number++;
            switch (step) {
                case Exchange exchange -> {
                    for (int i = 0; i < exchange.times(); i++) {
                        shown.add(exchange(script.tr(), one.condition() + ": step " + number, exchange, known));
                    }
                }
                case Control call -> call(one.condition() + ": step " + number, call, known);
            }
        }
        shown(script.tr()).addAll(shown);
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
        stock.only("as", "name", "market", "kind", "leverage", "basePrice", "listedShares", "parValue", "halted");
        String code = Integer.toString(FIRST_CODE + stocks++);
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

    private void open(YamlFile account, Map<String, String> known) throws IOException {
        account.only("as", "cash", "holdings", "fees");
        String as = account.text("as");
        var body = new LinkedHashMap<String, Object>();
        body.put("name", as + accounts++);
        body.put("cash", Map.of("KRW", (long) account.whole("cash", 0)));
        body.put("holdings", filledMap(Map.of("all", account.list("holdings")), known).get("all"));
        body.put("fees", account.text("fees", "kiwoom"));
        Map<String, Object> opened = done(control.post("/accounts", body)).json();
        known.put(as, (String) opened.get("accountNumber"));
        for (String environment : List.of("live", "mock")) {
            var pair = (Map<?, ?>) ((Map<?, ?>) opened.get("kiwoom")).get(environment);
            known.put(as + "." + environment + ".appkey", (String) pair.get("appkey"));
            known.put(as + "." + environment + ".secretkey", (String) pair.get("secretkey"));
        }
    }

    private static WireAnswer done(WireAnswer answer) {
        assertEquals(200, answer.status(), () -> "the surroundings of the case: " + answer.text());
        return answer;
    }

    // -- steps ---------------------------------------------------------------------------------------------------------

    /** @return what the step shows of the script's TR */
    private String exchange(String scriptTr, String step, Exchange exchange, Map<String, String> known) throws IOException {
        TrSpec tr = catalogue.find(exchange.tr()).orElse(null);
        String path = exchange.path().isEmpty() ? tr.path() : exchange.path();
        Answer answer = connection.exchange(head(exchange, path, known), Json.bytes(filledMap(exchange.in(), known)));
        String what = step + ", " + exchange.tr() + " " + exchange.in() + "\nanswered " + answer;
        Map<String, Object> body = Json.object(answer.body());
        List<String> wrong = judge(exchange.out(), answer.status(), body, known);
        exchange.out().headers().forEach((name, value) ->
            BodyPattern.differences(value, answer.header(name), known).forEach(difference -> wrong.add("header " + name + difference)));
        boolean success = Long.valueOf(0).equals(body.get("return_code"));
        if (tr != null && success) {
            wrong.addAll(ResponseContract.breaches(tr, body));
        }
        wrong.addAll(WireShape.breaches(tr == null || exchange.headers().containsKey("api-id") ? "" : tr.id(), answer));
        assertTrue(wrong.isEmpty(), () -> what + "\n- " + String.join("\n- ", wrong));
        if (!exchange.tr().equals(scriptTr)) {
            return "other TR";
        }
        return success ? "success" : "refusal";
    }

    private List<String> head(Exchange exchange, String path, Map<String, String> known) throws IOException {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("Host", "127.0.0.1");
        headers.put("Content-Type", "application/json;charset=UTF-8");
        if (!path.startsWith("/oauth2/")) {
            headers.put("api-id", exchange.tr());
            if (!exchange.as().equals(NOBODY)) {
                headers.put("authorization", "Bearer " + token(exchange.as().replace(' ', '.'), known));
            }
        }
        headers.putAll(exchange.headers());
        var lines = new ArrayList<String>();
        lines.add("POST " + path + " HTTP/1.1");
        headers.forEach((name, value) -> {
            if (value != null) {
                lines.add(name + ": " + BodyPattern.filled(value, known));
            }
        });
        return lines;
    }

    /** The token of {@code alice.live}, asked for where it is not known yet. */
    private String token(String key, Map<String, String> known) throws IOException {
        String name = key + ".token";
        if (!known.containsKey(name)) {
            Object body = BodyPattern.filled(Map.of("grant_type", "client_credentials", "appkey", "{" + key + ".appkey}",
                "secretkey", "{" + key + ".secretkey}"), known);
            Answer answer = connection.exchange(
                List.of("POST /oauth2/token HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"), Json.bytes((Map<?, ?>) body));
            known.put(name, (String) Json.object(answer.body()).get("token"));
        }
        return known.get(name);
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

    private static List<String> judge(Expected out, int status, Map<String, Object> body, Map<String, String> known) {
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
