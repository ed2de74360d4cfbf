package dev.hoga.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the engine for good when a promise can no longer be kept. Whoever answers looks here first. During the start a stop
 * is only remembered: the start then fails with its reason, in good order.
 */
final class StopSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(StopSwitch.class);

    private enum Stage { STARTING, RUNNING, CLOSING }

    /** Why the engine stopped. */
    record Stop(String what, Throwable why) {
    }

    private final FailStop failStop;
    private volatile Stage stage = Stage.STARTING;
    private volatile Stop stop;

    StopSwitch(FailStop failStop) {
        this.failStop = failStop;
    }

    /** Stops the engine; only the first call counts, and none once the engine closes in good order. */
    synchronized void stop(String what, Throwable why) {
        if (stage == Stage.CLOSING || stop != null) {
            LOG.debug("While closing or after a stop: {}", what, why);
            return;
        }
        stop = new Stop(what, why);
        if (stage == Stage.RUNNING) {
            callFailStop();
        }
    }

    /** The start has succeeded: from here on a stop is final. */
    synchronized void running() {
        stage = Stage.RUNNING;
        if (stop != null) {
            callFailStop();
        }
    }

    /** From here on the node's parts end one after the other, and that is no failure. */
    synchronized void close() {
        stage = Stage.CLOSING;
    }

    boolean closing() {
        return stage == Stage.CLOSING;
    }

    boolean stopped() {
        return stop != null;
    }

    /** Why the engine stopped; null where it has not. */
    Stop reason() {
        return stop;
    }

    private void callFailStop() {
        LOG.error("The engine stops and answers nothing more: {}", stop.what(), stop.why());
        failStop.stop(stop.what(), stop.why());
    }
}
