package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.Expected;
import dev.hoga.gateway.PriceRange;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import java.util.Optional;

/** ka10001: a stock's facts and its prices of the day. The sign of a price is its direction against the base price. */
final class StockInfoCall implements TrCall {
    private static final long THOUSAND = 1_000;

    private final Engine engine;

    StockInfoCall(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void run(Call call) {
        String code = call.text("stk_cd");
        call.read(engine, view -> {
            int id = StockCode.quoted(view, code);
            return id < 0 ? Optional.<Facts>empty()
                : Optional.of(new Facts(QuoteFacts.read(view, id), Expected.read(view, id), view.substitutePriceWon(id),
                    PriceRange.read(view, id)));
        }, found -> {
            if (found.isEmpty()) {
                call.error("1902", code);
            } else {
                answer(call, code, found.get());
            }
        });
    }

    private record Facts(QuoteFacts quote, Expected expected, long substituteWon, PriceRange.Ranges past) {
    }

    private static void answer(Call call, String code, Facts read) {
        QuoteFacts facts = read.quote;
        Expected expected = read.expected;
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "ka10001", "");
        answer.text("stk_cd", code)
            .text("stk_nm", facts.name())
            .number("fav", facts.parWon())
            .number("cap", facts.capital())
            .number("flo_stk", facts.listedShares() / THOUSAND)
            .number("mac", facts.marketCap())
            .number("base_pric", facts.baseWon())
            .number("repl_pric", read.substituteWon);
        past(answer, read.past, facts);
        price(answer, "open_pric", facts.openWon(), facts.baseWon());
        price(answer, "high_pric", facts.highWon(), facts.baseWon());
        price(answer, "low_pric", facts.lowWon(), facts.baseWon());
        price(answer, "upl_pric", facts.upperWon(), facts.baseWon());
        price(answer, "lst_pric", facts.lowerWon(), facts.baseWon());
        price(answer, "cur_prc", facts.lastWon(), facts.baseWon());
        answer.number("exp_cntr_pric", expected.priceWon())
            .number("exp_cntr_qty", expected.qtyShares());
        long changeWon = facts.changeWon();
        answer.text("pre_sig", facts.changeSign())
            .number("pred_pre", changeWon)
            .decimal("flu_rt", Rates.hundredths(changeWon, facts.baseWon()), Rates.DECIMALS)
            .number("trde_qty", facts.volumeShares())
            .decimal("trde_pre", facts.volumeRatioHundredths(), Rates.DECIMALS);
        call.answer(answer, Call.OK_MESSAGE);
    }

    /** The highest and lowest prices of the year, and of 250 dates with how far the last price is from them. */
    private static void past(ResponseBody answer, PriceRange.Ranges past, QuoteFacts facts) {
        PriceRange days = past.last250();
        price(answer, "oyr_hgst", past.year().highWon(), facts.baseWon());
        price(answer, "oyr_lwst", past.year().lowWon(), facts.baseWon());
        price(answer, "250hgst", days.highWon(), facts.baseWon());
        price(answer, "250lwst", days.lowWon(), facts.baseWon());
        answer.text("250hgst_pric_dt", days.highDay())
            .decimal("250hgst_pric_pre_rt", days.fromHighHundredths(facts.lastWon()), Rates.DECIMALS)
            .text("250lwst_pric_dt", days.lowDay())
            .decimal("250lwst_pric_pre_rt", days.fromLowHundredths(facts.lastWon()), Rates.DECIMALS);
    }

    /** A price with its direction; 0, before the first trade, has none. */
    static void price(ResponseBody answer, String field, long priceWon, long baseWon) {
        answer.price(field, priceWon, priceWon == 0 ? 0 : priceWon - baseWon);
    }
}
