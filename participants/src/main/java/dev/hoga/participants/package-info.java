/**
 * The simulated market: traders of a few kinds who live in the core's time and trade at its desk for participants, so that
 * whoever starts Hoga has something to trade against.
 *
 * <p>Promises: the same seed, universe and orders of clients make the same day, on any JVM and whatever the spacing of ticks;
 * all that is remembered is in the state; a wake-up does a bounded amount of work; traders see what everybody may see of the
 * market and their own accounts, and obey the rules that clients obey.
 *
 * <p>A day that is bound to a daily row comes to that row, where no client trades; on it alone the traders see an auction's whole book.
 *
 * <p>Must never: do I/O, start or meet a thread, read a clock, use floating point or randomness whose state is not in the
 * state, iterate a hash table, or look at a client's account.
 */
package dev.hoga.participants;
