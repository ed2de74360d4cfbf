package dev.hoga.core;

/**
 * How far the house lends for an instrument: the better the grade, the less of the price must be the client's own. Source:
 * rules D6.
 */
public enum CreditGrade {
    /** Not bought on credit. */
    NONE(0),
    A(45),
    B(50),
    C(55),
    D(60);

    private static final CreditGrade[] VALUES = values();
    private final int guaranteePercent;

    CreditGrade(int guaranteePercent) {
        this.guaranteePercent = guaranteePercent;
    }

    public static CreditGrade of(int ordinal) {
        return VALUES[ordinal];
    }

    /** The part of the price that must be the client's own (보증금률); 0 where there is no credit. */
    public int guaranteePercent() {
        return guaranteePercent;
    }
}
