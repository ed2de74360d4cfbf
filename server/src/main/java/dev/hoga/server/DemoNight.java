package dev.hoga.server;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The demo's night: won become dollars, and dollars American shares, through KIS alone. */
final class DemoNight {
    private static final String APPLE = "AAPL";
    private static final String CONTROL_APPLE = "NASD:" + APPLE;
    private static final long EXCHANGED_WON = 2_000_000;
    private static final long SHARES = 2;
    /** The longest that America rests. */
    private static final int MOST_DAYS = 7;

    private final Narrator say;
    private final ControlClient control;
    private final KisClient kis;
    private final String accountNumber;

    DemoNight(Narrator say, ControlClient control, KisClient kis, String accountNumber) {
        this.say = say;
        this.control = control;
        this.kis = kis;
        this.accountNumber = accountNumber;
    }

    void play() throws IOException {
        say.step("Let the night come, when New York trades; change %,d won into dollars (control API)".formatted(EXCHANGED_WON));
        say.sees("it is " + untilAmericaTrades());
        WireAnswer changed = control.post("/accounts/" + accountNumber + "/cash",
            Map.of("exchange", Map.of("from", "KRW", "to", "USD", "amount", EXCHANGED_WON)));
        say.expect("exchange", 200, changed.status());
        say.sees("the account has " + ((Map<?, ?>) changed.json().get("cash")).get("USD") + " dollars");
        say.step("A scripted trader offers 5 " + APPLE + "; buy %d through KIS: overseas order, inquire-balance".formatted(SHARES));
        WireAnswer instrument = control.get("/instruments/" + CONTROL_APPLE);
        BigDecimal price = new BigDecimal(instrument.json().get("lastPrice").toString());
        say.expect("offer", 200, control.post("/orders",
            Map.of("code", CONTROL_APPLE, "side", "SELL", "price", price, "quantity", 5)).status());
        WireAnswer bought = kis.buyOverseas("NASD", APPLE, SHARES, price.toPlainString());
        say.expect("outcome of " + bought.text(), "0", bought.field("rt_cd"));
        List<Map<String, Object>> held = kis.overseasBalance("NASD", "USD").rows("output1");
        say.expect("held " + APPLE, Long.toString(SHARES), held.getFirst().get("ovrs_cblc_qty"));
        say.sees("%d %s at %s dollars are in the overseas balance".formatted(SHARES, held.getFirst().get("ovrs_item_name"), price));
    }

    /** Goes to 23:40 of the first date from today on on which America trades. @return the market's time */
    private String untilAmericaTrades() throws IOException {
        LocalDate date = LocalDate.parse(control.get("/clock").field("tradingDate"));
        for (int day = 0; day < MOST_DAYS; day++) {
            WireAnswer clock = control.post("/clock", Map.of("set", date.plusDays(day) + "T23:40:00+09:00"));
            say.expect("the clock's answer", 200, clock.status());
            if ("CONTINUOUS".equals(((Map<?, ?>) clock.json().get("phases")).get("NASD"))) {
                return clock.field("marketTime");
            }
        }
        throw new Narrator.Surprise("America does not open");
    }
}
