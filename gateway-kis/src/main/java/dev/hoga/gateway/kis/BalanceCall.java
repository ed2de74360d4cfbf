package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.AccountDay;
import dev.hoga.gateway.DayTrades;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;
import dev.hoga.history.PastSale;
import java.util.List;
import java.util.Optional;

/**
 * inquire-balance: the account's holdings with their valuation, and the totals over all of them on every page; inquire-balance-rlz-pl:
 * the same with what the trading date's sales have earned. The choices of
 * price basis (closing price of KRX, of NXT) and of lots do not differ here: there is one venue and no credit. The
 * totals count the cash of D+2, when all that was traded is settled (rules D4).
 */
final class BalanceCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 50;
    /** Official. */
    static final int MOCK_ROWS_PER_PAGE = 20;
    /** Each loan in a row of its own. */
    private static final String BY_LOAN_DATE = "01";

    /** The decimals that rates of this width have in inquire-balance. */
    private static final int RATE_DECIMALS = 8;

    /** Made like the other; no example was found. */
    private static final List<String> REALIZED_CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "AFHR_FLPR_YN", "FNCG_AMT_AUTO_RDPT_YN", "INQR_DVSN", "UNPR_DVSN", "FUND_STTL_ICLD_YN",
            "COST_ICLD_YN");

    /** As in the official example. */
    private static final List<String> CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "AFHR_FLPR_YN", "FNCG_AMT_AUTO_RDPT_YN", "INQR_DVSN", "UNPR_DVSN", "FUND_STTL_ICLD_YN");

    private final Engine engine;
    private final boolean realized;
    private final HoldingPager pager;
    private final OrderWalk walk;

    private BalanceCall(Engine engine, PageKeys pageKeys, boolean realized) {
        this.engine = engine;
        this.realized = realized;
        pager = new HoldingPager(pageKeys);
        walk = new OrderWalk(engine);
    }

    static BalanceCall plain(Engine engine, PageKeys pageKeys) {
        return new BalanceCall(engine, pageKeys, false);
    }

    static BalanceCall withRealizedProfit(Engine engine, PageKeys pageKeys) {
        return new BalanceCall(engine, pageKeys, true);
    }

    /** The totals over all holdings, added up while a page is read. */
    private static final class Account {
        private long purchaseWon;
        private long valueWon;
        /** What selling all of it now would cost, and what buying it had. */
        private long costsWon;
        private AccountDay today;
        private DepositFacts deposit;
        private long boughtBeforeWon;
        private long soldBeforeWon;
        private long costsBeforeWon;
        private Optional<Page<HoldingRow>> page = Optional.empty();

        private List<HoldingRow> add(List<HoldingRow> rows) {
            for (HoldingRow row : rows) {
                purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
                valueWon = Math.addExact(valueWon, row.valueWon());
                costsWon += row.costsWon();
            }
            return rows;
        }
    }

    @Override
    public void run(Call call) {
        var trades = new DayTrades(call.accountId());
        var request = new PageRequest(call.tr().id(), Continuation.key(call), call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE);
        walk.walk(call, trades, () -> call.read(engine,
            view -> read(view, call.accountId(), request, call.text("INQR_DVSN").equals(BY_LOAN_DATE)),
            account -> account.page.ifPresentOrElse(page -> answer(call, account, page, trades),
                () -> call.error(Check.PAGE_KEY.code()))));
    }

    private Account read(BrokerageView view, int accountId, PageRequest request, boolean byLoanDate) {
        var account = new Account();
        account.deposit = DepositFacts.read(view, accountId);
        account.today = AccountDay.read(view, accountId);
        account.boughtBeforeWon = view.tradedBeforeWon(accountId, Side.BUY);
        account.soldBeforeWon = view.tradedBeforeWon(accountId, Side.SELL);
        account.costsBeforeWon = view.costsBeforeWon(accountId, Side.BUY) + view.costsBeforeWon(accountId, Side.SELL);
        account.page = pager.read(view, accountId, request, slot -> account.add(HoldingRow.read(view, accountId, slot, byLoanDate)));
        return account;
    }

    private void answer(Call call, Account account, Page<HoldingRow> page, DayTrades trades) {
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, page.nextKey(), Continuation.OLD_SEPARATOR, realized ? REALIZED_CONDITION : CONDITION);
        for (HoldingRow row : page.rows()) {
            ResponseBody out = DeclaredConstants.fill(answer.row("output1"), call, "output1");
            row.fill(out);
            if (!realized) {
                row.fillTerms(out);
            }
        }
        ResponseBody total = DeclaredConstants.fill(answer.row("output2"), call, "output2");
        total(total, account, trades);
        if (realized) {
            profit(total, account, call.text("COST_ICLD_YN").equals("Y"));
        }
        call.answer(answer, QueryMessages.page(call, page.nextKey()), Continuation.header(call, page.nextKey()));
    }

    /** What today's sales have earned, and what selling the rest would. @param net whether all costs are taken off */
    private static void profit(ResponseBody out, Account account, boolean net) {
        long soldCostWon = 0;
        long realizedWon = 0;
        for (PastSale sale : account.today.sales()) {
            soldCostWon = Math.addExact(soldCostWon, sale.costWon());
            realizedWon = Math.addExact(realizedWon, net ? sale.profitWon() : sale.amountWon() - sale.costWon());
        }
        long unrealizedWon = account.valueWon - account.purchaseWon - (net ? account.costsWon : 0);
        out.number("rlzt_pfls", realizedWon)
            .decimal("rlzt_erng_rt", Rates.percent(realizedWon, soldCostWon, RATE_DECIMALS), RATE_DECIMALS)
            .number("real_evlu_pfls", unrealizedWon)
            .decimal("real_evlu_pfls_erng_rt", Rates.percent(unrealizedWon, account.purchaseWon, RATE_DECIMALS), RATE_DECIMALS);
    }

    private static void total(ResponseBody out, Account account, DayTrades trades) {
        long assetsWon = Math.addExact(account.deposit.lastWon(), account.valueWon);
        out.number("dnca_tot_amt", account.deposit.depositWon())
            .number("nxdy_excc_amt", account.deposit.nextDayWon())
            .number("prvs_rcdl_excc_amt", account.deposit.lastWon())
            .number("bfdy_buy_amt", account.boughtBeforeWon)
            .number("bfdy_sll_amt", account.soldBeforeWon)
            .number("bfdy_tlex_amt", account.costsBeforeWon)
            .number("thdt_buy_amt", trades.amountWon(Side.BUY))
            .number("thdt_sll_amt", trades.amountWon(Side.SELL))
            .number("thdt_tlex_amt", trades.costsWon(Side.BUY) + trades.costsWon(Side.SELL))
            .number("scts_evlu_amt", account.valueWon)
            .number("tot_evlu_amt", assetsWon)
            .number("tot_loan_amt", account.deposit.loansWon())
            .number("nass_amt", assetsWon - account.deposit.loansWon())
            .number("bfdy_tot_asst_evlu_amt", account.deposit.assetsBeforeWon())
            .number("asst_icdc_amt", assetsWon - account.deposit.loansWon() - account.deposit.assetsBeforeWon())
            .number("pchs_amt_smtl_amt", account.purchaseWon)
            .number("evlu_amt_smtl_amt", account.valueWon)
            .number("evlu_pfls_smtl_amt", account.valueWon - account.purchaseWon);
    }
}
