package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * inquire-balance: the account's holdings with their valuation, and the totals over all of them on every page. The choices of
 * price basis (closing price of KRX, of NXT) and of lots do not differ here: there is one venue and no credit. Cash and shares
 * move at the trade, so the deposits of D+1 and D+2 are today's.
 */
final class BalanceCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 50;
    /** Official. */
    static final int MOCK_ROWS_PER_PAGE = 20;

    /** As in the official example. */
    private static final List<String> CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "AFHR_FLPR_YN", "FNCG_AMT_AUTO_RDPT_YN", "INQR_DVSN", "UNPR_DVSN", "FUND_STTL_ICLD_YN");

    private final Engine engine;
    private final HoldingPager pager;
    private final OrderWalk walk;

    BalanceCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
        walk = new OrderWalk(engine);
    }

    /** The totals over all holdings, added up while a page is read. */
    private static final class Account {
        private long purchaseWon;
        private long valueWon;
        private long cashWon;
        private Optional<Page<HoldingRow>> page = Optional.empty();

        private HoldingRow add(HoldingRow row) {
            purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
            valueWon = Math.addExact(valueWon, row.valueWon());
            return row;
        }
    }

    @Override
    public void run(Call call) {
        var trades = new DayTrades(call.accountId());
        var request = new PageRequest(call.tr().id(), Continuation.key(call), call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE);
        walk.walk(call, trades, () -> call.read(engine, view -> read(view, call.accountId(), request),
            account -> account.page.ifPresentOrElse(page -> answer(call, account, page, trades),
                () -> call.error(Check.PAGE_KEY.code()))));
    }

    private Account read(BrokerageView view, int accountId, PageRequest request) {
        var account = new Account();
        account.cashWon = view.cashWon(accountId);
        account.page = pager.read(view, accountId, request, slot -> account.add(HoldingRow.read(view, slot)));
        return account;
    }

    private static void answer(Call call, Account account, Page<HoldingRow> page, DayTrades trades) {
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, page.nextKey(), Continuation.OLD_SEPARATOR, CONDITION);
        page.rows().forEach(row -> row.fill(DeclaredConstants.fill(answer.row("output1"), call, "output1")));
        total(DeclaredConstants.fill(answer.row("output2"), call, "output2"), account, trades);
        call.answer(answer, QueryMessages.page(call, page.nextKey()), Continuation.header(call, page.nextKey()));
    }

    private static void total(ResponseBody out, Account account, DayTrades trades) {
        long assetsWon = Math.addExact(account.cashWon, account.valueWon);
        out.number("dnca_tot_amt", account.cashWon)
            .number("nxdy_excc_amt", account.cashWon)
            .number("prvs_rcdl_excc_amt", account.cashWon)
            .number("thdt_buy_amt", trades.boughtWon())
            .number("thdt_sll_amt", trades.soldWon())
            .number("thdt_tlex_amt", trades.costsWon())
            .number("scts_evlu_amt", account.valueWon)
            .number("tot_evlu_amt", assetsWon)
            .number("nass_amt", assetsWon)
            .number("pchs_amt_smtl_amt", account.purchaseWon)
            .number("evlu_amt_smtl_amt", account.valueWon)
            .number("evlu_pfls_smtl_amt", account.valueWon - account.purchaseWon);
    }
}
