package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import dev.hoga.participants.SimulatedMarket;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The replica: applies the log's commands one at a time on one thread, and between them runs reads and, as the leader, asks
 * for ticks. It is live once it leads and has applied everything that was in the log before; until then nobody hears of it.
 */
final class BrokerageService implements ClusteredService {
    /** Changes whenever the core of a release would apply a logged command differently. */
    private static final int CORE_BEHAVIOUR_VERSION = 2;
    /** The same with the simulated market: two releases that differ in either must not replay one log. */
    static final int BEHAVIOUR_VERSION = 1_000 * CORE_BEHAVIOUR_VERSION + SimulatedMarket.BEHAVIOUR_VERSION;

    /** What a participant's order takes to repeat, in events. */
    private static final int EVENTS_PER_UNTOLD_WORK = 3;

    private static final long MAGIC = 0x484F_4741_534E_4150L;
    private static final long FORMAT_VERSION = 1;

    private final HostedCore.Factory factory;
    private final int behaviourVersion;
    private final int readsPerTurn;
    private final long snapshotEveryEvents;
    private final HostClock clock;
    private final StopSwitch stopSwitch;
    private final CoreOutput output;
    private final Answers answers;
    private final EventFeed feed;
    private final ReadQueue reads;
    private final BooleanSupplier tick;
    private final TickPace pace = new TickPace();

    private Cluster cluster;
    private HostedCore core;
    private CommandAdapter adapter;
    private int logVersion;
    private long appliedMs;
    private boolean feedDue;
    private long records;
    private long workAtSnapshot;
    private volatile boolean live;
    private volatile boolean snapshotDue;
    private volatile long position;
    private volatile long snapshotPosition;

    /** @param tick sends a tick to the log; false where that failed */
    BrokerageService(HostedCore.Factory factory, int behaviourVersion, EngineConfig config, HostClock clock,
        StopSwitch stopSwitch, CoreOutput output, Answers answers, EventFeed feed, ReadQueue reads, BooleanSupplier tick) {
        this.factory = factory;
        this.behaviourVersion = behaviourVersion;
        this.readsPerTurn = config.readsPerTurn();
        this.snapshotEveryEvents = config.snapshotEveryEvents();
        this.clock = clock;
        this.stopSwitch = stopSwitch;
        this.output = output;
        this.answers = answers;
        this.feed = feed;
        this.reads = reads;
        this.tick = tick;
    }

    // -- what other threads ask ----------------------------------------------------------------------------------------

    /** Whether this replica leads and has applied everything that was in the log at the start. */
    boolean live() {
        return live;
    }

    /** The log position of the last command or tick that was applied. */
    long position() {
        return position;
    }

    /** Whether enough events were applied since the last snapshot for a new one. */
    boolean snapshotDue() {
        return snapshotDue;
    }

    /** {@link #position} at the last snapshot. */
    long snapshotPosition() {
        return snapshotPosition;
    }

    /** Takes the state's hash; on the core's thread only. */
    StateHash stateHash(BrokerageView view) {
        return new StateHash(position, core.stateHash());
    }

    // -- the log -------------------------------------------------------------------------------------------------------

    @Override
    public void onStart(Cluster startedCluster, Image snapshotImage) {
        cluster = startedCluster;
        logVersion = behaviourVersion;
        try {
            core = snapshotImage == null ? factory.fresh(output) : restore(snapshotImage);
        } catch (RuntimeException e) {
            stopSwitch.stop("the snapshot cannot be restored", e);
            throw e;
        }
        adapter = new CommandAdapter(core.commands());
        workAtSnapshot = work();
    }

    @Override
    public void onNewLeadershipTermEvent(long leadershipTermId, long logPosition, long timestamp, long termBaseLogPosition,
        int leaderMemberId, int logSessionId, TimeUnit timeUnit, int appVersion) {
        logVersion = appVersion;
        requireOwnVersion();
        clock.advanceTo(timestamp);
        if (stopSwitch.stopped()) {
            return;
        }
        try {
            core.commands().resumeClock(timestamp);
        } catch (RuntimeException | Error e) {
            throw defect("a new term", timestamp, e);
        }
        if (cluster.role() == Cluster.Role.LEADER) {
            output.live(true);
            pace.came(true);
            live = true;
        }
    }

    @Override
    public void onSessionMessage(ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length,
        Header header) {
        if (stopSwitch.stopped()) {
            return;
        }
        requireOwnVersion();
        if (!live) {
            clock.advanceTo(timestamp);
        }
        long logPosition = cluster.logPosition();
        feed.position(logPosition);
        long doneBefore = done();
        try {
            if (adapter.onCommand(timestamp, buffer, offset) == CommandAdapter.TICK) {
                pace.came(done() > doneBefore);
            }
        } catch (RuntimeException | Error e) {
            throw defect(adapter.describe(buffer, offset), timestamp, e);
        }
        position = logPosition;
        appliedMs = timestamp;
        records++;
        if (live) {
            answers.deliver();
            feedDue = true;
        }
        if (work() - workAtSnapshot >= snapshotEveryEvents && !snapshotDue) {
            snapshotDue = true;
        }
    }

    @Override
    public int doBackgroundWork(long nowNs) {
        if (!live || stopSwitch.stopped()) {
            return 0;
        }
        // Once for all commands of a turn: whoever follows the feed is woken for what is there, not for each event.
        if (feedDue) {
            feedDue = false;
            feed.flush();
        }
        return reads.run(core.view(), readsPerTurn) + tickWhereDue();
    }

    private int tickWhereDue() {
        long nowMs = clock.time();
        if (!pace.due(nowMs, core.view().nextTickDueMs(), appliedMs, feed.followed())) {
            return 0;
        }
        pace.sent(nowMs, tick.getAsBoolean());
        return 1;
    }

    // -- snapshots -----------------------------------------------------------------------------------------------------

    @Override
    public void onTakeSnapshot(ExclusivePublication publication) {
        var writer = new SnapshotWriter(publication, cluster.idleStrategy());
        writer.putLong(MAGIC);
        writer.putLong(FORMAT_VERSION);
        writer.putLong(behaviourVersion);
        writer.putLong(position);
        writer.putLong(cluster.time());
        core.write(writer);
        writer.finish();
        snapshotPosition = position;
        workAtSnapshot = work();
        snapshotDue = false;
    }

    private HostedCore restore(Image image) {
        var reader = new SnapshotReader(image, cluster.idleStrategy());
        if (reader.getLong() != MAGIC) {
            throw new IllegalStateException("this is no snapshot of a brokerage");
        }
        long format = reader.getLong();
        if (format != FORMAT_VERSION) {
            throw new IllegalStateException("the snapshot has format " + format + ", this release reads " + FORMAT_VERSION);
        }
        logVersion = Math.toIntExact(reader.getLong());
        position = reader.getLong();
        snapshotPosition = position;
        clock.advanceTo(reader.getLong());
        HostedCore restored = factory.restored(output, reader);
        reader.finish();
        return restored;
    }

    /** What a recovery repeats: records too, because a tick can be without events. */
    private long work() {
        return records + done();
    }

    /** Events, and what participants do. */
    private long done() {
        return output.events() + EVENTS_PER_UNTOLD_WORK * core.untoldWork();
    }

    private void requireOwnVersion() {
        if (logVersion != behaviourVersion) {
            var mismatch = new BehaviourMismatch(logVersion, behaviourVersion);
            stopSwitch.stop("the folder is of another release", mismatch);
            throw mismatch;
        }
    }

    private RuntimeException defect(String record, long timestamp, Throwable cause) {
        String what = "a defect in the core at " + record + ", log position " + cluster.logPosition() + ", host time "
            + timestamp;
        stopSwitch.stop(what, cause);
        return new AgentTerminationException(what, cause);
    }

    // -- what does not concern the replica -------------------------------------------------------------------------------

    @Override
    public void onRoleChange(Cluster.Role newRole) {
        if (newRole != Cluster.Role.LEADER) {
            live = false;
            output.live(false);
        }
    }

    @Override
    public void onTerminate(Cluster terminatedCluster) {
        live = false;
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        // Sessions are the engine's own way to the log and say nothing to the core.
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
        // As above.
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        throw new IllegalStateException("nobody sets the cluster's timers");
    }
}
