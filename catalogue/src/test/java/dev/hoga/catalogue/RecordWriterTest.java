package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RecordWriterTest {

    private static final TrSpec NOTICE = Samples.CATALOGUE.kis().require("domestic-stock/realtime/H0STCNI0");

    private final RecordWriter writer = new RecordWriter();

    private static ResponseBody notice() {
        return ResponseBody.of(NOTICE).text("CUST_ID", "alice").number("ACNT_NO", 5_000_000_101L).number("ODER_NO", 7)
            .text("SELN_BYOV_CLS", "02");
    }

    @Test
    void joinsValuesInTheOrderOfTheContractAndLeavesUnsetOnesEmpty() {
        assertEquals("alice^5000000101^0000000007^^02^", writer.begin("").values(notice(), 6).toString());
    }

    @Test
    void putsSeveralRecordsBehindOneHead() {
        writer.begin("0|TR|002|").values(notice(), 3).values(notice(), 3);
        assertEquals("0|TR|002|alice^5000000101^0000000007^alice^5000000101^0000000007", writer.toString());
        assertEquals("alice", writer.begin("").values(notice(), 1).toString(), "the next one overwrites it");
    }

    @Test
    void composesLayoutsOfPieces() {
        assertEquals("alice^삼성전자^^02", writer.begin("").values(notice(), 1).text("삼성전자").values(notice(), 3, 5).toString());
    }

    @Test
    void letsNoValueEndItself() {
        assertEquals("a b c", writer.begin("").values(ResponseBody.of(NOTICE).text("CUST_ID", "a^b|c"), 1).toString());
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        final ResponseBody body = ResponseBody.of(NOTICE).number("CNTG_UNPR", 10_000_000_000L);
        assertThrows(ArithmeticException.class, () -> writer.begin("").values(body, 26));
    }
}
