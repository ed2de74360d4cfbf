package dev.hoga.gateway.kis;

import static dev.hoga.gateway.RejectionTable.guessed;
import static dev.hoga.gateway.RejectionTable.row;
import static dev.hoga.gateway.RejectionTable.seen;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.core.Reject;
import dev.hoga.gateway.RejectionTable;
import java.util.List;

/** Which code of the broker says what the core refused. The texts are the catalogue's. */
final class KisRejections {
    static final RejectionTable TABLE = new RejectionTable(List.of(
        row(Reject.BUSY, guessed("EGW00215"), guessed("EGW00215"),
            "seen for a busy ledger; nothing was done, try again"),
        row(Reject.UNKNOWN_ACCOUNT, seen("APAC0081"), guessed("APAC0081"),
            "cannot happen: the account comes from the token"),
        row(Reject.UNKNOWN_INSTRUMENT, seen("APBK0656"), seen("40070000"), ""),
        row(Reject.VENUE_NOT_OPEN, guessed("APBK0918"), seen("90000000"),
            "a session or venue that there is not is taken for a closed one"),
        row(Reject.WRONG_PRODUCT, guessed("APBK0918"), guessed("90000000"), "cannot happen: no order of this broker is for gold"),
        row(Reject.NOT_A_TRADING_DAY, seen("APBK0919"), seen("40100000"), ""),
        row(Reject.MARKET_NOT_OPEN, seen("APBK0918"), seen("40570000"), ""),
        row(Reject.MARKET_CLOSED, seen("APBK0918"), seen("40580000"), ""),
        row(Reject.NOT_IN_THIS_PHASE, guessed("APBK0918"), guessed("90000000"),
            "an order type that the session does not take now is taken for a closed session"),
        row(Reject.INSTRUMENT_HALTED, seen("APBK0066"), seen("40070000"), ""),
        row(Reject.UNKNOWN_ORDER, seen("APBK0344"), seen("40320000"), ""),
        row(Reject.ORIGINAL_IS_A_CANCEL, guessed("APBK0927"), guessed("40330000"),
            "no code known for the cancellation of a cancellation"),
        row(Reject.BAD_QUANTITY, seen("APBK0986"), guessed("40070000"), "mock code not seen"),
        row(Reject.ORDER_TOO_LARGE, guessed("APBK0986"), guessed("40070000"), "no code known; taken for a bad quantity"),
        row(Reject.BAD_ORDER_TYPE, seen("APBK0963"), guessed("90000000"), "mock code not seen"),
        row(Reject.PRICE_NOT_ALLOWED, guessed("IGW00007"), guessed("IGW00007"),
            "cannot happen: a price that is not taken is not sent on"),
        row(Reject.PRICE_REQUIRED, guessed("IGW00007"), guessed("IGW00007"), "seen for wrong prices of other kinds"),
        row(Reject.OFF_TICK, seen("APBK0506"), seen("40030000"), ""),
        row(Reject.OUTSIDE_PRICE_LIMITS, guessed("APBK0406"), seen("40270000"),
            "APBK0406 was seen above the upper limit, nothing below the lower one"),
        row(Reject.AMEND_CHANGES_NOTHING, guessed("APBK0927"), guessed("40330000"),
            "no code known for an amendment to the same price"),
        row(Reject.NOTHING_TO_AMEND, seen("APBK0927"), seen("40330000"), ""),
        row(Reject.NOTHING_TO_CANCEL, seen("APBK0927"), seen("40330000"), ""),
        row(Reject.MORE_THAN_REMAINS, guessed("APBK0927"), guessed("40330000"),
            "no code known for more than what is left"),
        row(Reject.NO_CREDIT, guessed("APBK0963"), guessed("90000000"), "no code known for an account or a stock without credit"),
        row(Reject.UNKNOWN_LOAN, guessed("APBK0400"), guessed("40240000"), "no code known; there is nothing to sell"),
        row(Reject.NOT_ENOUGH_CASH, seen("APBK0952"), seen("40250000"), ""),
        row(Reject.NOT_ENOUGH_SHARES, seen("APBK0400"), seen("40240000"), ""),
        row(Reject.ORDER_NUMBERS_EXHAUSTED, guessed("EGW00002"), guessed("EGW00002"),
            "no code known; nothing was taken"),
        row(Reject.OUT_OF_RANGE, guessed("EGW00002"), guessed("EGW00002"),
            "cannot happen to an order whose digits were checked")), guessed("EGW00002"));

    private KisRejections() {
    }

    /** The broker's answer to a refusal. */
    static ErrorReply reply(ErrorTable errors, Reject reject, boolean mock) {
        return errors.reply(TABLE.answer(reject, mock).code());
    }
}
