/**
 * What no longer changes, in SQL: fills, orders of past dates, cash movements, holdings at the end of a date, bars.
 *
 * <p>Promises: every entry that the brokerage keeps for history is written exactly once, whatever is killed and whenever, because
 * the entries and how far they go are one transaction; a read sees at least what was entered before it was asked for, or fails.
 *
 * <p>Must never: hold up the brokerage's thread, decide anything, or be asked for what is of today: that is the core's.
 */
package dev.hoga.history;
