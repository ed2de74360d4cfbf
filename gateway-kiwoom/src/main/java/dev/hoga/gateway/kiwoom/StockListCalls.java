package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.PageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** ka10099, the stocks of a market in the order of their listing here, and ka10100, one of them. */
final class StockListCalls {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 1_000;

    private final Engine engine;
    private final PageKeys pageKeys;

    StockListCalls(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** The markets that something is listed on here. The words are those of clients' recorded answers. */
    private enum Board {
        KOSPI("0", "거래소"), KOSDAQ("10", "코스닥"), ETF("8", "ETF"), GOLD("80", "금현물");

        private final String code;
        private final String word;

        Board(String code, String word) {
            this.code = code;
            this.word = word;
        }

        private static Board of(BrokerageView view, int id) {
            if (view.instrumentKind(id).gold()) {
                return GOLD;
            }
            if (view.instrumentKind(id) == InstrumentKind.ETF) {
                return ETF;
            }
            return view.market(id) == Market.KOSPI ? KOSPI : KOSDAQ;
        }
    }

    /** The facts of one stock, copied out of the core. */
    private record Stock(int id, String code, String name, long listedShares, long baseWon, int marginPercent, boolean lent,
        boolean halted, Board board, String sector) {

        private static Stock read(BrokerageView view, int id) {
            String code = Code.text(view.code(id));
            return new Stock(id, view.instrumentKind(id).gold() ? GoldCode.spelled(code) : code, view.instrumentName(id),
                view.listedShares(id), view.basePriceWon(id), view.marginPercent(id), view.creditGrade(id) != CreditGrade.NONE,
                view.halted(id), Board.of(view, id), view.sector(id));
        }

        private void fill(ResponseBody out) {
            out.text("code", code)
                .text("name", name)
                .amount("listCount", listedShares)
                .amount("lastPrice", baseWon)
                .text("state", "증거금" + marginPercent + '%' + (lent ? "|신용가능" : "") + (halted ? "|거래정지" : ""))
                .text("marketCode", board.code)
                .text("marketName", board.word)
                .text("upName", board == Board.ETF ? "" : sector);
        }
    }

    /** @param foreignKey whether the client's key was none of ours */
    private record Page(List<Stock> stocks, String nextKey, boolean foreignKey) {
    }

    /** ka10099. A market without stocks here has an empty list. */
    void list(Call call) {
        String market = call.text("mrkt_tp");
        String key = call.pageKey();
        call.read(engine, view -> page(view, call, market, key), page -> {
            if (page.foreignKey) {
                call.refusePageKey();
                return;
            }
            ResponseBody answer = call.newAnswer();
            for (Stock stock : page.stocks) {
                ResponseBody out = answer.row("list");
                DeclaredConstants.fill(out, "ka10099", "list");
                stock.fill(out);
            }
            call.answer(answer, Call.OK_MESSAGE, page.nextKey);
        });
    }

    /** Looks at every instrument at most once, and there are some thousands at most. */
    private Page page(BrokerageView view, Call call, String market, String key) {
        String query = call.apiId() + ' ' + market;
        OptionalLong last = key.isEmpty() ? OptionalLong.of(-1) : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
        if (last.isEmpty()) {
            return new Page(List.of(), "", true);
        }
        var stocks = new ArrayList<Stock>();
        for (int id = (int) last.getAsLong() + 1; id < view.instrumentCount(); id++) {
            if (!view.venue(id).overseas() && Board.of(view, id).code.equals(market)) {
                if (stocks.size() == ROWS_PER_PAGE) {
                    return new Page(stocks, pageKeys.seal(call.accountId(), view.tradingDate(), query, stocks.getLast().id), false);
                }
                stocks.add(Stock.read(view, id));
            }
        }
        return new Page(stocks, "", false);
    }

    /** ka10100. */
    void one(Call call) {
        String code = call.text("stk_cd");
        call.read(engine, view -> {
            int id = view.instrumentId(StockCode.quoted(code));
            return id < 0 ? List.<Stock>of() : List.of(Stock.read(view, id));
        }, found -> {
            if (found.isEmpty()) {
                call.error("1902", code);
                return;
            }
            ResponseBody answer = call.newAnswer();
            DeclaredConstants.fill(answer, "ka10100", "");
            found.getFirst().fill(answer);
            call.answer(answer, Call.OK_MESSAGE);
        });
    }
}
