package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.PageKeys;
import dev.hoga.history.History;
import dev.hoga.history.Transaction;
import dev.hoga.history.Transaction.Kind;
import dev.hoga.history.TransactionQuery;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * kt50032: what changed a gold account's cash, the newest first. Commission, its tax and what was settled are told once for a
 * day's fills of one kind of gold and one side, at the last of them, as the document says. Dates that are left out are today.
 */
final class GoldHistoryCall implements TrCall {
    private static final String FROM = "strt_dt";
    private static final String TO = "end_dt";
    private static final String LIST = "gold_trde_hist";
    private static final int NUMBER_DIGITS = 9;

    private final Engine engine;
    private final History history;
    private final PageKeys pageKeys;

    GoldHistoryCall(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        this.pageKeys = pageKeys;
    }

    /** What is asked of the core: the day, and of all gold its name and what is held of it now, by the exchange's codes. */
    private record Moment(int tradingDate, long nextHistoryEntry, long accountNumber, long ownersNumber, Map<String, Gold> gold) {

        static Moment read(BrokerageView view, int account) {
            var gold = new HashMap<String, Gold>();
            for (int id = 0; id < view.instrumentCount(); id++) {
                if (view.instrumentKind(id).gold()) {
                    int slot = view.holding(account, id);
                    gold.put(Code.text(view.code(id)), new Gold(view.instrumentName(id), slot < 0 ? 0 : view.heldShares(slot)));
                }
            }
            return new Moment(view.tradingDate(), view.nextHistoryEntry(), view.accountNumber(account),
                view.accountNumber(view.accountOwner(account)), gold);
        }
    }

    private record Gold(String name, long heldGrams) {
    }

    @Override
    public void run(Call call) {
        if (GoldAccount.isMissing(call)) {
            return;
        }
        OptionalInt from = call.text(FROM).isEmpty() ? OptionalInt.empty() : RequestDate.of(call, FROM);
        if (from.isEmpty() && !call.text(FROM).isEmpty()) {
            return;
        }
        OptionalInt to = call.text(TO).isEmpty() ? OptionalInt.empty() : RequestDate.of(call, TO);
        if (to.isEmpty() && !call.text(TO).isEmpty()) {
            return;
        }
        Set<Kind> kinds = kinds(call.text("tp"));
        if (kinds.isEmpty()) {
            call.error("1517", "tp", ViolationKind.UNKNOWN_CODE.reasonKo());
            return;
        }
        int account = GoldAccount.id(call);
        call.read(engine, view -> Moment.read(view, account), moment -> {
            int end = to.orElse(moment.tradingDate);
            String code = call.text("stk_cd").isEmpty() ? "" : GoldCode.bare(call.text("stk_cd"));
            ask(call, moment, new TransactionQuery(moment.accountNumber, from.orElse(end), end, code, kinds));
        });
    }

    private static Set<Kind> kinds(String type) {
        return switch (type) {
            case "", "0" -> EnumSet.allOf(Kind.class);
            case "1" -> EnumSet.of(Kind.CASH_IN, Kind.CASH_OUT);
            case "2" -> EnumSet.of(Kind.GOLD_OUT);
            case "3" -> EnumSet.of(Kind.BUY, Kind.SELL);
            case "4" -> EnumSet.of(Kind.BUY);
            case "5" -> EnumSet.of(Kind.SELL);
            case "6" -> EnumSet.of(Kind.CASH_IN);
            case "7" -> EnumSet.of(Kind.CASH_OUT);
            default -> Set.of();
        };
    }

    private void ask(Call call, Moment moment, TransactionQuery query) {
        int account = GoldAccount.id(call);
        String text = call.apiId() + ' ' + query;
        OptionalLong before = OptionalLong.of(Long.MAX_VALUE);
        if (!call.pageKey().isEmpty()) {
            before = pageKeys.open(account, moment.tradingDate, text, call.pageKey());
        }
        if (before.isEmpty()) {
            call.refusePageKey();
            return;
        }
        var found = history.transactions(query, before.getAsLong(), OrderPages.ROWS_PER_PAGE + 1, moment.nextHistoryEntry);
        call.await(found, transactions -> {
            boolean more = transactions.size() > OrderPages.ROWS_PER_PAGE;
            List<Transaction> page = more ? transactions.subList(0, OrderPages.ROWS_PER_PAGE) : transactions;
            ResponseBody answer = call.newAnswer().text("acnt_print", printed(moment.ownersNumber));
            page.forEach(transaction -> fill(answer.row(LIST), moment, transaction));
            call.answer(answer, GoldAccount.MESSAGE,
                more ? pageKeys.seal(account, moment.tradingDate, text, page.getLast().entry()) : "");
        });
    }

    /** The number in two parts and the product. */
    private static String printed(long accountNumber) {
        String digits = KoreanTime.digits(accountNumber, 10);
        return digits.substring(0, 4) + '-' + digits.substring(4) + "-[금현물]";
    }

    private static void fill(ResponseBody out, Moment moment, Transaction it) {
        Gold gold = moment.gold.getOrDefault(it.code(), new Gold("", 0));
        boolean trade = it.kind() == Kind.BUY || it.kind() == Kind.SELL;
        String date = KoreanTime.date(it.date());
        DeclaredConstants.fill(out, "kt50032", LIST);
        out.text("deal_dt", date)
            .text("deal_no", KoreanTime.digits(it.number(), NUMBER_DIGITS))
            .text("rmrk_nm", word(it.kind()))
            .amount("deal_qty", it.qtyShares())
            .amount("gold_spot_vat", it.taxWon())
            .amount("exct_amt", Math.abs(it.settledWon()))
            .amount("entra_remn", it.last() ? it.cashWon() : 0)
            .text("mdia_nm", trade ? "REST API" : "")
            .text("stk_nm", gold.name)
            .text("uv_exrt", it.priceWon() + ".00")
            .amount("cmsn", it.commissionWon())
            .amount("spot_remn", it.date() == moment.tradingDate ? gold.heldGrams : it.heldShares())
            .text("proc_time", GoldOrderLists.clock(it.atMs()))
            .text("stk_cd", it.code().isEmpty() ? "" : GoldCode.spelled(it.code()))
            .amount("deal_amt", Math.abs(it.amountWon()))
            .text("cntr_dt", trade ? date : "");
    }

    /** 금현물매도 is the document's; the others follow it. */
    private static String word(Kind kind) {
        return switch (kind) {
            case BUY -> "금현물매수";
            case SELL -> "금현물매도";
            case CASH_IN -> "입금";
            case CASH_OUT -> "출금";
            case GOLD_OUT -> "금현물출고";
        };
    }
}
