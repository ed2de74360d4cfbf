package dev.hoga.catalogue;

/** Whether the broker's own mock host offers a TR. */
public enum MockOffer {
    /** It does. */
    TRUE,
    /** It refuses, by measurement or by its own list. */
    FALSE,
    /** No source says. */
    UNKNOWN
}
