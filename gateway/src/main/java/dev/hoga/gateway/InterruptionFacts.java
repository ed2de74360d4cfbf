package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Interruption;
import dev.hoga.core.Market;
import dev.hoga.core.Phase;

/**
 * The last volatility interruption of an instrument today.
 *
 * @param phase what the session does with the instrument
 * @param goesOn whether its auction still collects orders
 * @param count how many there have been today, 0 for none: then the rest says nothing
 * @param triggerWon the price that would have been traded at
 * @param staticBaseWon the last price of an auction then, or the base price
 * @param dynamicBaseWon the last price then; 0 at the opening, where it does not count
 */
public record InterruptionFacts(Market market, Phase phase, boolean goesOn, int count, Interruption kind, long beganMs, long triggerWon,
    long staticBaseWon, long dynamicBaseWon) {

    static InterruptionFacts read(BrokerageView view, int id) {
        return new InterruptionFacts(view.market(id), view.instrumentPhase(id), view.interrupted(id), view.interruptionCount(id), view.interruption(id),
            view.interruptionBeganMs(id), view.interruptionTriggerWon(id), view.interruptionStaticBaseWon(id),
            view.interruptionDynamicBaseWon(id));
    }
}
