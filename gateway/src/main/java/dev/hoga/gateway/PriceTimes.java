package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/** When the day's first, highest and lowest price were first reached, in market time; 0 before the first trade. */
public record PriceTimes(long openMs, long highMs, long lowMs) {

    static PriceTimes read(BrokerageView view, int id) {
        return new PriceTimes(view.openTimeMs(id), view.highTimeMs(id), view.lowTimeMs(id));
    }
}
