/**
 * Hosts the brokerage on a replicated, forced log (Aeron Cluster; one node is a cluster of one).
 *
 * <p>Promises: a command is answered only after it is in the log at the promised durability and this node's own replica has
 * applied it, so a reader that has just written sees its write; commands are applied one at a time, in log order, and after
 * a restart the replica is again what it was; every queue here is bounded, and a full one refuses.
 *
 * <p>Must never: change the core except through the log, keep a second copy of live state, resubmit a command, or answer
 * during replay.
 */
package dev.hoga.engine;
