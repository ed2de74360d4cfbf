package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.Venue;
import java.math.BigDecimal;

/** How the control API spells instruments: as their market does, and overseas with the venue, such as {@code NASD:AAPL}. */
final class ControlCode {
    private static final char SEPARATOR = ':';
    /** What Kiwoom puts before the exchange's code of gold. */
    private static final String GOLD_BEFORE = "M";

    private ControlCode() {
    }

    /** The packed code; 0 where the text is none. */
    static long pack(String text) {
        int at = text.indexOf(SEPARATOR);
        if (at < 0) {
            boolean gold = text.length() == Code.MAX_LENGTH + 1 && text.startsWith(GOLD_BEFORE);
            return Code.pack(gold ? text.substring(1) : text);
        }
        for (Venue venue : Venue.values()) {
            if (venue.overseas() && venue.name().contentEquals(text.subSequence(0, at))) {
                return Code.pack(venue, text.substring(at + 1));
            }
        }
        return 0;
    }

    static String text(long packed) {
        return Code.isOverseas(packed) ? Code.venue(packed).name() + SEPARATOR + Code.text(packed) : Code.text(packed);
    }

    /** What an instrument is paid in. */
    static Currency currency(long packed) {
        return Code.isOverseas(packed) ? Code.venue(packed).currency() : Currency.KRW;
    }

    /** An amount of an instrument's currency as people write it. */
    static Object amount(long packed, long minimalUnits) {
        Currency currency = currency(packed);
        BigDecimal amount = Amounts.amount(currency, minimalUnits);
        return currency.decimals() == 0 ? (Object) minimalUnits : amount;
    }
}
