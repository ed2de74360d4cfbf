package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;

/** Codes of gold as this broker spells them: an M before the exchange's, {@code M04020000}. */
final class GoldCode {
    private static final String LETTER = "M";

    private GoldCode() {
    }

    /** The exchange's code; empty where the text is none of this broker's for gold. */
    static String bare(String text) {
        return text.startsWith(LETTER) ? text.substring(LETTER.length()) : "";
    }

    /** The packed code, 0 for none. */
    static long pack(String text) {
        return Code.pack(bare(text));
    }

    /** The instrument, -1 where there is no such gold. */
    static int find(BrokerageView view, String text) {
        int id = view.instrumentId(pack(text));
        return id >= 0 && view.instrumentKind(id).gold() ? id : -1;
    }

    static String spelled(String code) {
        return LETTER + code;
    }
}
