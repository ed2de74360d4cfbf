package dev.hoga.gateway.kis;

/** What account queries say: the live host by what is found, the mock host nearly always the same. */
final class QueryMessages {
    private static final Message DONE = Message.query("KIOK0510");
    private static final Message LAST_PAGE = Message.query("KIOK0460");
    private static final Message MORE = Message.query("KIOK0500");
    private static final Message NOTHING = Message.query("KIOK0560");
    private static final Message FOUND = Message.query("KIOK0530");
    private static final Message MOCK_DONE = Message.query("20310000");
    private static final Message MOCK_NOTHING = Message.query("70070000");

    private QueryMessages() {
    }

    /** Of a query whose answer is whole. */
    static Message done(Call call) {
        return call.mock() ? MOCK_DONE : DONE;
    }

    /** Of a product that was found. */
    static Message found(Call call) {
        return call.mock() ? MOCK_DONE : FOUND;
    }

    /** Of a page that shows more than a list. */
    static Message page(Call call, String nextKey) {
        return nextKey.isEmpty() || call.mock() ? done(call) : MORE;
    }

    /** Of a page of a list. Doubt: which number belongs to which list; all were seen on lists. */
    static Message list(Call call, boolean empty, String nextKey) {
        if (empty) {
            return call.mock() ? MOCK_NOTHING : NOTHING;
        }
        if (call.mock()) {
            return MOCK_DONE;
        }
        return nextKey.isEmpty() ? LAST_PAGE : MORE;
    }
}
