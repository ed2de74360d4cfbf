package dev.hoga.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One thing that sessions listen to, such as the trades of a stock in one broker's layout. Who listens is kept by network
 * thread, so that nobody waits for anybody: a thread changes and walks its own list only.
 */
public final class Topic {
    private volatile Listeners[] byLoop = {};

    /** The listening sessions of one network thread; the list is that thread's, the count is for the feed. */
    static final class Listeners {
        private final SocketLoop loop;
        private final List<SocketSession> sessions = new ArrayList<>();
        private volatile int count;

        private Listeners(SocketLoop loop) {
            this.loop = loop;
        }

        SocketLoop loop() {
            return loop;
        }

        int count() {
            return count;
        }

        /** Sends a frame to each; on the sessions' thread. */
        void send(Frame frame) {
            frame.retain(sessions.size());
            // Backwards, because a session that is closed for being too slow leaves the list at once.
            for (int i = sessions.size() - 1; i >= 0; i--) {
                sessions.get(i).send(frame);
            }
        }
    }

    /** Begins to send to a session; on its thread. A session is added once. */
    public void add(SocketSession session) {
        Listeners listeners = of(session.loop());
        listeners.sessions.add(session);
        listeners.count = listeners.sessions.size();
    }

    /** Ends it; on the session's thread. */
    public void remove(SocketSession session) {
        Listeners listeners = of(session.loop());
        listeners.sessions.remove(session);
        listeners.count = listeners.sessions.size();
    }

    /** Whether anybody listens. */
    public boolean wanted() {
        for (Listeners listeners : byLoop) {
            if (listeners.count > 0) {
                return true;
            }
        }
        return false;
    }

    Listeners[] byLoop() {
        return byLoop;
    }

    private Listeners of(SocketLoop loop) {
        for (Listeners listeners : byLoop) {
            if (listeners.loop == loop) {
                return listeners;
            }
        }
        return grown(loop);
    }

    private synchronized Listeners grown(SocketLoop loop) {
        var added = new Listeners(loop);
        Listeners[] more = Arrays.copyOf(byLoop, byLoop.length + 1);
        more[byLoop.length] = added;
        byLoop = more;
        return added;
    }
}
