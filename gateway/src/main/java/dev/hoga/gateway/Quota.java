package dev.hoga.gateway;

/** So many calls in so long a window. */
public record Quota(int calls, int windowMs) {

    /** @throws IllegalArgumentException where either is not positive */
    public Quota {
        if (calls < 1 || windowMs < 1) {
            throw new IllegalArgumentException("a quota needs at least one call and one millisecond");
        }
    }
}
