/**
 * The brokerage as a pure state machine: instruments, books, accounts, the market's clock.
 *
 * <p>Promises: the same commands with the same host times give the same events and the same bytes of state, on any JVM;
 * a command either passes its last check and then applies whole, or changes nothing; arithmetic is exact or throws.
 *
 * <p>Must never: do I/O, start or meet a thread, read a clock, log, use floating point or unseeded randomness, iterate a
 * hash table where its order can reach the outside, or know a broker's words.
 */
package dev.hoga.core;
