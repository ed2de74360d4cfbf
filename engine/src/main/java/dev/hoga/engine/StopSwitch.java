package dev.hoga.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the engine for good when a promise can no longer be kept. Whoever answers looks here first. */
final class StopSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(StopSwitch.class);

    private final FailStop failStop;
    private final AtomicReference<Throwable> cause = new AtomicReference<>();
    private volatile boolean closing;

    StopSwitch(FailStop failStop) {
        this.failStop = failStop;
    }

    /** Stops the engine; only the first call counts, and none once the engine closes in good order. */
    void stop(String what, Throwable why) {
        if (closing) {
            LOG.debug("While closing: {}", what, why);
        } else if (cause.compareAndSet(null, why)) {
            LOG.error("The engine stops and answers nothing more: {}", what, why);
            failStop.stop(what, why);
        } else {
            LOG.debug("After the stop: {}", what, why);
        }
    }

    /** From here on the node's parts end one after the other, and that is no failure. */
    void closing() {
        closing = true;
    }

    boolean stopped() {
        return cause.get() != null;
    }

    /** Why the engine stopped; null where it has not. */
    Throwable cause() {
        return cause.get();
    }
}
