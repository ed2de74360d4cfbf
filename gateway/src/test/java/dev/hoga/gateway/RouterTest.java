package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = Router.builder()
        .exact("/a/exact", new FixedAnswer(200, "exact"))
        .prefix("/a/", new FixedAnswer(200, "short"))
        .prefix("/a/long/", new FixedAnswer(200, "long"))
        .build();

    private MemoryExchange get(String path) {
        return new MemoryExchange("GET", path, "").handledBy(router);
    }

    @Test
    void prefersTheExactPathThenTheLongestPrefix() {
        assertEquals("exact\n", get("/a/exact").answer());
        assertEquals("short\n", get("/a/exact/more").answer());
        assertEquals("long\n", get("/a/long/x").answer());
        assertEquals("short\n", get("/a/long").answer());
    }

    @Test
    void answersWhatNobodyServesAsTheEdgeDoes() {
        MemoryExchange exchange = get("/b");
        assertEquals(404, exchange.status());
        assertTrue(exchange.answer().contains("\"path\":\"/b\",\"status\":404,\"error\":\"Not Found\"}"), exchange.answer());
    }

    @Test
    void takesAPathOnce() {
        var builder = Router.builder().exact("/a", new FixedAnswer(200, "a")).socket("/a", session -> null);
        assertThrows(IllegalStateException.class, () -> builder.exact("/a", new FixedAnswer(200, "b")));
        assertThrows(IllegalStateException.class, () -> builder.socket("/a", session -> null));
    }

    @Test
    void findsSocketsByPathsOfTheirOwn() {
        SocketHandler exact = session -> null;
        SocketHandler shorter = session -> null;
        SocketHandler longer = session -> null;
        Router sockets = Router.builder().exact("/a", new FixedAnswer(200, "a")).socket("/s", exact).socketPrefix("/s", shorter)
            .socketPrefix("/s/t", longer).build();
        assertEquals(Optional.of(exact), sockets.socket("/s"));
        assertEquals(Optional.of(shorter), sockets.socket("/s/x"));
        assertEquals(Optional.of(longer), sockets.socket("/s/t/H0STCNT0"));
        assertEquals(Optional.empty(), sockets.socket("/a"));
    }
}
