package dev.hoga.engine;

/**
 * What happens when the engine can no longer keep its promises: a defect in the core, a write or force of the log that
 * failed, a part of the node that died. The engine has stopped answering before this is called and never answers again.
 */
@FunctionalInterface
public interface FailStop {
    /** The process's exit status after {@link #HALT}. */
    int EXIT_STATUS = 70;

    /** Ends the process at once, without running anything else: what was not answered stays unanswered. */
    FailStop HALT = (what, why) -> Runtime.getRuntime().halt(EXIT_STATUS);

    /** Called once. @param what what failed, naming the record where there is one */
    void stop(String what, Throwable why);
}
