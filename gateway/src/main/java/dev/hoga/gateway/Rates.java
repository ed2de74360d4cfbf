package dev.hoga.gateway;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Percentages, halves away from zero. Source: rules D4, recomputed from Kiwoom's own example; KIS's examples agree (a turnover
 * rate of 0.3666 prints as 0.37).
 */
public final class Rates {
    /** The decimals that both brokers usually write. */
    public static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rates() {
    }

    /** Hundredths of a percent; 0 where there is nothing to compare with. Example: 1 of 3 is 3333. */
    public static long hundredths(long part, long whole) {
        return percent(part, whole, DECIMALS);
    }

    /** Percent, in units of its last decimal; 0 where there is nothing to compare with. Example: 1 of 3 with 4 is 333333. */
    public static long percent(long part, long whole, int decimals) {
        return quotient(BigDecimal.valueOf(part).multiply(HUNDRED), whole, decimals);
    }

    /** The part of an amount that falls to a part of the shares it is for, rounded down. Example: of 10 for 1 of 3 it is 3. */
    public static long share(long amount, long part, long whole) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole)).longValueExact();
    }

    /** A quotient, in units of its last decimal; 0 where nothing is there to divide by. Example: 7 by 2 with 1 is 35. */
    public static long quotient(long amount, long count, int decimals) {
        return quotient(BigDecimal.valueOf(amount), count, decimals);
    }

    private static long quotient(BigDecimal part, long whole, int decimals) {
        return whole == 0 ? 0
            : part.divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
