package dev.hoga.server;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.Reject;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.gateway.Members;
import dev.hoga.server.AccountPlan.AppKey;
import dev.hoga.server.AccountPlan.Holding;
import dev.hoga.server.Answers.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Opens accounts: each is a handful of commands, sent one after the other. Secrets leave this class only in the answer that
 * opens the account; the log gets their digests.
 */
final class AccountDesk {
    /** The first account number the house gives. */
    static final long FIRST_ACCOUNT_NUMBER = 5_000_000_101L;
    /** How many numbers that clients brought along are stepped over before giving up. */
    private static final int MAX_NUMBER_TRIES = 1_000;

    private final Engine engine;
    private final CommandPort commands;
    private final Function<String, String> secretDigest;
    private final KeyMaker keyMaker;

    AccountDesk(Engine engine, Function<String, String> secretDigest, KeyMaker keyMaker) {
        this.engine = engine;
        this.commands = engine.commands();
        this.secretDigest = secretDigest;
        this.keyMaker = keyMaker;
    }

    /** Makes the keys that clients do not bring. */
    interface KeyMaker {
        AppKey make(Broker broker, Environment environment);
    }

    /** An account as it was opened, its keys in clear. */
    record Opened(long accountNumber, String htsId, List<AppKey> keys) {
    }

    /** The answer that tells an account's secrets, once. */
    static Map<String, Object> describe(Opened opened) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("accountNumber", Long.toString(opened.accountNumber()));
        answer.put("htsId", opened.htsId());
        for (Broker broker : Broker.values()) {
            var environments = new LinkedHashMap<String, Object>();
            opened.keys().stream().filter(key -> key.broker() == broker).forEach(key -> {
                var pair = new LinkedHashMap<String, Object>();
                pair.put("appkey", key.key());
                pair.put(AccountPlan.secretName(broker), key.secret());
                environments.put(AccountPlan.wireName(key.environment()), pair);
            });
            answer.put(AccountPlan.wireName(broker), environments);
        }
        return answer;
    }

    /** What a whole plan with a number will be once it is opened. */
    Opened opened(AccountPlan plan) {
        long number = plan.accountNumber().orElseThrow();
        return new Opened(number, htsId(plan, number), plan.keys());
    }

    /** Opens an account. @throws ControlError where a part of it cannot be, before anything is done */
    Opened open(AccountPlan plan) {
        AccountPlan whole = withKeys(plan);
        Answers.await(engine.read(view -> obstacle(view, whole)), Answers.COMMAND_TIMEOUT_MS).ifPresent(obstacle -> {
            throw obstacle;
        });
        long number = plan.accountNumber().orElseGet(() -> Answers.await(engine.read(
            AccountDesk::nextNumber), Answers.COMMAND_TIMEOUT_MS));
        for (int tries = 0; tries < MAX_NUMBER_TRIES; tries++) {
            long candidate = number + tries;
            String htsId = htsId(whole, candidate);
            var answer = Answers.ask(reply -> commands.openAccount(candidate, whole.name(), htsId, whole.feeRatePpb(), reply));
            boolean taken = answer instanceof Refused(Reject reject, long detail) && reject == Reject.ALREADY_EXISTS;
            if (!taken || plan.accountNumber().isPresent()) {
                int accountId = (int) answer.value();
                furnish(accountId, whole);
                return new Opened(candidate, htsId, whole.keys());
            }
        }
        throw new ControlError(409, "already_exists", "no free account number was found; name one");
    }

    /** Numbers follow each other; gold accounts have none of these. */
    private static long nextNumber(BrokerageView view) {
        long number = FIRST_ACCOUNT_NUMBER;
        for (int id = view.firstClientAccount(); id < view.accountCount(); id++) {
            number += view.accountOwner(id) == id ? 1 : 0;
        }
        return number;
    }

    private static Optional<ControlError> obstacle(BrokerageView view, AccountPlan plan) {
        for (Holding holding : plan.holdings()) {
            int instrument = view.instrumentId(holding.code());
            if (instrument < 0) {
                return Optional.of(ControlError.notFound("there is no instrument " + ControlCode.text(holding.code())));
            }
            if (view.instrumentKind(instrument).gold() && plan.goldCashWon().isEmpty()) {
                return Optional.of(new ControlError(409, "no_gold_account", "gold is held in a gold account: add \"gold\": true"));
            }
        }
        for (AppKey key : plan.keys()) {
            if (view.keyId(key.broker(), key.key()) >= 0) {
                return Optional.of(new ControlError(409, "already_exists", "an app key of this account is in use already"));
            }
        }
        return Optional.empty();
    }

    /** Makes new keys for an account; the old ones are retired, and their tokens with them. */
    Opened renewKeys(int accountId) {
        var plan = AccountPlan.of("", 0);
        List<AppKey> keys = withKeys(plan).keys();
        registerKeys(accountId, keys);
        return Answers.await(engine.read(view -> new Opened(view.accountNumber(accountId), view.htsId(accountId), keys)),
            Answers.COMMAND_TIMEOUT_MS);
    }

    /** The plan with every key that it lacks. */
    AccountPlan withKeys(AccountPlan plan) {
        var keys = new ArrayList<AppKey>();
        for (Broker broker : Broker.values()) {
            for (Environment environment : Environment.values()) {
                keys.add(plan.keys().stream()
                    .filter(key -> key.broker() == broker && key.environment() == environment).findFirst()
                    .orElseGet(() -> keyMaker.make(broker, environment)));
            }
        }
        return plan.withKeys(keys);
    }

    /**
     * Brings an account to what a whole plan says, on a brokerage whose clock has never run: whatever an earlier, cut-off
     * start has done already is left out.
     */
    void ensure(AccountPlan plan) {
        long number = plan.accountNumber().orElseThrow();
        int known = Answers.await(engine.read(view -> view.accountId(number)), Answers.COMMAND_TIMEOUT_MS);
        int accountId = known >= 0 ? known : (int) Answers.ask(reply ->
            commands.openAccount(number, plan.name(), htsId(plan, number), plan.feeRatePpb(), reply)).value();
        furnish(accountId, plan);
    }

    /** The account's gold account, opened and with its won where it is not there yet. */
    private int gold(int accountId, long cashWon) {
        int known = Answers.await(engine.read(view -> view.goldAccount(accountId)), Answers.COMMAND_TIMEOUT_MS);
        int goldId = known >= 0 ? known
            : (int) Answers.ask(reply -> commands.openGoldAccount(accountId, AccountPlan.KIWOOM_GOLD_RATE_PPB, reply)).value();
        boolean empty = Answers.await(engine.read(view -> view.cashWon(goldId) == 0), Answers.COMMAND_TIMEOUT_MS);
        if (cashWon > 0 && empty) {
            Answers.ask(reply -> commands.moveCash(goldId, cashWon, reply)).value();
        }
        return goldId;
    }

    private void deposit(int accountId, Holding holding) {
        boolean there = Answers.await(engine.read(view -> view.holding(accountId, view.instrumentId(holding.code())) >= 0),
            Answers.COMMAND_TIMEOUT_MS);
        if (!there) {
            Answers.ask(reply -> commands.depositShares(accountId, holding.code(), holding.qtyShares(),
                holding.averagePrice(), reply)).value();
        }
    }

    private void furnish(int accountId, AccountPlan plan) {
        var done = Answers.await(engine.read(view -> Furnished.of(view, accountId, plan)), Answers.COMMAND_TIMEOUT_MS);
        plan.cash().forEach((currency, amount) -> {
            if (!done.cash().contains(currency)) {
                Answers.ask(reply -> move(accountId, currency, amount, reply)).value();
            }
        });
        int goldId = plan.goldCashWon().isEmpty() ? -1 : gold(accountId, plan.goldCashWon().get());
        for (Holding holding : plan.holdings()) {
            deposit(Answers.await(engine.read(view -> view.instrumentKind(view.instrumentId(holding.code())).gold()),
                Answers.COMMAND_TIMEOUT_MS) ? goldId : accountId, holding);
        }
        if (plan.margin() || plan.credit()) {
            Answers.ask(reply -> commands.setAccountTerms(accountId, plan.margin(), plan.credit(), reply)).value();
        }
        Answers.ask(reply -> commands.setAccountMember(accountId, Members.ofClients(plan.feeRatePpb() == AccountPlan.KIS_RATE_PPB
            ? Broker.KIS : Broker.KIWOOM), false, reply)).value();
        registerKeys(accountId, plan.keys().stream().filter(key -> !done.appKeys().contains(key.key())).toList());
    }

    private void move(int accountId, Currency currency, long amount, Reply reply) {
        if (currency == Currency.KRW) {
            commands.moveCash(accountId, amount, reply);
        } else {
            commands.moveForeignCash(accountId, currency, amount, reply);
        }
    }

    /** What of a plan is there already. Without trading, an account's cash is either nothing or what the plan gave it. */
    private record Furnished(Set<Currency> cash, List<String> appKeys) {

        static Furnished of(BrokerageView view, int accountId, AccountPlan plan) {
            List<String> appKeys = plan.keys().stream()
                .filter(key -> view.keyId(key.broker(), key.key()) >= 0).map(AppKey::key).toList();
            Set<Currency> cash = Arrays.stream(Currency.values()).filter(currency -> currency == Currency.KRW
                ? view.cashWon(accountId) != 0 : view.foreignCash(accountId, currency) != 0).collect(Collectors.toSet());
            return new Furnished(cash, appKeys);
        }
    }

    private void registerKeys(int accountId, List<AppKey> keys) {
        for (AppKey key : keys) {
            String digest = secretDigest.apply(key.secret());
            Answers.ask(reply -> commands.registerKey(accountId, key.broker(), key.environment(), key.key(), digest, reply)).value();
        }
    }

    private static String htsId(AccountPlan plan, long accountNumber) {
        return plan.htsId().orElseGet(() -> AccountPlan.isHtsId(plan.name()) ? plan.name() : "h" + accountNumber);
    }
}
