package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;

/**
 * kt50020, what a gold account holds and is worth, and kt50021, its deposit. Trades are settled at once, so the deposit is what
 * there is. An account holds so few kinds of gold that the first page is all.
 */
final class GoldBalanceCalls {
    private static final int RATE_DECIMALS = 4;

    private final Engine engine;

    GoldBalanceCalls(Engine engine) {
        this.engine = engine;
    }

    /**
     * A holding. Its costs are those of having bought it at once and of selling it at the last price, with the tax on both: so the
     * numbers of the document's example are right to the won.
     *
     * @param saleCostsWon commission of the sale alone, with its tax
     */
    private record Holding(String code, String name, long grams, long purchaseWon, long lastWon, long commissionWon, long taxWon,
        long saleCostsWon, long boughtGrams, long soldGrams, long sellableGrams) {

        static Holding read(BrokerageView view, int account, int slot) {
            int id = view.holdingInstrument(slot);
            long grams = view.heldShares(slot);
            long saleWon = view.commissionWon(account, Math.multiplyExact(grams, view.lastPriceWon(id)));
            long commissionWon = view.commissionWon(account, view.purchaseAmountWon(slot)) + saleWon;
            return new Holding(GoldCode.spelled(Code.text(view.code(id))), view.instrumentName(id), grams, view.purchaseAmountWon(slot),
                view.lastPriceWon(id), commissionWon, view.addedTaxWon(account, commissionWon),
                saleWon + view.addedTaxWon(account, saleWon), view.boughtTodayShares(slot), view.soldTodayShares(slot),
                view.sellableShares(slot));
        }

        long worthWon() {
            return grams * lastWon;
        }

        long costsWon() {
            return commissionWon + taxWon;
        }

        long netWon() {
            return worthWon() - costsWon();
        }

        void fill(ResponseBody out) {
            out.text("stk_cd", code)
                .text("stk_nm", name)
                .amount("real_qty", grams)
                .amount("avg_prc", purchaseWon / grams)
                .amount("cur_prc", lastWon)
                .amount("est_amt", netWon())
                .amount("est_lspft", netWon() - purchaseWon)
                .decimal("est_ratio", Rates.percent(netWon() - purchaseWon, purchaseWon, RATE_DECIMALS), RATE_DECIMALS)
                .amount("cmsn", commissionWon)
                .amount("vlad_tax", taxWon)
                .amount("book_amt2", purchaseWon)
                .decimal("pl_prch_prc", Rates.quotient(purchaseWon + costsWon(), grams, Rates.DECIMALS), Rates.DECIMALS)
                .amount("qty", grams)
                .amount("buy_qty", boughtGrams)
                .amount("sell_qty", soldGrams)
                .amount("able_qty", sellableGrams);
        }
    }

    private record Account(long cashWon, long withdrawableWon, long orderableWon, List<Holding> holdings) {

        static Account read(BrokerageView view, int account) {
            var holdings = new ArrayList<Holding>();
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                if (view.heldShares(slot) > 0) {
                    holdings.add(Holding.read(view, account, slot));
                }
            }
            return new Account(view.cashWon(account), view.withdrawableWon(account), view.orderableCashWon(account), holdings);
        }
    }

    /** kt50020. */
    void holdings(Call call) {
        if (GoldAccount.isMissing(call) || OrderPages.refusesKey(call)) {
            return;
        }
        int id = GoldAccount.id(call);
        call.read(engine, view -> Account.read(view, id), account -> {
            List<Holding> holdings = account.holdings;
            long worthWon = holdings.stream().mapToLong(Holding::worthWon).sum();
            ResponseBody answer = call.newAnswer()
                .amount("tot_entr", account.cashWon)
                .amount("net_entr", account.cashWon)
                .amount("tot_est_amt", holdings.stream().mapToLong(Holding::netWon).sum())
                .amount("net_amt", account.cashWon + worthWon)
                .amount("tot_book_amt2", holdings.stream().mapToLong(Holding::purchaseWon).sum())
                .amount("tot_dep_amt", account.cashWon + worthWon - holdings.stream().mapToLong(Holding::saleCostsWon).sum())
                .amount("paym_alowa", account.withdrawableWon);
            DeclaredConstants.fill(answer, "kt50020", "");
            holdings.forEach(holding -> holding.fill(answer.row("gold_acnt_evlt_prst")));
            call.answer(answer, GoldAccount.MESSAGE);
        });
    }

    /** kt50021. */
    void deposit(Call call) {
        if (GoldAccount.isMissing(call)) {
            return;
        }
        int id = GoldAccount.id(call);
        call.read(engine, view -> Account.read(view, id), account -> {
            ResponseBody answer = call.newAnswer();
            DeclaredConstants.fill(answer, "kt50021", "");
            answer.amount("entra", account.cashWon)
                .amount("profa_ch", account.cashWon - account.orderableWon)
                .amount("prsm_entra", account.cashWon)
                .amount("prsm_pymn_alow_amt", account.withdrawableWon)
                .amount("pymn_alow_amt", account.withdrawableWon)
                .amount("ord_alow_amt", account.orderableWon);
            call.answer(answer, GoldAccount.MESSAGE);
        });
    }
}
