package dev.hoga.gateway.kiwoom;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** Korean clock times as the broker spells them. Korea has no summer time. */
final class KoreanTime {
    private static final long OFFSET_MS = TimeUnit.HOURS.toMillis(9);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final DateTimeFormatter DATE_TIME =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Seoul"));

    private KoreanTime() {
    }

    /** {@code HHmmss}. */
    static String time(long epochMs) {
        int second = (int) (Math.floorMod(epochMs + OFFSET_MS, DAY_MS) / 1_000);
        int number = second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
        return digits(number, 6);
    }

    /** {@code yyyyMMddHHmmss}. */
    static String dateTime(long epochMs) {
        return DATE_TIME.format(Instant.ofEpochMilli(epochMs));
    }

    /** A number with leading zeros. */
    static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
