package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponseWriterTest {

    private final BrokerCatalogue kiwoom = Samples.CATALOGUE.kiwoom();
    private final BrokerCatalogue kis = Samples.CATALOGUE.kis();
    private final ErrorTable kiwoomErrors = kiwoom.errors();
    private final ErrorTable kisErrors = kis.errors();
    private final ResponseWriter writer = new ResponseWriter();

    @Test
    void writesAKiwoomOrderAnswerInTheOrderOfTheContract() {
        final ResponseBody body = ResponseBody.of(kiwoom.require("kt10000"));
        body.text("dmst_stex_tp", "KRX").number("ord_no", 411_161);
        writer.kiwoom(body, 0, "KRX 매수주문이 완료되었습니다.");
        assertEquals("{\"ord_no\":\"0411161\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,"
            + "\"return_msg\":\"KRX 매수주문이 완료되었습니다.\"}", writer.toString());
        assertArrayEquals(writer.toString().getBytes(StandardCharsets.UTF_8), writer.toByteArray());
        assertArrayEquals(writer.toByteArray(), Arrays.copyOf(writer.array(), writer.length()));
    }

    @Test
    void writesAccountRowsPaddedAndMarketRowsPlain() {
        final ResponseBody holdings = ResponseBody.of(kiwoom.require("kt00018"));
        holdings.number("tot_evlt_amt", 163_475).number("tot_evlt_pl", -163_475).decimal("tot_prft_rt", -5_271, 2);
        holdings.row("acnt_evlt_remn_indv_tot").text("stk_cd", "A005930").number("cur_prc", 70_000);
        final String json = writer.kiwoom(holdings, 0, "").toString();
        assertTrue(json.contains("\"tot_evlt_amt\":\"000000000163475\""), json);
        assertTrue(json.contains("\"tot_evlt_pl\":\"-00000000163475\""), json);
        assertTrue(json.contains("\"tot_prft_rt\":\"-52.71\""), json);
        assertTrue(json.contains("\"cur_prc\":\"000000070000\""), json);

        final ResponseBody info = ResponseBody.of(kiwoom.require("ka10001"));
        info.price("cur_prc", 20_800, -1).price("high_pric", 21_000, 0).number("base_pric", 21_000);
        info.number("pred_pre", -200).decimal("flu_rt", -95, 2);
        final String quote = writer.kiwoom(info, 0, "").toString();
        assertTrue(quote.contains("\"cur_prc\":\"-20800\""), quote);
        assertTrue(quote.contains("\"high_pric\":\"21000\""), quote);
        assertTrue(quote.contains("\"pred_pre\":\"-200\",\"flu_rt\":\"-0.95\""), quote);
    }

    @Test
    void stopsAnAmountAtTheWidestNumberOfItsField() {
        final ResponseBody body = ResponseBody.of(kiwoom.require("kt00005"));
        body.amount("entr", 1_000_000_000_000L).amount("entr_d1", 999_999_999_999L).amount("tot_pl_tot", -100_000_000_000L)
            .amount("evlt_amt_tot", Long.MIN_VALUE).amount("ch_uncla", -99_999_999_999L);
        final String json = writer.kiwoom(body, 0, "").toString();
        assertTrue(json.contains("\"entr\":\"999999999999\",\"entr_d1\":\"999999999999\""), json);
        assertTrue(json.contains("\"evlt_amt_tot\":\"-99999999999\",\"tot_pl_tot\":\"-99999999999\""), json);
        assertTrue(json.contains("\"ch_uncla\":\"-99999999999\""), json);
        assertEquals("{\"a\":\"9223372036854775807\",\"return_code\":0,\"return_msg\":\"\"}", writer.kiwoom(ResponseBody.of(
            Samples.tr(Broker.KIWOOM, List.of(), List.of(Samples.answer("a", "", Broker.KIWOOM)))).amount("a", Long.MAX_VALUE), 0, "")
            .toString());
    }

    @Test
    void writesWhatIsNotSetEmpty() {
        final List<Field> rows = List.of(Samples.answer("a", "", Broker.KIWOOM), Samples.answer("b", "padded:4", Broker.KIWOOM));
        final TrSpec tr = Samples.tr(Broker.KIWOOM, List.of(), rows);
        assertEquals("{\"a\":\"\",\"b\":\"\",\"return_code\":0,\"return_msg\":\"\"}", writer.kiwoom(ResponseBody.of(tr), 0, "").toString());
        assertTrue(writer.kiwoom(ResponseBody.of(kiwoom.require("ka10075")), 0, " 조회가 완료되었습니다.").toString()
            .equals("{\"oso\":[],\"return_code\":0,\"return_msg\":\" 조회가 완료되었습니다.\"}"));
    }

    @Test
    void writesKisOutputsFirstAndTheEnvelopeLast() {
        final ResponseBody body = ResponseBody.of(kis.require("domestic-stock/trading/order-cash"));
        body.object("output").text("KRX_FWDG_ORD_ORGNO", "03930").number("ODNO", 85_100).text("ORD_TMD", "094414");
        assertEquals("{\"output\":{\"KRX_FWDG_ORD_ORGNO\":\"03930\",\"ODNO\":\"0000085100\",\"ORD_TMD\":\"094414\",\"SOR_ODNO\":\"\"},"
            + "\"rt_cd\":\"0\",\"msg_cd\":\"APBK0013\",\"msg1\":\"주문 전송 완료 되었습니다.\"}",
            writer.kis(body, "0", "APBK0013", "주문 전송 완료 되었습니다.").toString());
    }

    @Test
    void padsKisPagingKeysWithBlanks() {
        final ResponseBody body = ResponseBody.of(kis.require("domestic-stock/sector/chk-holiday"));
        body.text("ctx_area_nk", "20261120");
        assertTrue(writer.kis(body, "0", "", "").toString().contains("\"ctx_area_nk\":\"20261120            \""), writer.toString());
    }

    @Test
    void writesATokenAnswerWithANumber() {
        final ResponseBody body = ResponseBody.of(kis.require("oauth/tokenP"));
        body.text("access_token", "t").text("token_type", "Bearer").number("expires_in", 86_400);
        assertTrue(writer.plain(body).toString().contains("\"expires_in\":86400,"), writer.toString());
    }

    @Test
    void writesKiwoomErrorsAsSeenOnTheWire() {
        assertEquals("{\"return_msg\":\"입력 값 오류입니다[1511:필수 입력 값에 값이 존재하지 않습니다. 필수입력 파라미터=stk_cd]\",\"return_code\":2}",
            writer.kiwoomError(kiwoomErrors.reply("1511", "stk_cd")).toString());
        assertEquals("{\"return_msg\":\"인증에 실패했습니다[8005:Token이 유효하지 않습니다]\",\"return_code\":3}",
            writer.kiwoomError(kiwoomErrors.reply("8005")).toString());
        assertEquals("{\"return_msg\":\"[2000](855056:매수증거금이 부족합니다. 12주 매수가능)\",\"return_code\":20}",
            writer.kiwoomError(kiwoomErrors.rejectionReply("855056", 12)).toString());
        final ErrorReply limited = kiwoomErrors.reply("1700", 5, "kt10001");
        assertEquals(429, limited.httpStatus());
        assertEquals("허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=5, API ID=kt10001]", limited.message());
        assertEquals("잘못된 요청입니다[1504:해당 URI에서는 지원하는 API ID가 아닙니다. API ID=ka10001, URI=/api/dostk/acnt]",
            kiwoomErrors.reply("1504", "ka10001", "/api/dostk/acnt").message());
    }

    @Test
    void writesKisErrorsAsSeenOnTheWire() {
        assertEquals("{\"rt_cd\":\"1\",\"msg1\":\"유효하지 않은 token 입니다.\",\"msg_cd\":\"EGW00121\"}",
            writer.kisError(kisErrors.reply("EGW00121")).toString());
        assertEquals(500, kisErrors.reply("EGW00121").httpStatus());
        assertEquals("{\"error_description\":\"접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)\",\"error_code\":\"EGW00133\"}",
            writer.kisOauthError(kisErrors.reply("EGW00133")).toString());
        assertEquals(403, kisErrors.error("EGW00103").oauthHttpStatus());
        assertEquals(7, kisErrors.reply("APBK0952").returnCode());
    }

    @Test
    void refusesUnknownNamesAndWrongSetters() {
        final ResponseBody body = ResponseBody.of(kiwoom.require("ka10001"));
        assertThrows(IllegalArgumentException.class, () -> body.text("cur_price", "1"));
        assertThrows(IllegalArgumentException.class, () -> body.number("cur_prc", 1));
        assertThrows(IllegalArgumentException.class, () -> body.price("base_pric", 1, 0));
        assertThrows(IllegalArgumentException.class, () -> body.price("cur_prc", -1, 0));
        assertThrows(IllegalArgumentException.class, () -> body.row("cur_prc"));
        assertThrows(IllegalArgumentException.class, () -> ResponseBody.of(kiwoom.require("ka10075")).text("oso", ""));
        assertThrows(IllegalArgumentException.class, () -> ResponseBody.of(kiwoom.require("kt10000")).text("ord_no", "139"));
    }

    @Test
    void namesTheFieldThatCannotHoldANumber() {
        final ResponseBody body = ResponseBody.of(kiwoom.require("kt00018")).number("tot_evlt_pl", -123_456_789_012_345L);
        final ArithmeticException e = assertThrows(ArithmeticException.class, () -> writer.kiwoom(body, 0, ""));
        assertTrue(e.getMessage().contains("tot_evlt_pl"), e.getMessage());
    }

    @Test
    void writesAListOfArrays() {
        final ResponseBody body = ResponseBody.of(kiwoom.require("ka10171"));
        body.number("return_code", 0).text("trnm", "CNSRLST");
        body.row("data").text("seq", "0").text("name", "조건1");
        body.row("data").text("seq", "1").text("name", "조건2");
        assertEquals("{\"return_code\":0,\"return_msg\":\"\",\"trnm\":\"CNSRLST\",\"data\":[[\"0\",\"조건1\"],[\"1\",\"조건2\"]]}",
            writer.plain(body).toString());
    }

    @Test
    void escapesAnyTextSoThatItReadsBack() throws IOException {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final TrSpec tr = Samples.tr(Broker.KIWOOM, List.of(), List.of(Samples.answer("a", "", Broker.KIWOOM)));
        for (int run = 0; run < 20_000; run++) {
            final String text = randomText(random);
            final byte[] json = writer.plain(ResponseBody.of(tr).text("a", text)).toByteArray();
            assertEquals(text, firstText(json), "seed " + seed + " run " + run);
        }
    }

    @Test
    void replacesHalfASurrogatePair() throws IOException {
        final TrSpec tr = Samples.tr(Broker.KIWOOM, List.of(), List.of(Samples.answer("a", "", Broker.KIWOOM)));
        assertEquals("x?y?", firstText(writer.plain(ResponseBody.of(tr).text("a", "x\ud83dy\ude00")).toByteArray()));
    }

    private static String randomText(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            final int range = random.nextInt(4);
            final int codePoint = switch (range) {
                case 0 -> random.nextInt(0x80);
                case 1 -> 0xac00 + random.nextInt(0x2000);
                case 2 -> 0x80 + random.nextInt(0x780);
                default -> 0x10000 + random.nextInt(0x100000);
            };
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    private static String firstText(final byte[] json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != JsonToken.VALUE_STRING) {
                assertTrue(parser.currentToken() != JsonToken.END_OBJECT);
            }
            return parser.getText();
        }
    }
}
