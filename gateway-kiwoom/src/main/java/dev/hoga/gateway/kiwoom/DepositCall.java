package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DayTrades;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.Rates;

/**
 * kt00001: the account's deposit in detail, on the trading date, the next one and the one after. For an account without margin the
 * orderable amount is the same at every margin rate, as it is for a real account that is set to 100 % (rules D5).
 *
 * <p>Doubt: how "estimated" and "ordinary" differ; here they do not.
 */
final class DepositCall implements TrCall {
    private static final int[] MARGIN_RATES = {20, 30, 40, 50, 60, 100};
    private final Engine engine;
    private final OrderWalk walk;

    DepositCall(Engine engine) {
        this.engine = engine;
        walk = new OrderWalk(engine);
    }

    @Override
    public void run(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        int account = call.accountId();
        var today = new DayTrades(account);
        walk.walk(call, today, () -> call.read(engine, view -> DepositFacts.read(view, account), deposit -> answer(call, deposit, today)));
    }

    private static void answer(Call call, DepositFacts deposit, DayTrades today) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "kt00001", "");
        long orderableWon = Math.max(0, deposit.orderableWon());
        orderable(answer, "%sstk_ord_alow_amt", deposit);
        answer.amount("entr", deposit.depositWon())
            .amount("profa_ch", deposit.marginWon(today))
            .amount("pymn_alow_amt", deposit.withdrawableWon())
            .amount("ord_alow_amt", orderableWon)
            // These two were recorded as equal to the deposit and the orderable amount of an account that had cash alone.
            .amount("elwdpst_evlta", deposit.depositWon())
            .amount("bncr_buy_alowa", orderableWon)
            .amount("d1_entra", deposit.nextDayWon())
            .amount("d1_pymn_alow_amt", Math.max(0, Math.min(deposit.nextDayWon(), orderableWon)))
            .amount("d2_entra", deposit.lastWon())
            .amount("d2_pymn_alow_amt", Math.max(0, Math.min(deposit.lastWon(), orderableWon)))
            .amount("ch_uncla", deposit.unpaidWon())
            .amount("ch_uncla_dlfe", deposit.lateFeeWon())
            .amount("ch_uncla_tot", deposit.unpaidWon() + deposit.lateFeeWon())
            .amount("d1_out_rep_mor", Math.max(0, -deposit.nextDayWon()))
            .amount("d2_out_rep_mor", Math.max(0, -deposit.lastWon()))
            .amount("nrpy_loan", deposit.loansWon())
            .amount("loan_sum", deposit.loansWon())
            .decimal("crd_grnt_rt", deposit.collateralHundredths(), Rates.DECIMALS)
            .amount("repl_amt", deposit.substituteWon())
            .amount("remn_repl_evlta", deposit.substituteWon())
            .amount("trst_remn_repl_evlta", deposit.substituteWon());
        settlement(answer, "d1", deposit.paidBeforeWon(), deposit.receivedBeforeWon());
        settlement(answer, "d2", deposit.paidWon(today), deposit.receivedWon(today));
        call.answer(answer, AccountHoldings.message(call, false));
    }

    /** What is paid and what comes in on a date, and both netted. */
    private static void settlement(ResponseBody answer, String date, long paidWon, long receivedWon) {
        answer.amount(date + "_buy_exct_amt", paidWon)
            .amount(date + "_sel_exct_amt", receivedWon)
            .amount(date + "_slby_exct_amt", receivedWon - paidWon);
    }

    /** Sets the orderable amount at each margin rate. @param field the field's name with {@code %s} for the rate */
    static void orderable(ResponseBody answer, String field, DepositFacts deposit) {
        for (int rate : MARGIN_RATES) {
            answer.amount(field.formatted(rate), deposit.orderableWon(rate));
        }
    }
}
