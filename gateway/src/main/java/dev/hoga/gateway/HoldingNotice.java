package dev.hoga.gateway;

import dev.hoga.core.Side;

/**
 * A fill has changed a holding. Quantity and purchase amount are those right after the fill; the rest is of the moment the notice
 * was made.
 *
 * @param side of the fill
 * @param purchaseWon what the held shares were bought for, without costs
 * @param sellableShares not bound by open sell orders
 */
public record HoldingNotice(AccountFacts account, InstrumentFacts instrument, Side side, long qtyShares,
    long purchaseWon, long sellableShares, long boughtTodayShares, long soldTodayShares, long timeMs) {
}
