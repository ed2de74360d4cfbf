package dev.hoga.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Price grid, limits, costs and averages once more, slowly and straight from the rule book (rules A2, D3, D4), so that the
 * core's own can be compared with them.
 */
final class NaiveRules {

    private NaiveRules() {
    }

    private static boolean isGold(InstrumentKind kind) {
        return kind == InstrumentKind.GOLD || kind == InstrumentKind.MINI_GOLD;
    }

    static long tick(InstrumentKind kind, long priceWon) {
        if (isGold(kind)) {
            return 10;
        }
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

    /** The grid price at or below a price, by trying each; 0 where there is none. */
    static long floor(InstrumentKind kind, long priceWon) {
        long price = priceWon;
        while (price > 0 && !onGrid(kind, price)) {
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
        long width = BigDecimal.valueOf(baseWon).multiply(new BigDecimal(isGold(kind) ? "0.1" : "0.3"))
            .divide(BigDecimal.valueOf(tick), 0, RoundingMode.FLOOR).longValueExact() * tick;
        return Math.max(1, width * Math.abs(leverage));
    }

    static long upper(InstrumentKind kind, int leverage, long baseWon) {
        return floor(kind, baseWon + width(kind, leverage, baseWon));
    }

    static long lower(InstrumentKind kind, int leverage, long baseWon) {
        return baseWon == 1 ? 1 : ceil(kind, baseWon - width(kind, leverage, baseWon));
    }

    /** The most shares of one quote (ER 14(1)3), parts of one rounded up. */
    static BigInteger quoteSize(InstrumentKind kind, long listed, long base) {
        if (isGold(kind)) {
            return BigInteger.valueOf(5_000);
        }
        BigDecimal shares = BigDecimal.valueOf(listed);
        BigDecimal price = BigDecimal.valueOf(base);
        BigDecimal billions = shares.multiply(price).movePointLeft(9);
        BigDecimal most;
        if (billions.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
            most = BigDecimal.valueOf(100).movePointRight(9).divide(price, 0, RoundingMode.CEILING);
        } else if (billions.compareTo(BigDecimal.valueOf(100)) >= 0) {
            most = shares.movePointLeft(2);
        } else if (billions.compareTo(BigDecimal.valueOf(20)) >= 0) {
            most = BigDecimal.ONE.movePointRight(9).divide(price, 0, RoundingMode.CEILING);
        } else {
            most = shares.multiply(new BigDecimal("0.05"));
        }
        return most.setScale(0, RoundingMode.CEILING).toBigInteger();
    }

    /** Whether a price is so many thousandths or more away; three won do not count below 1,000 (rules A6). */
    static boolean tooFar(long reference, long price, int perMille) {
        long away = Math.abs(price - reference);
        boolean few = reference < 1_000 && away <= 3;
        return !few && BigDecimal.valueOf(away).compareTo(BigDecimal.valueOf(reference).multiply(BigDecimal.valueOf(perMille, 3))) >= 0;
    }

    private static boolean inKospi200(NaiveShare share) {
        BigInteger worth = BigInteger.valueOf(share.listed).multiply(BigInteger.valueOf(share.base));
        return share.kind == InstrumentKind.STOCK && share.market == Market.KOSPI && Code.text(share.code).endsWith("0")
            && worth.compareTo(BigInteger.TEN.pow(12)) >= 0;
    }

    private static boolean calm(NaiveShare share) {
        return share.kind == InstrumentKind.ETF ? share.sector.startsWith("KOSPI 200") && Math.abs(share.leverage) == 1
            : inKospi200(share);
    }

    static int dynamicPerMille(NaiveShare share) {
        return calm(share) ? 30 : 60;
    }

    static int closingPerMille(NaiveShare share, boolean expiry) {
        return expiry && inKospi200(share) ? 10 : calm(share) ? 20 : 40;
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
        if (kind != InstrumentKind.STOCK) {
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

    private static final List<Phase> KRX_DAY = List.of(Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS,
        Phase.CLOSING_AUCTION, Phase.CLOSE_PRICE_ENTRY, Phase.CLOSE_PRICE, Phase.SINGLE_PRICE, Phase.AFTER_MARKET);

    /** Whether a type can be immediate-or-cancel or fill-or-kill at all. */
    static boolean combines(OrderType type, TimeInForce force) {
        return force == TimeInForce.DAY || force != TimeInForce.PRE_MARKET
            && List.of(OrderType.LIMIT, OrderType.MARKET, OrderType.BEST_COUNTER).contains(type);
    }

    /** The same at NXT (rules B). */
    static boolean combinesAtNxt(OrderType type, TimeInForce force) {
        return switch (type) {
            case LIMIT, BEST_COUNTER -> true;
            case MARKET -> force != TimeInForce.PRE_MARKET;
            case BEST_OWN -> force == TimeInForce.DAY || force == TimeInForce.PRE_MARKET;
            default -> force == TimeInForce.DAY;
        };
    }

    /** Why a phase of NXT that is not closed does not take a type (rules B), or null. */
    static Reject refusalAtNxt(Phase phase, OrderType type, TimeInForce force, LocalDate date) {
        TimeInForce asked = combinesAtNxt(type, force) ? force : TimeInForce.DAY;
        boolean early = asked == TimeInForce.PRE_MARKET && (phase != Phase.PRE_MARKET || date.isBefore(LocalDate.of(2026, 9, 14)));
        boolean takes = switch (phase) {
            case PRE_MARKET, AFTER_MARKET -> List.of(OrderType.LIMIT, OrderType.BEST_COUNTER, OrderType.BEST_OWN).contains(type);
            case MAIN -> List.of(OrderType.LIMIT, OrderType.BEST_COUNTER, OrderType.BEST_OWN).contains(type)
                || type == OrderType.MARKET && asked != TimeInForce.DAY;
            case VOLATILITY_AUCTION, AFTER_MARKET_AUCTION -> type == OrderType.LIMIT && asked == TimeInForce.DAY;
            default -> false;
        };
        return takes && !early ? null : Reject.NOT_IN_THIS_PHASE;
    }

    /** Why a phase of KRX that is not closed does not take a type (rules A1, A3), or null. */
    static Reject refusal(Phase phase, OrderType type, TimeInForce force, boolean fund, boolean closed, boolean traded) {
        Phase first = switch (type) {
            case PREVIOUS_CLOSE, LIMIT, MARKET, BEST_COUNTER, BEST_OWN, CONDITIONAL -> Phase.PRE_OPEN;
            case TODAYS_CLOSE -> Phase.CLOSE_PRICE_ENTRY;
            case SINGLE_PRICE -> Phase.SINGLE_PRICE;
        };
        Phase last = switch (type) {
            case PREVIOUS_CLOSE -> Phase.PRE_OPEN;
            case TODAYS_CLOSE -> Phase.CLOSE_PRICE;
            case SINGLE_PRICE -> Phase.SINGLE_PRICE;
            case LIMIT, MARKET, BEST_COUNTER, BEST_OWN, CONDITIONAL -> Phase.CLOSING_AUCTION;
        };
        boolean regular = last == Phase.CLOSING_AUCTION;
        if (phase == Phase.HALTED) {
            return Reject.NOT_IN_THIS_PHASE;
        }
        if (phase == Phase.VOLATILITY_AUCTION || phase == Phase.REOPENING_AUCTION) {
            return refusal(Phase.OPENING_AUCTION, type, force, fund, closed, traded);
        }
        if (phase == Phase.AFTER_MARKET && regular) {
            boolean never = type == OrderType.MARKET || type == OrderType.CONDITIONAL;
            return never || fund ? Reject.NOT_IN_THIS_PHASE : null;
        }
        if (KRX_DAY.indexOf(phase) < KRX_DAY.indexOf(first) || KRX_DAY.indexOf(phase) > KRX_DAY.indexOf(last)) {
            return regular ? Reject.MARKET_CLOSED : Reject.NOT_IN_THIS_PHASE;
        }
        boolean atOnce = force != TimeInForce.DAY && combines(type, force);
        boolean floats = type == OrderType.BEST_COUNTER || type == OrderType.BEST_OWN;
        boolean converted = type == OrderType.CONDITIONAL && phase == Phase.CLOSING_AUCTION;
        boolean noClose = phase.compareTo(Phase.CLOSING_AUCTION) > 0 && (!closed || !traded && type == OrderType.TODAYS_CLOSE);
        return phase.auction() && (atOnce || floats) || converted || noClose ? Reject.NOT_IN_THIS_PHASE : null;
    }
}
