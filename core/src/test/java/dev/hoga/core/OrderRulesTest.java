package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every order type with every time in force at every venue in every phase, asked of a brokerage that stands there. */
class OrderRulesTest {
    private static final LocalDate OLD_DAY = LocalDate.of(2026, 9, 11);
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 9, 14);
    private static final List<LocalTime> MOMENTS = List.of(LocalTime.of(8, 29), LocalTime.of(8, 35), LocalTime.of(8, 45),
        LocalTime.of(12, 0), LocalTime.of(15, 25), LocalTime.of(15, 35), LocalTime.of(15, 50), LocalTime.of(16, 5),
        LocalTime.of(20, 1));
    private static final List<Phase> OLD_PHASES = List.of(Phase.CLOSED, Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS,
        Phase.CLOSING_AUCTION, Phase.CLOSE_PRICE_ENTRY, Phase.CLOSE_PRICE, Phase.SINGLE_PRICE, Phase.CLOSED);
    private static final List<Phase> NEW_PHASES = List.of(Phase.CLOSED, Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS,
        Phase.CLOSING_AUCTION, Phase.CLOSE_PRICE_ENTRY, Phase.CLOSE_PRICE, Phase.AFTER_MARKET, Phase.CLOSED);

    /**
     * What is answered at each moment: + taken, n not in this phase, s not open yet, o closed, x never with this time in force.
     * At 16:05 the new day, with its after-market, and the old one, with its auctions after hours, have a column each.
     */
    private static final String[] DAY = {
        //                08:29 08:35 08:45 12:00 15:25 15:35 15:50 16:05 new, old 20:01
        "LIMIT            s     +     +     +     +     o     o     +     o     o",
        "MARKET           s     +     +     +     +     o     o     n     o     o",
        "BEST_COUNTER     s     n     n     +     n     o     o     +     o     o",
        "BEST_OWN         s     n     n     +     n     o     o     +     o     o",
        "CONDITIONAL      s     +     +     +     n     o     o     n     o     o",
        "PREVIOUS_CLOSE   s     +     n     n     n     n     n     n     n     o",
        "TODAYS_CLOSE     s     n     n     n     n     +     +     n     n     o",
        "SINGLE_PRICE     s     n     n     n     n     n     n     n     +     o",
    };
    private static final String[] AT_ONCE = {
        "LIMIT            s     n     n     +     n     o     o     +     o     o",
        "MARKET           s     n     n     +     n     o     o     n     o     o",
        "BEST_COUNTER     s     n     n     +     n     o     o     +     o     o",
        "BEST_OWN         s     n     n     x     n     o     o     x     o     o",
        "CONDITIONAL      s     x     x     x     n     o     o     n     o     o",
        "PREVIOUS_CLOSE   s     x     n     n     n     n     n     n     n     o",
        "TODAYS_CLOSE     s     n     n     n     n     x     x     n     n     o",
        "SINGLE_PRICE     s     n     n     n     n     n     n     n     x     o",
    };

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);

    private static long code(InstrumentKind kind) {
        return Code.pack(kind == InstrumentKind.STOCK ? "005930" : "069500");
    }

    private void start(LocalDate date) {
        for (InstrumentKind kind : InstrumentKind.values()) {
            core.listInstrument(0, 1, code(kind), "name", Market.KOSPI, kind, "", 1, 1, 1, 70_000);
        }
        core.startClock(0, 1, NaiveClock.millis(date, LocalTime.of(8, 0)), 1, true);
    }

    private void go(LocalDate date, LocalTime time) {
        if (time.isAfter(LocalTime.of(15, 20))) {
            core.setMarketTime(0, 1, Math.max(core.view().marketTimeMs(0), NaiveClock.millis(date, LocalTime.of(15, 0))));
            if (core.view().phase(Venue.KRX) == Phase.CONTINUOUS) {
                trade();
            }
        }
        core.setMarketTime(0, 1, NaiveClock.millis(date, time));
        events.take();
    }

    private void trade() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            place(kind, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY);
            place(kind, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY);
        }
    }

    private String place(InstrumentKind kind, Venue venue, Side side, OrderType type, TimeInForce force) {
        boolean priced = type == OrderType.LIMIT || type == OrderType.CONDITIONAL || type == OrderType.SINGLE_PRICE;
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), code(kind), venue, side, type, force, 1, priced ? 70_000 : 0);
        return events.take().getFirst();
    }

    private static String answer(String cell) {
        return switch (cell) {
            case "+" -> "NEW";
            case "n" -> "NOT_IN_THIS_PHASE";
            case "s" -> "MARKET_NOT_OPEN";
            case "o" -> "MARKET_CLOSED";
            case "x" -> "BAD_ORDER_TYPE";
            default -> throw new IllegalStateException(cell);
        };
    }

    private void walk(LocalDate date, List<Phase> phases) {
        boolean old = date.equals(OLD_DAY);
        start(date);
        for (int moment = 0; moment < MOMENTS.size(); moment++) {
            go(date, MOMENTS.get(moment));
            assertEquals(phases.get(moment), core.view().phase(Venue.KRX));
            int column = moment + 1 + (moment == 8 || moment == 7 && old ? 1 : 0);
            for (TimeInForce force : TimeInForce.values()) {
                for (String row : force == TimeInForce.DAY ? DAY : AT_ONCE) {
                    String[] cells = row.split(" +");
                    OrderType type = OrderType.valueOf(cells[0]);
                    for (Side side : Side.values()) {
                        String where = MOMENTS.get(moment) + " " + type + " " + force + " " + side;
                        String said = place(InstrumentKind.STOCK, Venue.KRX, side, type, force);
                        assertEquals(answer(cells[column]), said.split(" ")[0], where);
                        assertEquals("VENUE_NOT_OPEN", place(InstrumentKind.STOCK, Venue.NXT, side, type, force), where);
                        assertEquals("VENUE_NOT_OPEN", place(InstrumentKind.STOCK, Venue.SOR, side, type, force), where);
                        cancelAll();
                    }
                }
            }
        }
    }

    private void cancelAll() {
        int trader = HouseAccount.SCRIPTED_TRADER.id();
        while (core.view().newestOpenOrder(trader) != 0) {
            core.cancelOrder(0, 1, trader, Code.OF_ORIGINAL, Venue.KRX, core.view().newestOpenOrder(trader), 0);
        }
        events.take();
    }

    @Test
    void takesOnADayWithAuctionsAfterHoursWhatTheTableSays() {
        walk(OLD_DAY, OLD_PHASES);
    }

    @Test
    void takesOnADayWithAnAfterMarketWhatTheTableSays() {
        walk(NEW_DAY, NEW_PHASES);
    }

    @Test
    void namesEveryOrderType() {
        var named = new ArrayList<OrderType>();
        Stream.of(DAY).map(row -> OrderType.valueOf(row.split(" +")[0])).forEach(named::add);
        assertEquals(List.of(OrderType.values()), named);
    }

    @Test
    void keepsFundsOutOfTheAfterMarket() {
        start(NEW_DAY);
        go(NEW_DAY, LocalTime.of(15, 50));
        assertEquals("NEW", place(InstrumentKind.ETF, Venue.KRX, Side.BUY, OrderType.TODAYS_CLOSE, TimeInForce.DAY).split(" ")[0]);
        go(NEW_DAY, LocalTime.of(16, 5));
        assertEquals("NOT_IN_THIS_PHASE", place(InstrumentKind.ETF, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY));
    }

    @Test
    void tradesNothingAtTheCloseThatHasNotTradedAllDay() {
        start(NEW_DAY);
        core.setMarketTime(0, 1, NaiveClock.millis(NEW_DAY, LocalTime.of(15, 50)));
        events.take();
        assertEquals("NOT_IN_THIS_PHASE",
            place(InstrumentKind.STOCK, Venue.KRX, Side.BUY, OrderType.TODAYS_CLOSE, TimeInForce.DAY));
    }

    @Test
    void tradesNothingAtACloseThatItHasNotSeen() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            core.listInstrument(0, 1, code(kind), "name", Market.KOSPI, kind, "", 1, 1, 1, 70_000);
        }
        core.startClock(0, 1, NaiveClock.millis(OLD_DAY, LocalTime.of(16, 5)), 1, true);
        events.take();
        assertEquals("NOT_IN_THIS_PHASE",
            place(InstrumentKind.STOCK, Venue.KRX, Side.BUY, OrderType.SINGLE_PRICE, TimeInForce.DAY));
    }
}
