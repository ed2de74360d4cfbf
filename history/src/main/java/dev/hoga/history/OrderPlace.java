package dev.hoga.history;

/** Where an order stands among all of an account: its date, then its number. */
public record OrderPlace(int date, int orderNumber) {

    /** The place before the first order of a list. */
    public static OrderPlace start(boolean newestFirst) {
        return new OrderPlace(newestFirst ? Integer.MAX_VALUE : 0, 0);
    }

    /** The place in one number, by which places are ordered as well. */
    public long packed() {
        return (long) date << Integer.SIZE | orderNumber;
    }

    public static OrderPlace ofPacked(long packed) {
        return new OrderPlace((int) (packed >> Integer.SIZE), (int) packed);
    }
}
