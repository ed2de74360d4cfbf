package dev.hoga.core;

/**
 * A cell for each grid price between the day's limits, and a bitmap of the cells that hold orders: finding, making and
 * closing a level takes a few instructions and no allocation. The handle of a level is its distance from the lower limit in
 * ticks.
 */
final class DensePriceLevels implements PriceLevels {
    /** The most ticks between the limits: one word of summary bits over 64 words of 64. */
    static final int MAX_LEVELS = 4_096;

    private static final int CELL_LONGS = 2;

    private final boolean highestIsBest;
    /** The band that holds the base price, which is where most orders come; the others are in the arrays. */
    private final long mainStartWon;
    private final long mainEndWon;
    private final int mainTickWon;
    private final int mainFirstLevel;
    private final int[] bandFirstLevel;
    private final long[] bandStartWon;
    private final int[] bandTickWon;
    /** For each level: queue ends (head, tail), then shares. */
    private final long[] cells;
    private final long[] occupied;
    private long occupiedWords;
    private int best = NONE;

    DensePriceLevels(Side side, PriceLimits limits, TickTable ticks) {
        highestIsBest = side == Side.BUY;
        int firstBand = ticks.band(limits.lowerWon());
        int bands = ticks.band(limits.upperWon()) - firstBand + 1;
        bandFirstLevel = new int[bands];
        bandStartWon = new long[bands];
        bandTickWon = new int[bands];
        for (int i = 0; i < bands; i++) {
            bandStartWon[i] = i == 0 ? limits.lowerWon() : ticks.bandStart(firstBand + i);
            bandTickWon[i] = Math.toIntExact(ticks.bandTick(firstBand + i));
            if (i > 0) {
                bandFirstLevel[i] = bandFirstLevel[i - 1] + (int) ((bandStartWon[i] - bandStartWon[i - 1]) / bandTickWon[i - 1]);
            }
        }
        int main = ticks.band((limits.lowerWon() + limits.upperWon()) / 2) - firstBand;
        mainStartWon = bandStartWon[main];
        mainEndWon = main + 1 < bands ? bandStartWon[main + 1] : limits.upperWon() + 1;
        mainTickWon = bandTickWon[main];
        mainFirstLevel = bandFirstLevel[main];
        int levels = Math.toIntExact(levelCount(limits, ticks));
        cells = new long[levels * CELL_LONGS];
        occupied = new long[(levels + Long.SIZE - 1) / Long.SIZE];
    }

    /** How many grid prices lie between the limits. */
    static long levelCount(PriceLimits limits, TickTable ticks) {
        long count = 1;
        long from = limits.lowerWon();
        for (int band = ticks.band(from); band < ticks.band(limits.upperWon()); band++) {
            long next = ticks.bandStart(band + 1);
            count += (next - from) / ticks.bandTick(band);
            from = next;
        }
        return count + (limits.upperWon() - from) / ticks.tick(from);
    }

    @Override
    public int open(long priceWon) {
        if (priceWon >= mainStartWon && priceWon < mainEndWon) {
            return mainFirstLevel + (int) (priceWon - mainStartWon) / mainTickWon;
        }
        int band = bandStartWon.length - 1;
        while (band > 0 && priceWon < bandStartWon[band]) {
            band--;
        }
        return bandFirstLevel[band] + (int) (priceWon - bandStartWon[band]) / bandTickWon[band];
    }

    @Override
    public long priceWon(int level) {
        long mainWon = mainStartWon + (long) (level - mainFirstLevel) * mainTickWon;
        if (level >= mainFirstLevel && mainWon < mainEndWon) {
            return mainWon;
        }
        int band = bandFirstLevel.length - 1;
        while (band > 0 && level < bandFirstLevel[band]) {
            band--;
        }
        return bandStartWon[band] + (long) (level - bandFirstLevel[band]) * bandTickWon[band];
    }

    @Override
    public int best() {
        return best;
    }

    @Override
    public int worst() {
        return highestIsBest ? lowest() : highest();
    }

    @Override
    public int worse(int level) {
        return highestIsBest ? below(level) : above(level);
    }

    private int highest() {
        if (occupiedWords == 0) {
            return NONE;
        }
        int word = Long.SIZE - 1 - Long.numberOfLeadingZeros(occupiedWords);
        return word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(occupied[word]);
    }

    private int lowest() {
        if (occupiedWords == 0) {
            return NONE;
        }
        int word = Long.numberOfTrailingZeros(occupiedWords);
        return word * Long.SIZE + Long.numberOfTrailingZeros(occupied[word]);
    }

    private int below(int level) {
        int word = level >> 6;
        long lower = occupied[word] & (1L << level) - 1;
        if (lower != 0) {
            return word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(lower);
        }
        long words = occupiedWords & (1L << word) - 1;
        if (words == 0) {
            return NONE;
        }
        int next = Long.SIZE - 1 - Long.numberOfLeadingZeros(words);
        return next * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(occupied[next]);
    }

    private int above(int level) {
        int word = level >> 6;
        long higher = occupied[word] & -2L << level;
        if (higher != 0) {
            return word * Long.SIZE + Long.numberOfTrailingZeros(higher);
        }
        long words = occupiedWords & -2L << word;
        if (words == 0 || word == Long.SIZE - 1) {
            return NONE;
        }
        int next = Long.numberOfTrailingZeros(words);
        return next * Long.SIZE + Long.numberOfTrailingZeros(occupied[next]);
    }

    @Override
    public int head(int level) {
        return (int) (cells[level * CELL_LONGS] >>> 32);
    }

    @Override
    public int tail(int level) {
        return (int) cells[level * CELL_LONGS];
    }

    @Override
    public void queue(int level, int head, int tail) {
        cells[level * CELL_LONGS] = (long) head << 32 | tail;
        int word = level >> 6;
        if (head != 0) {
            occupied[word] |= 1L << level;
            occupiedWords |= 1L << word;
            if (best == NONE || highestIsBest == level > best) {
                best = level;
            }
        } else {
            occupied[word] &= ~(1L << level);
            if (occupied[word] == 0) {
                occupiedWords &= ~(1L << word);
            }
            if (level == best) {
                best = highestIsBest ? highest() : lowest();
            }
        }
    }

    @Override
    public long shares(int level) {
        return cells[level * CELL_LONGS + 1];
    }

    @Override
    public void addShares(int level, long shares) {
        cells[level * CELL_LONGS + 1] += shares;
    }

    @Override
    public long sharesAt(long priceWon) {
        return shares(open(priceWon));
    }
}
