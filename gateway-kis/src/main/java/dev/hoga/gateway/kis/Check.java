package dev.hoga.gateway.kis;

/**
 * The checks of a request below {@code /uapi}, in the order in which they are made: the first that fails decides the answer. No
 * text of the broker gives this order; it follows what each check needs to know, and what was seen of single failures. Doubts are
 * written at each step. Before these stands the transport (size, time, HTTP itself), behind them the core ({@link
 * dev.hoga.core.Reject}, whose order is its own).
 */
public enum Check {
    /** The path, doubled slashes taken for one, is one of the catalogue's. Doubt: the broker's answer is not known. */
    PATH("404"),
    /** The path takes the method. Doubt: the broker's answer is not known. */
    METHOD("405"),
    /** Header {@code authorization} has the scheme Bearer, in any case. Doubt: a missing header could be EGW00121. */
    AUTHORIZATION("EGW00205"),
    /** The token is one of this server's and alive. Seen: HTTP 500. Doubt: that of a revoked token. */
    TOKEN_VALID("EGW00121"),
    /** A token of this server that has had its time. Seen: HTTP 500. */
    TOKEN_EXPIRED("EGW00123"),
    /** Header {@code appkey} is there. */
    APP_KEY_PRESENT("EGW00102"),
    /** It is the token's. */
    APP_KEY_FITS("EGW00103"),
    /** Header {@code appsecret} is there. */
    APP_SECRET_PRESENT("EGW00104"),
    /** It is the key's. Doubt: EGW00105 says the same in other words; this one names the calls' secret. */
    APP_SECRET_FITS("EGW00304"),
    /** Header {@code custtype}, where it is there, is P or B. Official number; a client that exists sends none. Doubt: the place. */
    CUSTOMER_TYPE("EGW00208"),
    /** On a request that names the live host, the key is a live one. Seen; some quotes were answered there, here all are. */
    ENVIRONMENT_FITS("EGW02004"),
    /** The key's calls per second. Seen: HTTP 500. Doubt: the broker may count before it looks at the token. */
    RATE("EGW00201"),
    /** Header {@code tr_id} is there. Official number of the query server. Doubt: whether the gateway asks before. */
    TR_ID_PRESENT("OPSQ9999"),
    /** It is one of the path's. Doubt: the status. */
    TR_ID("OPSQ0002"),
    /** A mock key names a mock TR. Seen: HTTP 500. */
    MOCK_TR("EGW02006"),
    /** The TR is one that this server has, or on its terms the broker's mock host. See {@link NotProvided}. */
    PROVIDED("OPSQ0002"),
    /** The body of a POST is one JSON object with every field that the broker asks for, numbers being numbers. Seen: HTTP 500. */
    BODY("IGW00007"),
    /**
     * So are the parameters of a GET. One that is missing is OPSQ2001, which names it: seen many times. Doubt: which of the query
     * server's numbers belongs to what is malformed.
     */
    QUERY("OPSQ2002"),
    /** The account is the token's. Seen with HTTP 200. Doubt: APAC0081 was seen, too. */
    ACCOUNT("OPSQ2000"),
    /** The continuation key is one of this account and day. Doubt: the broker's answer to a foreign key is not known. */
    PAGE_KEY("OPSQ2002"),
    /** The stock exists. Doubt: documented for an empty condition search; orders get APBK0656. */
    STOCK_KNOWN("MCA05918"),
    /** What only the order system knows: order type, venue, price. */
    MEANING("APBK0963");

    private final String code;

    Check(String code) {
        this.code = code;
    }

    /** The broker's usual error number for this check, or the HTTP status of the edge. */
    public String code() {
        return code;
    }
}
