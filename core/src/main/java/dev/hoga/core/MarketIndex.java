package dev.hoga.core;

import java.util.Arrays;

/**
 * An index: what its members are worth at their last prices, by listed shares, against what they were worth at an anchor. Levels
 * are hundredths of a point, halves up. Members that come or go, and base prices that are set, move the anchor and not the level.
 */
final class MarketIndex {
    /** The highest level to begin with: a million points. */
    static final long MAX_LEVEL = 100_000_000;

    final int number;
    final String name;
    final Market market;
    final IndexScope scope;
    final String sector;

    private long anchorLevel;
    private long anchorWon;
    private long valueWon;
    /** What the members would be worth at their upper limits: what every sum here stays below. */
    private long mostWon;
    private long level;
    private long previousLevel;
    private long openLevel;
    private long highLevel;
    private long lowLevel;
    private long volumeShares;
    private long turnoverWon;
    private long previousVolumeShares;
    private long previousTurnoverWon;
    private long lastVolumeShares;
    private long timeMs;
    private int members;
    private int traded;
    private final int[] standings = new int[Standing.count()];
    /** Whether anything has changed since it was reckoned, and how much was traded. */
    private boolean touched;
    private long newShares;
    private long newWon;
    final DayTape tape = new DayTape();
    final PastDays past = new PastDays();

    MarketIndex(int number, String name, Market market, IndexScope scope, String sector, long startLevel) {
        this.number = number;
        this.name = name;
        this.market = market;
        this.scope = scope;
        this.sector = sector;
        anchorLevel = startLevel;
        level = startLevel;
        previousLevel = startLevel;
    }

    /** Whether an instrument belongs to it by what it is. */
    boolean holds(Instrument instrument) {
        return instrument.venue == Venue.KRX && instrument.kind == InstrumentKind.STOCK && instrument.market == market && switch (scope) {
            case MARKET -> true;
            case SECTOR -> instrument.sector.equals(sector);
            case LARGE -> Volatility.indexMember(instrument);
        };
    }

    /** Whether it has room for one more. */
    boolean admits(long mostOfMemberWon) {
        return mostOfMemberWon <= Proportion.MOST - mostWon;
    }

    /** Takes in a member that has not traded today, worth so much at its base price; the level stays. */
    void join(long memberWon, long mostOfMemberWon) {
        rebase(memberWon);
        mostWon += mostOfMemberWon;
        members++;
        standings[Standing.UNCHANGED.ordinal()]++;
    }

    /** Lets a member go that has not traded today; the level stays. */
    void leave(long memberWon, long mostOfMemberWon, Standing standing) {
        rebase(-memberWon);
        mostWon -= mostOfMemberWon;
        members--;
        standings[standing.ordinal()]--;
    }

    private void rebase(long moreWon) {
        if (valueWon == anchorWon) {
            anchorWon += moreWon;
        } else {
            anchorLevel = level;
            anchorWon = valueWon + moreWon;
        }
        valueWon += moreWon;
    }

    /** Notes what has become of a member. */
    void move(long changeWon, long shares, long won, boolean firstTrade) {
        valueWon += changeWon;
        newShares += shares;
        newWon += won;
        traded += firstTrade ? 1 : 0;
        touched = true;
    }

    void stand(Standing before, Standing now) {
        standings[before.ordinal()]--;
        standings[now.ordinal()]++;
    }

    /** Reckons the level anew where a member has moved. @return whether one has */
    boolean reckon(long nowMs) {
        if (!touched) {
            return false;
        }
        touched = false;
        level = anchorWon == 0 ? anchorLevel : Proportion.of(anchorLevel, valueWon, anchorWon);
        timeMs = nowMs;
        if (traded > 0) {
            openLevel = openLevel == 0 ? level : openLevel;
            highLevel = Math.max(highLevel, level);
            lowLevel = lowLevel == 0 ? level : Math.min(lowLevel, level);
        }
        if (newShares > 0) {
            tape.addMinute(level, newShares, newWon, nowMs);
            volumeShares += newShares;
            turnoverWon += newWon;
            lastVolumeShares = newShares;
            newShares = 0;
            newWon = 0;
        }
        return true;
    }

    /** Ends a date and begins the next without members, who join at their new base prices. */
    void startDay(int endedDate) {
        past.add(endedDate, previousLevel, openLevel, highLevel, lowLevel, level, volumeShares, turnoverWon);
        tape.clear();
        previousLevel = level;
        previousVolumeShares = volumeShares;
        previousTurnoverWon = turnoverWon;
        anchorLevel = level;
        anchorWon = 0;
        valueWon = 0;
        mostWon = 0;
        openLevel = 0;
        highLevel = 0;
        lowLevel = 0;
        volumeShares = 0;
        turnoverWon = 0;
        lastVolumeShares = 0;
        timeMs = 0;
        members = 0;
        traded = 0;
        Arrays.fill(standings, 0);
    }

    long level() {
        return level;
    }

    long previousLevel() {
        return previousLevel;
    }

    long openLevel() {
        return openLevel;
    }

    long highLevel() {
        return highLevel;
    }

    long lowLevel() {
        return lowLevel;
    }

    long volumeShares() {
        return volumeShares;
    }

    long turnoverWon() {
        return turnoverWon;
    }

    long previousVolumeShares() {
        return previousVolumeShares;
    }

    long previousTurnoverWon() {
        return previousTurnoverWon;
    }

    long lastVolumeShares() {
        return lastVolumeShares;
    }

    long timeMs() {
        return timeMs;
    }

    int members() {
        return members;
    }

    int traded() {
        return traded;
    }

    int standing(Standing standing) {
        return standings[standing.ordinal()];
    }

    void write(StateWriter out) {
        out.putLong(number);
        out.putString(name);
        out.putLong(market.ordinal());
        out.putLong(scope.ordinal());
        out.putString(sector);
        out.putLong(anchorLevel);
        out.putLong(anchorWon);
        out.putLong(valueWon);
        out.putLong(mostWon);
        out.putLong(level);
        out.putLong(previousLevel);
        out.putLong(openLevel);
        out.putLong(highLevel);
        out.putLong(lowLevel);
        out.putLong(volumeShares);
        out.putLong(turnoverWon);
        out.putLong(previousVolumeShares);
        out.putLong(previousTurnoverWon);
        out.putLong(lastVolumeShares);
        out.putLong(timeMs);
        out.putLong(members);
        out.putLong(traded);
        for (int count : standings) {
            out.putLong(count);
        }
        tape.write(out);
        past.write(out);
    }

    static MarketIndex read(StateReader in) {
        var index = new MarketIndex((int) in.getLong(), in.getString(), Market.of((int) in.getLong()),
            IndexScope.of((int) in.getLong()), in.getString(), in.getLong());
        index.anchorWon = in.getLong();
        index.valueWon = in.getLong();
        index.mostWon = in.getLong();
        index.level = in.getLong();
        index.previousLevel = in.getLong();
        index.openLevel = in.getLong();
        index.highLevel = in.getLong();
        index.lowLevel = in.getLong();
        index.volumeShares = in.getLong();
        index.turnoverWon = in.getLong();
        index.previousVolumeShares = in.getLong();
        index.previousTurnoverWon = in.getLong();
        index.lastVolumeShares = in.getLong();
        index.timeMs = in.getLong();
        index.members = (int) in.getLong();
        index.traded = (int) in.getLong();
        for (int standing = 0; standing < index.standings.length; standing++) {
            index.standings[standing] = (int) in.getLong();
        }
        index.tape.read(in);
        index.past.read(in);
        return index;
    }
}
