package dev.hoga.gateway;

/**
 * What one WebSocket client may take of the server. Like {@link HttpLimits}: named defaults, and a record so that a test can
 * shorten the waits.
 *
 * @param messageBytes a message, its fragments joined; more is closed with 1009. Source: Kiwoom closes above 65,536
 * @param messagesPerSecond frames taken from a client in a second, fragments and control frames included; the rest is read later
 * @param queueFrames frames that wait for a client that does not take them; more, and the session is closed
 * @param queueBytes the same in bytes
 * @param stallMs how long a client may take nothing at all although something waits
 * @param closeMs how long a goodbye may take
 */
public record SocketLimits(int messageBytes, int messagesPerSecond, int queueFrames, int queueBytes, int stallMs, int closeMs) {
    public static final int MESSAGE_BYTES = 65_536;
    public static final int MESSAGES_PER_SECOND = 200;
    public static final int QUEUE_FRAMES = 4_096;
    public static final int QUEUE_BYTES = 1024 * 1024;
    public static final int STALL_MS = 60_000;
    public static final int CLOSE_MS = 1_000;

    /** Frames on their way to one network thread; the feed waits above it. */
    static final int FRAMES_UNDER_WAY = 4_096;

    public static final SocketLimits DEFAULT =
        new SocketLimits(MESSAGE_BYTES, MESSAGES_PER_SECOND, QUEUE_FRAMES, QUEUE_BYTES, STALL_MS, CLOSE_MS);
}
