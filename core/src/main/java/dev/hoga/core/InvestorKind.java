package dev.hoga.core;

/** Whose money is moved: the classes by which the exchange counts investors, as far as they are told apart here. */
public enum InvestorKind {
    INDIVIDUAL,
    FOREIGN,
    INSTITUTION;

    private static final InvestorKind[] VALUES = values();

    public static InvestorKind of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
