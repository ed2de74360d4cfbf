package dev.hoga.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Price grid, limits, costs and averages once more, slowly and straight from the rule book (rules A2, D3, D4), so that the
 * core's own can be compared with them.
 */
final class NaiveRules {

    private NaiveRules() {
    }

    static long tick(InstrumentKind kind, long priceWon) {
        if (priceWon < 2_000) {
            return 1;
        }
        if (kind == InstrumentKind.ETF || priceWon < 5_000) {
            return 5;
        }
        if (priceWon < 20_000) {
            return 10;
        }
        if (priceWon < 50_000) {
            return 50;
        }
        if (priceWon < 200_000) {
            return 100;
        }
        return priceWon < 500_000 ? 500 : 1_000;
    }

    static boolean onGrid(InstrumentKind kind, long priceWon) {
        return priceWon > 0 && priceWon % tick(kind, priceWon) == 0;
    }

    /** The grid price at or below a price, by trying each. */
    static long floor(InstrumentKind kind, long priceWon) {
        long price = priceWon;
        while (!onGrid(kind, price)) {
            price--;
        }
        return price;
    }

    /** The grid price at or above a price, by trying each. */
    static long ceil(InstrumentKind kind, long priceWon) {
        long price = priceWon;
        while (!onGrid(kind, price)) {
            price++;
        }
        return price;
    }

    static long up(InstrumentKind kind, long priceWon) {
        return ceil(kind, priceWon + 1);
    }

    static long down(InstrumentKind kind, long priceWon) {
        return floor(kind, priceWon - 1);
    }

    private static long width(InstrumentKind kind, int leverage, long baseWon) {
        long tick = tick(kind, baseWon);
        long width = BigDecimal.valueOf(baseWon).multiply(new BigDecimal("0.3"))
            .divide(BigDecimal.valueOf(tick), 0, RoundingMode.FLOOR).longValueExact() * tick;
        return Math.max(1, width * Math.abs(leverage));
    }

    static long upper(InstrumentKind kind, int leverage, long baseWon) {
        return floor(kind, baseWon + width(kind, leverage, baseWon));
    }

    static long lower(InstrumentKind kind, int leverage, long baseWon) {
        return baseWon == 1 ? 1 : ceil(kind, baseWon - width(kind, leverage, baseWon));
    }

    /** A part of an amount, cut to a unit. */
    private static BigInteger cut(BigInteger amountWon, long ratePpb, long unitWon) {
        return amountWon.multiply(BigInteger.valueOf(ratePpb)).divide(BigInteger.valueOf(1_000_000_000L))
            .divide(BigInteger.valueOf(unitWon)).multiply(BigInteger.valueOf(unitWon));
    }

    static BigInteger commission(long ratePpb, BigInteger amountWon) {
        return cut(amountWon, ratePpb, 10);
    }

    static BigInteger saleTax(InstrumentKind kind, int year, BigInteger amountWon) {
        if (kind == InstrumentKind.ETF) {
            return BigInteger.ZERO;
        }
        return cut(amountWon, switch (year) {
            case 2024 -> 1_800_000;
            case 2025 -> 1_500_000;
            default -> 2_000_000;
        }, 1);
    }

    static long commission(long ratePpb, long amountWon) {
        return commission(ratePpb, BigInteger.valueOf(amountWon)).longValueExact();
    }
}
