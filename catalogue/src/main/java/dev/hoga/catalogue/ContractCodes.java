package dev.hoga.catalogue;

import java.util.Locale;

/**
 * Which error number says that a request breaks the contract. Kiwoom: the official table. KIS: IGW00007 was seen on orders; the query
 * server's numbers
 * are told by the field they check, the last for all others being our choice. A row's {@code missing} key comes before these.
 */
enum ContractCodes {
    KIWOOM("1511", "1517"),
    KIS_POST("IGW00007", "IGW00007"),
    KIS_ACCOUNT("OPSQ2000", "OPSQ2000"),
    KIS_MARKET("OPSQ2001", "OPSQ2001"),
    KIS_OTHER("OPSQ2002", "OPSQ2002"),
    KIS_OAUTH("EGW00101", "EGW00101");

    private final String missing;
    private final String malformed;

    ContractCodes(final String missing, final String malformed) {
        this.missing = missing;
        this.malformed = malformed;
    }

    static ContractCodes of(final TrSpec tr, final String field) {
        if (tr.broker() == Broker.KIWOOM) {
            return KIWOOM;
        }
        if (tr.group().equals("oauth")) {
            return KIS_OAUTH;
        }
        if (tr.method().equals("POST")) {
            return KIS_POST;
        }
        return switch (field.toUpperCase(Locale.ROOT)) {
            case "CANO", "ACNT_PRDT_CD" -> KIS_ACCOUNT;
            case "FID_COND_MRKT_DIV_CODE" -> KIS_MARKET;
            default -> KIS_OTHER;
        };
    }

    /** The number for a required field without a value. */
    String missing() {
        return missing;
    }

    /** The number for everything else. */
    String malformed() {
        return malformed;
    }
}
