package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Reject;
import dev.hoga.engine.Reply;

/** Keeps the answer to a command of a {@link DirectEngine}. */
public final class KeptReply implements Reply {
    private boolean answered;
    private long value;
    private Reject reject;

    @Override
    public void accepted(long newValue) {
        answered = true;
        value = newValue;
    }

    @Override
    public void rejected(Reject newReject, long detail) {
        answered = true;
        reject = newReject;
    }

    @Override
    public void overloaded() {
        throw new AssertionError("overloaded");
    }

    @Override
    public void unknown() {
        throw new AssertionError("unknown");
    }

    /** The value of an accepted command. */
    public long value() {
        assertTrue(answered, "not answered");
        assertNull(reject, "refused");
        return value;
    }

    public int intValue() {
        return Math.toIntExact(value());
    }

    public Reject reject() {
        assertTrue(answered, "not answered");
        return reject;
    }
}
