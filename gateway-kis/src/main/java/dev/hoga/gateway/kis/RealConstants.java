package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.gateway.ConstantTable.Constant;
import java.util.List;

/**
 * What {@link DeclaredConstants} is to the answers of TRs, for what is pushed: fields whose fact does not exist here. The values are
 * those of recorded frames where these are empty or zero, or always the same. {@code docs/simulated.md} prints this table.
 */
public final class RealConstants {
    private static final String NO_OFF_HOURS = "orders of the hours after trading are not told of here yet";
    private static final String NO_DAY_BEFORE = "the volumes of the day before are not kept by time";
    private static final String NO_BOOK_BEFORE = "the book before the last change is not kept";
    private static final String NO_CREDIT = "loans are not told of here yet";
    private static final String NO_MIDPOINT = "there are no midpoint orders yet";
    private static final String REGULAR = "the phase of the session is not told of here yet";

    private static final List<Constant> TABLE = List.of(
        of(RealTr.TRADES, "NEW_MKOP_CLS_CODE", "20", REGULAR),
        of(RealTr.TRADES, "PRDY_SMNS_HOUR_ACML_VOL", "0", NO_DAY_BEFORE),
        of(RealTr.TRADES, "PRDY_SMNS_HOUR_ACML_VOL_RATE", "0.00", NO_DAY_BEFORE),
        of(RealTr.TRADES, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.TRADES, "MRKT_TRTM_CLS_CODE", "", "empty in recorded frames"),
        of(RealTr.BOOK, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.BOOK, "OVTM_TOTAL_ASKP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.BOOK, "OVTM_TOTAL_BIDP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.BOOK, "OVTM_TOTAL_ASKP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.BOOK, "OVTM_TOTAL_BIDP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.BOOK, "STCK_DEAL_CLS_CODE", "0", "no longer used; so in recorded frames"),
        of(RealTr.BOOK, "MIDP_TOTAL_RSQN", "0", NO_MIDPOINT),
        of(RealTr.BOOK, "MIDP_CLS_CODE", "0", NO_MIDPOINT),
        of(RealTr.BOOK, "MARKET_CLS_CODE", "2", REGULAR),
        of(RealTr.ALL_TRADES, "NEW_MKOP_CLS_CODE", "20", REGULAR),
        of(RealTr.NXT_TRADES, "NEW_MKOP_CLS_CODE", "20", REGULAR),
        of(RealTr.ALL_TRADES, "PRDY_SMNS_HOUR_ACML_VOL", "0", NO_DAY_BEFORE),
        of(RealTr.NXT_TRADES, "PRDY_SMNS_HOUR_ACML_VOL", "0", NO_DAY_BEFORE),
        of(RealTr.ALL_TRADES, "PRDY_SMNS_HOUR_ACML_VOL_RATE", "0.00", NO_DAY_BEFORE),
        of(RealTr.NXT_TRADES, "PRDY_SMNS_HOUR_ACML_VOL_RATE", "0.00", NO_DAY_BEFORE),
        of(RealTr.ALL_TRADES, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.NXT_TRADES, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.ALL_TRADES, "MRKT_TRTM_CLS_CODE", "", "empty in recorded frames"),
        of(RealTr.NXT_TRADES, "MRKT_TRTM_CLS_CODE", "", "empty in recorded frames"),
        of(RealTr.ALL_BOOK, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.NXT_BOOK, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.ALL_BOOK, "OVTM_TOTAL_ASKP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.NXT_BOOK, "OVTM_TOTAL_ASKP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.ALL_BOOK, "OVTM_TOTAL_BIDP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.NXT_BOOK, "OVTM_TOTAL_BIDP_RSQN", "0", NO_OFF_HOURS),
        of(RealTr.ALL_BOOK, "OVTM_TOTAL_ASKP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.NXT_BOOK, "OVTM_TOTAL_ASKP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.ALL_BOOK, "OVTM_TOTAL_BIDP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.NXT_BOOK, "OVTM_TOTAL_BIDP_ICDC", "0", NO_OFF_HOURS),
        of(RealTr.ALL_BOOK, "STCK_DEAL_CLS_CODE", "0", "no longer used; so in recorded frames"),
        of(RealTr.NXT_BOOK, "STCK_DEAL_CLS_CODE", "0", "no longer used; so in recorded frames"),
        of(RealTr.ALL_BOOK, "KMID_TOTAL_RSQN", "0", NO_MIDPOINT),
        of(RealTr.NXT_BOOK, "KMID_TOTAL_RSQN", "0", NO_MIDPOINT),
        of(RealTr.ALL_BOOK, "KMID_CLS_CODE", "0", NO_MIDPOINT),
        of(RealTr.NXT_BOOK, "KMID_CLS_CODE", "0", NO_MIDPOINT),
        of(RealTr.ALL_BOOK, "NMID_TOTAL_RSQN", "0", NO_MIDPOINT),
        of(RealTr.NXT_BOOK, "NMID_TOTAL_RSQN", "0", NO_MIDPOINT),
        of(RealTr.ALL_BOOK, "NMID_CLS_CODE", "0", NO_MIDPOINT),
        of(RealTr.NXT_BOOK, "NMID_CLS_CODE", "0", NO_MIDPOINT),
        of(RealTr.ALL_BOOK, "ANTC_EXCH_CLS_CODE", "1", "which venue's auction it is, is not told yet"),
        of(RealTr.EXPECTED, "NEW_MKOP_CLS_CODE", "20", REGULAR),
        of(RealTr.EXPECTED, "PRDY_SMNS_HOUR_ACML_VOL", "0", NO_DAY_BEFORE),
        of(RealTr.EXPECTED, "PRDY_SMNS_HOUR_ACML_VOL_RATE", "0.00", NO_DAY_BEFORE),
        of(RealTr.EXPECTED, "HOUR_CLS_CODE", "0", REGULAR),
        of(RealTr.EXPECTED, "MRKT_TRTM_CLS_CODE", "", "empty in recorded frames of H0STCNT0"),
        of(RealTr.NOTICES, "RFUS_YN", "0", "what is refused is answered by REST and has no number"),
        of(RealTr.NOTICES, "ORD_COND_PRC", "", "there are no stop orders yet"),
        of(RealTr.NOTICES, "POPUP_YN", "Y", "so in recorded notices"),
        of(RealTr.NOTICES, "FILLER", "", "it fills nothing"),
        of(RealTr.NOTICES, "CRDT_CLS", "10", NO_CREDIT),
        of(RealTr.NOTICES, "CRDT_LOAN_DATE", "", NO_CREDIT),
        of(RealTr.OVERSEAS_BOOK, "BDVL", "0", NO_BOOK_BEFORE),
        of(RealTr.OVERSEAS_BOOK, "ADVL", "0", NO_BOOK_BEFORE),
        of(RealTr.OVERSEAS_NOTICES, "RFUS_YN", "0", "what is refused is answered by REST and has no number"),
        of(RealTr.OVERSEAS_NOTICES, "DEBT_GB", "10", NO_CREDIT),
        of(RealTr.OVERSEAS_NOTICES, "DEBT_DATE", "", NO_CREDIT),
        of(RealTr.OVERSEAS_NOTICES, "START_TM", "", "there are no split orders"),
        of(RealTr.OVERSEAS_NOTICES, "END_TM", "", "there are no split orders"),
        of(RealTr.OVERSEAS_NOTICES, "TM_DIV_TP", "", "there are no split orders"));

    private RealConstants() {
    }

    private static Constant of(RealTr tr, String field, String value, String reason) {
        return new Constant(tr.id(), "", field, value, reason);
    }

    /** All of them, in the order of the TRs. */
    public static List<Constant> table() {
        return TABLE;
    }

    /** Those of one TR. */
    static List<Constant> of(RealTr tr) {
        return TABLE.stream().filter(constant -> constant.tr().equals(tr.id())).toList();
    }

    static ResponseBody fill(ResponseBody body, List<Constant> constants) {
        for (Constant constant : constants) {
            body.text(constant.field(), constant.value());
        }
        return body;
    }
}
