package dev.hoga.engine;

import io.aeron.Aeron;
import io.aeron.RethrowingErrorHandler;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksum;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusterTerminationException;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.exceptions.AeronException;
import java.io.File;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.NoOpLock;
import org.agrona.concurrent.status.AtomicCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of Aeron in this process: media driver, archive, consensus module, service container, and the client with which
 * the node talks to them. A cluster of one needs no network: every channel is shared memory.
 */
final class ClusterNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);

    /** The parts live and die together, so none may take another for dead because the machine slept. */
    private static final long LIVENESS_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long IMAGE_LIVENESS_NS = TimeUnit.SECONDS.toNanos(10);
    /** A member list needs endpoints; with all channels in shared memory nothing is bound to these. */
    private static final String MEMBERS = "0,localhost:0,localhost:0,localhost:0,localhost:0,localhost:0";
    private static final String NO_NETWORK = "aeron:udp?endpoint=localhost:0";
    private static final int CONTROL_TERM_BYTES = 64 << 10;
    private static final int MTU_BYTES = 8 << 10;
    /** Aeron's least, an eighth of its default: that is made for tens of thousands of streams and takes 40 MB with it. */
    private static final int COUNTER_BYTES = 1 << 20;
    private static final int CATALOGUE_BYTES = (int) LogPurge.CATALOGUE_BYTES;
    private static final long TERMINATION_TIMEOUT_MS = 10_000;

    final Doorbell driverBell = new Doorbell("driver", 1);
    final Doorbell coreBell = new Doorbell("core", 5);
    final Doorbell logBell = new Doorbell("log", 5);
    private final CountDownLatch terminated = new CountDownLatch(1);
    private final LifeClock lifeClock = new LifeClock(System.currentTimeMillis(), System::nanoTime);
    private final StopSwitch stopSwitch;
    private final EngineConfig config;
    private final DataFolder folder;
    private final BrokerageService service;
    private volatile boolean failedWhileClosing;
    private MediaDriver driver;
    private Archive archive;
    private ConsensusModule consensus;
    private ClusteredServiceContainer container;
    private Aeron client;

    /**
     * @param checksum of the log's records: a record that was torn or has rotted is found out
     * @param underWay how many commands are without an answer
     */
    ClusterNode(EngineConfig config, DataFolder folder, HostClock clock, int behaviourVersion, BrokerageService service,
        Checksum checksum, StopSwitch stopSwitch, IntSupplier underWay) {
        this.config = config;
        this.folder = folder;
        this.service = service;
        this.stopSwitch = stopSwitch;
        try {
            driver = MediaDriver.launch(driverContext());
            archive = Archive.launch(archiveContext(checksum));
            consensus = ConsensusModule.launch(consensusContext(clock, behaviourVersion, underWay));
            container = ClusteredServiceContainer.launch(containerContext(behaviourVersion));
            client = Aeron.connect(new Aeron.Context()
                .epochClock(lifeClock)
                .aeronDirectoryName(folder.aeron().toString())
                .useConductorAgentInvoker(true)
                .errorHandler(errors("the node's client")));
        } catch (RuntimeException e) {
            stopSwitch.close();
            closeParts();
            throw e;
        }
    }

    /** The node's client; its conductor is whoever calls its invoker. */
    Aeron client() {
        return client;
    }

    /** Counts snapshots that are stored whole. */
    AtomicCounter snapshotCounter() {
        return consensus.context().snapshotCounter();
    }

    /** Asks for a snapshot; false where one is being taken already. */
    boolean requestSnapshot() {
        return ClusterControl.ToggleState.SNAPSHOT.toggle(consensus.context().controlToggleCounter());
    }

    /** Takes a snapshot and ends the parts in order, with nothing in the log behind it; false where that failed. */
    boolean shutDown() {
        stopSwitch.close();
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TERMINATION_TIMEOUT_MS);
        try {
            // A snapshot that has just been stored gives the toggle back a moment later.
            while (!ClusterControl.ToggleState.SHUTDOWN.toggle(consensus.context().controlToggleCounter())) {
                if (System.nanoTime() - deadlineNs > 0) {
                    return false;
                }
                Thread.sleep(1);
            }
            logBell.ring();
            return terminated.await(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS) && !failedWhileClosing;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A connection to the archive, for housekeeping. */
    AeronArchive connectArchive() {
        return AeronArchive.connect(archiveClient().aeron(client).ownsAeronClient(false)
            .controlResponseStreamId(AeronArchive.Configuration.controlResponseStreamId() + 300));
    }

    @Override
    public void close() {
        stopSwitch.close();
        closeParts();
    }

    private void closeParts() {
        ErrorHandler errors = e -> LOG.debug("While closing", e);
        CloseHelper.closeAll(errors, container, consensus, client, archive, driver);
    }

    private MediaDriver.Context driverContext() {
        return new MediaDriver.Context()
            .epochClock(lifeClock)
            .aeronDirectoryName(folder.aeron().toString())
            .dirDeleteOnStart(true)
            .dirDeleteOnShutdown(true)
            .warnIfDirectoryExists(false)
            .threadingMode(ThreadingMode.SHARED)
            .sharedIdleStrategy(driverBell)
            .sharedThreadFactory(thread("hoga-driver"))
            .termBufferSparseFile(true)
            .performStorageChecks(false)
            .asyncExecutorEnabled(false)
            .counterValuesBufferLength(COUNTER_BYTES)
            .ipcTermBufferLength(config.termBytes())
            .ipcMtuLength(MTU_BYTES)
            .publicationTermBufferLength(config.termBytes())
            .clientLivenessTimeoutNs(LIVENESS_NS)
            .publicationUnblockTimeoutNs(LIVENESS_NS + TimeUnit.SECONDS.toNanos(5))
            .imageLivenessTimeoutNs(IMAGE_LIVENESS_NS)
            .errorHandler(e -> LOG.warn("Media driver", e));
    }

    private Archive.Context archiveContext(Checksum checksum) {
        int syncLevel = config.sync() ? 1 : 0;
        return new Archive.Context()
            .epochClock(lifeClock)
            .aeronDirectoryName(folder.aeron().toString())
            .archiveDir(folder.archive().toFile())
            .markFileDir(markFiles())
            .controlChannelEnabled(false)
            .localControlChannel("aeron:ipc?term-length=64k")
            .archiveClientContext(new AeronArchive.Context().controlResponseChannel(NO_NETWORK))
            .controlTermBufferLength(CONTROL_TERM_BYTES)
            .replicationChannel(NO_NETWORK)
            .recordingEventsEnabled(false)
            .threadingMode(ArchiveThreadingMode.INVOKER)
            .fileSyncLevel(syncLevel)
            .catalogFileSyncLevel(syncLevel)
            .catalogCapacity(CATALOGUE_BYTES)
            .segmentFileLength(config.segmentBytes())
            // Aeron's default refuses every snapshot on a disk with less than 128 MB of room.
            .lowStorageSpaceThreshold(config.segmentBytes())
            .recordChecksum(checksum)
            .replayChecksum(checksum)
            .errorHandler(errors("the archive"));
    }

    private ConsensusModule.Context consensusContext(HostClock clock, int behaviourVersion, IntSupplier underWay) {
        var context = new ConsensusModule.Context();
        // The counter is made before the thread starts.
        var turns = new LogTurns(logBell, coreBell, archive.invoker()::invoke, () -> context.commitPositionCounter().getPlain(),
            underWay, System::nanoTime, LockSupport::parkNanos);
        return context
            .epochClock(lifeClock)
            .aeronDirectoryName(folder.aeron().toString())
            .clusterDir(folder.cluster().toFile())
            .markFileDir(markFiles())
            .agentRoleName("hoga-log")
            .clusterMembers(MEMBERS)
            .clusterClock(clock)
            .appVersion(behaviourVersion)
            .fileSyncLevel(config.sync() ? 1 : 0)
            .ingressChannel("aeron:ipc")
            .logChannel("aeron:ipc?term-length=" + config.termBytes())
            .consensusChannel("aeron:ipc?term-length=64k")
            .controlChannel("aeron:ipc?term-length=64k")
            .replicationChannel(NO_NETWORK)
            .archiveContext(archiveClient().idleStrategy(turns))
            .sessionTimeoutNs(LIVENESS_NS)
            .idleStrategySupplier(() -> turns)
            .threadFactory(thread("hoga-log"))
            .terminationHook(this::onTermination)
            .errorHandler(errors("the consensus module"));
    }

    private ClusteredServiceContainer.Context containerContext(int behaviourVersion) {
        // The container's own choice would be a client with a thread more.
        var serviceClient = Aeron.connect(new Aeron.Context()
            .epochClock(lifeClock)
            .aeronDirectoryName(folder.aeron().toString())
            .useConductorAgentInvoker(true)
            .clientLock(NoOpLock.INSTANCE)
            .subscriberErrorHandler(RethrowingErrorHandler.INSTANCE)
            .errorHandler(errors("the service's client")));
        return new ClusteredServiceContainer.Context()
            .epochClock(lifeClock)
            .aeron(serviceClient)
            .ownsAeronClient(true)
            .serviceName("hoga-core")
            .aeronDirectoryName(folder.aeron().toString())
            .clusterDir(folder.cluster().toFile())
            .markFileDir(markFiles())
            .clusteredService(service)
            .appVersion(behaviourVersion)
            .controlChannel("aeron:ipc?term-length=64k")
            .snapshotChannel("aeron:ipc?term-length=" + config.termBytes())
            .archiveContext(archiveClient().controlResponseStreamId(AeronArchive.Configuration.controlResponseStreamId() + 200))
            .idleStrategySupplier(() -> coreBell)
            .threadFactory(thread("hoga-core"))
            .terminationHook(() -> stopSwitch.stop("the service container has ended", new IllegalStateException("ended")))
            .errorHandler(errors("the service container"));
    }

    private AeronArchive.Context archiveClient() {
        return new AeronArchive.Context()
            .aeronDirectoryName(folder.aeron().toString())
            .controlRequestChannel("aeron:ipc?term-length=64k")
            .controlRequestStreamId(AeronArchive.Configuration.localControlStreamId())
            .controlResponseChannel("aeron:ipc?term-length=64k")
            .controlResponseStreamId(AeronArchive.Configuration.controlResponseStreamId() + 100);
    }

    /** Beside the shared memory: there they are fresh at each start, and an idle node writes nothing to the disk. */
    private File markFiles() {
        return folder.aeron().resolve("mark").toFile();
    }

    private void onTermination() {
        terminated.countDown();
        stopSwitch.stop("the consensus module has ended", new IllegalStateException("ended"));
    }

    /** Whatever is no mere warning means that a promise may be broken: better to stop than to acknowledge once too often. */
    private ErrorHandler errors(String part) {
        return error -> {
            boolean warning = error instanceof AeronException e && e.category() == AeronException.Category.WARN;
            if (stopSwitch.closing()) {
                LOG.debug("While closing, in {}", part, error);
                failedWhileClosing |= !warning && !(error instanceof ClusterTerminationException end && end.isExpected());
            } else if (warning) {
                LOG.warn("In {}: {}", part, error.getMessage());
            } else {
                stopSwitch.stop("an error in " + part + ", folder " + folder.cluster().getParent() + ", behind the record at log position "
                    + service.position(), error);
            }
        };
    }

    private static ThreadFactory thread(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
