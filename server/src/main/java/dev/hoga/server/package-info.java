/**
 * Assembly and {@code main}: command line, start and stop, the control API, the demo.
 *
 * <p>Promises: a start either ends in a READY line or in one clear line and an exit code; a first start that was cut off
 * at any moment is completed by the next; SIGTERM ends with a snapshot and exit code 0; nothing is built with a value
 * that asks for what does not exist yet.
 *
 * <p>Must never: hold live state beside the core, decide anything about an order, or let a secret reach a log.
 */
package dev.hoga.server;
