package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Both sockets of a real process against clients that do everything wrong, generated from a seed that is printed. Each thing said has one
 * right answer or end, none changes anything (the state hash is the same before and after), and a session that behaves notices nothing.
 * {@code -Dhoga.seed=N} plays another one, {@code -Dhoga.rounds=N} more of them.
 */
final class SocketBadInputTest {
    private static final long SEED = Long.getLong("hoga.seed", 20261120);
    private static final int ROUNDS = Integer.getInteger("hoga.rounds", 3);
    private static final int MESSAGES_A_ROUND = 30;
    private static final int FLOOD = 300;
    private static final int MOST_REGISTRATIONS = 41;
    private static final String SAMSUNG = "005930";
    private static final String KIWOOM_PATH = "/api/dostk/websocket";
    private static final String KIS_PATH = "/tryitout";

    private static ServerProcess server;
    private static Map<String, Object> mallory;
    private static Map<String, Object> victim;

    private final List<String> wrong = new ArrayList<>();
    private int answered;
    private int ended;

    @BeforeAll
    static void startServer() throws IOException {
        server = ServerProcess.start("--limits", "off", "--token-interval", "off", "--clock", "2026-11-20T10:00:00+09:00");
        server.control().post("/clock", Map.of("frozen", true));
        mallory = server.control().post("/accounts", Map.of("name", "mallory")).json();
        victim = server.control().post("/accounts", Map.of("name", "victim")).json();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static String hash() throws IOException {
        return (String) server.stateHash().get("hash");
    }

    /** Says it, judges what comes back. @return whether the session is still there */
    private boolean attempt(String where, BadSession session, SocketAttempt attempt) throws IOException {
        BadSession.Reaction reaction = session.says(attempt.bytes());
        for (String breach : attempt.breaches(reaction.heard(), reaction.end())) {
            wrong.add(where + ", " + attempt.name() + ": " + breach + "\n    heard " + reaction.heard());
        }
        boolean stays = reaction.end().equals(SocketAttempt.STAYS);
        answered += stays ? 1 : 0;
        ended += stays ? 0 : 1;
        return stays;
    }

    private void report(String broker) {
        assertTrue(wrong.isEmpty(), () -> "seed " + SEED + ": " + wrong.size() + " wrong:\n" + String.join("\n", wrong));
        assertTrue(answered > 20 * ROUNDS && ended > 10 * ROUNDS, "too little was tried");
        System.out.printf("%s, seed %d: %d wrong or odd things said on a socket were answered and %d ended it, all as they should%n", broker, SEED,
            answered, ended);
    }

    // -- Kiwoom ----------------------------------------------------------------------------------------------------------

    private static BadSession kiwoom() throws IOException {
        return BadSession.open(server.port(), KIWOOM_PATH, KiwoomSocketMutants::probe);
    }

    private static BadSession kiwoomLoggedIn(String token) throws IOException {
        BadSession session = kiwoom();
        BadSession.Reaction reaction = session.says(WireFrame.text(KiwoomSocketMutants.login('"' + token + '"')));
        assertEquals(SocketAttempt.STAYS, reaction.end());
        assertEquals(0L, ((Map<?, ?>) reaction.heard().getFirst()).get("return_code"));
        return session;
    }

    @Test
    void kiwoomAnswersEveryWrongFrameAndChangesNothing() throws IOException {
        KiwoomClient bot = KiwoomClient.ofAccount(server.wire(), mallory);
        KiwoomClient other = KiwoomClient.ofAccount(server.wire(), victim);
        bot.login();
        other.login();
        String before = hash();
        try (var calm = SocketClient.login(server.port(), other)) {
            calm.registers(List.of(SAMSUNG), "0B", "0D").registers(List.of(""), "00", "04");
            for (int round = 0; round < ROUNDS; round++) {
                var random = new SplittableRandom(SEED + round);
                String where = "round " + round;
                kiwoomBeforeLogin(where, random, List.of("\"no-token\"", "7", "\"" + KisClient.ofAccount(server.wire(), mallory).approval()
                    .field("approval_key") + '"', "\"Bearer " + bot.token() + '"'));
                kiwoomAfterLogin(where, random, bot.token(), other.token());
                calm.registers(List.of(SAMSUNG), "0C");
            }
            try (var session = kiwoomLoggedIn(bot.token())) {
                attempt("flood", session, KiwoomSocketMutants.flood(FLOOD));
                attempt("flood", session, KiwoomSocketMutants.floodOfPings(FLOOD));
            }
            assertEquals(before, hash(), "the state hash");
            trade();
            assertTrue(calm.hear().contains("\"type\":\"0D\""), "the first thing a session hears that behaves");
        }
        report("Kiwoom");
    }

    private void kiwoomBeforeLogin(String where, SplittableRandom random, List<String> badTokens) throws IOException {
        var mutants = new KiwoomSocketMutants(random);
        String harmless = "{\"trnm\":\"REG\"}";
        for (SocketAttempt attempt : new SocketMutants(random, harmless, KiwoomSocketMutants.answerBeforeLogin("REG")).all()) {
            try (var session = kiwoom()) {
                attempt(where + " before the login", session, attempt);
            }
        }
        try (var session = kiwoom()) {
            for (int i = 0; i < MESSAGES_A_ROUND; i++) {
                attempt(where, session, random.nextBoolean() ? mutants.withoutTrnm() : mutants.beforeLogin());
            }
            attempt(where, session, mutants.failedLogin(badTokens));
        }
    }

    private void kiwoomAfterLogin(String where, SplittableRandom random, String token, String tokenOfAnother) throws IOException {
        var mutants = new KiwoomSocketMutants(random);
        try (var session = kiwoomLoggedIn(token)) {
            for (int i = 0; i < MESSAGES_A_ROUND; i++) {
                attempt(where, session, switch (random.nextInt(6)) {
                    case 0 -> mutants.withoutTrnm();
                    case 1 -> mutants.unknownService();
                    case 2 -> mutants.conditionSearch();
                    case 3 -> mutants.tooManyItems();
                    default -> mutants.registration();
                });
            }
            attempt(where, session, SocketAttempt.ended("a login with another key",
                WireFrame.text(KiwoomSocketMutants.login('"' + tokenOfAnother + '"')), SocketAttempt.closed(1000), KiwoomSocketMutants.failed()));
        }
        String harmless = "{\"trnm\":\"nothing\"}";
        for (SocketAttempt attempt : new SocketMutants(random, harmless, KiwoomSocketMutants.error("nothing", "105108", "nothing")).all()) {
            try (var session = kiwoomLoggedIn(token)) {
                attempt(where + " after the login", session, attempt);
            }
        }
    }

    // -- KIS -------------------------------------------------------------------------------------------------------------

    private static BadSession kis() throws IOException {
        return BadSession.open(server.port(), KIS_PATH, KisSocketMutants::probe);
    }

    /** A session that has its app key; the place of one that has just ended may be free a moment later only. */
    private static BadSession kisAdmitted(String approvalKey) throws IOException {
        byte[] registration = WireFrame.text(KisSocketMutants.message(approvalKey, "1", "H0STASP0", SAMSUNG));
        for (int tries = 0; tries < 100; tries++) {
            BadSession session = kis();
            BadSession.Reaction reaction = session.says(registration);
            if (reaction.end().equals(SocketAttempt.STAYS) && reaction.heard().size() == 1) {
                return session;
            }
            session.close();
        }
        throw new IOException("the app key's place is not given back");
    }

    @Test
    void kisAnswersEveryWrongFrameAndChangesNothing() throws IOException {
        KisClient bot = KisClient.ofAccount(server.wire(), mallory);
        KisClient other = KisClient.ofAccount(server.wire(), victim);
        String approval = bot.approval().field("approval_key");
        String approvalOfAnother = other.approval().field("approval_key");
        String before = hash();
        try (var calm = KisSocketClient.open(server.port(), other)) {
            calm.registers("H0STCNT0", SAMSUNG).registers("H0STASP0", SAMSUNG).registers("H0STCNI0", "victim");
            for (int round = 0; round < ROUNDS; round++) {
                var random = new SplittableRandom(SEED + round);
                kisMessages("round " + round, new KisSocketMutants(random, approval), random, approvalOfAnother);
                kisFrames("round " + round, random, approval);
                try (var session = kis()) {
                    attempt("round " + round, session, KisSocketMutants.second(approvalOfAnother));
                }
                calm.registers("H0STCNT0", "000660");
                calm.unregisters("H0STCNT0", "000660");
            }
            try (var session = kisAdmitted(approval)) {
                attempt("flood", session, KisSocketMutants.flood(FLOOD));
                attempt("flood", session, KisSocketMutants.floodOfPings(FLOOD));
            }
            assertEquals(before, hash(), "the state hash");
            trade();
            assertTrue(calm.hear().startsWith("0|H0STASP0|"), "the first thing a session hears that behaves");
        }
        report("KIS");
    }

    private void kisMessages(String where, KisSocketMutants mutants, SplittableRandom random, String approvalOfAnother) throws IOException {
        try (var session = kis()) {
            for (int i = 0; i < MESSAGES_A_ROUND; i++) {
                attempt(where, session, random.nextInt(3) == 0 ? mutants.noJson() : mutants.flawed());
            }
        }
        try (var session = kisAdmitted(mutants.approvalKey())) {
            for (int i = 0; i < MESSAGES_A_ROUND; i++) {
                attempt(where, session, switch (random.nextInt(5)) {
                    case 0 -> mutants.noJson();
                    case 1 -> mutants.flawed();
                    case 2 -> KisSocketMutants.foreign(approvalOfAnother);
                    default -> mutants.refused();
                });
            }
            // One is registered already.
            attempt(where, session, mutants.overAndOver(MOST_REGISTRATIONS - 1));
            attempt(where, session, mutants.wrongHtsId());
        }
    }

    private void kisFrames(String where, SplittableRandom random, String approval) throws IOException {
        String harmless = KisSocketMutants.message("nobody-s", "1", "H0STCNT0", SAMSUNG);
        List<SocketAttempt> attempts = new SocketMutants(random, harmless, KisSocketMutants.answer("OPSP0011", "nobody-s")).all();
        for (SocketAttempt attempt : attempts) {
            boolean admitted = random.nextBoolean();
            try (var session = admitted ? kisAdmitted(approval) : kis()) {
                attempt(where + (admitted ? " with" : " without") + " an app key", session, attempt);
            }
        }
    }

    /** Something at last that those who behave are told of. */
    private static void trade() throws IOException {
        WireAnswer answer = server.control().post("/orders",
            Map.of("code", SAMSUNG, "side", "SELL", "price", server.basePriceWon(SAMSUNG), "quantity", 1));
        assertEquals(200, answer.status(), answer::text);
    }
}
