package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A running brokerage on this node: commands go in by {@link #commands}, reads run between them. */
public interface Engine extends AutoCloseable {

    /** Where commands are sent. */
    CommandPort commands();

    /**
     * Runs a read on the core's thread between commands and completes with its result; it sees at least every command whose
     * reply was given before. The read's work must be bounded and it must return values, never the view itself. Completes
     * exceptionally with {@link java.util.concurrent.RejectedExecutionException} where too many reads wait.
     */
    <T> CompletableFuture<T> read(Function<BrokerageView, T> read);

    /**
     * Tells a listener of every event applied from now on, on the core's thread, before the command's reply is given. It
     * stands in the middle of a command: an exception of it is a defect and stops the engine.
     */
    void observe(CoreListener listener);

    /** The events of this node, for any number of subscribers on threads of their own. */
    EventFeed feed();

    /** The engine's host time, milliseconds since the epoch, never decreasing: the clock that stamps the log. */
    long hostTimeMs();

    /** The log position that this node has applied. */
    long position();

    /** What this node is: {@code leader} or {@code follower}. */
    String role();

    /** The hash of core and participants, without time, and the position at which it was taken. */
    CompletableFuture<StateHash> stateHash();

    /** Takes a snapshot and completes with the log position it stands for when it is safely stored. */
    CompletableFuture<Long> snapshot();

    /** Takes a snapshot if anything has changed since the last, and stops. Commands under way are answered first. */
    @Override
    void close();
}
