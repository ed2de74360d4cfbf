package dev.hoga.core;

/** Who an order's number, or slot, is counted for. */
enum OrderSeries {
    /** The broker's seven-digit numbers, counted from 1 each trading date. */
    CLIENT,
    /** The house's own orders. */
    HOUSE,
    /** Simulated participants: they have no broker's number, and a slot is used again when its order is over. */
    PARTICIPANT;

    /** The series of an account's orders. */
    static OrderSeries of(int account) {
        if (account >= AccountTable.FIRST_CLIENT) {
            return CLIENT;
        }
        return account < AccountTable.FIRST_PARTICIPANT ? HOUSE : PARTICIPANT;
    }
}
