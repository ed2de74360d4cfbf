package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.Rates;

/**
 * inquire-account-balance: the account by classes of assets, twenty rows in the document's order, and the totals. There are stocks, and
 * the deposit, which counts as it will be on D+2, as in inquire-balance; the other classes are empty here.
 */
final class AccountAssetsCall implements TrCall {
    private static final int ROWS = 20;
    private static final int STOCKS = 1;
    private static final int DEPOSIT = 18;
    private static final int WEIGHT_DECIMALS = 8;

    private final Engine engine;

    AccountAssetsCall(Engine engine) {
        this.engine = engine;
    }

    private record Assets(DepositFacts deposit, long purchaseWon, long valueWon) {

        /** A walk over the account's holdings, of which it has at most one for each instrument. */
        static Assets read(BrokerageView view, int accountId) {
            long purchaseWon = 0;
            long valueWon = 0;
            for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
                if (view.venue(view.holdingInstrument(slot)).overseas()) {
                    continue;
                }
                for (HoldingRow row : HoldingRow.read(view, accountId, slot, false)) {
                    purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
                    valueWon = Math.addExact(valueWon, row.valueWon());
                }
            }
            return new Assets(DepositFacts.read(view, accountId), purchaseWon, valueWon);
        }

        long allWon() {
            return Math.addExact(valueWon, deposit.lastWon());
        }
    }

    @Override
    public void run(Call call) {
        call.read(engine, view -> Assets.read(view, call.accountId()), assets -> answer(call, assets));
    }

    private static void answer(Call call, Assets assets) {
        DepositFacts deposit = assets.deposit;
        ResponseBody answer = call.newAnswer();
        for (int row = 1; row <= ROWS; row++) {
            switch (row) {
                case STOCKS -> row(answer, assets, assets.purchaseWon, assets.valueWon, deposit.loansWon());
                case DEPOSIT -> row(answer, assets, deposit.lastWon(), deposit.lastWon(), 0);
                case ROWS -> row(answer, assets, Math.addExact(assets.purchaseWon, deposit.lastWon()), assets.allWon(), deposit.loansWon());
                default -> row(answer, assets, 0, 0, 0);
            }
        }
        DeclaredConstants.fill(answer.object("output2"), call, "output2")
            .number("pchs_amt_smtl", assets.purchaseWon)
            .number("nass_tot_amt", assets.allWon() - deposit.loansWon())
            .number("loan_amt_smtl", deposit.loansWon())
            .number("evlu_pfls_amt_smtl", assets.valueWon - assets.purchaseWon)
            .number("evlu_amt_smtl", assets.valueWon)
            .number("tot_asst_amt", assets.allWon())
            .number("tot_lnda_tot_ulst_lnda", deposit.loansWon())
            .number("crdt_fncg_amt", deposit.loansWon())
            .number("tot_dncl_amt", deposit.depositWon())
            .number("dncl_amt", deposit.depositWon())
            .number("tot_sbst_amt", deposit.substituteWon())
            .number("thdt_rcvb_amt", deposit.unpaidWon());
        call.answer(answer, QueryMessages.done(call), Continuation.header(call, ""));
    }

    private static void row(ResponseBody answer, Assets assets, long purchaseWon, long valueWon, long loansWon) {
        answer.row("output1")
            .number("pchs_amt", purchaseWon)
            .number("evlu_amt", valueWon)
            .number("evlu_pfls_amt", valueWon - purchaseWon)
            .number("crdt_lnd_amt", loansWon)
            .number("real_nass_amt", valueWon - loansWon)
            .decimal("whol_weit_rt", Rates.percent(valueWon, assets.allWon(), WEIGHT_DECIMALS), WEIGHT_DECIMALS);
    }
}
