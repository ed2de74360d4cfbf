package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** ka10006, ka10007 and ka10095: a stock at one moment, briefly, at length, and several stocks at once. */
final class StockSheetCalls {
    /** Stocks of one ka10095. Doubt: the document prints a length that holds two codes, and clients send dozens. */
    static final int MOST_STOCKS = 100;
    private static final String STOCK = "stk_cd";
    private static final int LEVELS_OF_SELECTED = 5;

    private final Engine engine;

    StockSheetCalls(Engine engine) {
        this.engine = engine;
    }

    /** What a request came to. @param unknown the first code that nobody has listed; empty where all are known */
    private record Found(List<StockSheet> sheets, String unknown) {
    }

    private void read(Call call, List<String> codes, BiConsumer<Call, List<StockSheet>> answer) {
        call.read(engine, view -> {
            var sheets = new ArrayList<StockSheet>();
            for (String code : codes) {
                int id = view.instrumentId(StockCode.quoted(code));
                if (id < 0) {
                    return new Found(List.of(), code);
                }
                sheets.add(StockSheet.read(view, id, code));
            }
            return new Found(sheets, "");
        }, found -> {
            if (found.unknown.isEmpty()) {
                answer.accept(call, found.sheets);
            } else {
                call.error("1902", found.unknown);
            }
        });
    }

    // -- ka10006 -------------------------------------------------------------------------------------------------------

    void intraday(Call call) {
        read(call, List.of(call.text(STOCK)), (to, sheets) -> {
            StockSheet sheet = sheets.getFirst();
            ResponseBody answer = to.newAnswer().text("date", sheet.date());
            prices(answer, sheet);
            sheet.price(answer, "close_pric", sheet.quote().lastWon());
            answer.number("pre", sheet.quote().changeWon())
                .decimal("flu_rt", sheet.changeHundredths(), Rates.DECIMALS)
                .number("trde_qty", sheet.quote().volumeShares())
                .number("trde_prica", sheet.turnoverMillions())
                .decimal("cntr_str", sheet.quote().takers().strengthHundredths(), Rates.DECIMALS);
            to.answer(answer, Call.OK_MESSAGE);
        });
    }

    private static void prices(ResponseBody out, StockSheet sheet) {
        sheet.price(out, "open_pric", sheet.quote().openWon());
        sheet.price(out, "high_pric", sheet.quote().highWon());
        sheet.price(out, "low_pric", sheet.quote().lowWon());
    }

    // -- ka10007 -------------------------------------------------------------------------------------------------------

    void atLength(Call call) {
        read(call, List.of(call.text(STOCK)), (to, sheets) -> {
            StockSheet sheet = sheets.getFirst();
            ResponseBody answer = to.newAnswer();
            DeclaredConstants.fill(answer, "ka10007", "");
            constantLevels(answer);
            prices(answer, sheet);
            sheet.price(answer, "cur_prc", sheet.quote().lastWon());
            sheet.price(answer, "upl_pric", sheet.quote().upperWon());
            sheet.price(answer, "lst_pric", sheet.quote().lowerWon());
            sheet.price(answer, "exp_cntr_pric", sheet.expected().priceWon());
            sheet.levels(answer, sheet.asks(), Ladder.LEVELS, "sel_%dbid", "sel_%dbid_req");
            sheet.levels(answer, sheet.bids(), Ladder.LEVELS, "buy_%dbid", "buy_%dbid_req");
            answer.text("stk_nm", sheet.quote().name())
                .text("stk_cd", sheet.code())
                .text("date", sheet.date())
                .text("tm", StockSheet.time(sheet.bookMs()))
                .number("pred_close_pric", sheet.quote().baseWon())
                .number("pred_trde_qty", sheet.quote().previousVolumeShares())
                .number("pred_trde_prica", sheet.previousTurnoverMillions())
                .number("flo_stkcnt", sheet.listedThousands())
                .text("smbol", sheet.quote().changeSign())
                .decimal("flu_rt", sheet.changeHundredths(), Rates.DECIMALS)
                .decimal("pred_rt", sheet.quote().volumeRatioHundredths(), Rates.DECIMALS)
                .text("cntr_qty", sheet.tradeShares() == 0 ? "" : Long.toString(Math.abs(sheet.tradeShares())))
                .number("trde_qty", sheet.quote().volumeShares())
                .number("trde_prica", sheet.turnoverMillions())
                .number("exp_cntr_qty", sheet.expected().qtyShares())
                .number("tot_buy_req", sheet.bids().totalShares())
                .number("tot_sel_req", sheet.asks().totalShares());
            to.answer(answer, Call.OK_MESSAGE);
        });
    }

    /** Those that the table of constants names once for all levels. */
    private static void constantLevels(ResponseBody out) {
        for (int level = 1; level <= Ladder.LEVELS; level++) {
            out.number("sel_" + level + "bid_jub_pre", 0).number("buy_" + level + "bid_jub_pre", 0)
                .number("lpsel_" + level + "bid_req", 0).number("lpbuy_" + level + "bid_req", 0);
            if (level <= LEVELS_OF_SELECTED) {
                out.text("sel_" + level + "bid_cnt", "").text("buy_" + level + "bid_cnt", "");
            }
        }
    }

    // -- ka10095 -------------------------------------------------------------------------------------------------------

    void selected(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        List<String> codes = List.of(call.text(STOCK).split("\\|", -1));
        if (codes.size() > MOST_STOCKS) {
            call.error("1517", STOCK, ViolationKind.TOO_LONG.reasonKo());
            return;
        }
        read(call, codes, (to, sheets) -> {
            ResponseBody answer = to.newAnswer();
            sheets.forEach(sheet -> fill(answer.row("atn_stk_infr"), sheet));
            to.answer(answer, Call.OK_MESSAGE);
        });
    }

    private static void fill(ResponseBody out, StockSheet sheet) {
        DeclaredConstants.fill(out, "ka10095", "atn_stk_infr");
        prices(out, sheet);
        sheet.price(out, "cur_prc", sheet.quote().lastWon());
        sheet.price(out, "close_pric", sheet.quote().lastWon());
        sheet.price(out, "upl_pric", sheet.quote().upperWon());
        sheet.price(out, "lst_pric", sheet.quote().lowerWon());
        sheet.price(out, "exp_cntr_pric", sheet.expected().priceWon());
        sheet.price(out, "sel_bid", sheet.asks().pricesWon()[0]);
        sheet.price(out, "buy_bid", sheet.bids().pricesWon()[0]);
        sheet.levels(out, sheet.asks(), LEVELS_OF_SELECTED, "sel_%dth_bid", "");
        sheet.levels(out, sheet.bids(), LEVELS_OF_SELECTED, "buy_%dth_bid", "");
        out.text(STOCK, sheet.code())
            .text("stk_nm", sheet.quote().name())
            .number("base_pric", sheet.quote().baseWon())
            .number("pred_pre", sheet.quote().changeWon())
            .text("pred_pre_sig", sheet.quote().changeSign())
            .decimal("flu_rt", sheet.changeHundredths(), Rates.DECIMALS)
            .number("trde_qty", sheet.quote().volumeShares())
            .number("trde_prica", sheet.turnoverMillions())
            .decimal("cntr_str", sheet.quote().takers().strengthHundredths(), Rates.DECIMALS)
            .text("pred_trde_qty_pre", SignedRate.of(sheet.quote().volumeRatioHundredths()))
            .text("cntr_tm", StockSheet.time(sheet.tradeMs()))
            .number("cntr_qty", sheet.tradeShares())
            .number("exp_cntr_qty", sheet.expected().qtyShares())
            .number("cap", sheet.quote().capital())
            .number("fav", sheet.quote().parWon())
            .number("mac", sheet.quote().marketCap())
            .number("stkcnt", sheet.listedThousands())
            .text("bid_tm", StockSheet.time(sheet.bookMs()))
            .text("dt", sheet.date())
            .number("pri_sel_req", sheet.asks().qtysShares()[0])
            .number("pri_buy_req", sheet.bids().qtysShares()[0])
            .number("tot_sel_req", sheet.asks().totalShares())
            .number("tot_buy_req", sheet.bids().totalShares());
    }
}
