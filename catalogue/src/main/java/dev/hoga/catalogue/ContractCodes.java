package dev.hoga.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * Which error number says that a request breaks the contract, and with what words. Kiwoom: the official table. KIS: IGW00007 was seen on
 * orders; the query server was seen to name what is missing under OPSQ2001; its numbers for what is malformed are told by the field they
 * check, the last for all others being our choice. A row's {@code missing} key comes before these.
 */
enum ContractCodes {
    KIWOOM("1511", "1517"),
    KIS_POST("IGW00007", "IGW00007"),
    KIS_ACCOUNT("OPSQ2001", "OPSQ2000"),
    KIS_MARKET("OPSQ2001", "OPSQ2001"),
    KIS_OTHER("OPSQ2001", "OPSQ2002"),
    KIS_OAUTH("EGW00101", "EGW00101");

    /** Its text says which input is meant. */
    private static final String NAMES_INPUT = "OPSQ2001";

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

    /** The values that the text of {@link #missing()} takes. */
    List<String> missingValues(final String field) {
        if (this == KIWOOM) {
            return List.of(field);
        }
        return missing.equals(NAMES_INPUT) ? List.of("INPUT FIELD NOT FOUND [" + field + ']') : List.of();
    }

    /** The number for everything else. */
    String malformed() {
        return malformed;
    }

    /** The values that the text of {@link #malformed()} takes. */
    List<String> malformedValues(final String field, final ViolationKind kind) {
        if (this == KIWOOM) {
            return List.of(field, kind.reasonKo());
        }
        return malformed.equals(NAMES_INPUT) ? List.of("INVALID " + field) : List.of();
    }
}
