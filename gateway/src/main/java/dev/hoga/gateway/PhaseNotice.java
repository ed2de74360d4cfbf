package dev.hoga.gateway;

import dev.hoga.core.Phase;
import dev.hoga.core.Venue;

/**
 * A venue's session has a new phase.
 *
 * @param nextMs when the next one begins by the day's plan, 0 where none does
 */
public record PhaseNotice(Venue venue, Phase phase, long nextMs, long timeMs) {
}
