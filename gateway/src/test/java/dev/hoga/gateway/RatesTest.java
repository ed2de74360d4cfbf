package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    /** KIS's own examples: changes of holdings with eight decimals, averages with four. */
    @ParameterizedTest
    @CsvSource({"-60,3055,8,-196399345", "60,3085,8,194489465", "1,3,4,333333", "5,0,2,0", "2669075,728002365,2,37", "-1,20000,2,-1"})
    void reckonsPercentsHalvesAwayFromZero(long part, long whole, int decimals, long expected) {
        assertEquals(expected, Rates.percent(part, whole, decimals));
    }

    @ParameterizedTest
    @CsvSource({"224424497,1657,4,1354402517", "7,2,1,35", "1,3,0,0", "2,3,0,1", "9,0,4,0"})
    void dividesHalvesAwayFromZero(long amount, long count, int decimals, long expected) {
        assertEquals(expected, Rates.quotient(amount, count, decimals));
    }

    @ParameterizedTest
    @CsvSource({"10,1,3,3", "10,3,3,10", "9000000000000000000,999999999,1000000000,8999999991000000000"})
    void sharesOutRoundedDown(long amount, long part, long whole, long expected) {
        assertEquals(expected, Rates.share(amount, part, whole));
    }
}
