package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Prices and amounts of foreign currencies as KIS reads and writes them. */
final class OverseasAmounts {
    /** Finer than any unit: no price is so. */
    static final long TOO_FINE = -1;

    private static final int TEN = 10;
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{0,12})?");

    private OverseasAmounts() {
    }

    /** A price in minimal units; empty where the text is none, {@link #TOO_FINE} where it is finer than they are. */
    static OptionalLong price(Currency currency, String text) {
        if (!PRICE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal price = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        if (price.stripTrailingZeros().scale() > currency.decimals()) {
            return OptionalLong.of(TOO_FINE);
        }
        BigDecimal units = price.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
        return OptionalLong.of(units.unscaledValue().longValueExact());
    }

    /** An amount of minimal units in units of another number of decimals, cut. */
    static long scaled(Currency currency, long amount, int decimals) {
        long scaled = amount;
        for (int at = currency.decimals(); at < decimals; at++) {
            scaled = Math.multiplyExact(scaled, (long) TEN);
        }
        for (int at = currency.decimals(); at > decimals; at--) {
            scaled /= TEN;
        }
        return scaled;
    }

    /** Writes an amount of minimal units with so many decimals, cut. */
    static ResponseBody fill(ResponseBody out, String field, Currency currency, long amount, int decimals) {
        return out.decimal(field, scaled(currency, amount, decimals), decimals);
    }
}
