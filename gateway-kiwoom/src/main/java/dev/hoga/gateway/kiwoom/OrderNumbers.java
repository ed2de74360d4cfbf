package dev.hoga.gateway.kiwoom;

/** Order numbers as clients send them: seven digits, or fewer without the leading zeros. */
final class OrderNumbers {
    static final int DIGITS = 7;
    static final int NOT_A_NUMBER = -1;
    static final String REASON = "숫자 형식이 올바르지 않습니다";

    private OrderNumbers() {
    }

    /** The number; 0, which no order has, for nothing and for more digits than a number has; or {@link #NOT_A_NUMBER}. */
    static int parse(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NOT_A_NUMBER;
            }
            number = Math.min(number * 10 + c - '0', Integer.MAX_VALUE);
        }
        return number > 9_999_999 ? 0 : (int) number;
    }

    static String text(int number) {
        return KoreanTime.digits(number, DIGITS);
    }
}
