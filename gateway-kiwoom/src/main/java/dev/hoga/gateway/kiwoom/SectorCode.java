package dev.hoga.gateway.kiwoom;

import dev.hoga.gateway.KoreanTime;

/** Sector codes: the exchange's number of an index in three digits, its thousands as the first of them. Example: 101 is 1001. */
final class SectorCode {
    private static final int DIGITS = 3;
    private static final int GROUP = 100;
    private static final int EXCHANGE_GROUP = 1_000;
    /** No index has this number. */
    private static final int NONE = 0;

    private SectorCode() {
    }

    /** The exchange's number, 0 where the text is no sector code. */
    static int number(String code) {
        boolean digits = code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(code) : NONE;
        return value / GROUP * EXCHANGE_GROUP + value % GROUP;
    }

    /** The code of a number. */
    static String of(int number) {
        return KoreanTime.digits(number / EXCHANGE_GROUP * GROUP + number % EXCHANGE_GROUP, DIGITS);
    }
}
