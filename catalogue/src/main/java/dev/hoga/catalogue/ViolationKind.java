package dev.hoga.catalogue;

/** In what way a request breaks the contract. */
public enum ViolationKind {
    /** The body is not one JSON object in UTF-8. */
    NOT_JSON("JSON 형식이 아닙니다"),
    /** Objects or arrays are nested deeper than {@link BodyLimits#maxDepth()}. */
    TOO_DEEP("허용된 깊이를 초과하였습니다"),
    /** The body, a name, a value or the number of fields is beyond {@link BodyLimits}. */
    TOO_LARGE("허용된 길이를 초과하였습니다"),
    /** A key stands twice. */
    DUPLICATE("중복된 파라미터입니다"),
    /** A required field has no value (Kiwoom) or no key (KIS). */
    MISSING("값이 존재하지 않습니다"),
    /** An object or an array stands where one value belongs, or the other way round. */
    WRONG_TYPE("자료형이 올바르지 않습니다"),
    /** A number, a date or a time is not spelled as one. */
    WRONG_FORM("숫자 형식이 올바르지 않습니다"),
    /** The value is longer than printed, where that binds. */
    TOO_LONG("길이가 올바르지 않습니다"),
    /** The value is none of the listed codes, where that binds. */
    UNKNOWN_CODE("정의되지 않은 값입니다");

    private final String reasonKo;

    ViolationKind(final String reasonKo) {
        this.reasonKo = reasonKo;
    }

    /** Our Korean words for the reason that Kiwoom's 1517 carries; no source tells the broker's own. */
    public String reasonKo() {
        return reasonKo;
    }
}
