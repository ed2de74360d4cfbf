package dev.hoga.core;

/**
 * The price grid: bands of prices, each with its tick. Immutable reference data.
 *
 * <p>Source: KRX Enforcement Rule art. 32(2), in force since 2023-01-25 (shares) and 2023-12-11 (ETF, ETN).
 */
public final class TickTable {
    /** Shares of KOSPI and KOSDAQ. */
    public static final TickTable STOCK = new TickTable(
        new long[] {0, 2_000, 5_000, 20_000, 50_000, 200_000, 500_000},
        new long[] {1, 5, 10, 50, 100, 500, 1_000});
    /** Exchange-traded funds and notes. */
    public static final TickTable ETF = new TickTable(new long[] {0, 2_000}, new long[] {1, 5});

    /** Gold, by the gram. Source: rules C. */
    public static final TickTable GOLD = flat(10);
    /** America, in 1/10,000 dollars: below a dollar finer. */
    private static final TickTable AMERICA = new TickTable(new long[] {0, 10_000}, new long[] {1, 100});
    /** Hong Kong's spreads of equities since 2025-08-04, in 1/1,000 dollars. */
    private static final TickTable HONG_KONG = new TickTable(
        new long[] {0, 250, 500, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000},
        new long[] {1, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000});
    /** Shares of Shanghai and Shenzhen, in 1/1,000 yuan. */
    private static final TickTable CHINA = flat(10);
    /** Members of TOPIX 500, in 1/10 yen. */
    private static final TickTable TOKYO = new TickTable(
        new long[] {0, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000},
        new long[] {1, 5, 10, 50, 100, 500, 1_000});
    private static final TickTable HANOI = flat(100);
    private static final TickTable HO_CHI_MINH = new TickTable(new long[] {0, 10_000, 50_000}, new long[] {10, 50, 100});

    private final long[] bandStartWon;
    private final long[] bandTickWon;

    private TickTable(long[] bandStartWon, long[] bandTickWon) {
        this.bandStartWon = bandStartWon;
        this.bandTickWon = bandTickWon;
    }

    /** The same tick at every price. */
    static TickTable flat(long tickWon) {
        return new TickTable(new long[] {0}, new long[] {tickWon});
    }

    /** The table of a kind of instrument. */
    public static TickTable of(InstrumentKind kind) {
        return switch (kind) {
            case STOCK -> STOCK;
            case ETF -> ETF;
            case GOLD, MINI_GOLD -> GOLD;
        };
    }

    /** The table of shares of an overseas venue, in minimal units of its currency. Source: rules E. */
    public static TickTable of(Venue overseas) {
        return switch (overseas) {
            case NASD, NYSE, AMEX -> AMERICA;
            case SEHK -> HONG_KONG;
            case SHAA, SZAA -> CHINA;
            case TKSE -> TOKYO;
            case HASE -> HANOI;
            case VNSE -> HO_CHI_MINH;
            default -> throw new IllegalArgumentException(overseas + " is not overseas");
        };
    }

    /** The tick at a price. */
    public long tick(long priceWon) {
        return bandTickWon[band(priceWon)];
    }

    public boolean onGrid(long priceWon) {
        return priceWon > 0 && priceWon % tick(priceWon) == 0;
    }

    /** The largest grid price at or below a price. */
    public long floor(long priceWon) {
        return priceWon - priceWon % tick(priceWon);
    }

    /** The smallest grid price at or above a price. */
    public long ceil(long priceWon) {
        long floor = floor(priceWon);
        return floor == priceWon ? priceWon : floor + tick(floor);
    }

    /** The grid price above a grid price. */
    public long up(long priceWon) {
        return priceWon + tick(priceWon);
    }

    /** The grid price below a grid price. */
    public long down(long priceWon) {
        return priceWon - tick(priceWon - 1);
    }

    /** The band of a price: counted without a branch, because from one instrument to the next none could be foretold. */
    int band(long priceWon) {
        int band = 0;
        for (int next = 1; next < bandStartWon.length; next++) {
            band += (int) (bandStartWon[next] - 1 - priceWon >>> Long.SIZE - 1);
        }
        return band;
    }

    long bandStart(int band) {
        return bandStartWon[band];
    }

    long bandTick(int band) {
        return bandTickWon[band];
    }
}
