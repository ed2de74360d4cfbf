package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.engine.Engine;
import java.util.Optional;
import java.util.OptionalLong;

/** Overseas inquire-psamount: how much can be bought with the cash of the stock's currency; nothing is exchanged by itself. */
final class OverseasPowerCall implements TrCall {
    private static final int AMOUNT_DECIMALS = 2;
    private static final String MALFORMED = "IGW00007";

    private final Engine engine;

    OverseasPowerCall(Engine engine) {
        this.engine = engine;
    }

    private record Power(long orderable, long reusable, long amount, long qtyShares, long rate) {
    }

    @Override
    public void run(Call call) {
        Optional<OverseasExchange> exchange = OverseasExchange.ofOrder(call.text("OVRS_EXCG_CD"));
        OptionalLong price = exchange.isEmpty() ? OptionalLong.empty()
            : OverseasAmounts.price(exchange.get().currency(), call.text("OVRS_ORD_UNPR"));
        if (price.isEmpty() || price.getAsLong() == OverseasAmounts.TOO_FINE) {
            call.error(MALFORMED);
            return;
        }
        call.read(engine, view -> read(view, call.accountId(), exchange.get(), call.text("ITEM_CD"), price.getAsLong()),
            found -> found.ifPresentOrElse(power -> answer(call, exchange.get().currency(), power), () -> call.error("APBK0656")));
    }

    private static Optional<Power> read(BrokerageView view, int account, OverseasExchange exchange, String code, long price) {
        if (view.instrumentId(exchange.pack(code)) < 0) {
            return Optional.empty();
        }
        Currency currency = exchange.currency();
        long orderable = view.orderableForeignCash(account, currency);
        long reusable = Math.max(0, Math.min(orderable, view.foreignCash(account, currency) - view.settledForeignCash(account, currency)));
        long amount = Math.max(0, orderable - view.overseasCommission(currency, orderable));
        long shares = price == 0 ? 0 : view.affordableOverseasShares(account, currency, price);
        return Optional.of(new Power(orderable, reusable, amount, shares, view.fxRate(currency)));
    }

    private static void answer(Call call, Currency currency, Power power) {
        ResponseBody answer = call.newAnswer();
        ResponseBody out = DeclaredConstants.fill(answer.object("output"), call, "output").text("tr_crcy_cd", currency.name());
        OverseasAmounts.fill(out, "ord_psbl_frcr_amt", currency, power.orderable, AMOUNT_DECIMALS);
        OverseasAmounts.fill(out, "sll_ruse_psbl_amt", currency, power.reusable, AMOUNT_DECIMALS);
        OverseasAmounts.fill(out, "ovrs_ord_psbl_amt", currency, power.amount, AMOUNT_DECIMALS)
            .number("max_ord_psbl_qty", power.qtyShares)
            .decimal("ord_psbl_qty", power.qtyShares * 10, 1)
            .decimal("exrt", power.rate * 100, 6);
        OverseasAmounts.fill(out, "frcr_ord_psbl_amt1", currency, power.amount, AMOUNT_DECIMALS)
            .number("ovrs_max_ord_psbl_qty", power.qtyShares);
        call.answer(answer, QueryMessages.done(call));
    }
}
