package dev.hoga.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Where market time is to stand at the start: the value of {@code --clock}. */
public sealed interface ClockStart {

    /** The market's time zone. */
    ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** The first and the last year a clock may be set to. */
    int FIRST_YEAR = 2000;
    int LAST_YEAR = 2099;

    /** The opening of the current trading date, on most 09:00:00; on a weekend or holiday that of the next one. */
    record Open() implements ClockStart {
    }

    /** Host time. */
    record Now() implements ClockStart {
    }

    /** A given time. @param marketTimeMs milliseconds since the epoch */
    record At(long marketTimeMs) implements ClockStart {
    }

    /**
     * Reads {@code open}, {@code now} or an ISO-8601 time; a time without offset is Korean time.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static ClockStart parse(String text) {
        return switch (text) {
            case "open" -> new Open();
            case "now" -> new Now();
            default -> new At(parseTimeMs(text));
        };
    }

    /** Milliseconds since the epoch of an ISO-8601 time; without offset it is Korean time. */
    static long parseTimeMs(String text) {
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                time = LocalDateTime.parse(text).atZone(SEOUL).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("'" + text + "' is no time; write it like 2026-11-20T09:00:00+09:00");
            }
        }
        int year = time.atZone(SEOUL).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("'" + text + "' is outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return time.toEpochMilli();
    }

    /** The market time that is asked for, milliseconds since the epoch. @param hostTimeMs the present */
    default long targetMs(long hostTimeMs, KrxCalendar calendar) {
        return switch (this) {
            case Now() -> hostTimeMs;
            case At(long marketTimeMs) -> marketTimeMs;
            case Open() -> {
                LocalDate today = Instant.ofEpochMilli(hostTimeMs).atZone(SEOUL).toLocalDate();
                LocalDate date = calendar.tradingDateFrom(today);
                yield date.atTime(calendar.opening(date)).atZone(SEOUL).toInstant().toEpochMilli();
            }
        };
    }

    /** ISO-8601 with the Korean offset and milliseconds. */
    static String format(long marketTimeMs) {
        return Times.ISO_MILLIS.format(Instant.ofEpochMilli(marketTimeMs).atZone(SEOUL));
    }
}
