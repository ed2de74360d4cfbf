package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import io.aeron.archive.checksum.Checksum;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine on Aeron Cluster, all of it in this process. */
public final class AeronEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(AeronEngine.class);
    private static final long LOOK_AGAIN_NS = TimeUnit.MICROSECONDS.toNanos(200);

    private final EngineConfig config;
    private final DataFolder folder;
    private final HostClock clock;
    private final StopSwitch stopSwitch;
    private final PendingReplies pending;
    private final CoreOutput output;
    private final EventFeed feed;
    private final ReadQueue reads;
    private final BrokerageService service;
    private final ClusterNode node;
    private final ClusterIngress ingress;
    private final CommandPublisher commands;
    private final Keeper keeper;
    private boolean closed;

    private AeronEngine(EngineConfig config, Parts parts, DataFolder folder) {
        this.config = config;
        this.folder = folder;
        clock = new HostClock(config.wallClockMs().getAsLong(), System::nanoTime);
        stopSwitch = new StopSwitch(config.failStop());
        pending = new PendingReplies(config.commandsUnderWay(), new SecureRandom().nextLong());
        var answers = new Answers(pending);
        feed = new EventFeed(config.feedBytes());
        output = new CoreOutput(config.observers(), feed, answers);
        reads = new ReadQueue(config.readsWaiting());
        service = new BrokerageService(parts.factory(), parts.behaviourVersion(), config, clock, stopSwitch, output, answers,
            feed, reads, this::tick);
        LogCheck.check(folder, config.sync());
        if (config.sync() && !folder.endedBefore()) {
            LogTail.writeAgain(folder.archive());
        }
        LogPurge.compact(folder);
        node = new ClusterNode(config, folder, clock, parts.behaviourVersion(), service, parts.checksum(), stopSwitch,
            pending::underWay);
        ingress = new ClusterIngress(node.client(), config.termBytes(), node.logBell, node.driverBell);
        commands = new CommandPublisher(pending, ingress, TimeUnit.MILLISECONDS.toNanos(config.replyTimeoutMs()),
            TimeUnit.MILLISECONDS.toNanos(config.jumpTimeoutMs()));
        keeper = new Keeper(node, ingress, pending, service, stopSwitch, folder, config.leastFreeBytes());
    }

    /**
     * Starts an engine, with the brokerage that its folder holds or an empty one, and returns when it leads and has applied
     * everything that is in the log.
     *
     * @throws FolderInUse where another engine runs on the folder
     * @throws LogDamaged where a record on the disk is not what was written
     * @throws BehaviourMismatch where the folder's log must not be replayed by this release
     * @throws IllegalStateException where the engine does not start, saying why
     */
    public static AeronEngine start(EngineConfig config) {
        return start(config, Parts.of(BrokerageCore.FACTORY));
    }

    /** Starts with parts of one's own choice, for tests. */
    static AeronEngine start(EngineConfig config, Parts parts) {
        DataFolder folder = DataFolder.open(config.folder());
        AeronEngine engine;
        try {
            engine = new AeronEngine(config, parts, folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e instanceof IllegalStateException known ? known
                : new IllegalStateException("The engine did not start: " + e.getMessage(), e);
        }
        try {
            engine.awaitLive();
        } catch (RuntimeException e) {
            engine.closeParts(false);
            throw e;
        }
        engine.stopSwitch.running();
        engine.keeper.start();
        return engine;
    }

    @Override
    public CommandPort commands() {
        return commands;
    }

    @Override
    public <T> CompletableFuture<T> read(Function<BrokerageView, T> read) {
        CompletableFuture<T> result = reads.submit(read);
        node.coreBell.ring();
        return result;
    }

    @Override
    public void observe(CoreListener listener) {
        output.observe(listener);
    }

    @Override
    public EventFeed feed() {
        return feed;
    }

    @Override
    public long hostTimeMs() {
        return clock.time();
    }

    @Override
    public long position() {
        return service.position();
    }

    @Override
    public String role() {
        return service.live() ? "leader" : "follower";
    }

    @Override
    public CompletableFuture<StateHash> stateHash() {
        return read(service::stateHash);
    }

    @Override
    public CompletableFuture<Long> snapshot() {
        return keeper.snapshot();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ingress.close();
        awaitAnswers();
        keeper.close();
        boolean inOrder = !stopSwitch.stopped() && node.shutDown();
        if (!inOrder) {
            LOG.warn("The node did not end in good order; the next start replays the log");
        }
        closeParts(inOrder);
    }

    /** Ends without a snapshot, as if the process had died; for tests. */
    synchronized void closeAbruptly() {
        closed = true;
        stopSwitch.close();
        ingress.close();
        keeper.close();
        closeParts(false);
    }

    /** How many snapshots this run has stored. */
    long snapshotsTaken() {
        return node.snapshotCounter().get();
    }

    private void closeParts(boolean inOrder) {
        ingress.close();
        reads.close();
        node.close();
        pending.abandon();
        if (inOrder) {
            folder.ended();
        }
        folder.close();
    }

    private boolean tick() {
        return commands.tick();
    }

    private void awaitLive() {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.startTimeoutMs());
        boolean connected = false;
        while (!connected || !service.live()) {
            if (stopSwitch.stopped()) {
                StopSwitch.Stop stop = stopSwitch.reason();
                throw stop.why() instanceof BehaviourMismatch mismatch ? mismatch
                    : new IllegalStateException("The engine did not start: " + stop.what() + ": " + stop.why().getMessage(),
                        stop.why());
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new IllegalStateException("The engine did not start within " + config.startTimeoutMs() + " ms");
            }
            node.client().conductorAgentInvoker().invoke();
            connected = connected || ingress.connect();
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }

    private void awaitAnswers() {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.replyTimeoutMs());
        while (pending.underWay() > 0 && !stopSwitch.stopped() && System.nanoTime() - deadlineNs < 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }

    /** What an engine is made with beside its configuration. */
    record Parts(HostedCore.Factory factory, int behaviourVersion, Checksum checksum) {

        static Parts of(HostedCore.Factory factory) {
            return new Parts(factory, BrokerageService.BEHAVIOUR_VERSION, new RecordChecksum());
        }
    }
}
