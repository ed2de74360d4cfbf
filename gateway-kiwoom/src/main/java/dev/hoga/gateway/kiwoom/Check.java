package dev.hoga.gateway.kiwoom;

/**
 * The checks of a request, in the order in which they are made: the first that fails decides the answer. No text of the broker
 * gives this order; it follows what each check needs to know, and what was measured of single failures. Doubts are written at
 * each step. Before these stands the transport (size, time, HTTP itself), behind them the core ({@link
 * dev.hoga.core.Reject}, whose order is its own).
 */
public enum Check {
    /** Every TR is a POST; another method is the edge's 405. Doubt: the broker's body is not known. */
    METHOD("405"),
    /** Header {@code api-id} is there and not empty. The token calls go without it: their paths say it. */
    API_ID_PRESENT("1501"),
    /** The id is one of the catalogue's. Doubt: whether the broker looks at the token first. */
    API_ID_KNOWN("1505"),
    /** The id belongs to this path. Measured, also for a path that nobody serves below {@code /api/dostk}. */
    PATH_FITS("1504"),
    /** Header {@code authorization} is there and not empty. Doubt: "empty" could also be 1516. */
    AUTHORIZATION_PRESENT("1513"),
    /** It has a scheme and a token. Doubt: the broker may call one word a wrong scheme (1515). */
    AUTHORIZATION_FORM("1514"),
    /** The scheme is Bearer, in any case (a client writes it in lower case). */
    AUTHORIZATION_SCHEME("1515"),
    /** A token follows the scheme. */
    AUTHORIZATION_TOKEN("1516"),
    /** The token is alive and of this broker. Measured: HTTP 200, class 3. */
    TOKEN_VALID("8005"),
    /** On a request that names a real host, the token belongs to that host. */
    ENVIRONMENT_FITS("8031"),
    /** The TR's limit per second for this key. Doubt: the broker may count before it looks at the token. */
    RATE("1700"),
    /** The TR is one that this server, or on its terms the broker's mock host, has. See {@link NotProvided}. */
    PROVIDED("8104"),
    /** The body is one JSON object, not too deep, no key twice. */
    BODY_FORM("1517"),
    /** No required field is missing or empty; the first in document order is named. Measured. */
    REQUIRED("1511"),
    /** Numbers are numbers. Doubt: which texts the broker gives as the reason. */
    FORM("1517"),
    /** The continuation key was made for this account and query. Doubt: the broker's answer to a foreign key is not known. */
    PAGE_KEY("1517"),
    /** The stock exists. Measured as class 7 on a quote and on an order. */
    STOCK_KNOWN("1902"),
    /** What only the order system knows: order type, venue, price. Doubt: its inner order is not known. */
    MEANING("2000");

    private final String code;

    Check(String code) {
        this.code = code;
    }

    /** The broker's usual error number for this check, or the HTTP status of the edge. */
    public String code() {
        return code;
    }
}
