package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;

/**
 * kt00001: the account's deposit in detail. "Estimated" and "ordinary" differ only by what is not settled yet, and here trades
 * settle at once. Everything is bought with 100 % of its price, so the orderable amount is the same at every margin rate, as it is
 * for a real account that is set to 100 % (rules D5).
 */
final class DepositCall implements TrCall {
    private static final int[] MARGIN_RATES = {20, 30, 40, 50, 60, 100};
    private final Engine engine;

    DepositCall(Engine engine) {
        this.engine = engine;
    }

    private record Deposit(long cashWon, long orderableWon) {
    }

    @Override
    public void run(Call call) {
        if (!AccountHoldings.request(call, "").key().isEmpty()) {
            // There is only one page, so no key to go on with was ever given.
            call.error("1517", "next-key", OrderPages.BAD_KEY);
            return;
        }
        int account = call.accountId();
        call.read(engine, view -> new Deposit(view.cashWon(account), view.orderableCashWon(account)), deposit -> answer(call, deposit));
    }

    private static void answer(Call call, Deposit deposit) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "kt00001", "");
        orderable(answer, "%sstk_ord_alow_amt", deposit.orderableWon);
        answer.amount("entr", deposit.cashWon)
            .amount("profa_ch", deposit.cashWon - deposit.orderableWon)
            .amount("pymn_alow_amt", deposit.orderableWon)
            .amount("ord_alow_amt", deposit.orderableWon)
            // These two were recorded as equal to the deposit and the orderable amount of an account that had cash alone.
            .amount("elwdpst_evlta", deposit.cashWon)
            .amount("bncr_buy_alowa", deposit.orderableWon)
            .amount("d1_entra", deposit.cashWon)
            .amount("d1_pymn_alow_amt", deposit.orderableWon)
            .amount("d2_entra", deposit.cashWon)
            .amount("d2_pymn_alow_amt", deposit.orderableWon);
        call.answer(answer, AccountHoldings.message(call, false));
    }

    /** Sets the orderable amount at each margin rate. @param field the field's name with {@code %s} for the rate */
    static void orderable(ResponseBody answer, String field, long orderableWon) {
        for (int rate : MARGIN_RATES) {
            answer.amount(field.formatted(rate), orderableWon);
        }
    }
}
