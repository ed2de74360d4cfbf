package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Market;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.PageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** kt20016, the stocks that the house lends for, and kt20017, whether it does for one. Stocks of group E are not lent for. */
final class CreditStockCalls {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;
    private static final String ALL = "%";

    private final Engine engine;
    private final PageKeys pageKeys;

    CreditStockCalls(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    private record Stock(int id, String code, String name, CreditGrade grade, long substituteWon, long baseWon) {

        private static Stock read(BrokerageView view, int id) {
            return new Stock(id, StockCode.listed(view, id), view.instrumentName(id), view.creditGrade(id), view.substitutePriceWon(id),
                view.basePriceWon(id));
        }
    }

    /** @param foreignKey whether the client's key was none of ours */
    private record Page(List<Stock> stocks, String nextKey, boolean foreignKey) {
    }

    /** kt20016. */
    void list(Call call) {
        String key = call.pageKey();
        call.read(engine, view -> page(view, call, key), page -> {
            if (page.foreignKey) {
                call.refusePageKey();
                return;
            }
            String able = page.stocks.size() == 1 ? phrase(page.stocks.getFirst().grade) : "";
            ResponseBody answer = call.newAnswer().text("crd_loan_able", able);
            for (Stock stock : page.stocks) {
                ResponseBody out = answer.row("crd_loan_pos_stk");
                DeclaredConstants.fill(out, "kt20016", "crd_loan_pos_stk");
                out.text("stk_cd", stock.code)
                    .text("stk_nm", stock.name)
                    .number("crd_assr_rt", stock.grade.guaranteePercent())
                    .amount("repl_pric", stock.substituteWon)
                    .amount("pred_close_pric", stock.baseWon);
            }
            call.answer(answer, Call.OK_MESSAGE, page.nextKey);
        });
    }

    /** Looks at every instrument at most once, and there are some thousands at most. */
    private Page page(BrokerageView view, Call call, String key) {
        String query = call.apiId() + ' ' + call.text("crd_stk_grde_tp") + call.text("mrkt_deal_tp") + call.text("stk_cd");
        OptionalLong last = key.isEmpty() ? OptionalLong.of(-1) : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
        if (last.isEmpty()) {
            return new Page(List.of(), "", true);
        }
        var stocks = new ArrayList<Stock>();
        for (int id = (int) last.getAsLong() + 1; id < view.instrumentCount(); id++) {
            if (!view.venue(id).overseas() && wanted(view, call, id)) {
                if (stocks.size() == ROWS_PER_PAGE) {
                    return new Page(stocks, pageKeys.seal(call.accountId(), view.tradingDate(), query, stocks.getLast().id), false);
                }
                stocks.add(Stock.read(view, id));
            }
        }
        return new Page(stocks, "", false);
    }

    private static boolean wanted(BrokerageView view, Call call, int id) {
        CreditGrade grade = view.creditGrade(id);
        String market = view.market(id) == Market.KOSPI ? "1" : "0";
        return grade != CreditGrade.NONE && isAnyOr(call.text("crd_stk_grde_tp"), grade.name())
            && isAnyOr(call.text("mrkt_deal_tp"), market)
            && (call.text("stk_cd").isEmpty() || StockCode.packed(call.text("stk_cd")) == view.code(id));
    }

    private static boolean isAnyOr(String asked, String own) {
        return asked.isEmpty() || asked.equals(ALL) || asked.equals(own);
    }

    /** kt20017. */
    void one(Call call) {
        String code = call.text("stk_cd");
        call.read(engine, view -> {
            int id = StockCode.quoted(view, code);
            return id < 0 ? Optional.<CreditGrade>empty() : Optional.of(view.creditGrade(id));
        }, found -> {
            if (found.isEmpty()) {
                call.error("1902", code);
                return;
            }
            call.answer(call.newAnswer().text("crd_alow_yn", phrase(found.get())), Call.OK_MESSAGE);
        });
    }

    /** As in the document's example; that of a stock that is not lent for is Hoga's own. */
    private static String phrase(CreditGrade grade) {
        return grade == CreditGrade.NONE ? "신용융자 불가" : grade.name() + "군 신용융자 가능";
    }
}
