package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import java.util.Optional;

/** ka10001: a stock's facts and its prices of the day. The sign of a price is its direction against the base price. */
final class StockInfoCall implements TrCall {
    private static final long HUNDRED_MILLION = 100_000_000;
    private static final long THOUSAND = 1_000;

    private final Engine engine;

    StockInfoCall(Engine engine) {
        this.engine = engine;
    }

    private record Facts(String name, long parWon, long listedShares, long baseWon, long lastWon, long openWon, long highWon,
        long lowWon, long upperWon, long lowerWon, long volumeShares, long previousVolumeShares) {

        static Facts read(BrokerageView view, int id) {
            return new Facts(view.instrumentName(id), view.parValueWon(id), view.listedShares(id), view.basePriceWon(id),
                view.lastPriceWon(id), view.openPriceWon(id), view.highPriceWon(id), view.lowPriceWon(id), view.upperLimitWon(id),
                view.lowerLimitWon(id), view.volumeShares(id), view.previousVolumeShares(id));
        }
    }

    @Override
    public void run(Call call) {
        String code = call.text("stk_cd");
        call.read(engine, view -> {
            int id = view.instrumentId(StockCode.quoted(code));
            return id < 0 ? Optional.<Facts>empty() : Optional.of(Facts.read(view, id));
        }, found -> {
            if (found.isEmpty()) {
                call.error("1902", code);
            } else {
                answer(call, code, found.get());
            }
        });
    }

    private static void answer(Call call, String code, Facts facts) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "ka10001", "");
        answer.text("stk_cd", code)
            .text("stk_nm", facts.name)
            .number("fav", facts.parWon)
            .number("cap", Math.multiplyExact(facts.parWon, facts.listedShares) / HUNDRED_MILLION)
            .number("flo_stk", facts.listedShares / THOUSAND)
            .number("mac", Math.multiplyExact(facts.lastWon, facts.listedShares) / HUNDRED_MILLION)
            .number("base_pric", facts.baseWon);
        price(answer, "open_pric", facts.openWon, facts.baseWon);
        price(answer, "high_pric", facts.highWon, facts.baseWon);
        price(answer, "low_pric", facts.lowWon, facts.baseWon);
        price(answer, "upl_pric", facts.upperWon, facts.baseWon);
        price(answer, "lst_pric", facts.lowerWon, facts.baseWon);
        price(answer, "cur_prc", facts.lastWon, facts.baseWon);
        long changeWon = facts.lastWon - facts.baseWon;
        long volumeChange = facts.volumeShares - facts.previousVolumeShares;
        answer.text("pre_sig", changeSign(facts))
            .number("pred_pre", changeWon)
            .decimal("flu_rt", Rates.hundredths(changeWon, facts.baseWon), Rates.DECIMALS)
            .number("trde_qty", facts.volumeShares)
            .decimal("trde_pre", Rates.hundredths(volumeChange, facts.previousVolumeShares), Rates.DECIMALS);
        call.answer(answer, Call.OK_MESSAGE);
    }

    /** 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down. */
    private static String changeSign(Facts facts) {
        if (facts.lastWon == facts.baseWon) {
            return "3";
        }
        if (facts.lastWon > facts.baseWon) {
            return facts.lastWon == facts.upperWon ? "1" : "2";
        }
        return facts.lastWon == facts.lowerWon ? "4" : "5";
    }

    /** A price with its direction; 0, before the first trade, has none. */
    static void price(ResponseBody answer, String field, long priceWon, long baseWon) {
        answer.price(field, priceWon, priceWon == 0 ? 0 : priceWon - baseWon);
    }
}
