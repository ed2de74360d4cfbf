package dev.hoga.engine;

import org.agrona.DirectBuffer;

/** The way of an encoded command to the log. */
@FunctionalInterface
interface Ingress {
    /** Sends, without waiting; false where there is no room or no leader. Any thread may call. */
    boolean send(DirectBuffer buffer, int length);
}
