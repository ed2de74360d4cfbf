package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of every table, on every kind of day. Source: rules 0, A1, B. */
class SessionPlanTest {
    private static final int LAST_OLD_DAY = day(2026, 9, 11);
    private static final int FIRST_NEW_DAY = day(2026, 9, 14);
    private static final int HOUR = 60;

    private static int day(int year, int month, int dayOfMonth) {
        return Math.toIntExact(LocalDate.of(year, month, dayOfMonth).toEpochDay());
    }

    private static List<String> lines(SessionPlan plan) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < plan.count(); i++) {
            lines.add(LocalTime.ofNanoOfDay(plan.startMs(i) * 1_000_000) + " " + plan.phase(i));
        }
        return lines;
    }

    private static final List<String> KRX_BY_DAY = List.of("08:30 PRE_OPEN", "08:40 OPENING_AUCTION", "09:00 CONTINUOUS",
        "15:20 CLOSING_AUCTION", "15:30 CLOSE_PRICE_ENTRY", "15:40 CLOSE_PRICE");

    private static List<String> and(List<String> first, String... then) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return all;
    }

    @Test
    void holdsTwelveAuctionsAfterHoursOnKrxUntilTheEleventhOfSeptember2026() {
        List<String> expected = and(KRX_BY_DAY, "16:00 SINGLE_PRICE", "16:10 SINGLE_PRICE", "16:20 SINGLE_PRICE",
            "16:30 SINGLE_PRICE", "16:40 SINGLE_PRICE", "16:50 SINGLE_PRICE", "17:00 SINGLE_PRICE", "17:10 SINGLE_PRICE",
            "17:20 SINGLE_PRICE", "17:30 SINGLE_PRICE", "17:40 SINGLE_PRICE", "17:50 SINGLE_PRICE", "18:00 CLOSED");
        assertEquals(expected, lines(SessionPlan.of(Venue.KRX, LAST_OLD_DAY, 0, 0)));
        assertEquals(expected, lines(SessionPlan.of(Venue.KRX, FIRST_NEW_DAY - 1, 0, 0)));
    }

    @Test
    void hasAnAfterMarketOnKrxFromTheFourteenthOfSeptember2026() {
        assertEquals(and(KRX_BY_DAY, "16:00 AFTER_MARKET", "20:00 CLOSED"),
            lines(SessionPlan.of(Venue.KRX, FIRST_NEW_DAY, 0, 0)));
    }

    @Test
    void tradesGoldBetweenTwoAuctionsAndNotAfterHalfPastThree() {
        assertEquals(List.of("08:30 OPENING_AUCTION", "09:00 CONTINUOUS", "15:20 CLOSING_AUCTION", "15:30 CLOSED"),
            lines(SessionPlan.of(Venue.GOLD, FIRST_NEW_DAY, 0, 0)));
        assertEquals(List.of("09:30 OPENING_AUCTION", "10:00 CONTINUOUS", "16:20 CLOSING_AUCTION", "16:30 CLOSED"),
            lines(SessionPlan.of(Venue.GOLD, FIRST_NEW_DAY, 60, 60)));
    }

    @Test
    void pausesNxtAroundTheAuctionsOfKrx() {
        assertEquals(List.of("08:00 PRE_MARKET", "08:50 PAUSE", "09:00:30 MAIN", "15:20 PAUSE", "15:30 AFTER_MARKET_AUCTION",
            "15:40 AFTER_MARKET", "20:00 CLOSED"), lines(SessionPlan.of(Venue.NXT, FIRST_NEW_DAY, 0, 0)));
    }

    @Test
    void hasNoNxtBeforeItsFirstDay() {
        assertEquals(0, SessionPlan.of(Venue.NXT, day(2025, 3, 3), 0, 0).count());
        assertEquals(7, SessionPlan.of(Venue.NXT, day(2025, 3, 4), 0, 0).count());
    }

    @Test
    void hasNoSessionOfItsOwnForRoutedOrders() {
        assertEquals(0, SessionPlan.of(Venue.SOR, FIRST_NEW_DAY, 0, 0).count());
    }

    @Test
    void opensAtTenAndClosesAsUsualOnTheFirstTradingDayOfAYear() {
        assertEquals(List.of("09:30 PRE_OPEN", "09:40 OPENING_AUCTION", "10:00 CONTINUOUS", "15:20 CLOSING_AUCTION",
            "15:30 CLOSE_PRICE_ENTRY", "15:40 CLOSE_PRICE", "16:00 AFTER_MARKET", "20:00 CLOSED"),
            lines(SessionPlan.of(Venue.KRX, day(2027, 1, 4), HOUR, 0)));
        assertEquals(List.of("10:00:30 MAIN", "15:20 PAUSE", "15:30 AFTER_MARKET_AUCTION", "15:40 AFTER_MARKET", "20:00 CLOSED"),
            lines(SessionPlan.of(Venue.NXT, day(2027, 1, 4), HOUR, 0)));
    }

    @Test
    void movesAllButTheEndByAnHourOnTheExamDay() {
        assertEquals(List.of("09:30 PRE_OPEN", "09:40 OPENING_AUCTION", "10:00 CONTINUOUS", "16:20 CLOSING_AUCTION",
            "16:30 CLOSE_PRICE_ENTRY", "16:40 CLOSE_PRICE", "17:00 AFTER_MARKET", "20:00 CLOSED"),
            lines(SessionPlan.of(Venue.KRX, day(2026, 11, 19), HOUR, HOUR)));
        assertEquals(List.of("10:00:30 MAIN", "16:20 PAUSE", "16:30 AFTER_MARKET_AUCTION", "16:40 AFTER_MARKET", "20:00 CLOSED"),
            lines(SessionPlan.of(Venue.NXT, day(2026, 11, 19), HOUR, HOUR)));
    }

    @Test
    void leavesOutTheAuctionsAfterHoursThatTheExamDayWouldMoveBehindTheEnd() {
        assertEquals(List.of("09:30 PRE_OPEN", "09:40 OPENING_AUCTION", "10:00 CONTINUOUS", "16:20 CLOSING_AUCTION",
            "16:30 CLOSE_PRICE_ENTRY", "16:40 CLOSE_PRICE", "17:00 SINGLE_PRICE", "17:10 SINGLE_PRICE", "17:20 SINGLE_PRICE",
            "17:30 SINGLE_PRICE", "17:40 SINGLE_PRICE", "17:50 SINGLE_PRICE", "18:00 CLOSED"),
            lines(SessionPlan.of(Venue.KRX, day(2025, 11, 13), HOUR, HOUR)));
    }

    @Test
    void knowsThePhaseOfEachSecond() {
        for (Venue venue : Venue.values()) {
            SessionPlan plan = SessionPlan.of(venue, FIRST_NEW_DAY, 0, 0);
            for (long second = 0; second < 86_400; second++) {
                long ms = second * 1_000;
                int expected = -1;
                for (int i = 0; i < plan.count(); i++) {
                    expected = plan.startMs(i) <= ms ? i : expected;
                }
                assertEquals(expected, plan.indexAt(ms));
            }
        }
    }

    @Test
    void endsEveryAuctionWithinHalfAMinuteAndNothingElseAtRandom() {
        for (int epochDay : new int[] {LAST_OLD_DAY, FIRST_NEW_DAY}) {
            for (Venue venue : Venue.values()) {
                SessionPlan plan = SessionPlan.of(venue, epochDay, 0, 0);
                Set<Phase> random = new HashSet<>();
                for (int i = 0; i < plan.count(); i++) {
                    for (long seed = 0; seed < 50; seed++) {
                        long late = plan.randomMs(i, seed, epochDay);
                        assertTrue(late >= 0 && late <= 30_000, "" + late);
                        if (late > 0) {
                            random.add(plan.phase(i - 1));
                        }
                    }
                }
                assertEquals(switch (venue) {
                    case KRX -> epochDay == LAST_OLD_DAY
                        ? Set.of(Phase.OPENING_AUCTION, Phase.CLOSING_AUCTION, Phase.SINGLE_PRICE)
                        : Set.of(Phase.OPENING_AUCTION, Phase.CLOSING_AUCTION);
                    case NXT -> Set.of(Phase.AFTER_MARKET_AUCTION);
                    case GOLD -> Set.of(Phase.OPENING_AUCTION, Phase.CLOSING_AUCTION);
                    default -> Set.of();
                }, random);
            }
        }
    }

    @Test
    void endsNoTwoAuctionsAtTheSameMomentButTheSameSeedAlwaysDoes() {
        var seen = new HashSet<Long>();
        for (int epochDay = FIRST_NEW_DAY; epochDay < FIRST_NEW_DAY + 100; epochDay++) {
            SessionPlan plan = SessionPlan.of(Venue.KRX, epochDay, 0, 0);
            long opening = plan.randomMs(2, 7, epochDay);
            assertEquals(opening, SessionPlan.of(Venue.KRX, epochDay, 0, 0).randomMs(2, 7, epochDay));
            assertNotEquals(opening, plan.randomMs(4, 7, epochDay));
            seen.add(opening);
        }
        assertTrue(seen.size() > 90, "only " + seen.size() + " different moments");
        assertTrue(seen.stream().anyMatch(late -> late > 25_000) && seen.stream().anyMatch(late -> late < 5_000));
    }
}
