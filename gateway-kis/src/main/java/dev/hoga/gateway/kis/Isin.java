package dev.hoga.gateway.kis;

/** The international number of a Korean ordinary share or fund, made from its six-digit code. Source: ISO 6166. */
final class Isin {
    private static final String COUNTRY_AND_KIND = "KR7";
    private static final String FIRST_ISSUE = "00";
    private static final int CODE_DIGITS = 6;

    private Isin() {
    }

    /** Example: 005930 is KR7005930003. Empty for a code of another form. */
    static String of(String code) {
        if (code.length() != CODE_DIGITS) {
            return "";
        }
        String body = COUNTRY_AND_KIND + code + FIRST_ISSUE;
        return body + checkDigit(body);
    }

    /** Letters stand for 10 to 35; from the right, every other digit counts twice, and the digits of all are added up. */
    private static int checkDigit(String body) {
        var digits = new StringBuilder();
        body.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? 2 * digit : digit;
            sum += counted / 10 + counted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
