package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Venue;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Reply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a fresh brokerage knows of overseas venues. Source: overseas-universe.csv, overseas-calendar.csv, fx.csv. */
final class Overseas {
    private static final String CLOSED = "closed";
    private static final int NO_SESSION = -1;

    private Overseas() {
    }

    /** The commands that say all of it. @param first the first date, for which a rate of exchange is looked up */
    static List<Consumer<Reply>> facts(CommandPort commands, LocalDate first) {
        var facts = new ArrayList<Consumer<Reply>>();
        for (List<String> row : FactTable.read("overseas-calendar.csv", "date", "currency", "session")) {
            int day = (int) LocalDate.parse(row.get(0)).toEpochDay();
            int earlierMinutes = row.get(2).equals(CLOSED) ? NO_SESSION : Integer.parseInt(row.get(2));
            facts.add(reply -> commands.declareOverseasDay(Currency.valueOf(row.get(1)), day, earlierMinutes, reply));
        }
        rates(first).forEach((currency, rate) -> facts.add(reply -> commands.setFxRate(currency, rate, reply)));
        for (List<String> row : FactTable.read("overseas-universe.csv", "venue", "code", "name", "englishName", "kind", "listedShares",
            "lotShares", "basePrice")) {
            Venue venue = Venue.valueOf(row.get(0));
            long basePrice = Amounts.minimalUnits(venue.currency(), new BigDecimal(row.get(7)));
            facts.add(reply -> commands.listOverseas(Code.pack(venue, row.get(1)), row.get(2), row.get(3),
                InstrumentKind.valueOf(row.get(4)), Long.parseLong(row.get(5)), Long.parseLong(row.get(6)), basePrice, reply));
        }
        return facts;
    }

    private static Map<Currency, Long> rates(LocalDate first) {
        var rates = new LinkedHashMap<Currency, Long>();
        for (List<String> row : FactTable.read("fx.csv", "date", "currency", "rate")) {
            if (!LocalDate.parse(row.get(0)).isAfter(first)) {
                rates.put(Currency.valueOf(row.get(1)), Amounts.rate(new BigDecimal(row.get(2))));
            }
        }
        return rates;
    }
}
