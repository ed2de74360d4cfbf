package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.Mutant;
import dev.hoga.catalogue.MutantGenerator;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Every body that the contract says is wrong gets the contract's answer, and changes nothing. */
class MutantTest {
    private final House house = new House();
    private final Sender live = house.sender("alice", Environment.LIVE);
    private int count;

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @Test
    void refusesEveryMutantOfEveryPost() {
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_000);
        mutants("domestic-stock/trading/order-cash", "TTTC0012U", fields("CANO", "50000001", "ACNT_PRDT_CD", "01", "PDNO", "999999", "ORD_DVSN",
            "00", "ORD_QTY", "1", "ORD_UNPR", "69000", "SLL_TYPE", "", "CNDT_PRIC", "", "EXCG_ID_DVSN_CD", "KRX"));
        mutants("domestic-stock/trading/order-rvsecncl", "TTTC0013U", fields("CANO", "50000001", "ACNT_PRDT_CD", "01", "KRX_FWDG_ORD_ORGNO", "",
            "ORGN_ODNO", "9999999", "ORD_DVSN", "00", "RVSE_CNCL_DVSN_CD", "01", "ORD_QTY", "1", "ORD_UNPR", "69100", "QTY_ALL_ORD_YN", "Y"));
        mutants("oauth/tokenP", "", fields("grant_type", "client_credentials", "appkey", "x", "appsecret", "y"));
        mutants("oauth/revokeP", "", fields("appkey", "x", "appsecret", "y", "token", "z"));
        mutants("oauth/Approval", "", fields("grant_type", "client_credentials", "appkey", "x", "secretkey", "y"));
        mutants("oauth/hashkey", "", fields("CANO", "50000001"));
        assertTrue(count > 800, count + " mutants");
        System.out.println(count + " mutants of KIS's POST bodies");
    }

    /** @param valid a well-formed body that the brokerage refuses, so that it can be sent again and again */
    private void mutants(String key, String trId, Map<String, String> valid) {
        TrSpec tr = House.CATALOGUE.kis().require(key);
        boolean echoes = key.equals("oauth/hashkey");
        String usual = send(tr, trId, json(valid)).answer();
        for (Mutant mutant : MutantGenerator.mutants(tr, valid, BodyLimits.DEFAULT)) {
            long before = house.engine.stateHashNow();
            MemoryExchange exchange = send(tr, trId, mutant.body());
            String what = key + ": " + mutant + "\n" + exchange.answer();
            assertTrue(exchange.status() == 200 || exchange.status() == 403 || exchange.status() == 500, what);
            switch (mutant.outcome()) {
                case REFUSED -> {
                    assertTrue(exchange.answer().endsWith('"' + mutant.code() + "\"}"), what);
                    assertEquals(before, house.engine.stateHashNow(), what);
                }
                case SAME -> assertTrue(echoes || exchange.answer().equals(usual), what);
                case OPEN -> { }
            }
            count++;
        }
    }

    private MemoryExchange send(TrSpec tr, String trId, byte[] body) {
        return new MemoryExchange("POST", tr.path(), body).with("authorization", "Bearer " + live.token()).with("appkey", live.appKey())
            .with("appsecret", House.SECRET).with("tr_id", trId).handledBy(house.gateway);
    }

    private static byte[] json(Map<String, String> fields) {
        var json = new StringJoiner(",", "{", "}");
        fields.forEach((name, value) -> json.add('"' + name + "\":\"" + value + '"'));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
