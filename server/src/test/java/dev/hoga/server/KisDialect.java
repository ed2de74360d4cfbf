package dev.hoga.server;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Variant;
import dev.hoga.server.ConformanceScript.Exchange;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * KIS: the address says what is asked, the TR id in which environment and which way; key and secret go with every call, and the account
 * stands in the request. A step names a TR by an id, or by its key where it has none.
 */
final class KisDialect implements Dialect {
    static final KisDialect INSTANCE = new KisDialect();
    private static final BrokerCatalogue CONTRACT = Catalogue.load().kis();
    /** V stands for these in mock trading. */
    private static final List<String> LIVE_LETTERS = List.of("T", "J", "C");
    private static final String HASH_KEY_PATH = "/uapi/hashkey";

    private KisDialect() {
    }

    @Override
    public BrokerCatalogue contract() {
        return CONTRACT;
    }

    /** A TR that the mock host does not offer has no mock id; clients derive one all the same. */
    @Override
    public Optional<TrSpec> find(String name) {
        Stream<String> derived = name.startsWith("V") ? LIVE_LETTERS.stream().map(letter -> letter + name.substring(1)) : Stream.of();
        return CONTRACT.find(name).or(() -> CONTRACT.findByTr(name))
            .or(() -> derived.flatMap(id -> CONTRACT.findByTr(id).stream()).findFirst());
    }

    @Override
    public Map<String, Object> headers(String name, Optional<TrSpec> tr, String key) {
        var headers = new LinkedHashMap<String, Object>();
        String path = tr.map(TrSpec::path).orElse("");
        if (path.startsWith("/oauth2/")) {
            return headers;
        }
        boolean hashKey = path.equals(HASH_KEY_PATH);
        if (!key.equals(NOBODY)) {
            if (!hashKey) {
                headers.put("authorization", "Bearer {" + key + ".token}");
            }
            headers.put("appkey", "{" + key + ".appkey}");
            headers.put("appsecret", "{" + key + ".appsecret}");
        }
        if (!hashKey) {
            headers.put("tr_id", tr.filter(one -> one.key().equals(name)).map(one -> usualId(one, key)).orElse(name));
            headers.put("custtype", "P");
        }
        return headers;
    }

    /** The first id of a TR, as the key's environment spells it. */
    private static String usualId(TrSpec tr, String key) {
        Variant first = tr.variants().getFirst();
        return key.endsWith(".mock") ? mockId(first) : first.tr();
    }

    /** The id of a variant in mock trading; where the broker has none clients derive one as for the others, quotes keep theirs. */
    static String mockId(Variant variant) {
        if (!variant.mock().isEmpty()) {
            return variant.mock();
        }
        return LIVE_LETTERS.contains(variant.tr().substring(0, 1)) ? 'V' + variant.tr().substring(1) : variant.tr();
    }

    @Override
    public Map<String, Object> account(TrSpec tr, String key) {
        if (key.equals(NOBODY) || tr.request().find("CANO").isEmpty()) {
            return Map.of();
        }
        String name = key.substring(0, key.indexOf('.'));
        var account = new LinkedHashMap<String, Object>();
        account.put("CANO", "{" + name + ".cano}");
        account.put("ACNT_PRDT_CD", "{" + name + ".product}");
        return account;
    }

    @Override
    public Exchange tokenCall(String key) {
        return Exchange.of("oauth/tokenP", Map.of("grant_type", "client_credentials", "appkey", "{" + key + ".appkey}",
            "appsecret", "{" + key + ".appsecret}"));
    }

    @Override
    public String tokenField() {
        return "access_token";
    }

    @Override
    public Feed openFeed(int port, String token) throws IOException {
        return KisFeed.open(port, token);
    }

    @Override
    public Exchange socketCall(String key) {
        return Exchange.of("oauth/Approval", Map.of("grant_type", "client_credentials", "appkey", "{" + key + ".appkey}",
            "secretkey", "{" + key + ".appsecret}"));
    }

    @Override
    public String socketField() {
        return "approval_key";
    }

    @Override
    public Refusal refusal(Optional<TrSpec> tr, List<?> codeAndValues) {
        return Refusal.ofKis(tr, codeAndValues.getFirst().toString(), codeAndValues.subList(1, codeAndValues.size()).toArray());
    }

    @Override
    public boolean succeeded(Answer answer, Map<String, Object> body) {
        return answer.status() == 200 && body.getOrDefault("rt_cd", "0").equals("0");
    }

    @Override
    public List<String> breaches(Optional<TrSpec> tr, String trHeader, Answer answer, Map<String, Object> body) {
        List<String> wrong = KisShape.breaches(tr.map(TrSpec::path).orElse(""), trHeader, answer);
        if (tr.isPresent() && succeeded(answer, body)) {
            wrong.addAll(ResponseContract.breaches(tr.get(), body));
        }
        return wrong;
    }
}
