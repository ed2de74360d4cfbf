package dev.hoga.engine;

import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's slow work, some times a second: the session, replies that waited too long, snapshots and the purge after them. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long TURN_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SNAPSHOT_LOOK_NS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int SNAPSHOTS_ASKED_FOR = 64;
    private static final long STOP_TIMEOUT_MS = 10_000;
    private static final long DISK_LOOK_NS = TimeUnit.SECONDS.toNanos(1);
    /** The first purge of a run waits so long: the start has better things to do. */
    private static final long FIRST_PURGE_NS = TimeUnit.SECONDS.toNanos(2);

    private final ClusterNode node;
    private final ClusterIngress ingress;
    private final PendingReplies pending;
    private final BrokerageService service;
    private final StopSwitch stopSwitch;
    private final DataFolder folder;
    private final long leastFreeBytes;
    private final Thread thread;
    private final BlockingQueue<CompletableFuture<Long>> asked = new ArrayBlockingQueue<>(SNAPSHOTS_ASKED_FOR);
    private final List<CompletableFuture<Long>> beingServed = new ArrayList<>();
    private final long startedNs = System.nanoTime();
    private boolean purgeDue = true;
    private boolean diskFull;
    private long diskLookNs = startedNs - DISK_LOOK_NS;
    private boolean snapshotUnderWay;
    private long snapshotsBefore;
    private volatile boolean closed;

    Keeper(ClusterNode node, ClusterIngress ingress, PendingReplies pending, BrokerageService service, StopSwitch stopSwitch,
        DataFolder folder, long leastFreeBytes) {
        this.node = node;
        this.ingress = ingress;
        this.pending = pending;
        this.service = service;
        this.stopSwitch = stopSwitch;
        this.folder = folder;
        this.leastFreeBytes = leastFreeBytes;
        this.thread = Thread.ofPlatform().name("hoga-keeper").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Asks for a snapshot; completes with the position it stands for, once it is stored and what lies before it purged. */
    CompletableFuture<Long> snapshot() {
        var result = new CompletableFuture<Long>();
        if (closed || stopSwitch.stopped() || !asked.offer(result)) {
            result.completeExceptionally(
                new RejectedExecutionException("too many snapshots asked for, or the engine has stopped"));
        }
        LockSupport.unpark(thread);
        return result;
    }

    /** Ends after the turn under way; a snapshot under way is waited for. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || snapshotUnderWay && !stopSwitch.stopped()) {
            try {
                turn(System.nanoTime());
            } catch (RuntimeException e) {
                stopSwitch.stop("an error in the node's housekeeping", e);
            }
            LockSupport.parkNanos(this, snapshotUnderWay ? SNAPSHOT_LOOK_NS : TURN_NS);
        }
        if (purgeDue && !stopSwitch.stopped()) {
            purge();
        }
        asked.drainTo(beingServed);
        beingServed.forEach(result -> result.completeExceptionally(new RejectedExecutionException("the engine has stopped")));
    }

    private void turn(long nowNs) {
        node.client().conductorAgentInvoker().invoke();
        pending.expire(nowNs);
        if (stopSwitch.stopped()) {
            return;
        }
        ingress.keepAlive(nowNs);
        lookAtTheDisk(nowNs);
        if (snapshotUnderWay && node.snapshotCounter().get() > snapshotsBefore) {
            snapshotUnderWay = false;
            purge();
            beingServed.forEach(result -> result.complete(service.snapshotPosition()));
            beingServed.clear();
        } else if (purgeDue && !snapshotUnderWay && nowNs - startedNs >= FIRST_PURGE_NS) {
            purge();
        }
        if (!snapshotUnderWay && !closed && (service.snapshotDue() || !asked.isEmpty() || !beingServed.isEmpty())) {
            snapshotsBefore = node.snapshotCounter().get();
            asked.drainTo(beingServed);
            snapshotUnderWay = node.requestSnapshot();
        }
    }

    // Commands are refused while there is still room for what is under way, so that no write of the log fails.
    private void lookAtTheDisk(long nowNs) {
        if (nowNs - diskLookNs < DISK_LOOK_NS) {
            return;
        }
        diskLookNs = nowNs;
        try {
            long freeBytes = Files.getFileStore(folder.cluster()).getUsableSpace();
            boolean full = freeBytes < leastFreeBytes;
            if (full != diskFull) {
                diskFull = full;
                ingress.pause(full);
                LOG.warn("Commands are {}: {} bytes are free on the disk", full ? "refused" : "taken again", freeBytes);
            }
        } catch (IOException e) {
            LOG.warn("The disk's free room is not known: {}", e.getMessage());
        }
    }

    // What could not be purged now is purged after the next snapshot; nothing depends on it but the folder's size.
    private void purge() {
        purgeDue = false;
        try (AeronArchive archive = node.connectArchive()) {
            LogPurge.purge(archive, folder);
        } catch (AeronException | IOException e) {
            LOG.warn("The folder was not purged: {}", e.getMessage());
        }
    }
}
