package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.RawSocket;
import dev.hoga.gateway.Router;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What breaks the protocol rather than the message, over a real network. Each ends its own session at most. */
class KisBadInputTest {
    private static final int LONGEST_MESSAGE = 65_536;

    private final House house = new House();
    private final HttpServer server = new HttpServer(HttpServerConfig.loopback(0),
        Router.builder().socket(KisSocket.ROOT_PATH, house.socket).socketPrefix(KisSocket.PATHS, house.socket).build());
    private final String registration = House.registration(house.approval("alice", Environment.LIVE), "H0STCNT0", House.SAMSUNG);

    @AfterEach
    void stop() {
        server.close();
    }

    private RawSocket connect(String path) throws IOException {
        return RawSocket.open(server.port(), path);
    }

    private static void assertRegistered(String answer) {
        assertTrue(answer.contains("\"msg1\":\"SUBSCRIBE SUCCESS\""), answer);
    }

    @Test
    void takesARegistrationInFragments() throws IOException {
        byte[] whole = registration.getBytes(UTF_8);
        try (RawSocket client = connect("/")) {
            client.send(RawSocket.frame(RawSocket.TEXT, false, Arrays.copyOf(whole, 50)));
            client.send(RawSocket.frame(RawSocket.PING, true, new byte[] {7}));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, false, new byte[0]));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, true, Arrays.copyOfRange(whole, 50, whole.length)));
            assertEquals(RawSocket.PONG, client.receive().opcode());
            assertRegistered(client.receiveText());
        }
    }

    @Test
    void closesWhoSendsBinaryData() throws IOException {
        try (RawSocket client = connect("/tryitout")) {
            client.send(RawSocket.frame(RawSocket.BINARY, true, registration.getBytes(UTF_8)));
            assertEquals(1003, client.receiveGoodbye());
        }
    }

    @Test
    void closesWhoSendsNoUtf8() throws IOException {
        try (RawSocket client = connect("/tryitout")) {
            client.send(RawSocket.frame(RawSocket.TEXT, true, new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'}));
            assertEquals(1007, client.receiveGoodbye());
        }
    }

    @Test
    void takesTheLongestMessageAndClosesWhoSendsALongerOne() throws IOException {
        try (RawSocket client = connect("/tryitout/H0STCNT0")) {
            client.text(registration + " ".repeat(LONGEST_MESSAGE - registration.length()));
            assertRegistered(client.receiveText());
            client.text(" ".repeat(LONGEST_MESSAGE + 1));
            assertEquals(1009, client.receiveGoodbye());
        }
    }

    @Test
    void answersAFloodMessageByMessage() throws Exception {
        try (RawSocket flooding = connect("/"); RawSocket other = connect("/")) {
            int messages = 500;
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < messages; i++) {
                        flooding.text(i % 2 == 0 ? "{}" : "[]");
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertRegistered(other.text(registration).receiveText());
            for (int i = 0; i < messages; i++) {
                assertTrue(flooding.receiveText().contains(i % 2 == 0 ? "OPSP9998" : "OPSP9999"));
            }
            sender.join();
        }
    }
}
