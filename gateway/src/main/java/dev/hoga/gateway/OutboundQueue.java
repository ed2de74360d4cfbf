package dev.hoga.gateway;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;

/**
 * What waits for a client that takes slower than it is sent to. Of a topic's states only the newest waits, in the place of the
 * first; everything else waits in order. Lives on one network thread.
 */
final class OutboundQueue {
    private final int mostFrames;
    private final int mostBytes;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final IdentityHashMap<Object, Waiting> newest = new IdentityHashMap<>();
    private int bytes;

    private static final class Waiting {
        private Frame frame;

        Waiting(Frame frame) {
            this.frame = frame;
        }
    }

    OutboundQueue(int mostFrames, int mostBytes) {
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    /** Takes a frame over. @return false where there is no room; then the frame is released and the client has missed something */
    boolean add(Frame frame) {
        Object subject = frame.subject().orElse(null);
        Waiting older = subject == null ? null : newest.get(subject);
        int grown = bytes + frame.length() - (older == null ? 0 : older.frame.length());
        if (grown > mostBytes || older == null && waiting.size() == mostFrames) {
            frame.release();
            return false;
        }
        bytes = grown;
        if (older != null) {
            older.frame.release();
            older.frame = frame;
            return true;
        }
        var added = new Waiting(frame);
        waiting.add(added);
        if (subject != null) {
            newest.put(subject, added);
        }
        return true;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next frame, handed over to the caller. The queue must not be empty. */
    Frame take() {
        Frame frame = waiting.remove().frame;
        frame.subject().ifPresent(newest::remove);
        bytes -= frame.length();
        return frame;
    }

    /** Forgets everything. */
    void clear() {
        waiting.forEach(left -> left.frame.release());
        waiting.clear();
        newest.clear();
        bytes = 0;
    }

    int frames() {
        return waiting.size();
    }

    int bytes() {
        return bytes;
    }
}
