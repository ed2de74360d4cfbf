package dev.hoga.participants;

/** How busy the market is by the time of day: most after the open and before the close, least at lunch and before the open. */
final class Season {
    private static final long OPEN_MS = 9 * 3_600_000L;
    private static final long STEP_MS = 15 * 60_000L;
    private static final int BEFORE_OPEN_PERCENT = 60;
    /** Percent of an average moment, every quarter of an hour from the open on. */
    private static final int[] PERCENT = {
        330, 235, 175, 145, 122, 106, 95, 88, 82, 76, 71, 67, 63,
        61, 59, 61, 65, 69, 74, 80, 86, 93, 102, 114, 132, 165, 240};

    private Season() {
    }

    /** Activity from the open to a time of day, in percent of an average second times seconds. */
    static long area(long timeOfDayMs) {
        long sinceOpenMs = Math.max(0, timeOfDayMs - OPEN_MS);
        long area = 0;
        for (long fromMs = 0; fromMs < sinceOpenMs; fromMs += STEP_MS) {
            long lengthMs = Math.min(STEP_MS, sinceOpenMs - fromMs);
            area += (percent(OPEN_MS + fromMs) + percent(OPEN_MS + fromMs + lengthMs)) * lengthMs / 2_000;
        }
        return area;
    }

    /** Activity at a time of day, in percent of an average moment. */
    static int percent(long timeOfDayMs) {
        if (timeOfDayMs < OPEN_MS) {
            return BEFORE_OPEN_PERCENT;
        }
        long sinceOpenMs = timeOfDayMs - OPEN_MS;
        int step = (int) Math.min(PERCENT.length - 2L, sinceOpenMs / STEP_MS);
        long intoMs = Math.min(STEP_MS, sinceOpenMs - step * STEP_MS);
        return (int) (PERCENT[step] + (PERCENT[step + 1] - PERCENT[step]) * intoMs / STEP_MS);
    }
}
