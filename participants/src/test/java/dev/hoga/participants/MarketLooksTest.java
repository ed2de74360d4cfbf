package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a generated day of the default universe looks like, from outside: events that everybody hears and books that everybody
 * sees. The figures are those of docs/simulated.md.
 */
class MarketLooksTest {
    private static final int INSTRUMENTS = 98;
    private static final int BUSIEST = 30;
    private static final long SEED = 2;
    /** A day's mean over thirty instruments that move together is too rough for a bound; that of some days is not. */
    private static final int DAYS = 3;
    private static final long LOOK_EVERY_MS = 5_000;
    private static final long AUCTION_ENDS_WITHIN_MS = 30_000;
    private static final int FEWER_INSTRUMENTS = 70;

    private static MarketStatistics seen;
    private static List<Integer> busiest;
    private static List<Integer> all;

    @BeforeAll
    static void watchADay() {
        seen = day(SEED);
        all = seen.busiest(INSTRUMENTS);
        busiest = all.subList(0, BUSIEST);
        System.out.printf("seed %d: %d trades, %d changes of books, %d billion won; busiest %d, quietest %d trades%n", SEED,
            trades(), seen.bookChanges, seen.volumeWon / 1_000_000_000, most(), fewest());
        System.out.println("trades by half hour: " + Arrays.toString(seen.tradesOfHalfHour));
    }

    private static MarketStatistics day(long seed) {
        var statistics = new MarketStatistics(INSTRUMENTS);
        var day = new SimulatedDay(statistics, INSTRUMENTS, seed, 100);
        statistics.watch(day.view);
        day.run(0, SimulatedDay.CONTINUOUS_MS, LOOK_EVERY_MS, statistics::look);
        day.tickTo(SimulatedDay.SESSION_MS + AUCTION_ENDS_WITHIN_MS);
        return statistics;
    }

    private static long trades() {
        return Arrays.stream(seen.trades).sum();
    }

    private static long most() {
        return seen.trades[all.getFirst()];
    }

    private static long fewest() {
        return seen.trades[all.getLast()];
    }

    @Test
    void spreadsAreNarrow() {
        double narrow = MarketStatistics.share(seen.narrow, seen.looks, busiest);
        System.out.printf("spread of at most 3 ticks in the %d busiest: %.2f %% of the time%n", BUSIEST, 100 * narrow);
        assertTrue(narrow >= 0.90, "only " + narrow);
    }

    @Test
    void booksAreTenLevelsDeep() {
        double deep = MarketStatistics.share(seen.deep, seen.looks, all);
        double deepOfBusiest = MarketStatistics.share(seen.deep, seen.looks, busiest);
        System.out.printf("ten levels on both sides: %.2f %% of the time, %.2f %% in the busiest%n", 100 * deep, 100 * deepOfBusiest);
        assertTrue(deep >= 0.95, "only " + deep);
        assertTrue(deepOfBusiest >= 0.95, "only " + deepOfBusiest);
    }

    @Test
    void turbulenceLastsAndDirectionDoesNot() {
        double[] mean = new double[4];
        for (int day = 0; day < DAYS; day++) {
            MarketStatistics statistics = day == 0 ? seen : day(SEED + day);
            double[] ofDay = autocorrelations(statistics);
            Arrays.setAll(mean, i -> mean[i] + ofDay[i] / DAYS);
            System.out.printf("seed %d: autocorrelation of one-minute returns, mean of the %d busiest: of their size %.3f (last "
                + "price), %.3f (middle of the book); of themselves %.3f, %.3f%n", SEED + day, BUSIEST, ofDay[0], ofDay[1], ofDay[2],
                ofDay[3]);
            assertTrue(ofDay[0] > 0.1 && ofDay[1] > 0.1, "of size " + ofDay[0] + ", " + ofDay[1]);
        }
        assertEquals(0, mean[2], 0.05, "of the last price's returns");
        assertEquals(0, mean[3], 0.1, "of the middle's returns");
    }

    private static double[] autocorrelations(MarketStatistics day) {
        List<Integer> ids = day.busiest(BUSIEST);
        return new double[] {day.autocorrelation(day.last, ids, true), day.autocorrelation(day.middle, ids, true),
            day.autocorrelation(day.last, ids, false), day.autocorrelation(day.middle, ids, false)};
    }

    @Test
    void seventyInstrumentsMakeAMillionOrdersAndTwoHundredThousandFills() {
        var statistics = new MarketStatistics(FEWER_INSTRUMENTS);
        var day = new SimulatedDay(statistics, FEWER_INSTRUMENTS, SEED, 100);
        statistics.watch(day.view);
        day.tickTo(SimulatedDay.CONTINUOUS_MS - LOOK_EVERY_MS);
        long orders = day.orders();
        long trades = Arrays.stream(statistics.trades).sum();
        System.out.printf("%d instruments: %d orders, %d trades, each two fills%n", FEWER_INSTRUMENTS, orders, trades);
        assertTrue(orders >= 1_000_000, "only " + orders + " orders");
        assertTrue(2 * trades >= 200_000, "only " + trades + " trades");
    }

    @Test
    void nxtIsAliveAndSmallerThanKrx() {
        System.out.println(seen.tradesAtNxt + " trades at NXT");
        assertTrue(seen.tradesAtNxt > trades() / 50 && seen.tradesAtNxt < trades() / 2, seen.tradesAtNxt + " at NXT");
    }

    @Test
    void someAreBusyAndSomeAreQuiet() {
        assertTrue(most() >= 50 * fewest(), most() + " and " + fewest());
        assertTrue(fewest() > 0, "nobody trades in one");
    }

    @Test
    void theDayIsBusyAtBothEnds() {
        long[] halfHours = seen.tradesOfHalfHour;
        long noon = (halfHours[5] + halfHours[6] + halfHours[7]) / 3;
        assertTrue(halfHours[0] > 2 * noon, Arrays.toString(halfHours));
        // Of the last half hour only twenty minutes trade continuously.
        assertTrue(3 * halfHours[12] > 4 * noon, Arrays.toString(halfHours));
    }

    @Test
    void pricesStayWithinTheLimitsAndMeetThemSometimes() {
        int met = 0;
        int days = 0;
        for (MarketStatistics day = seen; days < 6; day = met > 0 ? day : day(SEED + days)) {
            assertEquals(0, Arrays.stream(day.beyondLimit).sum());
            met += (int) Arrays.stream(day.touchedLimit).filter(trades -> trades > 0).count();
            days++;
            if (met > 0) {
                break;
            }
        }
        System.out.println(met + " instruments met a limit within " + days + " days");
        assertTrue(met > 0 && met < INSTRUMENTS / 10, met + " met a limit");
    }
}
