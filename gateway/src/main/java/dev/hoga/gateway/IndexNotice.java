package dev.hoga.gateway;

import java.util.List;

/**
 * The indices after some of them have changed, once or often, since the last notice.
 *
 * @param indices all of them; {@link IndexFacts#timeMs} says when each has changed last
 * @param funds those that somebody listens to and that follow one of them
 * @param timeMs market time of the last change
 */
public record IndexNotice(List<IndexFacts> indices, List<FundFacts> funds, long timeMs) {
}
