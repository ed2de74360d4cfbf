/**
 * Front-door parts that both brokers share: the HTTP and WebSocket server, tokens, limits on sizes and times, paging keys, and
 * the feed that tells sockets what happens.
 *
 * <p>Promises: one bad client harms no other; every connection, body and wait is bounded; each validation has one owner
 * (transport here, authentication here, shape in the catalogue, meaning in the broker's gateway, business in the core).
 *
 * <p>Must never: let a secret, a token or an account number reach a log, resubmit a command, or keep live state of its own
 * beside limits and the derived tokens.
 */
package dev.hoga.gateway;
