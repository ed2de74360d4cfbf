package dev.hoga.gateway.kis;

/**
 * What is wrong with a client's message, in the order in which it is looked for: a message that is wrong twice has one right
 * answer. Doubt: the order; the codes are the official table's. OPSP8994, 8995, 9993 to 9995, 8999, 0007 and 0009 never come: here
 * nothing of a corporate customer is asked for, and nothing fails half-way. Nor does OPSP9997: clients that exist leave
 * {@code custtype} out of their requests, and the REST side takes that too.
 */
enum SocketCheck {
    /** No JSON object, or one that is too deep or has too many keys. */
    JSON("OPSP9999"),
    HEADER("OPSP9998"),
    /** {@code approval_key} missing. Doubt: the table's "appkey" dates from before there were approval keys. */
    APPROVAL_KEY_THERE("OPSP9996"),
    /** P or B, where it is there. */
    CUSTOMER_TYPE("OPSP8998"),
    /** {@code tr_type} is 1 or 2. */
    TR_TYPE("OPSP8997"),
    BODY("OPSP9992"),
    INPUT("OPSP9991"),
    TR_ID_THERE("OPSP8991"),
    TR_KEY_THERE("OPSP9990"),
    /** {@code tr_key} is no text, blank or too long. */
    TR_KEY_FORM("OPSP8993"),
    /** Unknown, of another server, expired, or of the other environment's host. */
    APPROVAL_KEY("OPSP0011"),
    /** Another app key than that of the session. Doubt: what the broker says to it. */
    SAME_APP_KEY("OPSP0010"),
    /** Another session has the app key; the end of this one. */
    APP_KEY_FREE("OPSP8996"),
    /** Unknown, not built, or the other environment's. */
    TR_ID("OPSP8991"),
    /** No code of a stock. Doubt: a code that nobody has listed is taken, because it may be listed later. */
    TR_KEY("OPSP8992"),
    NOT_REGISTERED_BEFORE("OPSP0002"),
    ROOM("OPSP0008"),
    REGISTERED("OPSP0003");

    private final String code;

    SocketCheck(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
