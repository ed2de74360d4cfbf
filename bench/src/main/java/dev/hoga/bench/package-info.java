/**
 * Measurements side by side with peers, run by hand.
 *
 * <p>Promises: both sides of a comparison do the same work on the same input in the same process and thread, in turns, and
 * what they did is compared before a figure is printed; what differs between them is said beside the figure.
 *
 * <p>Must never: be needed by anything that is shipped, or assert a time in a test.
 */
package dev.hoga.bench;
