package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberSpellingTest {

    private static final int RUNS = 200_000;

    @Test
    void padsAccountNumbersAndGivesTheSignTheFirstPlace() {
        assertEquals("000000000163475", spell("signed padded:15", 163_475, 0));
        assertEquals("-00000000163475", spell("signed padded:15", -163_475, 0));
        assertEquals("000000000000000", spell("signed padded:15", 0, 0));
        assertEquals("000000000010", spell("padded:12", 10, 0));
        assertEquals("0000070000", spell("padded:10", 70_000, 0));
    }

    @Test
    void writesRatesPlain() {
        assertEquals("-52.71", spell("decimal:2", -5_271, 2));
        assertEquals("405.68", spell("decimal:2", 40_568, 2));
        assertEquals("0.00", spell("decimal:2", 0, 0));
        assertEquals("-21.6523", spell("decimal:4", -216_523, 4));
        assertEquals("-0.05", spell("decimal:2", -5, 2));
        assertEquals("3.0000", spell("decimal:4", 3, 0));
    }

    @Test
    void signsAMarketPriceByItsDirection() {
        assertEquals("-20800", price("direction-signed", 20_800, 0, -1));
        assertEquals("+20800", price("direction-signed", 20_800, 0, 1));
        assertEquals("20800", price("direction-signed", 20_800, 0, 0));
        assertEquals("0", price("direction-signed", 0, 0, 1));
        assertEquals("-184.2500", price("direction-signed decimal:4", 18_425, 2, -1));
    }

    @Test
    void signsMarketChangesOnBothSides() {
        assertEquals("+500", spell("signed", 500, 0));
        assertEquals("-500", spell("signed", -500, 0));
        assertEquals("0", spell("signed", 0, 0));
        assertEquals("+0.72", spell("signed decimal:2", 72, 2));
        assertEquals("0.00", spell("signed decimal:2", 0, 2));
        assertEquals("-7", spell("taker-signed", -7, 0));
    }

    @Test
    void neverWritesAPlusForKis() {
        assertEquals("500", spell(Format.parse("signed", Broker.KIS, 0), 500, 0, 0));
        assertEquals("-1.25", spell(Format.parse("signed decimal:2", Broker.KIS, 0), -125, 2, 0));
        assertEquals("0000000042", spell(Format.parse("padded", Broker.KIS, 10), 42, 0, 0));
    }

    @Test
    void scalesGroupsAndAddsThePercentSign() {
        assertEquals("000003920", spell("signed padded:9 scaled:3", 392, 2));
        assertEquals("1234", spell("scaled:2", 1_234, 2));
        assertEquals("1,400.50", spell("comma decimal:2", 14_005, 1));
        assertEquals("-1,234,567.00", spell("comma decimal:2", -1_234_567, 0));
        assertEquals("999.00", spell("comma decimal:2", 999, 0));
        assertEquals("45%", spell("percent-sign", 45, 0));
        assertEquals("-00003.1400", spell("signed padded:11 decimal:4", -314, 2));
    }

    @Test
    void padsOrderNumbersGivenAsNumbers() {
        assertEquals("0000139", spell("chars:7", 139, 0));
    }

    @Test
    void throwsInsteadOfCuttingOrRounding() {
        assertThrows(ArithmeticException.class, () -> spell("padded:10", 12_345_678_901L, 0));
        assertThrows(ArithmeticException.class, () -> spell("signed padded:10", -1_234_567_890, 0));
        assertThrows(ArithmeticException.class, () -> spell("chars:7", 10_000_000, 0));
        assertThrows(ArithmeticException.class, () -> spell("decimal:2", 1_234, 3));
        assertThrows(ArithmeticException.class, () -> spell("decimal:2", Long.MAX_VALUE, 0));
        assertThrows(ArithmeticException.class, () -> spell("", Long.MIN_VALUE, 0));
        assertEquals("1.23", spell("decimal:2", 1_230, 3));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameNumber() {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            final String words = randomWords(random);
            final int scale = random.nextInt(5);
            final long unscaled = random.nextLong() >> random.nextInt(64);
            final String at = "seed " + seed + " run " + run + " \"" + words + "\" " + unscaled + "e-" + scale;
            final Format format = Format.parse(words, Broker.KIWOOM, 0);
            try {
                final String spelled = spell(format, unscaled, scale, 0);
                final BigDecimal read = new BigDecimal(spelled.replace(",", "").replace("%", "")).movePointLeft(format.scalePower());
                assertEquals(0, BigDecimal.valueOf(unscaled, scale).compareTo(read), () -> at + " wrote " + spelled);
                assertTrue(format.padWidth() == 0 || spelled.length() == format.padWidth(), () -> at + " wrote " + spelled);
            } catch (final ArithmeticException e) {
                refused++;
                assertTrue(mayRefuse(format, unscaled, scale), () -> at + " refused: " + e.getMessage());
            }
        }
        assertTrue(refused > 0 && refused < RUNS / 2, "seed " + seed + ": refused " + refused);
    }

    /** Refusing is right only for lost decimals, too little room, or a number beyond a long. */
    private static boolean mayRefuse(final Format format, final long unscaled, final int scale) {
        final int target = format.scalePower() > 0 ? format.scalePower() : format.decimals() >= 0 ? format.decimals() : scale;
        final BigDecimal value = BigDecimal.valueOf(unscaled, scale);
        final boolean loses = value.stripTrailingZeros().scale() > target;
        final boolean beyondLong = value.movePointRight(target).abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
        final int room = format.padWidth();
        return loses || beyondLong || room > 0 && plainWidth(value, format, target) > room;
    }

    private static int plainWidth(final BigDecimal value, final Format format, final int target) {
        final BigDecimal shown = format.scalePower() > 0 ? value.movePointRight(target) : value;
        return shown.setScale(format.scalePower() > 0 ? 0 : target).toPlainString().length();
    }

    private static String randomWords(final Random random) {
        final String[] choices = {"", "signed", "padded:12", "signed padded:15", "signed padded:18 decimal:2", "decimal:4",
            "signed decimal:2",
            "comma decimal:2", "scaled:3", "percent-sign", "signed padded:12 scaled:3"};
        return choices[random.nextInt(choices.length)];
    }

    private static String spell(final String words, final long unscaled, final int scale) {
        return spell(Format.parse(words, Broker.KIWOOM, 0), unscaled, scale, 0);
    }

    private static String price(final String words, final long unscaled, final int scale, final int direction) {
        return spell(Format.parse(words, Broker.KIWOOM, 0), unscaled, scale, direction);
    }

    private static String spell(final Format format, final long unscaled, final int scale, final int direction) {
        final JsonBuffer out = new JsonBuffer();
        NumberSpelling.append(out, format, unscaled, scale, direction);
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }
}
