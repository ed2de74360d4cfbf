package dev.hoga.server;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.gateway.Members;
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
        int accountId = accountId(engine, accountNumber);
        if (body.has("exchange")) {
            exchange(engine, accountId, body.object("exchange").orElseThrow().only("from", "to", "amount"));
        } else {
            Currency currency = body.constant(Currency.class, "currency").orElseThrow(() -> body.missing("currency"));
            long amount = body.requiredAmount("amount", currency);
            Answers.ask(reply -> move(engine, accountId, currency, amount, reply)).value();
        }
        return Answers.await(engine.read(view -> Map.of("accountNumber", accountNumber, "cash", cash(view, accountId))),
            Answers.COMMAND_TIMEOUT_MS);
    }

    private static void move(Engine engine, int accountId, Currency currency, long amount, Reply reply) {
        if (currency == Currency.KRW) {
            engine.commands().moveCash(accountId, amount, reply);
        } else {
            engine.commands().moveForeignCash(accountId, currency, amount, reply);
        }
    }

    private static void exchange(Engine engine, int accountId, Fields exchange) {
        Currency from = exchange.constant(Currency.class, "from").orElseThrow(() -> exchange.missing("from"));
        Currency to = exchange.constant(Currency.class, "to").orElseThrow(() -> exchange.missing("to"));
        long amount = exchange.requiredAmount("amount", from);
        Answers.ask(reply -> engine.commands().exchangeCash(accountId, from, to, amount, reply)).value();
    }

    /** Won, and of other currencies those that there are. */
    private static Map<String, Object> cash(BrokerageView view, int accountId) {
        var cash = new LinkedHashMap<String, Object>();
        cash.put(Currency.KRW.name(), view.cashWon(accountId));
        for (Currency currency : Currency.values()) {
            if (view.foreignCash(accountId, currency) != 0) {
                cash.put(currency.name(), Amounts.amount(currency, view.foreignCash(accountId, currency)));
            }
        }
        return cash;
    }

    /** Says through which broker's membership an account trades, and whether its orders are program orders. */
    static Map<String, Object> changeMember(Engine engine, String accountNumber, Fields body) {
        body.only("member", "program");
        Broker broker = switch (body.text("member").orElse("kiwoom")) {
            case "kiwoom" -> Broker.KIWOOM;
            case "kis" -> Broker.KIS;
            default -> throw body.wrong("member", "kiwoom or kis");
        };
        boolean program = body.flag("program").orElse(false);
        int accountId = accountId(engine, accountNumber);
        int member = Members.ofClients(broker);
        Answers.ask(reply -> engine.commands().setAccountMember(accountId, member, program, reply)).value();
        return Map.of("accountNumber", accountNumber, "member", member, "program", program);
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
            account.put("cash", cash(view, id));
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
                long code = view.code(view.holdingInstrument(slot));
                holding.put("code", ControlCode.text(code));
                holding.put("quantity", view.heldShares(slot));
                holding.put("purchaseAmount", ControlCode.amount(code, view.purchaseAmountWon(slot)));
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
