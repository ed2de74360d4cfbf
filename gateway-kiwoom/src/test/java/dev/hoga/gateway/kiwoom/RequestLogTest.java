package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.Router;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** At the most talkative setting, no line and no error text holds a token, a key, a secret, an account number or a body. */
class RequestLogTest {
    private final Logger requests = (Logger) LoggerFactory.getLogger("dev.hoga");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final House house = new House();

    @BeforeEach
    void listen() {
        lines.start();
        requests.addAppender(lines);
        requests.setAdditive(false);
        requests.setLevel(Level.TRACE);
    }

    @AfterEach
    void leave() {
        requests.detachAppender(lines);
        requests.setAdditive(true);
        requests.setLevel(null);
    }

    @Test
    void tellsWhatHappenedAndNothingSecret() {
        String token = house.token("alice", Environment.LIVE);
        String order = house.limit(token, Side.BUY, House.SAMSUNG, 3, 69_000);
        house.cancel(token, House.SAMSUNG, order, "0");
        house.account(token, "ka00001", "{}");
        house.post("/oauth2/token", House.tokenBody(House.key("alice", Environment.LIVE), "wrongsecret")).handledBy(house.gateway);
        house.request(token + "x", token, "/api/dostk/acnt", token).handledBy(house.gateway);
        house.request(token, "ka10001", "/api/dostk/" + token, "{").handledBy(house.gateway);
        new MemoryExchange("GET", "/" + token, "").handledBy(Router.builder().build());
        List<String> messages = lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(messages.stream().anyMatch(line -> line.matches("POST /api/dostk/ordr kt10000 200 rc=0 \\d+us")), messages.toString());
        assertTrue(messages.stream().anyMatch(line -> line.matches("POST /oauth2/token au10001 200 rc=3 \\d+us")), messages.toString());
        assertTrue(messages.stream().anyMatch(line -> line.matches("POST \\(unknown\\) - 200 rc=1 \\d+us")), messages.toString());
        String all = String.join("\n", messages);
        for (String secret : List.of(token, House.key("alice", Environment.LIVE), House.SECRET, "wrongsecret", Long.toString(House.ALICE_NUMBER), "69000")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    @Test
    void repeatsNoTokenInAnErrorText() {
        String token = house.token("alice", Environment.LIVE);
        String wrongId = house.request("x", token, "/api/dostk/acnt", "{}").handledBy(house.gateway).answer();
        assertFalse(wrongId.contains(token), wrongId);
        assertEquals(0, lines.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN)).count());
    }
}
