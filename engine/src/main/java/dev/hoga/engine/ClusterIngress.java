package dev.hoga.engine;

import io.aeron.Aeron;
import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.cluster.codecs.EventCode;
import io.aeron.cluster.codecs.MessageHeaderEncoder;
import io.aeron.cluster.codecs.SessionMessageHeaderEncoder;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's own session with the cluster: commands of every thread go into one shared ingress publication. Answers do not
 * come back this way; what comes back is only news of the session. One thread {@link #connect connects} and
 * {@link #keepAlive keeps it alive}.
 */
final class ClusterIngress implements Ingress, EgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterIngress.class);
    private static final int SEND_ATTEMPTS = 8;
    private static final long KEEP_ALIVE_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(5);

    private final Aeron aeron;
    private final int termBytes;
    private final Doorbell logBell;
    private final Doorbell driverBell;
    private AeronCluster cluster;
    private AeronCluster.AsyncConnect connecting;
    private long lastKeepAliveNs;
    private boolean sessionEnded;
    private volatile Session session;
    private volatile boolean paused;

    ClusterIngress(Aeron aeron, int termBytes, Doorbell logBell, Doorbell driverBell) {
        this.aeron = aeron;
        this.termBytes = termBytes;
        this.logBell = logBell;
        this.driverBell = driverBell;
    }

    @Override
    public boolean send(DirectBuffer buffer, int length) {
        Session current = session;
        if (current == null || paused) {
            return false;
        }
        for (int attempt = 0; attempt < SEND_ATTEMPTS; attempt++) {
            long result = current.publication.offer(current.header, 0, AeronCluster.SESSION_HEADER_LENGTH, buffer, 0, length,
                null);
            if (result > 0) {
                logBell.ring();
                return true;
            }
            if (result == Publication.BACK_PRESSURED) {
                driverBell.ring();
                logBell.ring();
                Thread.onSpinWait();
            } else if (result != Publication.ADMIN_ACTION) {
                return false;
            }
        }
        return false;
    }

    boolean connected() {
        return session != null;
    }

    /** Does the next step of connecting; true once connected. */
    boolean connect() {
        if (connecting == null) {
            connecting = AeronCluster.asyncConnect(new AeronCluster.Context()
                .aeron(aeron)
                .ownsAeronClient(false)
                .egressListener(this)
                .isIngressExclusive(false)
                .ingressChannel("aeron:ipc?term-length=" + termBytes)
                .egressChannel("aeron:ipc?term-length=64k")
                .messageTimeoutNs(CONNECT_TIMEOUT_NS));
        }
        try {
            cluster = connecting.poll();
        } catch (AeronException e) {
            LOG.warn("Not connected to the cluster yet: {}", e.getMessage());
            CloseHelper.quietClose(connecting);
            connecting = null;
            return false;
        }
        if (cluster == null) {
            return false;
        }
        connecting = null;
        sessionEnded = false;
        session = Session.of(cluster);
        return true;
    }

    /** Takes the session's news and keeps it open; connects again where it has ended. */
    void keepAlive(long nowNs) {
        if (cluster == null) {
            connect();
            return;
        }
        cluster.pollEgress();
        if (sessionEnded || cluster.isClosed()) {
            session = null;
            CloseHelper.quietClose(cluster);
            cluster = null;
            return;
        }
        if (nowNs - lastKeepAliveNs >= KEEP_ALIVE_INTERVAL_NS && cluster.sendKeepAlive()) {
            lastKeepAliveNs = nowNs;
        }
    }

    /** Refuses to send, or sends again. */
    void pause(boolean value) {
        paused = value;
    }

    /** Sends nothing more. The session stays as it is: its end would be a record behind the last snapshot. */
    void close() {
        session = null;
    }

    @Override
    public void onMessage(long clusterSessionId, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
        throw new IllegalStateException("the replica answers, not the egress");
    }

    @Override
    public void onSessionEvent(long correlationId, long clusterSessionId, long leadershipTermId, int leaderMemberId,
        EventCode code, String detail) {
        if (code != EventCode.OK) {
            LOG.warn("The session with the cluster has ended: {} {}", code, detail);
            sessionEnded = true;
        }
    }

    @Override
    public void onNewLeader(long clusterSessionId, long leadershipTermId, int leaderMemberId, String ingressEndpoints) {
        session = Session.of(cluster);
    }

    private record Session(Publication publication, DirectBuffer header) {

        static Session of(AeronCluster cluster) {
            var header = new UnsafeBuffer(new byte[AeronCluster.SESSION_HEADER_LENGTH]);
            new SessionMessageHeaderEncoder().wrapAndApplyHeader(header, 0, new MessageHeaderEncoder())
                .leadershipTermId(cluster.leadershipTermId())
                .clusterSessionId(cluster.clusterSessionId())
                .timestamp(0);
            return new Session(cluster.ingressPublication(), header);
        }
    }
}
