package dev.hoga.core;

/**
 * A day's price limits. The width is cut to the tick at the base price, then each limit moves inward to the grid at its own
 * level. Source: KRX Business Regulation art. 20(2), Enforcement Rule art. 31(1).
 *
 * <p>Example: {@code of(70_000, 1, TickTable.STOCK)} is 49,000 to 91,000.
 *
 * @param upperWon the highest price allowed
 * @param lowerWon the lowest price allowed
 */
public record PriceLimits(long upperWon, long lowerWon) {
    private static final long WIDTH_PERCENT = 30;
    private static final long GOLD_WIDTH_PERCENT = 10;
    /** In 1/10 yen: the width of a base price below. */
    private static final long[] TOKYO_BELOW = {1_000, 2_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 50_000, 70_000, 100_000,
        150_000, 200_000, 300_000, 500_000, 700_000, 1_000_000};
    private static final long[] TOKYO_WIDTH = {300, 500, 800, 1_000, 1_500, 3_000, 4_000, 5_000, 7_000, 10_000, 15_000, 30_000,
        40_000, 50_000, 70_000, 100_000, 150_000, 300_000};

    /**
     * The limits of an ordinary day.
     *
     * @param leverage widens the limits of leveraged and inverse funds where its size is 1 or more
     */
    public static PriceLimits of(long baseWon, int leverage, TickTable ticks) {
        return of(baseWon, leverage, ticks, WIDTH_PERCENT);
    }

    /** The limits of an ordinary day of a kind of instrument: gold's are a tenth away. Source: rules C. */
    public static PriceLimits of(InstrumentKind kind, long baseWon, int leverage) {
        return of(baseWon, leverage, TickTable.of(kind), kind.gold() ? GOLD_WIDTH_PERCENT : WIDTH_PERCENT);
    }

    private static PriceLimits of(long baseWon, int leverage, TickTable ticks, long widthPercent) {
        long tick = ticks.tick(baseWon);
        long width = baseWon * widthPercent / 100;
        width = Math.max(1, (width - width % tick) * Math.max(1, Math.abs(leverage)));
        long upper = ticks.floor(baseWon + width);
        long lower = baseWon == 1 ? 1 : ticks.ceil(Math.max(1, baseWon - width));
        return new PriceLimits(upper, lower);
    }

    /**
     * The limits of an ordinary day at an overseas venue, in minimal units of its currency: none in America and Hong Kong, a part
     * of the base price in China and Vietnam, an amount by its size in Tokyo. Source: rules E; Tokyo's bands from its table.
     */
    public static PriceLimits overseas(Venue venue, long base, TickTable ticks) {
        return switch (venue) {
            case SHAA, SZAA, HASE -> within(base, base / 10, ticks);
            case VNSE -> within(base, base * 7 / 100, ticks);
            case TKSE -> within(base, tokyoWidth(base), ticks);
            default -> new PriceLimits(CoreCommands.MAX_OVERSEAS_PRICE, ticks.tick(1));
        };
    }

    private static PriceLimits within(long base, long width, TickTable ticks) {
        return new PriceLimits(ticks.floor(base + width), Math.max(ticks.tick(1), ticks.ceil(Math.max(1, base - width))));
    }

    private static long tokyoWidth(long base) {
        int band = 0;
        while (band < TOKYO_BELOW.length && base >= TOKYO_BELOW[band]) {
            band++;
        }
        return TOKYO_WIDTH[band];
    }

    public boolean contains(long priceWon) {
        return priceWon >= lowerWon && priceWon <= upperWon;
    }
}
