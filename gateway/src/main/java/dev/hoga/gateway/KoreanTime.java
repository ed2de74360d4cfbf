package dev.hoga.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Korean clock times as the brokers spell them. Korea has no summer time. */
public final class KoreanTime {
    private static final long OFFSET_MS = TimeUnit.HOURS.toMillis(9);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final DateTimeFormatter DATE_TIME =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Seoul"));

    private static final DateTimeFormatter WRITTEN_OUT =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private static final DateTimeFormatter BASIC_SMART = DateTimeFormatter.ofPattern("uuuuMMdd");

    private KoreanTime() {
    }

    /** {@code HHmmss}. */
    public static String time(long epochMs) {
        int second = (int) (Math.floorMod(epochMs + OFFSET_MS, DAY_MS) / 1_000);
        int number = second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
        return digits(number, 6);
    }

    /** {@code yyyyMMddHHmmss}. */
    public static String dateTime(long epochMs) {
        return DATE_TIME.format(Instant.ofEpochMilli(epochMs));
    }

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    public static String writtenOut(long epochMs) {
        return WRITTEN_OUT.format(Instant.ofEpochMilli(epochMs));
    }

    /** {@code yyyyMMdd} of a day counted from 1970-01-01. */
    public static String date(int epochDay) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay(epochDay));
    }

    /** {@code yyyyMMdd} of a moment. */
    public static String dateOf(long epochMs) {
        return date((int) Math.floorDiv(epochMs + OFFSET_MS, DAY_MS));
    }

    /**
     * The day of {@code yyyyMMdd}, counted from 1970-01-01; a day that its month does not have is the month's last. Empty where the
     * text is no date.
     */
    public static OptionalInt day(String date) {
        try {
            return OptionalInt.of(Math.toIntExact(LocalDate.parse(date, BASIC_SMART).toEpochDay()));
        } catch (DateTimeParseException | ArithmeticException e) {
            return OptionalInt.empty();
        }
    }

    /** A number with leading zeros. */
    public static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
