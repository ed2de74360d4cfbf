package dev.hoga.core;

import static java.util.Objects.checkIndex;

/** Reads the indices straight from their board. */
final class IndexReads implements IndexView {
    private final IndexBoard board;
    private final MarketDay day;

    IndexReads(IndexBoard board, MarketDay day) {
        this.board = board;
        this.day = day;
    }

    private MarketIndex index(int id) {
        return board.get(checkIndex(id, board.count()));
    }

    @Override
    public int indexCount() {
        return board.count();
    }

    @Override
    public int indexId(int number) {
        return board.id(number);
    }

    @Override
    public int indexNumber(int indexId) {
        return index(indexId).number;
    }

    @Override
    public String indexName(int indexId) {
        return index(indexId).name;
    }

    @Override
    public Market indexMarket(int indexId) {
        return index(indexId).market;
    }

    @Override
    public IndexScope indexScope(int indexId) {
        return index(indexId).scope;
    }

    @Override
    public long level(int indexId) {
        return index(indexId).level();
    }

    @Override
    public long previousLevel(int indexId) {
        return index(indexId).previousLevel();
    }

    @Override
    public long openLevel(int indexId) {
        return index(indexId).openLevel();
    }

    @Override
    public long highLevel(int indexId) {
        return index(indexId).highLevel();
    }

    @Override
    public long lowLevel(int indexId) {
        return index(indexId).lowLevel();
    }

    @Override
    public long indexVolumeShares(int indexId) {
        return index(indexId).volumeShares();
    }

    @Override
    public long indexTurnoverWon(int indexId) {
        return index(indexId).turnoverWon();
    }

    @Override
    public long previousIndexVolumeShares(int indexId) {
        return index(indexId).previousVolumeShares();
    }

    @Override
    public long previousIndexTurnoverWon(int indexId) {
        return index(indexId).previousTurnoverWon();
    }

    @Override
    public long lastIndexVolumeShares(int indexId) {
        return index(indexId).lastVolumeShares();
    }

    @Override
    public long indexTimeMs(int indexId) {
        return index(indexId).timeMs();
    }

    @Override
    public int memberCount(int indexId) {
        return index(indexId).members();
    }

    @Override
    public int tradedCount(int indexId) {
        return index(indexId).traded();
    }

    @Override
    public int standingCount(int indexId, Standing standing) {
        return index(indexId).standing(standing);
    }

    @Override
    public boolean isMember(int indexId, int instrumentId) {
        return board.isMember(checkIndex(indexId, board.count()), instrumentId);
    }

    @Override
    public void copyIndexMinuteBars(int indexId, int minutes, int below, Bars out) {
        MarketIndex index = index(indexId);
        index.tape.copyMinutes(minutes, below, index.previousLevel(), TradingCalendar.startMs(day.tradingDate()), out);
    }

    @Override
    public void copyIndexDayBars(int indexId, int below, Bars out) {
        MarketIndex index = index(indexId);
        int today = day.tradingDate();
        if (index.openLevel() != 0 && today < below && !out.full()) {
            out.add(today, TradingCalendar.startMs(today), index.previousLevel(), index.openLevel(), index.highLevel(),
                index.lowLevel(), index.level(), index.volumeShares(), index.turnoverWon());
        }
        index.past.copy(below, out);
    }
}
