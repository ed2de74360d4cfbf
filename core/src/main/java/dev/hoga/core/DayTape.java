package dev.hoga.core;

import java.util.Arrays;

/**
 * What a chart of an instrument's trading date is made of: a bar for each minute with a trade, and the newest trades one by
 * one. Bounded, and nothing is made before the first trade.
 */
final class DayTape {
    /** The newest trades that are kept one by one. */
    static final int TRADES = 4_096;

    private static final int FIRST_ROOM = 16;
    private static final long MINUTE_MS = 60_000;

    private static final int BAR_LONGS = 5;
    /** Minutes since the epoch, and the first price. */
    private static final int MINUTE_AND_OPEN = 0;
    private static final int HIGH_AND_LOW = 1;
    private static final int CLOSE = 2;
    private static final int VOLUME = 3;
    private static final int TURNOVER = 4;

    private static final int TRADE_LONGS = 2;
    /** Price and shares, then time and the taker's side. */
    private static final int PRICE_AND_SHARES = 0;
    private static final int TIME_AND_TAKER = 1;
    /** 0 where there was no taker, else one more than the side's ordinal. */
    private static final int TAKER_BITS = 2;
    private static final int TAKER_MASK = (1 << TAKER_BITS) - 1;

    private static final long LOW_INT = 0xFFFF_FFFFL;
    private static final long[] NOTHING = {};

    private long[] bars = NOTHING;
    private int barCount;
    /** A ring once it has grown to its bound. */
    private long[] trades = NOTHING;
    private long tradeCount;

    /** Notes a trade; times never decrease. That of an auction can be more than a record holds: then it is kept as several. */
    void add(long priceWon, long shares, long timeMs) {
        addMinute(priceWon, shares, priceWon * shares, timeMs);
        for (long left = shares; left > 0; left -= LOW_INT) {
            addTrade(priceWon, Math.min(left, LOW_INT), timeMs);
        }
    }

    private void addTrade(long priceWon, long shares, long timeMs) {
        int room = trades.length / TRADE_LONGS;
        if (tradeCount == room && room < TRADES) {
            trades = Arrays.copyOf(trades, Math.max(FIRST_ROOM, room * 2) * TRADE_LONGS);
        }
        int at = at(tradeCount++);
        trades[at + PRICE_AND_SHARES] = priceWon << Integer.SIZE | shares;
        trades[at + TIME_AND_TAKER] = timeMs << TAKER_BITS;
    }

    /** Notes the side of the newest trade's taker; without it there was none. */
    void taken(Side side) {
        trades[at(tradeCount - 1) + TIME_AND_TAKER] |= side.ordinal() + 1;
    }

    /** When the last trade was, 0 before the first. */
    long lastMs() {
        return tradeCount == 0 ? 0 : trades[at(tradeCount - 1) + TIME_AND_TAKER] >> TAKER_BITS;
    }

    private int at(long trade) {
        return (int) (trade % (trades.length / TRADE_LONGS)) * TRADE_LONGS;
    }

    /** Notes what was traded at a level, without keeping the trade; times never decrease. */
    void addMinute(long priceWon, long shares, long amountWon, long timeMs) {
        long minute = Math.floorDiv(timeMs, MINUTE_MS);
        int at = (barCount - 1) * BAR_LONGS;
        if (barCount == 0 || bars[at + MINUTE_AND_OPEN] >> Integer.SIZE != minute) {
            if (barCount * BAR_LONGS == bars.length) {
                bars = Arrays.copyOf(bars, Math.max(FIRST_ROOM, barCount * 2) * BAR_LONGS);
            }
            at = barCount++ * BAR_LONGS;
            bars[at + MINUTE_AND_OPEN] = minute << Integer.SIZE | priceWon;
            bars[at + HIGH_AND_LOW] = priceWon << Integer.SIZE | priceWon;
        }
        long high = Math.max(priceWon, bars[at + HIGH_AND_LOW] >> Integer.SIZE);
        long low = Math.min(priceWon, bars[at + HIGH_AND_LOW] & LOW_INT);
        bars[at + HIGH_AND_LOW] = high << Integer.SIZE | low;
        bars[at + CLOSE] = priceWon;
        bars[at + VOLUME] += shares;
        bars[at + TURNOVER] += amountWon;
    }

    /** Hands the day's minutes to history. @return how many there are */
    int hand(int instrument, Outbox to) {
        for (int at = 0; at < barCount * BAR_LONGS; at += BAR_LONGS) {
            to.minuteBar(instrument, (bars[at + MINUTE_AND_OPEN] >> Integer.SIZE) * MINUTE_MS, bars[at + MINUTE_AND_OPEN] & LOW_INT,
                bars[at + HIGH_AND_LOW] >> Integer.SIZE, bars[at + HIGH_AND_LOW] & LOW_INT, bars[at + CLOSE], bars[at + VOLUME],
                bars[at + TURNOVER]);
        }
        return barCount;
    }

    /** Forgets the day. */
    void clear() {
        bars = NOTHING;
        barCount = 0;
        trades = NOTHING;
        tradeCount = 0;
    }

    /**
     * Copies bars of so many minutes each, counted from midnight, the newest first. A bar's place is the minute of the day at
     * which it begins.
     */
    void copyMinutes(int minutes, int below, long baseWon, long dayStartMs, Bars out) {
        int last = barCount - 1;
        while (last >= 0 && !out.full()) {
            int place = place(last, minutes, dayStartMs);
            int first = last;
            while (first > 0 && place(first - 1, minutes, dayStartMs) == place) {
                first--;
            }
            if (place < below) {
                merge(first, last, place, dayStartMs, baseWon, out);
            }
            last = first - 1;
        }
    }

    /** The minute of the day at which the bar of so many minutes begins that holds a minute's bar. */
    private int place(int bar, int minutes, long dayStartMs) {
        int minute = (int) ((bars[bar * BAR_LONGS + MINUTE_AND_OPEN] >> Integer.SIZE) - dayStartMs / MINUTE_MS);
        return minute - minute % minutes;
    }

    private void merge(int first, int last, int place, long dayStartMs, long baseWon, Bars out) {
        long high = 0;
        long low = Long.MAX_VALUE;
        long volume = 0;
        long turnover = 0;
        for (int bar = first; bar <= last; bar++) {
            int at = bar * BAR_LONGS;
            high = Math.max(high, bars[at + HIGH_AND_LOW] >> Integer.SIZE);
            low = Math.min(low, bars[at + HIGH_AND_LOW] & LOW_INT);
            volume += bars[at + VOLUME];
            turnover += bars[at + TURNOVER];
        }
        out.add(place, dayStartMs + place * MINUTE_MS, baseWon, bars[first * BAR_LONGS + MINUTE_AND_OPEN] & LOW_INT, high, low,
            bars[last * BAR_LONGS + CLOSE], volume, turnover);
    }

    /**
     * Copies bars of so many trades each, counted from the day's first trade on, the newest first. A bar's place is the number
     * of trades before it. A bar whose first trades are no longer kept is no bar.
     */
    void copyTrades(int each, int below, long baseWon, Bars out) {
        long oldest = Math.max(0, tradeCount - trades.length / TRADE_LONGS);
        long newest = Math.min(tradeCount, below) - 1;
        for (long first = newest / each * each; newest >= 0 && first >= oldest && !out.full(); first -= each) {
            long end = Math.min(tradeCount, first + each);
            long high = 0;
            long low = Long.MAX_VALUE;
            long volume = 0;
            long turnover = 0;
            for (long trade = first; trade < end; trade++) {
                long price = priceWon(trade);
                high = Math.max(high, price);
                low = Math.min(low, price);
                volume += trades[at(trade)] & LOW_INT;
                turnover += price * (trades[at(trade)] & LOW_INT);
            }
            out.add((int) first, timeMs(end - 1), baseWon, priceWon(first), high, low, priceWon(end - 1), volume, turnover);
        }
    }

    /** Tells of the trades that have fewer trades before them than a number, the newest first, of so many at most. */
    void tell(int below, int limit, RecentTradeListener to) {
        long oldest = Math.max(0, tradeCount - trades.length / TRADE_LONGS);
        long newest = Math.min(tradeCount, below) - 1;
        for (long trade = newest; trade >= oldest && trade > newest - limit; trade--) {
            long shares = trades[at(trade)] & LOW_INT;
            long taker = trades[at(trade) + TIME_AND_TAKER] & TAKER_MASK;
            long takenShares = taker == 0 ? 0 : taker == Side.BUY.ordinal() + 1 ? shares : -shares;
            to.trade((int) trade, priceWon(trade), shares, takenShares, timeMs(trade));
        }
    }

    private long timeMs(long trade) {
        return trades[at(trade) + TIME_AND_TAKER] >> TAKER_BITS;
    }

    private long priceWon(long trade) {
        return trades[at(trade) + PRICE_AND_SHARES] >> Integer.SIZE;
    }

    void write(StateWriter out) {
        out.putLong(barCount);
        out.putLongs(bars, 0, barCount * BAR_LONGS);
        out.putLong(tradeCount);
        int kept = (int) Math.min(tradeCount, trades.length / TRADE_LONGS);
        for (long trade = tradeCount - kept; trade < tradeCount; trade++) {
            out.putLongs(trades, at(trade), at(trade) + TRADE_LONGS);
        }
    }

    void read(StateReader in) {
        barCount = (int) in.getLong();
        bars = new long[barCount * BAR_LONGS];
        in.getLongs(bars, 0, bars.length);
        tradeCount = in.getLong();
        int kept = (int) Math.min(tradeCount, TRADES);
        int room = kept == 0 ? 0 : Math.max(FIRST_ROOM, Integer.highestOneBit(kept - 1 | 1) * 2);
        trades = new long[Math.min(TRADES, room) * TRADE_LONGS];
        for (long trade = tradeCount - kept; trade < tradeCount; trade++) {
            in.getLongs(trades, at(trade), at(trade) + TRADE_LONGS);
        }
    }
}
