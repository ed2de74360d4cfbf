package dev.hoga.core;

/** The house's own accounts, the other side of what clients pay, receive and trade. Their ids are the ordinals. */
public enum HouseAccount {
    /** The world outside: where deposits come from and withdrawals go to. */
    OUTSIDE,
    /** Commission earned. */
    COMMISSION,
    /** The tax office. */
    TAX_OFFICE,
    /** The scripted trader of the control API, who needs neither money nor shares. */
    SCRIPTED_TRADER,
    /** Interest and late fees earned. */
    INTEREST,
    /** What is lent to clients: its cash is below zero by all their loans. */
    LENDER,
    /** The bank that exchanges currencies. */
    EXCHANGE;

    /** The account id. */
    public int id() {
        return ordinal();
    }
}
