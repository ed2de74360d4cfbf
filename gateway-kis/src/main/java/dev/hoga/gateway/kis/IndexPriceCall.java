package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.IndexFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LevelRange;
import dev.hoga.gateway.Rates;
import java.time.LocalDate;
import java.util.Optional;

/** inquire-index-price: an index, its breadth, and what stands in the books of its stocks. */
final class IndexPriceCall implements TrCall {
    private static final String WRONG_INPUT = "OPSQ2001";
    private static final String MARKET = "FID_COND_MRKT_DIV_CODE";
    private static final String INDEX = "U";
    private static final int CODE_DIGITS = 4;

    private final Engine engine;

    IndexPriceCall(Engine engine) {
        this.engine = engine;
    }

    private record Sheet(IndexFacts index, LevelRange year, long askShares, long bidShares) {

        static Sheet read(BrokerageView view, int id) {
            IndexFacts index = IndexFacts.read(view, id);
            Bars days = LevelRange.room();
            view.indices().copyIndexDayBars(id, Integer.MAX_VALUE, days);
            int newYear = (int) LocalDate.ofEpochDay(view.tradingDate()).withDayOfYear(1).toEpochDay();
            return new Sheet(index, LevelRange.of(days, newYear, index.level(), view.tradingDate()), shares(view, id, Side.SELL),
                shares(view, id, Side.BUY));
        }

        /** Looks at every instrument once, and there are some thousands at most. */
        private static long shares(BrokerageView view, int index, Side side) {
            long sum = 0;
            for (int id = 0; id < view.instrumentCount(); id++) {
                sum += view.indices().isMember(index, id) ? view.totalShares(id, side) : 0;
            }
            return sum;
        }
    }

    @Override
    public void run(Call call) {
        if (!call.text(MARKET).equals(INDEX)) {
            call.error(WRONG_INPUT, "INVALID " + MARKET);
            return;
        }
        int number = number(call.text("FID_INPUT_ISCD"));
        call.read(engine, view -> {
            int id = view.indices().indexId(number);
            return id < 0 ? Optional.<Sheet>empty() : Optional.of(Sheet.read(view, id));
        }, found -> found.ifPresentOrElse(sheet -> {
            ResponseBody answer = call.newAnswer();
            ResponseBody out = answer.object("output");
            now(out, sheet.index);
            edges(out, sheet.index);
            breadth(out, sheet);
            year(out, sheet.index, sheet.year);
            call.answer(answer, Message.QUOTE);
        }, () -> call.error(Check.STOCK_KNOWN.code())));
    }

    /** The exchange's number of a code of four digits; 0, which none has, for another text. */
    private static int number(String code) {
        boolean digits = code.length() == CODE_DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(code) : 0;
    }

    private static void now(ResponseBody out, IndexFacts index) {
        level(out, "bstp_nmix_prpr", index.level());
        level(out, "bstp_nmix_prdy_vrss", index.change());
        level(out, "bstp_nmix_prdy_ctrt", index.changeHundredths());
        out.text("prdy_vrss_sign", index.changeSign())
            .number("acml_vol", index.volumeThousands())
            .number("prdy_vol", index.previousVolumeThousands())
            .number("acml_tr_pbmn", index.turnoverMillions())
            .number("prdy_tr_pbmn", index.previousTurnoverMillions());
    }

    /** Open, high and low, each against the day before, and the last level against each; 0 before the first trade. */
    private static void edges(ResponseBody out, IndexFacts index) {
        level(out, "bstp_nmix_oprc", index.openLevel());
        level(out, "prdy_nmix_vrss_nmix_oprc", against(index, index.openLevel()));
        level(out, "bstp_nmix_oprc_prdy_ctrt", rate(index, index.openLevel()));
        level(out, "bstp_nmix_hgpr", index.highLevel());
        level(out, "prdy_nmix_vrss_nmix_hgpr", against(index, index.highLevel()));
        level(out, "bstp_nmix_hgpr_prdy_ctrt", rate(index, index.highLevel()));
        level(out, "bstp_nmix_lwpr", index.lowLevel());
        level(out, "prdy_clpr_vrss_lwpr_rate", rate(index, index.lowLevel()));
        out.decimal("prdy_clpr_vrss_lwpr", against(index, index.lowLevel()), Rates.DECIMALS)
            .text("oprc_vrss_prpr_sign", sign(index, index.openLevel()))
            .text("hgpr_vrss_prpr_sign", sign(index, index.highLevel()))
            .text("lwpr_vrss_prpr_sign", sign(index, index.lowLevel()));
    }

    private static void breadth(ResponseBody out, Sheet sheet) {
        IndexFacts.Breadth breadth = sheet.index.breadth();
        long both = sheet.askShares + sheet.bidShares;
        level(out, "seln_rsqn_rate", Rates.hundredths(sheet.askShares, both));
        level(out, "shnu_rsqn_rate", Rates.hundredths(sheet.bidShares, both));
        out.number("ascn_issu_cnt", breadth.up())
            .number("uplm_issu_cnt", breadth.upperLimit())
            .number("stnr_issu_cnt", breadth.unchanged())
            .number("down_issu_cnt", breadth.down())
            .number("lslm_issu_cnt", breadth.lowerLimit())
            .number("total_askp_rsqn", sheet.askShares)
            .number("total_bidp_rsqn", sheet.bidShares)
            .number("ntby_rsqn", sheet.bidShares - sheet.askShares);
    }

    private static void year(ResponseBody out, IndexFacts index, LevelRange year) {
        level(out, "dryy_bstp_nmix_hgpr", year.high());
        level(out, "dryy_hgpr_vrss_prpr_rate", Rates.hundredths(index.level() - year.high(), year.high()));
        level(out, "dryy_bstp_nmix_lwpr", year.low());
        level(out, "dryy_lwpr_vrss_prpr_rate", Rates.hundredths(index.level() - year.low(), year.low()));
        out.text("dryy_bstp_nmix_hgpr_date", KoreanTime.date(year.highDay()))
            .text("dryy_bstp_nmix_lwpr_date", KoreanTime.date(year.lowDay()));
    }

    private static void level(ResponseBody out, String field, long hundredths) {
        out.decimal(field, hundredths, Rates.DECIMALS);
    }

    private static long against(IndexFacts index, long level) {
        return level == 0 ? 0 : level - index.previousLevel();
    }

    private static long rate(IndexFacts index, long level) {
        return Rates.hundredths(against(index, level), index.previousLevel());
    }

    private static String sign(IndexFacts index, long level) {
        return level == 0 ? "3" : IndexFacts.sign(index.level(), level);
    }
}
