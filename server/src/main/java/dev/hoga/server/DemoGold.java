package dev.hoga.server;

import java.io.IOException;
import java.util.Map;

/** A gold order in the day: from the account's gold product, whose cash is its own, to its balance. */
final class DemoGold {
    static final long CASH_WON = 1_000_000;
    private static final String CODE = "M04020000";
    private static final long GRAMS = 2;
    private static final long SEVEN_DIGITS = 7;

    private final Narrator say;
    private final ControlClient control;

    DemoGold(Narrator say, ControlClient control) {
        this.say = say;
        this.control = control;
    }

    /** @param bot logged in */
    void play(PacedBot bot) throws IOException, InterruptedException {
        say.step("Buy 2 grams of gold with the gold account's own won: kt50000, kt50020, kt50021");
        WireAnswer gold = control.get("/instruments/" + CODE);
        long priceWon = gold.number("basePrice");
        say.expect("scripted offer", 200, control.post("/orders", Map.of("venue", "GOLD", "code", CODE, "side", "SELL", "type", "LIMIT",
            "price", priceWon, "quantity", GRAMS)).status());
        WireAnswer bought = bot.call("kt50000", it -> it.call("kt50000", "stk_cd", CODE, "ord_qty", Long.toString(GRAMS), "ord_uv",
            Long.toString(priceWon), "trde_tp", "00"));
        say.expect("outcome of " + bought.text(), 0L, bought.returnCode());
        say.expect("digits of the order number", SEVEN_DIGITS, (long) bought.field("ord_no").length());
        WireAnswer deposit = bot.call("kt50021", it -> it.call("kt50021"));
        say.expect("what is left of the gold account's won", CASH_WON - cost(GRAMS * priceWon), Long.parseLong(deposit.field("entra")));
        Map<String, Object> held = bot.call("kt50020", it -> it.call("kt50020")).rows("gold_acnt_evlt_prst").getFirst();
        say.expect("grams held", GRAMS, Long.parseLong((String) held.get("real_qty")));
        say.sees("order %s filled: 2 grams at %,d won, settled at once; %,d won are left"
            .formatted(bought.field("ord_no"), priceWon, CASH_WON - cost(GRAMS * priceWon)));
    }

    /** Amount and commission, 0.299 % cut to 10 won, and a tenth of that as tax; reckoned here and not by the server. */
    private static long cost(long amountWon) {
        long commissionWon = amountWon * 299 / 100_000 / 10 * 10;
        return amountWon + commissionWon + commissionWon / 10;
    }
}
