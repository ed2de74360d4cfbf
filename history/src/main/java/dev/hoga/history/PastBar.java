package dev.hoga.history;

/** A minute or a date of an instrument. @param startMs when it begins; midnight of the date for a date's */
public record PastBar(int date, long startMs, long openWon, long highWon, long lowWon, long closeWon, long volumeShares,
    long turnoverWon) {
}
