package dev.hoga.server;

import dev.hoga.core.CoreCommands;
import dev.hoga.core.Reject;
import dev.hoga.server.Answers.Accepted;
import dev.hoga.server.Answers.Answer;
import dev.hoga.server.Answers.Overloaded;
import dev.hoga.server.Answers.Refused;
import dev.hoga.server.Answers.Unknown;
import java.util.Locale;

/** What the control API answers where the core refused. */
final class Refusals {

    private Refusals() {
    }

    static ControlError of(Answer answer) {
        return switch (answer) {
            case Accepted(long value) -> throw new IllegalArgumentException("accepted with " + value);
            case Refused(Reject reject, long detail) ->
                new ControlError(status(reject), reject.name().toLowerCase(Locale.ROOT), message(reject, detail));
            case Overloaded() -> new ControlError(503, "busy", "too many commands are under way; nothing was done, try again");
            case Unknown() -> new ControlError(504, "unknown_outcome",
                "no answer was seen in time; it may or may not have been done: look before trying again");
        };
    }

    private static int status(Reject reject) {
        return switch (reject) {
            case BUSY -> 503;
            case UNKNOWN_ACCOUNT, UNKNOWN_INSTRUMENT, UNKNOWN_ORDER, UNKNOWN_KEY -> 404;
            case OUT_OF_RANGE -> 400;
            default -> 409;
        };
    }

    private static String message(Reject reject, long detail) {
        return switch (reject) {
            case BUSY -> "a clock jump is running; try again when it has ended";
            case UNKNOWN_ACCOUNT -> "there is no such account; GET /control/accounts lists them";
            case UNKNOWN_INSTRUMENT -> "there is no such instrument; POST /control/instruments lists one";
            case VENUE_NOT_OPEN -> "the instrument is not traded there; GET /control/instruments/<code> tells where";
            case WRONG_PRODUCT -> "gold is traded and held in a gold account, and nothing else is";
            case NOT_A_TRADING_DAY -> "today is no trading day; set the clock forward";
            case MARKET_NOT_OPEN -> "the session has not begun; set the clock forward";
            case MARKET_CLOSED -> "the session is over; set the clock forward to the next trading day";
            case NOT_IN_THIS_PHASE -> "this order type is not taken in this phase; GET /control/clock tells the phase";
            case INSTRUMENT_HALTED -> "the instrument is halted; POST /control/market {\"resume\":\"<code>\"}";
            case UNKNOWN_ORDER -> "there is no such order today";
            case ORIGINAL_IS_A_CANCEL -> "that is the number of a cancellation";
            case BAD_QUANTITY -> "the quantity must be 1 to " + CoreCommands.MAX_ORDER_SHARES;
            case ORDER_TOO_LARGE -> "one order is for " + detail + " shares of this instrument at most; split it";
            case BAD_ORDER_TYPE -> "there is no such order type with this time in force";
            case PRICE_NOT_ALLOWED -> "this order type takes no price; leave it out";
            case PRICE_REQUIRED -> "this order type needs a price";
            case OFF_TICK -> "the price is not on the tick grid; GET /control/instruments/<code> tells the tick";
            case OUTSIDE_PRICE_LIMITS -> "the price is outside the day's limits; GET /control/instruments/<code> tells them";
            case AMEND_CHANGES_NOTHING -> "neither price nor type would change";
            case NOTHING_TO_AMEND -> "nothing of the order is left to amend";
            case NOTHING_TO_CANCEL -> "nothing of the order is left to cancel";
            case MORE_THAN_REMAINS -> "only " + detail + " shares of the order are left";
            case NO_CREDIT -> "the account has no credit, or nothing is lent for the instrument";
            case UNKNOWN_LOAN -> "there is no such loan";
            case NOT_ENOUGH_CASH -> "not enough money that is free";
            case NOT_ENOUGH_SHARES -> "not enough shares, only " + detail + " are free";
            case ORDER_NUMBERS_EXHAUSTED -> "the trading date's order numbers are used up, or too many orders are open";
            case ALREADY_EXISTS -> "it exists already";
            case HAS_OPEN_ORDERS -> "the account has open orders; cancel them first";
            case TRADED_TODAY ->
                "the instrument has traded or has open orders today; set the clock to the next trading day first";
            case CLOCK_BACKWARD -> "the clock can only be set forward; GET /control/clock tells where it is";
            case OUT_OF_RANGE -> "a value is outside its range; a base price must be on the tick grid";
            case UNKNOWN_KEY -> "there is no such key";
        };
    }
}
