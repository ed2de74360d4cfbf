package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CreditGrade;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.PriceRange;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import java.util.Locale;

/** inquire-price: a stock's facts and its prices of the day. */
final class PriceCall implements TrCall {
    private static final String HALTED = "58";
    /** "Margin rate 100 %". */
    private static final String FULL_MARGIN = "57";

    private static final String LENT_FOR = "55";
    /** No status of its own. */
    private static final String ORDINARY = "00";
    private static final int ALL_PERCENT = 100;

    private final QuoteCall quotes;

    PriceCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    private record Price(QuoteFacts facts, String market, boolean halted, boolean interrupted, long tickWon, int marginPercent,
        boolean lent, long substituteWon, PriceRange.Ranges past) {

        String status() {
            if (halted) {
                return HALTED;
            }
            return lent ? LENT_FOR : marginPercent == ALL_PERCENT ? FULL_MARGIN : ORDINARY;
        }

        static Price read(BrokerageView view, int id) {
            return new Price(QuoteFacts.read(view, id), view.market(id).name(), view.halted(id), view.interrupted(id),
                view.tickWon(id, view.lastPriceWon(id)), view.marginPercent(id),
                view.creditGrade(id) != CreditGrade.NONE, view.substitutePriceWon(id), PriceRange.read(view, id));
        }
    }

    @Override
    public void run(Call call) {
        quotes.read(call, Price::read, price -> {
            ResponseBody answer = call.newAnswer();
            ResponseBody out = DeclaredConstants.fill(answer.object("output"), call, "output");
            out.text("iscd_stat_cls_code", price.status())
                .text("crdt_able_yn", price.lent ? "Y" : "N")
                .decimal("marg_rate", price.marginPercent * 100L, Rates.DECIMALS)
                .number("stck_sspr", price.substituteWon)
                .text("rprs_mrkt_kor_name", price.market)
                .text("temp_stop_yn", price.halted ? "Y" : "N")
                .text("vi_cls_code", price.interrupted ? "Y" : "N")
                .number("aspr_unit", price.tickWon)
                .text("stck_shrn_iscd", call.text("FID_INPUT_ISCD"));
            prices(out, price.facts);
            company(out, price.facts);
            past(out, price.past, price.facts.lastWon());
            pivots(out, price.past.dayBefore());
            call.answer(answer, Message.QUOTE);
        });
    }

    private static void prices(ResponseBody out, QuoteFacts facts) {
        out.number("stck_prpr", facts.lastWon())
            .number("prdy_vrss", facts.changeWon())
            .text("prdy_vrss_sign", facts.changeSign())
            .decimal("prdy_ctrt", Rates.hundredths(facts.changeWon(), facts.baseWon()), Rates.DECIMALS)
            .number("acml_tr_pbmn", facts.turnoverWon())
            .number("acml_vol", facts.volumeShares())
            .decimal("prdy_vrss_vol_rate", Rates.hundredths(facts.volumeShares(), facts.previousVolumeShares()), Rates.DECIMALS)
            .number("stck_oprc", facts.openWon())
            .number("stck_hgpr", facts.highWon())
            .number("stck_lwpr", facts.lowWon())
            .number("stck_mxpr", facts.upperWon())
            .number("stck_llam", facts.lowerWon())
            .number("stck_sdpr", facts.baseWon())
            .decimal("wghn_avrg_stck_prc", Rates.quotient(facts.turnoverWon(), facts.volumeShares(), Rates.DECIMALS),
                Rates.DECIMALS)
            .number("rstc_wdth_prc", facts.upperWon() - facts.baseWon())
            .decimal("vol_tnrt", Rates.hundredths(facts.volumeShares(), facts.listedShares()), Rates.DECIMALS);
    }

    private static void company(ResponseBody out, QuoteFacts facts) {
        out.text("bstp_kor_isnm", facts.sector())
            .number("cpfn", facts.capital())
            .number("stck_fcam", facts.parWon())
            .number("lstn_stcn", facts.listedShares())
            .number("hts_avls", facts.marketCap())
            // The official example writes 5,000 and 36,576 억 there.
            .text("fcam_cnnm", grouped(facts.parWon()))
            .text("cpfn_cnnm", grouped(facts.capital()) + " 억");
    }

    private static void past(ResponseBody out, PriceRange.Ranges past, long lastWon) {
        PriceRange days = past.last250();
        PriceRange year = past.year();
        PriceRange weeks = past.weeks52();
        out.number("d250_hgpr", days.highWon()).text("d250_hgpr_date", days.highDay())
            .decimal("d250_hgpr_vrss_prpr_rate", days.fromHighHundredths(lastWon), Rates.DECIMALS)
            .number("d250_lwpr", days.lowWon()).text("d250_lwpr_date", days.lowDay())
            .decimal("d250_lwpr_vrss_prpr_rate", days.fromLowHundredths(lastWon), Rates.DECIMALS)
            .number("stck_dryy_hgpr", year.highWon()).text("dryy_hgpr_date", year.highDay())
            .decimal("dryy_hgpr_vrss_prpr_rate", year.fromHighHundredths(lastWon), Rates.DECIMALS)
            .number("stck_dryy_lwpr", year.lowWon()).text("dryy_lwpr_date", year.lowDay())
            .decimal("dryy_lwpr_vrss_prpr_rate", year.fromLowHundredths(lastWon), Rates.DECIMALS)
            .number("w52_hgpr", weeks.highWon()).text("w52_hgpr_date", weeks.highDay())
            .decimal("w52_hgpr_vrss_prpr_ctrt", weeks.fromHighHundredths(lastWon), Rates.DECIMALS)
            .number("w52_lwpr", weeks.lowWon()).text("w52_lwpr_date", weeks.lowDay())
            .decimal("w52_lwpr_vrss_prpr_ctrt", weeks.fromLowHundredths(lastWon), Rates.DECIMALS);
    }

    /**
     * The textbook's pivots and DeMark's bounds, made of the day before and cut to the won. Doubt: the broker's own formulas and
     * rounding.
     */
    private static void pivots(ResponseBody out, PriceRange.DayBefore day) {
        long pivotWon = (day.highWon() + day.lowWon() + day.closeWon()) / 3;
        long rangeWon = day.highWon() - day.lowWon();
        long weighted = day.highWon() + day.lowWon() + day.closeWon()
            + (day.closeWon() < day.openWon() ? day.lowWon() : day.closeWon() > day.openWon() ? day.highWon() : day.closeWon());
        out.number("pvt_pont_val", pivotWon)
            .number("pvt_frst_dmrs_prc", 2 * pivotWon - day.lowWon())
            .number("pvt_scnd_dmrs_prc", pivotWon + rangeWon)
            .number("pvt_frst_dmsp_prc", 2 * pivotWon - day.highWon())
            .number("pvt_scnd_dmsp_prc", pivotWon - rangeWon)
            .number("dmrs_val", weighted / 2 - day.lowWon())
            .number("dmsp_val", weighted / 2 - day.highWon());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
