package dev.hoga.server;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.ConformanceScript.Exchange;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kiwoom: the TR is a header, the token says whose account is meant, and return_code is 0 where all went well. */
final class KiwoomDialect implements Dialect {
    static final KiwoomDialect INSTANCE = new KiwoomDialect();
    private static final BrokerCatalogue CONTRACT = Catalogue.load().kiwoom();

    private KiwoomDialect() {
    }

    @Override
    public BrokerCatalogue contract() {
        return CONTRACT;
    }

    @Override
    public Optional<TrSpec> find(String name) {
        return CONTRACT.find(name);
    }

    @Override
    public Map<String, Object> headers(String name, Optional<TrSpec> tr, String key) {
        var headers = new LinkedHashMap<String, Object>();
        if (tr.isEmpty() || !tr.get().path().startsWith("/oauth2/")) {
            headers.put("api-id", name);
            if (!key.equals(NOBODY)) {
                headers.put("authorization", "Bearer {" + key + ".token}");
            }
        }
        return headers;
    }

    @Override
    public Map<String, Object> account(TrSpec tr, String key) {
        return Map.of();
    }

    @Override
    public Exchange tokenCall(String key) {
        return Exchange.of("au10001", Map.of("grant_type", "client_credentials", "appkey", "{" + key + ".appkey}",
            "secretkey", "{" + key + ".secretkey}"));
    }

    @Override
    public String tokenField() {
        return "token";
    }

    @Override
    public Feed openFeed(int port, String token) throws IOException {
        return KiwoomFeed.open(port, token);
    }

    @Override
    public Exchange socketCall(String key) {
        return tokenCall(key);
    }

    @Override
    public String socketField() {
        return tokenField();
    }

    @Override
    public Refusal refusal(Optional<TrSpec> tr, List<?> codeAndValues) {
        return Refusal.ofKiwoom(codeAndValues);
    }

    @Override
    public boolean succeeded(Answer answer, Map<String, Object> body) {
        return Long.valueOf(0).equals(body.get("return_code"));
    }

    @Override
    public List<String> breaches(Optional<TrSpec> tr, String trHeader, Answer answer, Map<String, Object> body) {
        List<String> wrong = WireShape.breaches(tr.filter(one -> one.id().equals(trHeader)).map(TrSpec::id).orElse(""), answer);
        if (tr.isPresent() && succeeded(answer, body)) {
            wrong.addAll(ResponseContract.breaches(tr.get(), body));
        }
        return wrong;
    }
}
