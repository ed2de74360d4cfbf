package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CreditGrade;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DepositFacts;
import java.util.Optional;

/**
 * inquire-psbl-order: how much can be bought, without owing anything at settlement and, for an account on margin, with. Orders
 * without a price are reckoned at the upper limit, as they are bound, and at the stock's margin rate; a limit order's rate is
 * ignored here (the broker's own note). With no stock named there is no quantity. And inquire-credit-psamount, the same with a
 * loan: what is not the stock's guarantee need not be there, and nothing at all can be bought where nothing is lent.
 */
final class BuyingPowerCall implements TrCall {
    private static final int ALL_PERCENT = 100;

    private final Engine engine;
    private final boolean credit;

    private BuyingPowerCall(Engine engine, boolean credit) {
        this.engine = engine;
        this.credit = credit;
    }

    static BuyingPowerCall ofCash(Engine engine) {
        return new BuyingPowerCall(engine, false);
    }

    static BuyingPowerCall onCredit(Engine engine) {
        return new BuyingPowerCall(engine, true);
    }

    /**
     * @param amountWon what can be spent on shares when the commission is left over
     * @param mostWon the same with what may be owed at settlement
     */
    private record Power(long cashWon, long reusableWon, long amountWon, long mostWon, long priceWon, long qtyShares, long mostShares) {
    }

    @Override
    public void run(Call call) {
        String code = call.text("PDNO");
        // A division that is not traded, or none, is reckoned at its price.
        boolean priced = OrderDivision.ofCode(call.text("ORD_DVSN")).map(division -> division.orderType().priced()).orElse(true);
        long priceWon = call.number("ORD_UNPR");
        call.read(engine, view -> read(view, call.accountId(), code, priced, priceWon), found -> found.ifPresentOrElse(
            power -> answer(call, power), () -> call.error("APBK0656")));
    }

    private Optional<Power> read(BrokerageView view, int accountId, String code, boolean priced, long askedWon) {
        var deposit = DepositFacts.read(view, accountId);
        long cashWon = Math.max(0, deposit.orderableWon());
        long amountWon = Math.max(0, cashWon - view.commissionWon(accountId, cashWon));
        if (code.isEmpty()) {
            return Optional.of(new Power(cashWon, reusableWon(deposit, cashWon), amountWon, amountWon, askedWon, 0, 0));
        }
        int instrument = view.instrumentId(Code.pack(code));
        if (instrument < 0) {
            return Optional.empty();
        }
        long priceWon = priced ? askedWon : view.upperLimitWon(instrument);
        if (credit) {
            return Optional.of(withLoan(view, accountId, view.creditGrade(instrument), new Power(cashWon, reusableWon(deposit, cashWon),
                amountWon, amountWon, priceWon, 0, 0)));
        }
        int marginPercent = priced ? ALL_PERCENT : view.marginPercent(accountId, instrument);
        long qtyShares = priceWon == 0 ? 0 : view.affordableShares(accountId, ALL_PERCENT, priceWon);
        long mostShares = priceWon == 0 ? 0 : view.affordableShares(accountId, marginPercent, priceWon);
        return Optional.of(new Power(cashWon, reusableWon(deposit, cashWon), amountWon,
            Math.multiplyExact(amountWon, ALL_PERCENT) / marginPercent, priceWon, qtyShares, mostShares));
    }

    private static Power withLoan(BrokerageView view, int accountId, CreditGrade grade, Power cash) {
        boolean lends = view.mayUseCredit(accountId) && view.frozenUntil(accountId) == 0 && grade != CreditGrade.NONE;
        int percent = lends ? grade.guaranteePercent() : ALL_PERCENT;
        long mostWon = lends ? Math.multiplyExact(cash.amountWon, ALL_PERCENT) / percent : 0;
        long mostShares = lends && cash.priceWon > 0 ? view.affordableShares(accountId, percent, cash.priceWon) : 0;
        return new Power(cash.cashWon, cash.reusableWon, mostWon, mostWon, cash.priceWon, mostShares, mostShares);
    }

    /** What of the orderable cash is not there yet, because it is the proceeds of sales. */
    private static long reusableWon(DepositFacts deposit, long cashWon) {
        return Math.max(0, Math.min(cashWon, deposit.lastWon()) - Math.min(deposit.settledWon(), deposit.nextDayWon()));
    }

    private static void answer(Call call, Power power) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer.object("output"), call, "output")
            .number("ord_psbl_cash", power.cashWon)
            .number("psbl_qty_calc_unpr", power.priceWon)
            .number("nrcvb_buy_amt", power.amountWon)
            .number("nrcvb_buy_qty", power.qtyShares)
            .number("max_buy_amt", power.mostWon)
            .number("max_buy_qty", power.mostShares)
            .number("ruse_psbl_amt", power.reusableWon);
        call.answer(answer, QueryMessages.done(call));
    }
}
