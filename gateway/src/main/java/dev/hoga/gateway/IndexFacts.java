package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.IndexView;
import dev.hoga.core.Market;
import dev.hoga.core.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * An index as it stood when it was read. Levels are hundredths of a point, those before the day's first trade 0 but for the last one.
 *
 * @param number the exchange's number of it, such as 1001 for KOSDAQ
 * @param lastVolumeShares what was traded in the last second in which anything was
 * @param timeMs market time of the last change, 0 before the first of the day
 */
public record IndexFacts(int number, String name, Market market, long level, long previousLevel, long openLevel, long highLevel,
    long lowLevel, long volumeShares, long previousVolumeShares, long turnoverWon, long previousTurnoverWon, long lastVolumeShares,
    long timeMs, Breadth breadth) {
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;

    /**
     * How an index's members stand. Those at a limit are counted apart from those that have only risen or fallen.
     *
     * @param traded members that have traded today
     */
    public record Breadth(int members, int traded, int upperLimit, int up, int unchanged, int down, int lowerLimit) {

        /** The part of the members that have traded, in hundredths of a percent. */
        public long tradedHundredths() {
            return Rates.hundredths(traded, members);
        }
    }

    /** Reads one index. @param id its id in the core */
    public static IndexFacts read(BrokerageView view, int id) {
        IndexView of = view.indices();
        var breadth = new Breadth(of.memberCount(id), of.tradedCount(id), of.standingCount(id, Standing.UPPER_LIMIT),
            of.standingCount(id, Standing.UP), of.standingCount(id, Standing.UNCHANGED), of.standingCount(id, Standing.DOWN),
            of.standingCount(id, Standing.LOWER_LIMIT));
        return new IndexFacts(of.indexNumber(id), of.indexName(id), of.indexMarket(id), of.level(id), of.previousLevel(id),
            of.openLevel(id), of.highLevel(id), of.lowLevel(id), of.indexVolumeShares(id), of.previousIndexVolumeShares(id),
            of.indexTurnoverWon(id), of.previousIndexTurnoverWon(id), of.lastIndexVolumeShares(id), of.indexTimeMs(id), breadth);
    }

    /** Reads all of them, of which there are some hundreds at most. */
    public static List<IndexFacts> readAll(BrokerageView view) {
        var all = new ArrayList<IndexFacts>();
        for (int id = 0; id < view.indices().indexCount(); id++) {
            all.add(read(view, id));
        }
        return all;
    }

    /** The level against that of the day before. */
    public long change() {
        return level - previousLevel;
    }

    /** The same in hundredths of a percent. */
    public long changeHundredths() {
        return Rates.hundredths(change(), previousLevel);
    }

    /** 2 up, 3 unchanged, 5 down: an index has no limits. */
    public String changeSign() {
        return sign(level, previousLevel);
    }

    /** The same of any level against another; one that is not there yet counts as unchanged. */
    public static String sign(long level, long against) {
        if (level == 0 || level == against) {
            return "3";
        }
        return level > against ? "2" : "5";
    }

    /** As both brokers count the volume of an index. */
    public long volumeThousands() {
        return volumeShares / THOUSAND;
    }

    public long previousVolumeThousands() {
        return previousVolumeShares / THOUSAND;
    }

    public long lastVolumeThousands() {
        return lastVolumeShares / THOUSAND;
    }

    public long turnoverMillions() {
        return turnoverWon / MILLION;
    }

    public long previousTurnoverMillions() {
        return previousTurnoverWon / MILLION;
    }
}
