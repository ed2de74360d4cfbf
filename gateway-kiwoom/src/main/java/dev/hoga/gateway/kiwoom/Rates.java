package dev.hoga.gateway.kiwoom;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages with two decimals, halves away from zero. Source: rules D4, recomputed from the broker's own example. */
final class Rates {
    static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rates() {
    }

    /** Hundredths of a percent; 0 where there is nothing to compare with. Example: 1 of 3 is 3333. */
    static long hundredths(long part, long whole) {
        if (whole == 0) {
            return 0;
        }
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
            .unscaledValue().longValueExact();
    }

    /** As the mock host writes it: twelve characters with leading zeros, a minus in the first place. */
    static String padded(long hundredths) {
        String digits = KoreanTime.digits(Math.abs(hundredths), DECIMALS + 1);
        String text = digits.substring(0, digits.length() - DECIMALS) + '.' + digits.substring(digits.length() - DECIMALS);
        String sign = hundredths < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, 12 - sign.length() - text.length())) + text;
    }
}
