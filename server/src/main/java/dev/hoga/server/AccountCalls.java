package dev.hoga.server;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Control calls about accounts. */
final class AccountCalls {
    /** The most accounts of one list. */
    static final int MAX_LISTED = 10_000;

    private AccountCalls() {
    }

    static Map<String, Object> open(Epoch epoch, Fields body) {
        return AccountDesk.describe(epoch.desk().open(AccountPlan.parse(body)));
    }

    static Map<String, Object> renewKeys(Epoch epoch, String accountNumber) {
        return AccountDesk.describe(epoch.desk().renewKeys(accountId(epoch.engine(), accountNumber)));
    }

    static Map<String, Object> moveCash(Engine engine, String accountNumber, Fields body) {
        body.only("currency", "amount", "exchange");
        if (body.has("exchange")) {
            throw ControlError.notBuilt("currency exchange");
        }
        if (!body.requiredText("currency").equals("KRW")) {
            throw ControlError.notBuilt("cash in another currency than KRW");
        }
        long amountWon = body.requiredWhole("amount", -AccountPlan.MAX_AMOUNT_WON, AccountPlan.MAX_AMOUNT_WON);
        int accountId = accountId(engine, accountNumber);
        long cashWon = Answers.ask(reply -> engine.commands().moveCash(accountId, amountWon, reply)).value();
        return Map.of("accountNumber", accountNumber, "cash", Map.of("KRW", cashWon));
    }

    static Map<String, Object> list(Engine engine) {
        return Map.of("accounts", Answers.await(engine.read(AccountCalls::list), Answers.COMMAND_TIMEOUT_MS));
    }

    private static List<Map<String, Object>> list(BrokerageView view) {
        var accounts = new ArrayList<Map<String, Object>>();
        int end = Math.min(view.accountCount(), view.firstClientAccount() + MAX_LISTED);
        for (int id = view.firstClientAccount(); id < end; id++) {
            if (view.accountOwner(id) != id) {
                continue;
            }
            var account = new LinkedHashMap<String, Object>();
            account.put("accountNumber", Long.toString(view.accountNumber(id)));
            account.put("name", view.accountName(id));
            account.put("htsId", view.htsId(id));
            account.put("cash", Map.of("KRW", view.cashWon(id)));
            account.put("deposits", List.of(view.settledCashWon(id), view.nextDayCashWon(id), view.cashWon(id)));
            account.put("margin", view.mayUseMargin(id));
            account.put("credit", view.mayUseCredit(id));
            account.put("loans", view.loansWon(id));
            account.put("unpaid", view.unpaidWon(id));
            account.put("holdings", holdings(view, id));
            account.put("feeRatePpb", view.feeRatePpb(id));
            if (view.goldAccount(id) >= 0) {
                account.put("gold", GoldCalls.describe(view, view.goldAccount(id)));
            }
            accounts.add(account);
        }
        return accounts;
    }

    static List<Map<String, Object>> holdings(BrokerageView view, int accountId) {
        var holdings = new ArrayList<Map<String, Object>>();
        for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.heldShares(slot) > 0) {
                var holding = new LinkedHashMap<String, Object>();
                holding.put("code", Code.text(view.code(view.holdingInstrument(slot))));
                holding.put("quantity", view.heldShares(slot));
                holding.put("purchaseAmount", view.purchaseAmountWon(slot));
                holdings.add(holding);
            }
        }
        return holdings;
    }

    static int accountId(Engine engine, String accountNumber) {
        long number;
        try {
            number = Long.parseLong(accountNumber);
        } catch (NumberFormatException e) {
            throw ControlError.notFound("there is no account " + accountNumber);
        }
        int id = Answers.await(engine.read(view -> view.accountId(number)), Answers.COMMAND_TIMEOUT_MS);
        // The house's own accounts have ids, too, but are nobody's.
        if (id < 0 || id < Answers.await(engine.read(BrokerageView::firstClientAccount), Answers.COMMAND_TIMEOUT_MS)) {
            throw ControlError.notFound("there is no account " + accountNumber + "; GET /control/accounts lists them");
        }
        return id;
    }
}
