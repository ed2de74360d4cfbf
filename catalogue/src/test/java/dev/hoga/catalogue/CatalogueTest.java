package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void holdsEveryOperationOfBothBrokers() {
        assertEquals(338, catalogue.kiwoom().all().size());
        assertEquals(342, catalogue.kis().all().size());
        assertEquals(63, catalogue.kis().all().stream().filter(tr -> tr.transport() == Transport.WEBSOCKET).count());
        assertSame(catalogue.kis(), catalogue.of(Broker.KIS));
    }

    @Test
    void findsKiwoomTrsByIdAndKeepsCaseApart() {
        final TrSpec buy = catalogue.kiwoom().require("kt10000");
        assertEquals("buyStock", buy.name());
        assertEquals("주식 매수주문", buy.titleKo());
        assertEquals("domestic/order", buy.group());
        assertEquals(Paging.NONE, buy.paging());
        assertEquals(MockOffer.TRUE, buy.mock());
        assertEquals("/api/dostk/ordr", buy.path());
        assertEquals(buy, catalogue.kiwoom().findByName("buyStock").orElseThrow());
        assertFalse(catalogue.kiwoom().require("0G").equals(catalogue.kiwoom().require("0g")));
        assertTrue(catalogue.kiwoom().find("kt99999").isEmpty());
        assertThrows(NoSuchElementException.class, () -> catalogue.kiwoom().require("kt99999"));
    }

    @Test
    void readsAFieldRowWhole() {
        final Field price = catalogue.kiwoom().require("kt10000").request().find("ord_uv").orElseThrow();
        assertEquals("price", price.as());
        assertEquals("주문단가", price.ko());
        assertFalse(price.required());
        assertEquals(12, price.length());
        assertEquals("won", price.unit());
        assertEquals(ValueForm.WHOLE, price.form());
        final Field orderType = catalogue.kiwoom().require("kt10000").request().find("trde_tp").orElseThrow();
        assertEquals("market", orderType.codes().get("3"));
        final FieldRows openOrder = catalogue.kiwoom().require("ka10075").response().find("oso").orElseThrow().children();
        final Field orderStatus = openOrder.find("ord_stt").orElseThrow();
        assertEquals(List.of(new CodeText("", "접수", "accepted"), new CodeText("", "체결", "filled")), orderStatus.texts());
    }

    @Test
    void findsKisTrsByLiveMockAndFormerId() {
        final TrSpec order = catalogue.kis().require("domestic-stock/trading/order-cash");
        for (final String id : List.of("TTTC0012U", "VTTC0012U", "TTTC0802U", "VTTC0802U")) {
            assertEquals(order, catalogue.kis().findByTr(id).orElseThrow());
            assertEquals("buy", order.variant(id).orElseThrow().en());
        }
        assertEquals("sell", order.variant("TTTC0011U").orElseThrow().en());
        assertEquals(order, catalogue.kis().findByPath("POST", order.path()).orElseThrow());
        assertTrue(catalogue.kis().findByPath("GET", order.path()).isEmpty());
        assertTrue(catalogue.kis().findByTr("").isEmpty());
    }

    @Test
    void tellsTheLengthOfARealTimeRecordByLayout() {
        final TrSpec trades = catalogue.kis().findByTr("H0STCNT0").orElseThrow();
        assertEquals(Map.of("count", 46, "count-2026-10", 47), trades.frame());
        assertEquals("MARKET_CLS_CODE", trades.response().row(46).name());
        assertFalse(trades.encrypted());
        assertTrue(catalogue.kis().findByTr("H0STCNI0").orElseThrow().encrypted());
    }

    @Test
    void listsTheTrsOfAPath() {
        final List<String> ids = catalogue.kiwoom().findByPath("/api/dostk/ordr").stream().map(TrSpec::id).toList();
        assertTrue(ids.containsAll(List.of("kt10000", "kt10001", "kt10002", "kt10003")), ids.toString());
        assertTrue(catalogue.kiwoom().hasPath("/api/dostk/acnt"));
        assertFalse(catalogue.kiwoom().hasPath("/api/dostk/nothing"));
    }

    @Test
    void rendersAnEmptyAnswerOfEveryOperation() throws IOException {
        final ResponseWriter writer = new ResponseWriter();
        for (final TrSpec tr : catalogue.kiwoom().all()) {
            assertParses(writer.kiwoom(ResponseBody.of(tr), 0, "").toByteArray(), tr.transport() == Transport.REST);
        }
        for (final TrSpec tr : catalogue.kis().all()) {
            assertParses(writer.kis(ResponseBody.of(tr), "0", "MCA00000", "").toByteArray(), true);
        }
    }

    private static void assertParses(final byte[] json, final boolean keysOnce) throws IOException {
        final JsonFactory factory = new JsonFactory().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, keysOnce);
        try (JsonParser parser = factory.createParser(json)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            assertTrue(tokens > 2);
        }
    }
}
