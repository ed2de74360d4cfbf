package dev.hoga.gateway.kiwoom;

/** The gold account behind a request: a product of its own, which an account has or has not. */
final class GoldAccount {
    /** Only gold accounts may ask. Seen for queries; taken over for orders. */
    private static final String NO_GOLD_ACCOUNT = "999999";
    static final String MESSAGE = "조회가 완료되었습니다";

    private GoldAccount() {
    }

    /** Whether the account has none, which has then been answered. */
    static boolean isMissing(Call call) {
        boolean missing = id(call) < 0;
        if (missing) {
            call.reject(NO_GOLD_ACCOUNT);
        }
        return missing;
    }

    static int id(Call call) {
        return call.owner().goldAccountId();
    }
}
