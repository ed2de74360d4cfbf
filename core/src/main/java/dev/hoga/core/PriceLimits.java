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

    public boolean contains(long priceWon) {
        return priceWon >= lowerWon && priceWon <= upperWon;
    }
}
