package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.DayTradeListener;
import dev.hoga.history.PastDay;
import dev.hoga.history.PastPurchase;
import dev.hoga.history.PastSale;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account has traded on the trading date so far, as history tells of the dates before it, holding by holding in the order
 * in which they were acquired first.
 *
 * @param entriesBefore how far history must be to tell of all dates before
 */
public record AccountDay(long accountNumber, int date, long entriesBefore, List<PastPurchase> purchases, List<PastSale> sales) {

    /** One walk over the account's holdings, of which it has at most one for each instrument. */
    public static AccountDay read(BrokerageView view, int accountId) {
        var day = new AccountDay(view.accountNumber(accountId), view.tradingDate(), view.nextHistoryEntry(), new ArrayList<>(),
            new ArrayList<>());
        var listener = day.new Listener(view);
        for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
            view.tellDayTrades(slot, listener);
        }
        return day;
    }

    /** What all of it comes to. */
    public PastDay total() {
        return total(date, purchases, sales);
    }

    /** What trades of one date come to. */
    public static PastDay total(int date, List<PastPurchase> purchases, List<PastSale> sales) {
        long boughtWon = 0;
        long soldWon = 0;
        long commissionWon = 0;
        long taxWon = 0;
        long profitWon = 0;
        for (PastPurchase purchase : purchases) {
            boughtWon = Math.addExact(boughtWon, purchase.amountWon());
            commissionWon += purchase.commissionWon();
        }
        for (PastSale sale : sales) {
            soldWon = Math.addExact(soldWon, sale.amountWon());
            commissionWon += sale.commissionWon();
            taxWon += sale.taxWon();
            profitWon = Math.addExact(profitWon, sale.profitWon());
        }
        return new PastDay(date, boughtWon, soldWon, commissionWon, taxWon, profitWon);
    }

    private final class Listener implements DayTradeListener {
        private final BrokerageView view;

        Listener(BrokerageView view) {
            this.view = view;
        }

        @Override
        public void bought(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long commissionWon) {
            purchases.add(new PastPurchase(purchases.size(), date, Code.text(view.code(instrumentId)), loanDay, qtyShares, amountWon,
                commissionWon));
        }

        @Override
        public void sold(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long costWon,
            long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
            sales.add(new PastSale(sales.size(), date, Code.text(view.code(instrumentId)), loanDay, qtyShares, amountWon, costWon,
                purchaseCommissionWon, commissionWon, taxWon, interestWon));
        }
    }
}
