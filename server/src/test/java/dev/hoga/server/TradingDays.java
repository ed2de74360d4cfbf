package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** Takes a server through its days by the control API. */
final class TradingDays {

    private TradingDays() {
    }

    static LocalDate current(ServerProcess server) throws IOException {
        return LocalDate.parse((String) server.control().get("/clock").json().get("tradingDate"));
    }

    /** Goes to the late morning of the trading day after a date, when every market is open for hours. */
    static LocalDate next(ServerProcess server, LocalDate date) throws IOException {
        LocalDate day = date;
        do {
            day = day.plusDays(1);
            goTo(server, day + "T11:00:00+09:00");
        } while (!current(server).equals(day));
        return day;
    }

    /** @param time ISO-8601 */
    static void goTo(ServerProcess server, String time) throws IOException {
        WireAnswer answer = server.control().post("/clock", Map.of("set", time));
        assertEquals(200, answer.status(), answer::text);
    }
}
