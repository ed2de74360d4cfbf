package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys and the life of their tokens, in host time. Source: DESIGN sections 3 and 5. */
class TokenTest {
    private final FullEventLog said = new FullEventLog();
    private final Brokerage core = new Brokerage(said);

    @BeforeEach
    void registerTwoKeys() {
        core.openAccount(0, 1, 5_000_000_101L, "name", "hts", 0);
        core.registerKey(0, 2, AccountTable.FIRST_CLIENT, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        core.registerKey(0, 3, AccountTable.FIRST_CLIENT, Broker.KIS, Environment.MOCK, "key", "digest");
        said.take();
    }

    @Test
    void registersAKeyOncePerBroker() {
        core.registerKey(0, 4, AccountTable.FIRST_CLIENT, Broker.KIS, Environment.LIVE, "key", "other");
        core.registerKey(0, 5, AccountTable.FIRST_CLIENT + 1, Broker.KIS, Environment.LIVE, "new", "other");
        core.registerKey(0, 6, HouseAccount.SCRIPTED_TRADER.id(), Broker.KIS, Environment.LIVE, "new", "other");
        core.registerKey(0, 7, AccountTable.FIRST_CLIENT, Broker.KIS, Environment.LIVE, "", "other");
        assertEquals(List.of("rejected 4 ALREADY_EXISTS 0", "rejected 5 UNKNOWN_ACCOUNT 0", "rejected 6 UNKNOWN_ACCOUNT 0",
            "rejected 7 OUT_OF_RANGE 0"), said.take());
        assertEquals(0, core.view().keyId(Broker.KIWOOM, "key"));
        assertEquals(1, core.view().keyId(Broker.KIS, "key"));
        assertEquals(Environment.MOCK, core.view().keyEnvironment(1));
    }

    @Test
    void retiresTheKeyThatAnAccountHadInItsPlace() {
        core.issueToken(1_000, 1, 0, 600, 200);
        core.registerKey(1_001, 2, AccountTable.FIRST_CLIENT, Broker.KIWOOM, Environment.MOCK, "mock", "digest");
        core.registerKey(1_001, 3, AccountTable.FIRST_CLIENT, Broker.KIWOOM, Environment.LIVE, "newer", "digest");
        core.issueToken(1_002, 4, 0, 600, 200);
        core.revokeToken(1_003, 5, 0);
        core.issueToken(1_004, 6, 3, 600, 200);
        core.registerKey(1_005, 7, AccountTable.FIRST_CLIENT, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        assertEquals(List.of("token 0 1 1000 1600", "accepted 1 1", "accepted 2 2", "retired 0", "accepted 3 3", "rejected 4 UNKNOWN_KEY 0",
            "rejected 5 UNKNOWN_KEY 0", "token 3 1 1004 1604", "accepted 6 1", "rejected 7 ALREADY_EXISTS 0"), said.take());
        BrokerageView restored = new Brokerage(said, ListState.of(core)).view();
        for (BrokerageView view : List.of(core.view(), restored)) {
            assertEquals(List.of(true, false, false, false), IntStream.range(0, 4).mapToObj(view::keyRetired).toList());
            assertEquals(0, view.tokenExpiresAtMs(0));
        }
    }

    @Test
    void answersALivingTokenAgainOnlyWhileItIsYoung() {
        core.issueToken(1_000, 1, 0, 600, 200);
        core.issueToken(1_199, 2, 0, 600, 200);
        core.issueToken(1_200, 3, 0, 600, 200);
        assertEquals(List.of("token 0 1 1000 1600", "accepted 1 1", "token 0 1 1000 1600", "accepted 2 1",
            "token 0 2 1200 1800", "accepted 3 2"), said.take());
    }

    @Test
    void issuesANewTokenWhenTheOldOneIsDead() {
        core.issueToken(1_000, 1, 0, 100, 10_000);
        core.issueToken(1_100, 2, 0, 100, 10_000);
        core.revokeToken(1_150, 3, 0);
        core.issueToken(1_151, 4, 0, 100, 10_000);
        assertEquals(List.of("token 0 1 1000 1100", "accepted 1 1", "token 0 2 1100 1200", "accepted 2 2", "revoked 0 2",
            "accepted 3 2", "token 0 3 1151 1251", "accepted 4 3"), said.take());
    }

    @Test
    void revokesAllThatAreAliveAndCountsThem() {
        core.issueToken(1_000, 1, 0, 100, 0);
        core.issueToken(1_050, 2, 1, 100, 0);
        said.take();
        core.revokeAllTokens(1_100, 3);
        core.revokeAllTokens(1_100, 4);
        assertEquals(List.of("revoked 1 1", "accepted 3 1", "accepted 4 0"), said.take());
        assertEquals(0, core.view().tokenExpiresAtMs(1));
    }

    @Test
    void refusesUnknownKeysBeforeTimesOutOfRange() {
        core.issueToken(0, 1, 2, 0, -1);
        core.issueToken(0, 2, -1, 1, 1);
        core.issueToken(0, 3, 0, 0, 0);
        core.issueToken(0, 4, 0, 90 * TradingCalendar.DAY_MS + 1, 0);
        core.issueToken(0, 5, 0, 1, -1);
        core.revokeToken(0, 6, 2);
        assertEquals(List.of("rejected 1 UNKNOWN_KEY 0", "rejected 2 UNKNOWN_KEY 0", "rejected 3 OUT_OF_RANGE 0",
            "rejected 4 OUT_OF_RANGE 0", "rejected 5 OUT_OF_RANGE 0", "rejected 6 UNKNOWN_KEY 0"), said.take());
    }
}
