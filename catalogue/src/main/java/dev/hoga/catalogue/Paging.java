package dev.hoga.catalogue;

/** How the next page of an answer is asked for. */
public enum Paging {
    /** By headers: Kiwoom {@code cont-yn} and {@code next-key}, KIS {@code tr_cont} with the ctx_area fields. */
    HEADER,
    /** By a cursor made of request fields. */
    BODY,
    /** There is one page. */
    NONE
}
