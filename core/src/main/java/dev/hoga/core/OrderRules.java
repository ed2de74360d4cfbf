package dev.hoga.core;

import java.util.Arrays;

/**
 * Which order may be placed when: a table for each venue, in it a row for each phase, a column for each order type; gold goes by
 * KRX's, with limit orders alone. A cell says
 *
 * <pre>
 *   D    taken, resting to the end of its session      G    taken, resting to the end of NXT's pre-market, from 2026-09-14
 *   I    taken as immediate-or-cancel                  F    taken as fill-or-kill
 *   not  the type is refused in this phase             over the regular session, its own, has ended
 *   shut nothing is taken
 * </pre>
 *
 * Source: KRX Business Regulation art. 4, 34-2; Enforcement Rule art. 10, 11, 13, 14(2), 51, 51-2; for KRX's after-market and
 * for NXT the notices of the brokers.
 */
final class OrderRules {
    private static final String[] KRX = {
        //                    LIMIT MARKET BEST_COUNTER BEST_OWN CONDITIONAL PREVIOUS_CLOSE TODAYS_CLOSE SINGLE_PRICE
        "CLOSED               shut  shut   shut         shut     shut        shut           shut         shut",
        "PRE_OPEN             D     D      not          not      D           D              not          not",
        "OPENING_AUCTION      D     D      not          not      D           not            not          not",
        "CONTINUOUS           DIF   DIF    DIF          D        D           not            not          not",
        "VOLATILITY_AUCTION   D     D      not          not      D           not            not          not",
        "HALTED               not   not    not          not      not         not            not          not",
        "REOPENING_AUCTION    D     D      not          not      D           not            not          not",
        "CLOSING_AUCTION      D     D      not          not      not         not            not          not",
        "CLOSE_PRICE_ENTRY    over  over   over         over     over        not            D            not",
        "CLOSE_PRICE          over  over   over         over     over        not            D            not",
        "SINGLE_PRICE         over  over   over         over     over        not            not          D",
        "AFTER_MARKET         DIF   not    DIF          D        not         not            not          not",
    };

    private static final String[] NXT = {
        //                    LIMIT MARKET BEST_COUNTER BEST_OWN CONDITIONAL PREVIOUS_CLOSE TODAYS_CLOSE SINGLE_PRICE
        "CLOSED               shut  shut   shut         shut     shut        shut           shut         shut",
        "PRE_MARKET           DIFG  not    DIFG         DG       not         not            not          not",
        "PAUSE                not   not    not          not      not         not            not          not",
        "MAIN                 DIF   IF     DIF          D        not         not            not          not",
        "VOLATILITY_AUCTION   D     not    not          not      not         not            not          not",
        "HALTED               not   not    not          not      not         not            not          not",
        "AFTER_MARKET_AUCTION D     not    not          not      not         not            not          not",
        "AFTER_MARKET         DIF   not    DIF          D        not         not            not          not",
    };

    /** What a cell says of an order that is not taken. */
    private enum Answer { TAKEN, NOT, OVER, SHUT }

    private static final int PHASES = Phase.values().length;
    private static final int TYPES = OrderType.values().length;
    private static final int FORCES = TimeInForce.values().length;
    /** The letters of the times in force, in their order. */
    private static final String LETTERS = "DIFG";
    private static final int VENUES = 2;
    private static final Answer[] ANSWERS = new Answer[VENUES * PHASES * TYPES * FORCES];
    /** Whether a type takes a time in force in any phase of a venue. */
    private static final boolean[] COMBINES = new boolean[VENUES * TYPES * FORCES];

    static {
        Arrays.fill(ANSWERS, Answer.SHUT);
        parse(Venue.KRX, KRX);
        parse(Venue.NXT, NXT);
    }

    private OrderRules() {
    }

    private static void parse(Venue venue, String[] lines) {
        for (String line : lines) {
            String[] cells = line.split(" +");
            Phase phase = Phase.valueOf(cells[0]);
            for (OrderType type : OrderType.values()) {
                for (TimeInForce force : TimeInForce.values()) {
                    Answer answer = answer(cells[1 + type.ordinal()], force);
                    ANSWERS[at(venue, phase, type, force)] = answer;
                    COMBINES[combination(venue, type, force)] |= answer == Answer.TAKEN;
                }
            }
        }
    }

    private static Answer answer(String cell, TimeInForce force) {
        return switch (cell) {
            case "not" -> Answer.NOT;
            case "over" -> Answer.OVER;
            case "shut" -> Answer.SHUT;
            default -> cell.indexOf(LETTERS.charAt(force.ordinal())) >= 0 ? Answer.TAKEN : Answer.NOT;
        };
    }

    private static int table(Venue venue) {
        return venue == Venue.GOLD ? Venue.KRX.ordinal() : venue.ordinal();
    }

    private static int at(Venue venue, Phase phase, OrderType type, TimeInForce force) {
        return ((table(venue) * PHASES + phase.ordinal()) * TYPES + type.ordinal()) * FORCES + force.ordinal();
    }

    private static int combination(Venue venue, OrderType type, TimeInForce force) {
        return (table(venue) * TYPES + type.ordinal()) * FORCES + force.ordinal();
    }

    /** Whether the table takes an order in a phase. */
    static boolean takes(Venue venue, Phase phase, OrderType type, TimeInForce timeInForce) {
        return ANSWERS[at(venue, phase, type, timeInForce)] == Answer.TAKEN;
    }

    /** Whether the type takes this time in force at all at a venue; that it is refused now is another matter. */
    static boolean combines(Venue venue, OrderType type, TimeInForce timeInForce) {
        return COMBINES[combination(venue, type, timeInForce)] || timeInForce == TimeInForce.DAY;
    }

    /** Whether an instrument is traded by orders of a type: gold by limit orders alone. Source: rules C. */
    static boolean suits(InstrumentKind kind, OrderType type) {
        return !kind.gold() || type == OrderType.LIMIT;
    }

    /**
     * Why an order is not taken in a phase, or null. A time in force that the type never takes is not looked at here.
     *
     * @param whyClosed the answer where nothing is taken
     */
    static Reject refusal(Phase phase, Instrument instrument, OrderType type, TimeInForce timeInForce, int tradingDate,
        Reject whyClosed) {
        TimeInForce asked = combines(instrument.venue, type, timeInForce) ? timeInForce : TimeInForce.DAY;
        boolean early = asked == TimeInForce.PRE_MARKET && tradingDate < SessionPlan.FIRST_DAY_OF_AFTER_MARKET;
        return switch (ANSWERS[at(instrument.venue, phase, type, asked)]) {
            case TAKEN -> early ? Reject.NOT_IN_THIS_PHASE : refusal(phase, instrument);
            case NOT -> Reject.NOT_IN_THIS_PHASE;
            case OVER -> Reject.MARKET_CLOSED;
            case SHUT -> whyClosed;
        };
    }

    /** Funds have no after-market, and what has no close, or has not traded all day, does not trade at it. */
    private static Reject refusal(Phase phase, Instrument instrument) {
        boolean refused = switch (phase) {
            case AFTER_MARKET -> instrument.kind == InstrumentKind.ETF;
            case CLOSE_PRICE_ENTRY, CLOSE_PRICE -> instrument.closeWon == 0 || instrument.openWon == 0;
            case SINGLE_PRICE -> instrument.closeWon == 0;
            default -> false;
        };
        return refused ? Reject.NOT_IN_THIS_PHASE : null;
    }
}
