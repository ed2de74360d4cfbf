package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/**
 * What an auction that collects orders is expected to end with; all zero where none does, or where nothing is shown of it yet.
 *
 * @param changeWon the price against the base price
 * @param changeSign 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down
 * @param changeHundredths the change in hundredths of a percent of the base price
 */
public record Expected(long priceWon, long qtyShares, long changeWon, String changeSign, long changeHundredths) {
    public static final Expected NOTHING = new Expected(0, 0, 0, "3", 0);

    public static Expected read(BrokerageView view, int id) {
        long priceWon = view.expectedPriceWon(id);
        if (priceWon == 0) {
            return NOTHING;
        }
        long baseWon = view.basePriceWon(id);
        long changeWon = priceWon - baseWon;
        String sign = "3";
        if (changeWon > 0) {
            sign = priceWon == view.upperLimitWon(id) ? "1" : "2";
        } else if (changeWon < 0) {
            sign = priceWon == view.lowerLimitWon(id) ? "4" : "5";
        }
        return new Expected(priceWon, view.expectedShares(id), changeWon, sign, Rates.hundredths(changeWon, baseWon));
    }
}
