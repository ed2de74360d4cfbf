package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every order type with every time in force at every venue in every phase, asked of a brokerage that stands there. */
class OrderRulesTest {
    private static final LocalDate OLD_DAY = LocalDate.of(2026, 9, 11);
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 9, 14);
    private static final List<LocalTime> KRX_MOMENTS = List.of(LocalTime.of(8, 29), LocalTime.of(8, 35), LocalTime.of(8, 45),
        LocalTime.of(12, 0), LocalTime.of(15, 25), LocalTime.of(15, 35), LocalTime.of(15, 50), LocalTime.of(16, 5),
        LocalTime.of(20, 1));
    private static final List<Phase> OLD_PHASES = List.of(Phase.CLOSED, Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS,
        Phase.CLOSING_AUCTION, Phase.CLOSE_PRICE_ENTRY, Phase.CLOSE_PRICE, Phase.SINGLE_PRICE, Phase.CLOSED);
    private static final List<Phase> NEW_PHASES = List.of(Phase.CLOSED, Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS,
        Phase.CLOSING_AUCTION, Phase.CLOSE_PRICE_ENTRY, Phase.CLOSE_PRICE, Phase.AFTER_MARKET, Phase.CLOSED);
    private static final List<LocalTime> NXT_MOMENTS = List.of(LocalTime.of(7, 59), LocalTime.of(8, 5), LocalTime.of(8, 55),
        LocalTime.of(9, 0, 29), LocalTime.of(9, 0, 30), LocalTime.of(15, 25), LocalTime.of(15, 35), LocalTime.of(15, 50),
        LocalTime.of(20, 1));
    private static final List<Phase> NXT_PHASES = List.of(Phase.CLOSED, Phase.PRE_MARKET, Phase.PAUSE, Phase.PAUSE, Phase.MAIN,
        Phase.PAUSE, Phase.AFTER_MARKET_AUCTION, Phase.AFTER_MARKET, Phase.CLOSED);

    /**
     * What is answered at each moment: the letters of the times in force that are taken (D day, I immediate or cancel, F fill or
     * kill, G to the end of the pre-market), n not in this phase, s not open yet, o closed. A time in force that the row never
     * names does not exist for the type. At 16:05 the new day, with its after-market, and the old one, with its auctions after
     * hours, have a column each.
     */
    private static final String[] KRX = {
        //                08:29 08:35 08:45 12:00 15:25 15:35 15:50 16:05 new, old 20:01
        "LIMIT            s     D     D     DIF   D     o     o     DIF   o     o",
        "MARKET           s     D     D     DIF   D     o     o     n     o     o",
        "BEST_COUNTER     s     n     n     DIF   n     o     o     DIF   o     o",
        "BEST_OWN         s     n     n     D     n     o     o     D     o     o",
        "CONDITIONAL      s     D     D     D     n     o     o     n     o     o",
        "PREVIOUS_CLOSE   s     D     n     n     n     n     n     n     n     o",
        "TODAYS_CLOSE     s     n     n     n     n     D     D     n     n     o",
        "SINGLE_PRICE     s     n     n     n     n     n     n     n     D     o",
    };
    private static final String[] NXT = {
        //                07:59 08:05 08:55 9:00:29 :30 15:25 15:35 15:50 20:01
        "LIMIT            s     DIFG  n     n     DIF   n     D     DIF   o",
        "MARKET           s     n     n     n     IF    n     n     n     o",
        "BEST_COUNTER     s     DIFG  n     n     DIF   n     n     DIF   o",
        "BEST_OWN         s     DG    n     n     D     n     n     D     o",
        "CONDITIONAL      s     n     n     n     n     n     n     n     o",
        "PREVIOUS_CLOSE   s     n     n     n     n     n     n     n     o",
        "TODAYS_CLOSE     s     n     n     n     n     n     n     n     o",
        "SINGLE_PRICE     s     n     n     n     n     n     n     n     o",
    };
    private static final String LETTERS = "DIFG";

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);

    private static long code(InstrumentKind kind) {
        return Code.pack(kind == InstrumentKind.STOCK ? "005930" : "069500");
    }

    private void start(LocalDate date) {
        for (InstrumentKind kind : InstrumentKind.values()) {
            core.listInstrument(0, 1, code(kind), "name", Market.KOSPI, kind, "", 1, 1, 1, 70_000);
        }
        core.listAtNxt(0, 1, code(InstrumentKind.STOCK));
        core.startClock(0, 1, NaiveClock.millis(date, LocalTime.of(7, 50)), 1, true);
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

    private static String answer(String row, String cell, TimeInForce force, boolean old) {
        char letter = LETTERS.charAt(force.ordinal());
        if (cell.equals("s") || cell.equals("o")) {
            return cell.equals("s") ? "MARKET_NOT_OPEN" : "MARKET_CLOSED";
        }
        if (cell.indexOf(letter) >= 0 && !(old && force == TimeInForce.PRE_MARKET)) {
            return "NEW";
        }
        boolean never = row.substring(row.indexOf(' ')).indexOf(letter) < 0;
        return never && cell.indexOf('D') >= 0 ? "BAD_ORDER_TYPE" : "NOT_IN_THIS_PHASE";
    }

    private void walkKrx(LocalDate date, List<Phase> phases) {
        boolean old = date.equals(OLD_DAY);
        start(date);
        for (int moment = 0; moment < KRX_MOMENTS.size(); moment++) {
            go(date, KRX_MOMENTS.get(moment));
            assertEquals(phases.get(moment), core.view().phase(Venue.KRX));
            walk(Venue.KRX, KRX, moment + 1 + (moment == 8 || moment == 7 && old ? 1 : 0), old);
        }
    }

    private void walkNxt(LocalDate date) {
        start(date);
        for (int moment = 0; moment < NXT_MOMENTS.size(); moment++) {
            go(date, NXT_MOMENTS.get(moment));
            assertEquals(NXT_PHASES.get(moment), core.view().phase(Venue.NXT));
            walk(Venue.NXT, NXT, moment + 1, date.equals(OLD_DAY));
        }
    }

    private void walk(Venue venue, String[] rows, int column, boolean old) {
        for (String row : rows) {
            String[] cells = row.split(" +");
            OrderType type = OrderType.valueOf(cells[0]);
            for (TimeInForce force : TimeInForce.values()) {
                for (Side side : Side.values()) {
                    String said = place(InstrumentKind.STOCK, venue, side, type, force);
                    assertEquals(answer(row, cells[column], force, old), said.split(" ")[0],
                        () -> NaiveClock.dayOf(core.view().marketTimeMs(0)) + " " + column + " " + type + " " + force + " " + side);
                    cancelAll(venue);
                }
            }
        }
    }

    private void cancelAll(Venue venue) {
        int trader = HouseAccount.SCRIPTED_TRADER.id();
        while (core.view().newestOpenOrder(trader) != 0) {
            core.cancelOrder(0, 1, trader, Code.OF_ORIGINAL, venue, core.view().newestOpenOrder(trader), 0);
        }
        events.take();
    }

    @Test
    void takesOnADayWithAuctionsAfterHoursWhatTheTableSays() {
        walkKrx(OLD_DAY, OLD_PHASES);
    }

    @Test
    void takesOnADayWithAnAfterMarketWhatTheTableSays() {
        walkKrx(NEW_DAY, NEW_PHASES);
    }

    @Test
    void takesAtNxtBeforeGtpOrdersWhatTheTableSays() {
        walkNxt(OLD_DAY);
    }

    @Test
    void takesAtNxtWithGtpOrdersWhatTheTableSays() {
        walkNxt(NEW_DAY);
    }

    @Test
    void takesNothingAtNxtThatIsNotTradedThere() {
        start(NEW_DAY);
        go(NEW_DAY, LocalTime.of(12, 0));
        assertEquals("VENUE_NOT_OPEN", place(InstrumentKind.ETF, Venue.NXT, Side.BUY, OrderType.LIMIT, TimeInForce.DAY));
    }

    @Test
    void takesNothingAtNxtBeforeItsFirstDay() {
        start(LocalDate.of(2025, 2, 28));
        go(LocalDate.of(2025, 2, 28), LocalTime.of(12, 0));
        assertEquals("VENUE_NOT_OPEN", place(InstrumentKind.STOCK, Venue.NXT, Side.BUY, OrderType.LIMIT, TimeInForce.DAY));
    }

    @Test
    void namesEveryOrderType() {
        for (String[] table : List.of(KRX, NXT)) {
            assertEquals(List.of(OrderType.values()), Stream.of(table).map(row -> OrderType.valueOf(row.split(" +")[0])).toList());
        }
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
