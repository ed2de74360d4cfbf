package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import java.util.Optional;

/** search-stock-info: what is known of a stock. Its capital is in won, as in the official example. */
final class StockFactsCall implements TrCall {
    private final Engine engine;

    StockFactsCall(Engine engine) {
        this.engine = engine;
    }

    private record Stock(String code, QuoteFacts quote, Market market, InstrumentKind kind, int leverage, boolean halted,
        long substituteWon, long closeWon, int tradingDate) {

        static Stock read(BrokerageView view, int id, String code) {
            return new Stock(code, QuoteFacts.read(view, id), view.market(id), view.instrumentKind(id), view.leverage(id), view.halted(id),
                view.substitutePriceWon(id), view.closePriceWon(id), view.tradingDate());
        }

        boolean fund() {
            return kind == InstrumentKind.ETF;
        }
    }

    @Override
    public void run(Call call) {
        if (!call.text("PRDT_TYPE_CD").equals(ProductInfoCall.STOCK)) {
            call.error(ProductInfoCall.UNKNOWN_PRODUCT);
            return;
        }
        String code = call.text("PDNO");
        call.read(engine, view -> {
            int id = view.instrumentId(Code.pack(code));
            return id < 0 ? Optional.<Stock>empty() : Optional.of(Stock.read(view, id, code));
        }, found -> found.ifPresentOrElse(stock -> answer(call, stock), () -> call.error(ProductInfoCall.UNKNOWN_PRODUCT)));
    }

    private static void answer(Call call, Stock stock) {
        ResponseBody answer = call.newAnswer();
        QuoteFacts quote = stock.quote;
        long capitalWon = stock.fund() ? 0 : Math.multiplyExact(quote.parWon(), quote.listedShares());
        DeclaredConstants.fill(answer.object("output"), call, "output")
            .text("pdno", ProductInfoCall.LONG_CODE_START + stock.code)
            .text("prdt_type_cd", ProductInfoCall.STOCK)
            .text("mket_id_cd", stock.market == Market.KOSPI ? "STK" : "KSQ")
            .text("scty_grp_id_cd", stock.fund() ? "EF" : "ST")
            .text("excg_dvsn_cd", stock.market == Market.KOSPI ? "02" : "03")
            .number("lstg_stqt", quote.listedShares())
            .number("lstg_cptl_amt", capitalWon)
            .number("cpta", capitalWon)
            .number("papr", quote.parWon())
            .text("stck_kind_cd", stock.fund() ? "000" : "101")
            .text("prdt_name", quote.name())
            .text("prdt_name120", quote.name())
            .text("prdt_abrv_name", quote.name())
            .text("std_pdno", Isin.of(stock.code))
            .number("sbst_pric", stock.substituteWon)
            .number("thco_sbst_pric", stock.substituteWon)
            .text("thco_sbst_pric_chng_dt", KoreanTime.date(stock.tradingDate))
            .text("tr_stop_yn", stock.halted ? "Y" : "N")
            .number("thdt_clpr", stock.closeWon)
            .number("bfdy_clpr", quote.baseWon())
            .text("clpr_chng_dt", KoreanTime.date(stock.tradingDate))
            .text("idx_bztp_scls_cd_name", quote.sector())
            .text("etf_chas_erng_rt_dbnb", stock.fund() ? Integer.toString(stock.leverage) : "0");
        call.answer(answer, QueryMessages.found(call));
    }
}
