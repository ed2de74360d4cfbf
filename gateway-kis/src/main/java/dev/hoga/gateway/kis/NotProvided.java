package dev.hoga.gateway.kis;

/**
 * The answer to a TR of the contract that this server does not have (yet): an error of the broker, never invented data. A live
 * key is told that there is no such service, a mock key that mock trading does not offer the business; both were seen there, for
 * TRs that the broker itself did not offer.
 */
final class NotProvided {
    private static final String NO_SUCH_SERVICE = "OPSQ0002";
    private static final String NOT_IN_MOCK_TRADING = "90000000";

    private NotProvided() {
    }

    static void answer(Call call) {
        call.error(call.mock() ? NOT_IN_MOCK_TRADING : NO_SUCH_SERVICE);
    }
}
