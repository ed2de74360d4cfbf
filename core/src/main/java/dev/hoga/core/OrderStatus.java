package dev.hoga.core;

/** Where an order is in its life. {@link OrderLife} holds the legal transitions. */
public enum OrderStatus {
    /** Taken, nothing filled. */
    ACCEPTED,
    /** A part is filled, the rest is in the book. */
    PARTLY_FILLED,
    /** All that was not cancelled or amended away is filled. */
    FILLED,
    /** Nothing is left in the book: the client cancelled the rest, or it did not fill at once. */
    CANCELLED,
    /** Nothing is left in the book: an amendment took the rest to a new number. */
    AMENDED,
    /** Nothing is left in the book: the session ended. */
    EXPIRED,
    /** A cancellation itself: done as soon as it is taken. */
    DONE;

    private static final OrderStatus[] VALUES = values();

    public static OrderStatus of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether something is left in the book. */
    public boolean open() {
        return this == ACCEPTED || this == PARTLY_FILLED;
    }
}
