package dev.hoga.core;

/**
 * What can be read of the indices, on the core's own thread, between commands. Levels are hundredths of a point. An index is
 * reckoned at the next whole second of market time after a member's price or volume has changed, as the exchange does, so what is
 * read here is at most a second old. Ids are 0 to {@link #indexCount}, exclusive; asking for another throws
 * {@link IndexOutOfBoundsException}.
 */
public interface IndexView {

    int indexCount();

    /** The id of the exchange's number of an index, or -1. Example: 1001 is KOSDAQ. */
    int indexId(int number);

    int indexNumber(int indexId);

    String indexName(int indexId);

    Market indexMarket(int indexId);

    IndexScope indexScope(int indexId);

    long level(int indexId);

    /** The level at which the trading date before ended, or with which the index began. */
    long previousLevel(int indexId);

    /** The day's first level, 0 before a member has traded. */
    long openLevel(int indexId);

    /** The day's highest level, 0 before a member has traded. */
    long highLevel(int indexId);

    /** The day's lowest level, 0 before a member has traded. */
    long lowLevel(int indexId);

    /** Shares of members traded today. */
    long indexVolumeShares(int indexId);

    /** Won of members traded today. */
    long indexTurnoverWon(int indexId);

    long previousIndexVolumeShares(int indexId);

    long previousIndexTurnoverWon(int indexId);

    /** What was traded in the last second in which anything was. */
    long lastIndexVolumeShares(int indexId);

    /** Market time at which it was reckoned last with a change, 0 before the first time of the day. */
    long indexTimeMs(int indexId);

    int memberCount(int indexId);

    /** Members that have traded today. */
    int tradedCount(int indexId);

    /** Members that stand so against their base prices. */
    int standingCount(int indexId, Standing standing);

    boolean isMember(int indexId, int instrumentId);

    /** Copies bars of the trading date as {@link BrokerageView#copyMinuteBars} does; prices are levels. */
    void copyIndexMinuteBars(int indexId, int minutes, int below, Bars out);

    /** Copies the days lived here as {@link BrokerageView#copyDayBars} does; prices are levels. Nothing is said of days before. */
    void copyIndexDayBars(int indexId, int below, Bars out);
}
