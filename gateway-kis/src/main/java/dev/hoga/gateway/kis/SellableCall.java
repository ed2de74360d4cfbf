package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.Rates;
import java.util.Optional;

/** inquire-psbl-sell: how much of a stock that is held for cash can be sold. Of one that is not held everything is zero (our reading). */
final class SellableCall implements TrCall {
    private static final int AVERAGE_DECIMALS = 4;

    private final Engine engine;

    SellableCall(Engine engine) {
        this.engine = engine;
    }

    private record Held(String name, long boughtShares, long soldShares, long shares, long sellableShares, long purchaseWon,
        long currentWon) {

        static Held read(BrokerageView view, int accountId, int instrument) {
            int slot = view.holding(accountId, instrument);
            String name = view.instrumentName(instrument);
            long currentWon = view.lastPriceWon(instrument);
            return slot < 0 ? new Held(name, 0, 0, 0, 0, 0, currentWon)
                : new Held(name, view.boughtTodayShares(slot), view.soldTodayShares(slot), view.heldShares(slot),
                    view.sellableShares(slot), view.purchaseAmountWon(slot), currentWon);
        }

        long valueWon() {
            return Math.multiplyExact(currentWon, shares);
        }
    }

    @Override
    public void run(Call call) {
        String code = call.text("PDNO");
        call.read(engine, view -> {
            int instrument = view.instrumentId(Code.pack(code));
            return instrument < 0 ? Optional.<Held>empty() : Optional.of(Held.read(view, call.accountId(), instrument));
        }, found -> found.ifPresentOrElse(held -> answer(call, held), () -> call.error("APBK0656")));
    }

    private static void answer(Call call, Held held) {
        ResponseBody answer = call.newAnswer();
        long profitWon = held.valueWon() - held.purchaseWon;
        DeclaredConstants.fill(answer.object("output"), call, "output")
            .text("pdno", call.text("PDNO"))
            .text("prdt_name", held.name)
            .number("buy_qty", held.boughtShares)
            .number("sll_qty", held.soldShares)
            .number("cblc_qty", held.shares)
            .number("ord_psbl_qty", held.sellableShares)
            .decimal("pchs_avg_pric", Rates.quotient(held.purchaseWon, held.shares, AVERAGE_DECIMALS), AVERAGE_DECIMALS)
            .number("pchs_amt", held.purchaseWon)
            .number("now_pric", held.currentWon)
            .number("evlu_amt", held.valueWon())
            .number("evlu_pfls_amt", profitWon)
            .decimal("evlu_pfls_rt", Rates.hundredths(profitWon, held.purchaseWon), Rates.DECIMALS);
        call.answer(answer, QueryMessages.done(call));
    }
}
