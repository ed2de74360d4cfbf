package dev.hoga.gateway.kiwoom;

import static dev.hoga.gateway.RejectionTable.guessed;
import static dev.hoga.gateway.RejectionTable.row;
import static dev.hoga.gateway.RejectionTable.seen;

import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import dev.hoga.catalogue.Rejection;
import dev.hoga.core.Reject;
import dev.hoga.gateway.RejectionTable;
import dev.hoga.gateway.RejectionTable.Answer;
import dev.hoga.gateway.RejectionTable.Source;
import java.util.List;

/**
 * Which code of the broker says what the core refused: a rejection (six digits, {@code RCnnnn}) or a numbered error (four
 * digits). The texts are the catalogue's, but where the same code was seen with another one.
 */
final class KiwoomRejections {
    static final RejectionTable TABLE = new RejectionTable(List.of(
        row(Reject.BUSY, guessed("-994"), guessed("-994"),
            "seen when the order system was unreachable; nothing known for a busy one"),
        row(Reject.UNKNOWN_ACCOUNT, guessed("-994"), seen("RC4091"), "cannot happen: the account comes from the token"),
        row(Reject.UNKNOWN_INSTRUMENT, seen("1902"), guessed("1902"), "seen live as class 7 on kt10001; taken over for mock"),
        row(Reject.VENUE_NOT_OPEN, guessed("521790"), seen("RC9000"),
            "live hosts have NXT and SOR; 521790 says not possible at this time or venue"),
        row(Reject.WRONG_PRODUCT, guessed("521790"), guessed("521790"), "cannot happen: each TR trades the product it is for"),
        row(Reject.NOT_A_TRADING_DAY, seen("571489"), seen("RC4010"), ""),
        row(Reject.MARKET_NOT_OPEN, guessed("505217"), seen("RC4057"), "505217 was seen after the session"),
        row(Reject.MARKET_CLOSED, seen("505217"), seen("RC4058"), ""),
        row(Reject.NOT_IN_THIS_PHASE, seen("521790"), guessed("521790"),
            "seen live for a market order in the after-market; mock passes some six-digit codes through"),
        row(Reject.INSTRUMENT_HALTED, guessed("505217"), seen("RC4007"),
            "505217 says that only cancels are taken, which is the rule of a halt"),
        row(Reject.UNKNOWN_ORDER, guessed("506550"), seen("RC4032"),
            "no live code known for an unknown original; nothing can be cancelled"),
        row(Reject.ORIGINAL_IS_A_CANCEL, seen("571435"), guessed("RC4033"), "mock code not seen"),
        row(Reject.BAD_QUANTITY, guessed("1517"), guessed("1517"), "no code known for a quantity of 0 or above the limit"),
        row(Reject.ORDER_TOO_LARGE, guessed("1517"), guessed("1517"), "no code known; taken for a bad quantity"),
        row(Reject.BAD_ORDER_TYPE, seen("407022"), guessed("407022"),
            "mock passes some six-digit codes through (800033 was seen)"),
        row(Reject.PRICE_NOT_ALLOWED, seen("502048"), guessed("502048"),
            "mock passes some six-digit codes through (800033 was seen)"),
        row(Reject.PRICE_REQUIRED, guessed("571557"), guessed("RC4003"), "571557 is about wrong prices in general"),
        row(Reject.OFF_TICK, seen("571557"), seen("RC4003"), ""),
        row(Reject.OUTSIDE_PRICE_LIMITS, guessed("571557"), seen("RC4027"), "571557 is about wrong prices in general"),
        row(Reject.AMEND_CHANGES_NOTHING, guessed("571557"), guessed("RC4003"),
            "the mock text is known (정정가격이 원주문가격과 같습니다), its number not"),
        row(Reject.NOTHING_TO_AMEND, guessed("506550"), seen("RC4033"), "506550 was seen on cancels"),
        row(Reject.NOTHING_TO_CANCEL, seen("506550"), seen("RC4033"), ""),
        row(Reject.MORE_THAN_REMAINS, guessed("506550"), guessed("RC4033"), "no code known for more than what is left"),
        row(Reject.NO_CREDIT, guessed("521790"), guessed("RC4007"), "no code known for an account or a stock without credit"),
        row(Reject.UNKNOWN_LOAN, guessed("800033"), guessed("800033"), "no code known; there is nothing to sell"),
        row(Reject.NOT_ENOUGH_CASH, seen("855056"), seen("RC4025"), ""),
        row(Reject.NOT_ENOUGH_SHARES, seen("800033"), new Answer("800033", Source.DOCUMENTED, "모의투자 매도가능수량이 부족합니다."), ""),
        row(Reject.ORDER_NUMBERS_EXHAUSTED, guessed("-994"), guessed("-994"), "no code known; nothing was taken"),
        row(Reject.OUT_OF_RANGE, guessed("1517"), guessed("1517"), "cannot happen to an order whose digits were checked")),
        guessed("-994"));

    private static final String PLACEHOLDER = "(?)";
    private static final String QUANTITY_REASON = "수량이 올바르지 않습니다";

    private KiwoomRejections() {
    }

    /**
     * The broker's answer to a refusal.
     *
     * @param detail what {@link Reject} says
     * @param stockCode as the client sent it
     * @param quantityField the wire name of the request's quantity
     */
    static ErrorReply reply(ErrorTable errors, Reject reject, boolean mock, long detail, String stockCode, String quantityField) {
        Answer answer = TABLE.answer(reject, mock);
        if (errors.find(answer.code()).isPresent()) {
            return answer.code().equals("1902") ? errors.reply(answer.code(), stockCode)
                : errors.reply(answer.code(), quantityField, QUANTITY_REASON);
        }
        if (!answer.text().isEmpty()) {
            String message = "[2000](" + answer.code() + ':' + answer.text() + ')';
            return new ErrorReply(answer.code(), 200, Rejection.RETURN_CODE, message);
        }
        boolean takesDetail = errors.rejection(answer.code()).text().contains(PLACEHOLDER);
        return takesDetail ? errors.rejectionReply(answer.code(), detail) : errors.rejectionReply(answer.code());
    }
}
