package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import java.util.Optional;

/**
 * inquire-psbl-order: how much can be bought. Orders without a price are reckoned at the upper limit, as they are bound. With no
 * stock named there is no quantity. Receivables do not exist, so the amounts with and without them are the same.
 */
final class BuyingPowerCall implements TrCall {
    private final Engine engine;

    BuyingPowerCall(Engine engine) {
        this.engine = engine;
    }

    /** @param amountWon what can be spent on shares when the commission is left over */
    private record Power(long cashWon, long amountWon, long priceWon, long qtyShares) {
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

    private static Optional<Power> read(BrokerageView view, int accountId, String code, boolean priced, long askedWon) {
        long cashWon = view.orderableCashWon(accountId);
        long amountWon = Math.max(0, cashWon - view.commissionWon(accountId, cashWon));
        if (code.isEmpty()) {
            return Optional.of(new Power(cashWon, amountWon, askedWon, 0));
        }
        int instrument = view.instrumentId(Code.pack(code));
        if (instrument < 0) {
            return Optional.empty();
        }
        long priceWon = priced ? askedWon : view.upperLimitWon(instrument);
        long qtyShares = priceWon == 0 ? 0 : view.affordableShares(accountId, priceWon);
        return Optional.of(new Power(cashWon, amountWon, priceWon, qtyShares));
    }

    private static void answer(Call call, Power power) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer.object("output"), call, "output")
            .number("ord_psbl_cash", power.cashWon)
            .number("psbl_qty_calc_unpr", power.priceWon)
            .number("nrcvb_buy_amt", power.amountWon)
            .number("nrcvb_buy_qty", power.qtyShares)
            .number("max_buy_amt", power.amountWon)
            .number("max_buy_qty", power.qtyShares);
        call.answer(answer, QueryMessages.done(call));
    }
}
