package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.ErrorEntry;
import dev.hoga.catalogue.Field;
import dev.hoga.catalogue.TrSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** KIS: an approval key with each message; pushed data are values in the order of the newest layout, notices encrypted. */
final class KisFeed extends Feed {
    private static final String PATH = "/tryitout";
    /** Flag, TR, count, records. */
    private static final int PARTS = 4;

    private final String approvalKey;
    private String key = "";
    private String iv = "";

    private KisFeed(SocketClient socket, String approvalKey) {
        super(socket);
        this.approvalKey = approvalKey;
    }

    static KisFeed open(int port, String approvalKey) throws IOException {
        return new KisFeed(SocketClient.open(port, PATH), approvalKey);
    }

    @Override
    void registers(String type, String item) throws IOException {
        says(Map.of("header", Map.of("approval_key", approvalKey, "custtype", "P", "tr_type", "1", "content-type", "utf-8"),
            "body", Map.of("input", Map.of("tr_id", type, "tr_key", item))));
        Map<String, Object> answer = next(ANSWER).values();
        if (!(answer.get("body") instanceof Map<?, ?> body) || !"OPSP0000".equals(body.get("msg_cd"))) {
            throw new IOException("no registration: " + answer);
        }
        var cipher = (Map<?, ?>) body.get("output");
        key = (String) cipher.get("key");
        iv = (String) cipher.get("iv");
    }

    @Override
    protected List<Heard> read(String frame) throws IOException {
        if (frame.startsWith("{")) {
            return List.of(new Heard(ANSWER, Map.of(), Json.object(frame.getBytes(UTF_8))));
        }
        String[] parts = frame.split("\\|", PARTS);
        boolean encrypted = parts[0].equals("1");
        List<String> values = Arrays.asList((encrypted ? KisSocketClient.decrypted(parts[3], key, iv) : parts[3]).split("\\^", -1));
        List<String> names = KisDialect.INSTANCE.find(parts[1]).orElseThrow(() -> new IOException("an unknown TR: " + frame))
            .response().rows().stream().map(Field::name).toList();
        int records = Integer.parseInt(parts[2]);
        if (values.size() != records * names.size()) {
            throw new IOException(records + " records of " + names.size() + " values are announced, and " + values.size() + " values come: " + frame);
        }
        var all = new ArrayList<Heard>();
        for (int record = 0; record < records; record++) {
            var named = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), values.get(record * names.size() + i));
            }
            all.add(new Heard(parts[1], Map.of("encrypted", encrypted), named));
        }
        return all;
    }

    @Override
    Map<String, Object> refusal(List<?> codeAndValues) {
        String code = codeAndValues.getFirst().toString();
        ErrorEntry error = KisDialect.INSTANCE.contract().errors().error(code);
        return Map.of("body", Map.of("rt_cd", Integer.toString(error.returnCode()), "msg_cd", code,
            "msg1", error.format(codeAndValues.subList(1, codeAndValues.size()).toArray())));
    }

    /** Names and their order are the contract's already; their number was the wire's. */
    @Override
    List<String> breaches(TrSpec tr, Heard heard) {
        return ResponseContract.pushed(tr, tr.response(), heard.values());
    }
}
