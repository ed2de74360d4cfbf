package dev.hoga.server;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.CoreCommands;
import dev.hoga.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;

/** The control call about gold accounts: won in and out, bars out. */
final class GoldCalls {

    private GoldCalls() {
    }

    /** {@code {"withdrawGrams": 100}}, with {@code "code"} where both kinds of bars would do; or {@code {"cash": ±won}}. */
    static Map<String, Object> change(Engine engine, String accountNumber, Fields body) {
        body.only("withdrawGrams", "code", "cash");
        int goldId = goldId(engine, accountNumber);
        if (body.has("cash")) {
            body.only("cash");
            long amountWon = body.requiredWhole("cash", -AccountPlan.MAX_AMOUNT_WON, AccountPlan.MAX_AMOUNT_WON);
            Answers.ask(reply -> engine.commands().moveCash(goldId, amountWon, reply)).value();
        } else {
            long grams = body.requiredWhole("withdrawGrams", 1, CoreCommands.MAX_ORDER_SHARES);
            long code = body.has("code") ? AccountPlan.code(body, "code") : bars(engine, goldId, grams);
            Answers.ask(reply -> engine.commands().withdrawGold(goldId, code, grams, reply)).value();
        }
        return Answers.await(engine.read(view -> {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("accountNumber", accountNumber);
            answer.putAll(describe(view, goldId));
            return answer;
        }), Answers.COMMAND_TIMEOUT_MS);
    }

    /** What the gold account of an account holds. */
    static Map<String, Object> describe(BrokerageView view, int goldId) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("cash", Map.of("KRW", view.cashWon(goldId)));
        answer.put("holdings", AccountCalls.holdings(view, goldId));
        answer.put("feeRatePpb", view.feeRatePpb(goldId));
        return answer;
    }

    private static int goldId(Engine engine, String accountNumber) {
        int accountId = AccountCalls.accountId(engine, accountNumber);
        int goldId = Answers.await(engine.read(view -> view.goldAccount(accountId)), Answers.COMMAND_TIMEOUT_MS);
        if (goldId < 0) {
            throw new ControlError(409, "no_gold_account", "account " + accountNumber
                + " has no gold account; open one with \"gold\": true");
        }
        return goldId;
    }

    /** The heaviest bars that make so many grams, of those held where there are enough. */
    private static long bars(Engine engine, int goldId, long grams) {
        return Answers.await(engine.read(view -> {
            long code = 0;
            long best = -1;
            for (int id = 0; id < view.instrumentCount(); id++) {
                InstrumentKind kind = view.instrumentKind(id);
                if (kind.gold() && grams % kind.barGrams() == 0) {
                    int holding = view.holding(goldId, id);
                    boolean enough = holding >= 0 && view.sellableShares(holding) >= grams;
                    long rank = kind.barGrams() + (enough ? CoreCommands.MAX_ORDER_SHARES : 0);
                    code = rank > best ? view.code(id) : code;
                    best = Math.max(best, rank);
                }
            }
            return code;
        }), Answers.COMMAND_TIMEOUT_MS);
    }
}
