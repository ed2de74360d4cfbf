package dev.hoga.history;

/**
 * What an account's trades of a date come to.
 *
 * @param commissionWon charged on both sides
 * @param profitWon of the sales, realised: by {@link PastSale#profitWon}
 */
public record PastDay(int date, long boughtWon, long soldWon, long commissionWon, long taxWon, long profitWon) {
}
