package dev.hoga.gateway.kiwoom;

import dev.hoga.gateway.KoreanTime;

/** A percentage with its sign and two decimals, for fields that have no form in their table. */
final class SignedRate {
    private static final int HUNDRED = 100;

    private SignedRate() {
    }

    /** Example: 50 is {@code +0.50}; 0 has no sign. */
    static String of(long hundredths) {
        String digits = Math.abs(hundredths) / HUNDRED + "." + KoreanTime.digits(Math.abs(hundredths) % HUNDRED, 2);
        return hundredths == 0 ? digits : (hundredths > 0 ? "+" : "-") + digits;
    }
}
