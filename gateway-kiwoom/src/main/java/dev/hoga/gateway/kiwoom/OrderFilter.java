package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Side;

/**
 * What the order lists can be narrowed to.
 *
 * @param side 1 sell, 2 buy; anything else is both (the document knows 0)
 * @param stock whether only the given code is asked for; with no code given that means every one, as a real client relies on
 * @param nextrade whether only Nextrade's orders are asked for, of which there are none yet
 */
record OrderFilter(String side, boolean stock, String codeText, boolean nextrade) {

    boolean admits(BrokerageView view, int order) {
        return !nextrade && sideFits(view.orderSide(order)) && codeFits(view, order);
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
