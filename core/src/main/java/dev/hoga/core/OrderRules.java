package dev.hoga.core;

/**
 * Which order may be placed when, on KRX, and the limit orders among them on its market of gold: one table, a row for each phase,
 * a column for each order type. A cell says
 *
 * <pre>
 *   D    taken, resting to the end of its session      DIF  taken, also immediate-or-cancel and fill-or-kill
 *   not  the type is refused in this phase             over the regular session, its own, has ended
 *   shut nothing is taken
 * </pre>
 *
 * Source: KRX Business Regulation art. 4, 34-2; Enforcement Rule art. 10, 11, 13, 14(2), 51, 51-2; for the after-market the
 * notices of the brokers.
 */
final class OrderRules {
    private static final String[] KRX = {
        //                  LIMIT MARKET BEST_COUNTER BEST_OWN CONDITIONAL PREVIOUS_CLOSE TODAYS_CLOSE SINGLE_PRICE
        "CLOSED             shut  shut   shut         shut     shut        shut           shut         shut",
        "PRE_OPEN           D     D      not          not      D           D              not          not",
        "OPENING_AUCTION    D     D      not          not      D           not            not          not",
        "CONTINUOUS         DIF   DIF    DIF          D        D           not            not          not",
        "VOLATILITY_AUCTION D     D      not          not      D           not            not          not",
        "HALTED             not   not    not          not      not         not            not          not",
        "REOPENING_AUCTION  D     D      not          not      D           not            not          not",
        "CLOSING_AUCTION    D     D      not          not      not         not            not          not",
        "CLOSE_PRICE_ENTRY  over  over   over         over     over        not            D            not",
        "CLOSE_PRICE        over  over   over         over     over        not            D            not",
        "SINGLE_PRICE       over  over   over         over     over        not            not          D",
        "AFTER_MARKET       DIF   not    DIF          D        not         not            not          not",
    };

    /** What a cell says of an order that is not taken. */
    private enum Answer { TAKEN, NOT, OVER, SHUT }

    private static final int PHASES = Phase.values().length;
    private static final int TYPES = OrderType.values().length;
    private static final int FORCES = TimeInForce.values().length;
    private static final Answer[] ANSWERS = parse();

    private OrderRules() {
    }

    private static Answer[] parse() {
        var answers = new Answer[PHASES * TYPES * FORCES];
        for (String line : KRX) {
            String[] cells = line.split(" +");
            Phase phase = Phase.valueOf(cells[0]);
            for (int type = 0; type < TYPES; type++) {
                for (int force = 0; force < FORCES; force++) {
                    answers[at(phase.ordinal(), type, force)] = answer(cells[1 + type], force);
                }
            }
        }
        return answers;
    }

    private static Answer answer(String cell, int force) {
        return switch (cell) {
            case "D" -> force == TimeInForce.DAY.ordinal() ? Answer.TAKEN : Answer.NOT;
            case "DIF" -> Answer.TAKEN;
            case "not" -> Answer.NOT;
            case "over" -> Answer.OVER;
            case "shut" -> Answer.SHUT;
            default -> throw new IllegalStateException(cell);
        };
    }

    private static int at(int phase, int type, int force) {
        return (phase * TYPES + type) * FORCES + force;
    }

    /** Whether the table takes an order in a phase. */
    static boolean takes(Phase phase, OrderType type, TimeInForce timeInForce) {
        return ANSWERS[at(phase.ordinal(), type.ordinal(), timeInForce.ordinal())] == Answer.TAKEN;
    }

    /** Whether the type takes this time in force at all; that it is refused now is another matter. */
    static boolean combines(OrderType type, TimeInForce timeInForce) {
        return timeInForce == TimeInForce.DAY || takes(Phase.CONTINUOUS, type, timeInForce);
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
    static Reject refusal(Phase phase, Instrument instrument, OrderType type, TimeInForce timeInForce, Reject whyClosed) {
        TimeInForce asked = combines(type, timeInForce) ? timeInForce : TimeInForce.DAY;
        return switch (ANSWERS[at(phase.ordinal(), type.ordinal(), asked.ordinal())]) {
            case TAKEN -> refusal(phase, instrument);
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
