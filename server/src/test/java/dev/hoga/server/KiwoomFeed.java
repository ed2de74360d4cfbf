package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.TrSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kiwoom: a LOGIN first; pushed data are JSON, several entries in a frame. */
final class KiwoomFeed extends Feed {
    private static final String PATH = "/api/dostk/websocket";
    /** Keys in the order of the wire: some clients look for texts. */
    private static final String PUSHED = "{\"data\":[{\"values\":{";
    private static final List<String> ENTRY = List.of("values", "type", "name", "item");
    /** The contract's notes: the wire leaves these out of 0D although its table lists them, and 621 to 640. */
    private static final Set<String> NOT_IN_0D = Set.of("13", "215", "216", "299");
    private static final int FIRST_NOT_IN_0D = 621;
    private static final int LAST_NOT_IN_0D = 640;

    private KiwoomFeed(SocketClient socket) {
        super(socket);
    }

    static KiwoomFeed open(int port, String token) throws IOException {
        var feed = new KiwoomFeed(SocketClient.open(port, PATH));
        feed.says(Map.of("trnm", "LOGIN", "token", token));
        Map<String, Object> answer = feed.next(ANSWER).values();
        if (!Map.of("trnm", "LOGIN", "return_code", 0L, "return_msg", "", "sor_yn", "Y").equals(answer)) {
            throw new IOException("no login: " + answer);
        }
        return feed;
    }

    @Override
    void registers(String type, String item) throws IOException {
        says(Map.of("trnm", "REG", "grp_no", "1", "refresh", "1", "data", List.of(Map.of("item", List.of(item), "type", List.of(type)))));
        Map<String, Object> answer = next(ANSWER).values();
        if (!Map.of("trnm", "REG", "return_code", 0L, "return_msg", "").equals(answer)) {
            throw new IOException("no registration: " + answer);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    protected List<Heard> read(String frame) throws IOException {
        Map<String, Object> message = Json.object(frame.getBytes(UTF_8));
        if (!message.get("trnm").equals("REAL")) {
            return List.of(new Heard(ANSWER, Map.of(), message));
        }
        var all = new ArrayList<Heard>();
        for (Object one : (List<Object>) message.get("data")) {
            var entry = (Map<String, Object>) one;
            if (!frame.startsWith(PUSHED) || !List.copyOf(entry.keySet()).equals(ENTRY)) {
                throw new IOException("not in the order of the wire: " + frame);
            }
            all.add(new Heard((String) entry.get("type"), Map.of("name", entry.get("name"), "item", entry.get("item")),
                (Map<String, Object>) entry.get("values")));
        }
        return all;
    }

    @Override
    Map<String, Object> refusal(List<?> codeAndValues) {
        ErrorReply reply = KiwoomDialect.INSTANCE.contract().errors()
            .reply(codeAndValues.getFirst().toString(), codeAndValues.subList(1, codeAndValues.size()).toArray());
        return Map.of("return_code", (long) reply.returnCode(), "return_msg", reply.message());
    }

    @Override
    List<String> breaches(TrSpec tr, Heard heard) {
        FieldRows rows = tr.id().equals("0D")
            ? FieldRows.of(tr.response().rows().stream().filter(row -> isIn0D(row.name())).toList()) : tr.response();
        return ResponseContract.pushed(tr, rows, heard.values());
    }

    private static boolean isIn0D(String field) {
        int id = Integer.parseInt(field);
        return !NOT_IN_0D.contains(field) && (id < FIRST_NOT_IN_0D || id > LAST_NOT_IN_0D);
    }
}
