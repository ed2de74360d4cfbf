package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    @Test
    void takesNumbersAndBooleansByTheirText() {
        final RequestBody body = parse("{\"a\":\"x\",\"b\":12,\"c\":1.50,\"d\":true,\"e\":null,\"f\":[1],\"g\":{\"h\":1}}");
        assertEquals("x", body.text("a"));
        assertEquals("12", body.text("b"));
        assertEquals("1.50", body.text("c"));
        assertEquals("true", body.text("d"));
        assertEquals("", body.text("e"));
        assertEquals("", body.text("f"));
        assertEquals("", body.text("nothing"));
        assertTrue(body.has("e") && body.has("g"));
        assertFalse(body.has("h"));
        assertEquals(Set.of("a", "b", "c", "d", "e", "f", "g"), body.names());
    }

    @Test
    void takesNoBytesAsAnObjectWithoutKeys() {
        assertEquals(Set.of(), parse("").names());
        assertTrue(parse("").failure().isEmpty());
        assertTrue(parse(" {} \n").failure().isEmpty());
    }

    @Test
    void readsAPartOfAnArray() {
        final byte[] bytes = "xx{\"a\":\"1\"}yy".getBytes(StandardCharsets.UTF_8);
        assertEquals("1", RequestBody.parse(bytes, 2, bytes.length - 4, BodyLimits.DEFAULT).text("a"));
    }

    @Test
    void tellsWhatIsWrongWithTheBytes() {
        assertFails("[]", ViolationKind.NOT_JSON, "body");
        assertFails("\"x\"", ViolationKind.NOT_JSON, "body");
        assertFails("{\"a\":\"b\"", ViolationKind.NOT_JSON, "body");
        assertFails("{\"a\":[1", ViolationKind.NOT_JSON, "body");
        assertFails("{\"a\":\"b\"} x", ViolationKind.NOT_JSON, "body");
        assertFails("{a:1}", ViolationKind.NOT_JSON, "body");
        assertFails("{\"a\":NaN}", ViolationKind.NOT_JSON, "body");
        assertFails("{\"a\":\"1\",\"b\":\"2\",\"a\":\"1\"}", ViolationKind.DUPLICATE, "a");
        assertFails("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}", ViolationKind.TOO_DEEP, "a");
        assertFails("{\"a\":" + "[".repeat(10_000), ViolationKind.TOO_DEEP, "a");
        assertFails("{\"a\":\"" + "x".repeat(4097) + "\"}", ViolationKind.TOO_LARGE, "a");
        assertFails("{\"a\":" + "9".repeat(4097) + "}", ViolationKind.TOO_LARGE, "body");
        assertFails("{\"a\":\"" + "x".repeat(70_000) + "\"}", ViolationKind.TOO_LARGE, "body");
        assertFails("{\"" + "a".repeat(65) + "\":1}", ViolationKind.TOO_LARGE, "body");
    }

    @Test
    void keepsWithinItsBounds() {
        assertTrue(parse("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}").failure().isEmpty());
        assertTrue(parse("{\"a\":\"" + "x".repeat(4096) + "\"}").failure().isEmpty());
    }

    @Test
    void findsQueryParametersInAnyCase() {
        final RequestBody query = RequestBody.ofQuery(Map.of("fid_cond_mrkt_div_code", "J"));
        assertEquals("J", query.text("FID_COND_MRKT_DIV_CODE"));
        assertTrue(query.has("Fid_Cond_Mrkt_Div_Code"));
    }

    @Test
    void showsNoValuesWhenPrinted() {
        assertEquals("RequestBody[secretkey]", parse("{\"secretkey\":\"hidden\"}").toString());
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final byte[] valid = ("{\"stk_cd\":\"005930\",\"ord_qty\":10,"
            + "\"x\":[{\"y\":null},\"\\u00e9\"],\"z\":\"한글\"}").getBytes(StandardCharsets.UTF_8);
        for (int run = 0; run < 50_000; run++) {
            final byte[] bytes = valid.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                final int any = random.nextInt(256);
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? any : "{}[]\",:\\".charAt(any % 8));
            }
            final int length = random.nextInt(bytes.length + 1);
            try {
                RequestBody.parse(bytes, 0, length, BodyLimits.DEFAULT);
            } catch (final RuntimeException e) {
                throw new AssertionError("seed " + seed + " run " + run, e);
            }
        }
    }

    private static void assertFails(final String json, final ViolationKind kind, final String field) {
        assertEquals(new RequestBody.Failure(kind, field), parse(json).failure().orElseThrow(() -> new AssertionError("accepted " + json)));
    }

    private static RequestBody parse(final String json) {
        return RequestBody.parse(json.getBytes(StandardCharsets.UTF_8), BodyLimits.DEFAULT);
    }
}
