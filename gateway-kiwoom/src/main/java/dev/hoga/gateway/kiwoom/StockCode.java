package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;

/**
 * Stock codes as requests and answers spell them: {@code 005930} for KRX, {@code 005930_AL} for all venues together, {@code
 * 005930_NX} for Nextrade; account lists put an {@code A} in front.
 */
final class StockCode {
    private static final String ALL_VENUES = "_AL";

    private StockCode() {
    }

    /** The packed code of a market query: with {@code _AL} too, because KRX is all venues here; Nextrade's code is none yet. */
    static long quoted(String text) {
        if (text.length() == Code.MAX_LENGTH) {
            // That long are the exchange's codes of gold, which this broker spells otherwise.
            return 0;
        }
        return Code.pack(text.endsWith(ALL_VENUES) ? text.substring(0, text.length() - ALL_VENUES.length()) : text);
    }

    /** With the letter of account lists: A for stocks and funds (J is for ELW, Q for ETN, which are not listed here). */
    static String listed(BrokerageView view, int instrumentId) {
        return switch (view.instrumentKind(instrumentId)) {
            case InstrumentKind.STOCK, InstrumentKind.ETF -> "A" + Code.text(view.code(instrumentId));
            case InstrumentKind.GOLD, InstrumentKind.MINI_GOLD -> GoldCode.spelled(Code.text(view.code(instrumentId)));
        };
    }
}
