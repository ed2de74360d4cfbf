package dev.hoga.core;

/**
 * What a real day of an instrument came to: a row of daily prices that a generated day can be bound to. All four prices are 0
 * where nothing traded. Immutable.
 *
 * @param epochDay the trading date, days since 1970-01-01
 * @param baseWon the base price of the date, from which the limits follow
 * @param openWon the first price
 * @param closeWon the price of the closing auction, which is the last one
 * @param volumeShares shares traded
 */
public record DailyRow(int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon, long volumeShares) {

    /** Why no day of this exchange can come to a row. */
    public enum Fault {
        NONE,
        /** The base price is none, or not on the grid. */
        BASE,
        /** Prices without volume, or volume without prices. */
        HALF_TRADED,
        /** The highest price is not the highest, or the lowest not the lowest. */
        ORDER,
        /** A price is not on the grid: a trade of a midpoint order, of which there are none here. */
        OFF_GRID,
        /** A price lies beyond the limits that follow from the base price. */
        BEYOND_LIMITS,
        /** There are more different prices than shares to trade at them. */
        TOO_FEW_SHARES,
        /** More shares than an instrument can trade in a day. */
        TOO_MANY_SHARES
    }

    /** The most shares of a day: a hundred billion. */
    public static final long MAX_VOLUME_SHARES = 100_000_000_000L;

    /** Whether anything traded. */
    public boolean traded() {
        return volumeShares > 0;
    }

    /** Whether the highest price lies apart from the first and from the last. */
    public boolean highIsApart() {
        return highWon != openWon && highWon != closeWon;
    }

    /** Whether the lowest price lies apart from the first and from the last. */
    public boolean lowIsApart() {
        return lowWon != openWon && lowWon != closeWon;
    }

    /**
     * Why the row cannot be, on a grid and with limits of an ordinary day.
     *
     * @param leverage of a fund, 1 for shares
     */
    public Fault fault(TickTable ticks, int leverage) {
        if (baseWon <= 0 || baseWon > CoreCommands.MAX_PRICE_WON || !ticks.onGrid(baseWon)) {
            return Fault.BASE;
        }
        if (volumeShares < 0 || traded() != (lowWon > 0) || !traded() && (openWon | highWon | lowWon | closeWon) != 0) {
            return Fault.HALF_TRADED;
        }
        if (!traded()) {
            return Fault.NONE;
        }
        if (lowWon > Math.min(openWon, closeWon) || highWon < Math.max(openWon, closeWon)) {
            return Fault.ORDER;
        }
        if (!ticks.onGrid(openWon) || !ticks.onGrid(highWon) || !ticks.onGrid(lowWon) || !ticks.onGrid(closeWon)) {
            return Fault.OFF_GRID;
        }
        PriceLimits limits = PriceLimits.of(baseWon, leverage, ticks);
        if (!limits.contains(lowWon) || !limits.contains(highWon)) {
            return Fault.BEYOND_LIMITS;
        }
        if (volumeShares > MAX_VOLUME_SHARES) {
            return Fault.TOO_MANY_SHARES;
        }
        return volumeShares < fewestShares() ? Fault.TOO_FEW_SHARES : Fault.NONE;
    }

    /** A share for each price that must trade. */
    private long fewestShares() {
        int apart = (highIsApart() ? 1 : 0) + (lowIsApart() ? 1 : 0);
        return 1 + apart + (apart > 0 || closeWon != openWon ? 1 : 0);
    }

    public void write(StateWriter out) {
        out.putLong(epochDay);
        out.putLong(baseWon);
        out.putLong(openWon);
        out.putLong(highWon);
        out.putLong(lowWon);
        out.putLong(closeWon);
        out.putLong(volumeShares);
    }

    /** Reads what {@link #write} wrote. */
    public static DailyRow read(StateReader in) {
        return new DailyRow((int) in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
