package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AeronEngineTest {
    private static final long ACCOUNT_NUMBER = 8_012_345_611L;

    @TempDir
    Path folder;

    @Test
    void answersCommandsAndShowsTheirEffectToReads() {
        try (var engine = start()) {
            int account = openAccount(engine, ACCOUNT_NUMBER);
            var paid = new Outcome.Promise();
            engine.commands().moveCash(account, 1_000_000, paid);
            assertEquals(Outcome.accepted(1_000_000), paid.await());
            long cashWon = Outcome.await(engine.read(view -> view.cashWon(account)));
            assertEquals(1_000_000, cashWon);
        }
    }

    @Test
    void keepsStateAndPositionOverARestart() {
        StateHash before;
        int account;
        try (var engine = start()) {
            account = openAccount(engine, ACCOUNT_NUMBER);
            before = Outcome.await(engine.stateHash());
            assertTrue(before.position() > 0);
        }
        try (var engine = start()) {
            assertEquals(before, Outcome.await(engine.stateHash()));
            int found = Outcome.await(engine.read(view -> view.accountId(ACCOUNT_NUMBER)));
            assertEquals(account, found);
        }
    }

    private AeronEngine start() {
        return AeronEngine.start(EngineConfig.of(folder).build());
    }

    static int openAccount(Engine engine, long accountNumber) {
        var opened = new Outcome.Promise();
        engine.commands().openAccount(accountNumber, "홍길동", "hong", 150_000, opened);
        Outcome outcome = opened.await();
        assertEquals("accepted", outcome.kind());
        return (int) outcome.value();
    }
}
