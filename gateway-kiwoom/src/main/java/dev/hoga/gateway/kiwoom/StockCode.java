package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Venue;

/**
 * Stock codes as requests and answers spell them: {@code 005930} for KRX, {@code 005930_AL} for all venues together, {@code
 * 005930_NX} for Nextrade; account lists put an {@code A} in front.
 */
final class StockCode {
    private static final String ALL_VENUES = "_AL";
    private static final String NEXTRADE = "_NX";

    private StockCode() {
    }

    /** What a code's ending means; {@link Venue#SOR} stands for all venues together. */
    static Venue venue(String text) {
        return text.endsWith(ALL_VENUES) ? Venue.SOR : text.endsWith(NEXTRADE) ? Venue.NXT : Venue.KRX;
    }

    static String ending(Venue venue) {
        return switch (venue) {
            case NXT -> NEXTRADE;
            case SOR -> ALL_VENUES;
            default -> "";
        };
    }

    /** The packed code without its ending. */
    static long packed(String text) {
        return Code.pack(text.substring(0, text.length() - ending(venue(text)).length()));
    }

    /** The instrument that a market query means, -1 where there is none, or not at that venue. */
    static int quoted(BrokerageView view, String text) {
        Venue venue = venue(text);
        if (venue == Venue.KRX && text.length() == Code.MAX_LENGTH) {
            // That long are the exchange's codes of gold, which this broker spells otherwise.
            return -1;
        }
        return view.instrumentId(packed(text), venue);
    }

    /** With the letter of account lists: A for stocks and funds (J is for ELW, Q for ETN, which are not listed here). */
    static String listed(BrokerageView view, int instrumentId) {
        return switch (view.instrumentKind(instrumentId)) {
            case InstrumentKind.STOCK, InstrumentKind.ETF -> "A" + Code.text(view.code(instrumentId));
            case InstrumentKind.GOLD, InstrumentKind.MINI_GOLD -> GoldCode.spelled(Code.text(view.code(instrumentId)));
        };
    }
}
