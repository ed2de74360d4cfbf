package dev.hoga.catalogue;

/**
 * An error ready to be written.
 *
 * @param code       the broker's number, for Kiwoom inside the message, for KIS {@code msg_cd}
 * @param httpStatus status of the answer
 * @param returnCode Kiwoom's return_code or KIS's rt_cd
 * @param message    Kiwoom's return_msg or KIS's msg1, complete
 */
public record ErrorReply(String code, int httpStatus, int returnCode, String message) {
}
