package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CreditGrade;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;

/**
 * inquire-price-2: the prices of the day against each other. Doubts: "A against the current price" is the current price less A; the rates
 * are those of the opening, highest and lowest price against the close of the day before, positive and negative; an upper limit that is
 * reached is 1, a lower one 2.
 */
final class PriceSheetCall implements TrCall {
    private final QuoteCall quotes;

    PriceSheetCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    private record Sheet(QuoteFacts facts, String market, boolean halted, boolean interrupted, int marginPercent, boolean lent) {

        static Sheet read(BrokerageView view, int id) {
            return new Sheet(QuoteFacts.read(view, id), view.market(id).name(), view.halted(id), view.interrupted(id),
                view.marginPercent(id), view.creditGrade(id) != CreditGrade.NONE);
        }

        private String limit() {
            if (facts.lastWon() == facts.upperWon()) {
                return "1";
            }
            return facts.lastWon() == facts.lowerWon() ? "2" : "0";
        }
    }

    @Override
    public void run(Call call) {
        quotes.read(call, Sheet::read, sheet -> {
            QuoteFacts facts = sheet.facts;
            ResponseBody answer = call.newAnswer();
            ResponseBody out = DeclaredConstants.fill(answer.object("output"), call, "output");
            out.text("rprs_mrkt_kor_name", sheet.market)
                .text("mxpr_llam_cls_code", sheet.limit())
                .text("crdt_able_yn", sheet.lent ? "Y" : "N")
                .number("stck_mxpr", facts.upperWon())
                .number("stck_llam", facts.lowerWon())
                .decimal("marg_rate", sheet.marginPercent * 100L, Rates.DECIMALS)
                .text("vi_cls_code", sheet.interrupted ? "Y" : "N")
                .text("trht_yn", sheet.halted ? "Y" : "N")
                .number("stck_sdpr", facts.baseWon())
                .number("stck_prdy_clpr", facts.baseWon())
                .number("stck_prpr", facts.lastWon())
                .number("prdy_vrss", facts.changeWon())
                .text("prdy_vrss_sign", facts.changeSign())
                .decimal("prdy_ctrt", Rates.hundredths(facts.changeWon(), facts.baseWon()), Rates.DECIMALS)
                .number("acml_tr_pbmn", facts.turnoverWon())
                .number("acml_vol", facts.volumeShares())
                .number("prdy_vol", facts.previousVolumeShares())
                .decimal("prdy_vrss_vol_rate", Rates.hundredths(facts.volumeShares(), facts.previousVolumeShares()), Rates.DECIMALS)
                .text("bstp_kor_isnm", facts.sector());
            price(out, "oprc", facts.openWon(), facts);
            price(out, "hgpr", facts.highWon(), facts);
            price(out, "lwpr", facts.lowWon(), facts);
            call.answer(answer, Message.QUOTE);
        });
    }

    /** One of the day's prices, and how the last one stands to it; nothing before the first trade. */
    private static void price(ResponseBody out, String name, long priceWon, QuoteFacts facts) {
        long changeWon = priceWon == 0 ? 0 : facts.lastWon() - priceWon;
        out.number("stck_" + name, priceWon)
            .number(name + "_vrss_prpr", changeWon)
            .text(name + "_vrss_prpr_sign", changeWon == 0 ? "3" : changeWon > 0 ? "2" : "5")
            .decimal("prdy_clpr_vrss_" + name + "_rate", priceWon == 0 ? 0 : Rates.hundredths(priceWon - facts.baseWon(), facts.baseWon()),
                Rates.DECIMALS);
    }
}
