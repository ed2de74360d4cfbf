package dev.hoga.server;

import dev.hoga.core.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and rates as people write them, and as the core counts them. */
final class Amounts {
    /** Digits after the point of a rate of exchange. */
    static final int RATE_DECIMALS = 4;

    private Amounts() {
    }

    /** Minimal units of an amount. @throws ArithmeticException where it is finer than they are, or too large */
    static long minimalUnits(Currency currency, BigDecimal amount) {
        return amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** The amount of so many minimal units. */
    static BigDecimal amount(Currency currency, long minimalUnits) {
        return BigDecimal.valueOf(minimalUnits, currency.decimals());
    }

    /** A rate as the core counts it. @throws ArithmeticException where it has too many digits */
    static long rate(BigDecimal rate) {
        return rate.setScale(RATE_DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }
}
