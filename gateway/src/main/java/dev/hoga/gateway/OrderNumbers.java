package dev.hoga.gateway;

/** Order numbers as clients send them: seven digits, with any number of leading zeros or none. */
public final class OrderNumbers {
    public static final int DIGITS = 7;
    public static final int NOT_A_NUMBER = -1;

    private OrderNumbers() {
    }

    /** The number; 0, which no order has, for nothing and for more digits than a number has; or {@link #NOT_A_NUMBER}. */
    public static int parse(String text) {
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

    /** Seven digits. */
    public static String text(int number) {
        return KoreanTime.digits(number, DIGITS);
    }
}
