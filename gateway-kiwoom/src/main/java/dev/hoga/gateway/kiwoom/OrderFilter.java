package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the order lists can be narrowed to.
 *
 * @param side 1 sell, 2 buy; anything else is both (the document knows 0)
 * @param stock whether only the given code is asked for; with no code given that means every one, as a real client relies on
 * @param venues whose orders
 */
record OrderFilter(String side, boolean stock, String codeText, Set<Venue> venues) {

    /** By {@code stex_tp}: 1 those of KRX, 2 those of Nextrade, anything else all; routed orders are of both. */
    static Set<Venue> venues(String exchange) {
        return switch (exchange) {
            case "1" -> EnumSet.of(Venue.KRX, Venue.SOR);
            case "2" -> EnumSet.of(Venue.NXT, Venue.SOR);
            default -> EnumSet.of(Venue.KRX, Venue.NXT, Venue.SOR);
        };
    }

    boolean admits(BrokerageView view, int order) {
        return venues.contains(view.orderVenue(order)) && sideFits(view.orderSide(order)) && codeFits(view, order);
    }

    private boolean sideFits(Side orderSide) {
        return switch (side) {
            case "1" -> orderSide == Side.SELL;
            case "2" -> orderSide == Side.BUY;
            default -> true;
        };
    }

    private boolean codeFits(BrokerageView view, int order) {
        return !stock || codeText.isEmpty() || view.code(view.orderInstrument(order)) == Code.pack(codeText);
    }
}
