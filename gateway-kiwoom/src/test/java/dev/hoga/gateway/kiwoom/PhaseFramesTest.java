package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Phase;
import dev.hoga.core.Venue;
import dev.hoga.gateway.PhaseNotice;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The session clock's codes over a day, as the document lists them, and sector codes. */
class PhaseFramesTest {
    private final PhaseFrames frames = new PhaseFrames(House.CATALOGUE.kiwoom());

    private List<String> codes(Venue venue, Phase phase, String time) {
        long ms = OffsetDateTime.parse("2026-09-11T" + time + ":00+09:00").toInstant().toEpochMilli();
        return frames.codes(new PhaseNotice(venue, phase, 0, ms));
    }

    @Test
    void tellsADayOfKrxWithAuctionsAfterHours() {
        assertEquals(List.of(), codes(Venue.KRX, Phase.PRE_OPEN, "08:30"));
        assertEquals(List.of("0"), codes(Venue.KRX, Phase.OPENING_AUCTION, "08:40"));
        assertEquals(List.of("3"), codes(Venue.KRX, Phase.CONTINUOUS, "09:00"));
        assertEquals(List.of(), codes(Venue.KRX, Phase.HALTED, "10:00"));
        assertEquals(List.of(), codes(Venue.KRX, Phase.REOPENING_AUCTION, "10:20"));
        assertEquals(List.of(), codes(Venue.KRX, Phase.CONTINUOUS, "10:30"), "the circuit breaker has its own messages");
        assertEquals(List.of("2"), codes(Venue.KRX, Phase.CLOSING_AUCTION, "15:20"));
        assertEquals(List.of("4", "8"), codes(Venue.KRX, Phase.CLOSE_PRICE_ENTRY, "15:30"));
        assertEquals(List.of("a"), codes(Venue.KRX, Phase.CLOSE_PRICE, "15:40"));
        assertEquals(List.of("b", "c"), codes(Venue.KRX, Phase.SINGLE_PRICE, "16:00"));
        assertEquals(List.of(), codes(Venue.KRX, Phase.SINGLE_PRICE, "16:10"));
        assertEquals(List.of("d", "9"), codes(Venue.KRX, Phase.CLOSED, "18:00"));
    }

    @Test
    void tellsADayOfNextrade() {
        assertEquals(List.of("P"), codes(Venue.NXT, Phase.PRE_MARKET, "08:00"));
        assertEquals(List.of("Q"), codes(Venue.NXT, Phase.PAUSE, "08:50"));
        assertEquals(List.of("R"), codes(Venue.NXT, Phase.MAIN, "09:00"));
        assertEquals(List.of("S"), codes(Venue.NXT, Phase.PAUSE, "15:20"));
        assertEquals(List.of("T"), codes(Venue.NXT, Phase.AFTER_MARKET_AUCTION, "15:30"));
        assertEquals(List.of("U"), codes(Venue.NXT, Phase.AFTER_MARKET, "15:40"));
        assertEquals(List.of("V"), codes(Venue.NXT, Phase.CLOSED, "20:00"));
        assertEquals(List.of("b"), codes(Venue.KRX, Phase.AFTER_MARKET, "16:00"), "no code is published for its beginning");
    }

    @Test
    void spellsTheExchangesNumbersInThreeDigits() {
        assertEquals(List.of("001", "101", "113", "201"), List.of(SectorCode.of(1), SectorCode.of(1001), SectorCode.of(1013), SectorCode.of(2001)));
        for (int number : List.of(1, 28, 1001, 1033, 2001)) {
            assertEquals(number, SectorCode.number(SectorCode.of(number)));
        }
        assertEquals(List.of(0, 0, 0), List.of(SectorCode.number("1"), SectorCode.number("0001"), SectorCode.number("A01")));
    }
}
