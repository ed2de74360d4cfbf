package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DayTrades;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.OrderWalk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * kt00010: what can be ordered and taken out, and what one trade would come to. Doubts: how money that is said to come in (입출금액) would
 * count, and it does not here; whether the expected price stands in for one that is 0, as it does here; that of a sale the proceeds count
 * into the deposit of D+2, and nothing else.
 */
final class OrderableAmountCall implements TrCall {
    private static final int[] MARGIN_RATES = {20, 30, 40, 50, 60, 100};
    private static final int ALL_PERCENT = 100;
    private static final String BUY = "2";
    private static final List<String> PRICES = List.of("uv", "exp_buy_unp");
    private static final String QUANTITY = "trde_qty";

    private final Engine engine;
    private final OrderWalk walk;

    OrderableAmountCall(Engine engine) {
        this.engine = engine;
        walk = new OrderWalk(engine);
    }

    /** @param shares that can be bought at each rate @param commissionWon of the trade that is asked about */
    private record Power(DepositFacts deposit, long[] shares, long amountWon, long commissionWon, long taxWon) {
    }

    @Override
    public void run(Call call) {
        if (refusesMoreThanAnOrder(call)) {
            return;
        }
        var today = new DayTrades(call.accountId());
        walk.walk(call, today, () -> call.read(engine, view -> read(view, call), found -> found.ifPresentOrElse(
            power -> answer(call, power, today), () -> call.error("1902", call.text("stk_cd")))));
    }

    /** Answers an error where more is asked about than an order could have. @return whether it did */
    private static boolean refusesMoreThanAnOrder(Call call) {
        for (String price : PRICES) {
            if (call.number(price) > CoreCommands.MAX_PRICE_WON) {
                call.error("1517", price, ViolationKind.TOO_LONG.reasonKo());
                return true;
            }
        }
        if (call.number(QUANTITY) > CoreCommands.MAX_ORDER_SHARES) {
            call.error("1517", QUANTITY, ViolationKind.TOO_LONG.reasonKo());
            return true;
        }
        return false;
    }

    private static Optional<Power> read(BrokerageView view, Call call) {
        int id = StockCode.quoted(view, call.text("stk_cd"));
        if (id < 0) {
            return Optional.empty();
        }
        int account = call.accountId();
        long askedWon = Math.max(call.number("uv"), call.number("uv") == 0 ? call.number("exp_buy_unp") : 0);
        long priceWon = askedWon == 0 ? view.upperLimitWon(id) : askedWon;
        boolean onMargin = view.onMargin(account);
        long[] shares = Arrays.stream(MARGIN_RATES)
            .mapToLong(rate -> view.affordableShares(account, onMargin ? rate : ALL_PERCENT, priceWon)).toArray();
        long amountWon = Math.multiplyExact(priceWon, call.number(QUANTITY));
        return Optional.of(new Power(DepositFacts.read(view, account), shares, amountWon, view.commissionWon(account, amountWon),
            view.saleTaxWon(id, amountWon)));
    }

    private static void answer(Call call, Power power, DayTrades today) {
        DepositFacts deposit = power.deposit;
        boolean buys = call.text("trde_tp").equals(BUY);
        long paidWon = buys ? Math.addExact(power.amountWon, power.commissionWon) : 0;
        long receivedWon = buys ? 0 : power.amountWon - power.commissionWon - power.taxWon;
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "kt00010", "");
        DepositCall.orderable(answer, "profa_%sord_alow_amt", deposit);
        for (int rate = 0; rate < MARGIN_RATES.length; rate++) {
            answer.amount("profa_" + MARGIN_RATES[rate] + "ord_alowq", power.shares[rate]);
        }
        answer.amount("pred_reu_alowa", deposit.receivedBeforeWon())
            .amount("tdy_reu_alowa", deposit.receivedWon(today))
            .amount("entr", deposit.depositWon())
            .amount("repl_amt", deposit.substituteWon())
            .amount("uncla", deposit.unpaidWon())
            .amount("ord_alowa", Math.max(0, deposit.orderableWon()))
            .amount("wthd_alowa", deposit.withdrawableWon())
            .amount("nxdy_wthd_alowa", Math.max(0, Math.min(deposit.nextDayWon(), deposit.orderableWon())))
            .amount("pur_amt", buys ? power.amountWon : 0)
            .amount("cmsn", power.commissionWon)
            .amount("pur_exct_amt", paidWon)
            .amount("d2entra", deposit.lastWon() - paidWon + receivedWon);
        call.answer(answer, AccountHoldings.message(call, false));
    }
}
