package dev.hoga.engine;

/** What two replicas compare. @param position log position @param hash hash of the state applied up to it, without time */
public record StateHash(long position, long hash) {
}
