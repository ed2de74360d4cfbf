package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.core.Side;
import dev.hoga.gateway.OrderWalk;
import java.util.HashMap;
import java.util.Map;

/** Adds up what an account has traded overseas on the trading date: by currency, and by stock. Amounts are minimal units. */
final class OverseasTrades implements OrderWalk.Visitor {
    private static final int AMOUNT_DECIMALS = 5;

    private record Key(Object what, Side side) {
    }

    private final int accountId;
    private final Map<Key, Long> amounts = new HashMap<>();

    OverseasTrades(int accountId) {
        this.accountId = accountId;
    }

    @Override
    public boolean overseas() {
        return true;
    }

    @Override
    public int first(BrokerageView view) {
        return view.newestOrder(accountId);
    }

    @Override
    public boolean visit(BrokerageView view, int order) {
        int instrument = view.orderInstrument(order);
        long amount = view.filledAmountWon(order);
        amounts.merge(new Key(view.venue(instrument).currency(), view.orderSide(order)), amount, Math::addExact);
        amounts.merge(new Key(view.code(instrument), view.orderSide(order)), amount, Math::addExact);
        return true;
    }

    @Override
    public int next(BrokerageView view, int order) {
        return view.olderOrder(order);
    }

    long amount(Currency currency, Side side) {
        return amounts.getOrDefault(new Key(currency, side), 0L);
    }

    /** Sets what of a holding's stock was bought and sold. */
    void fill(ResponseBody row, OverseasHolding holding) {
        long code = holding.exchange().pack(holding.code());
        OverseasAmounts.fill(row, "thdt_buy_ccld_frcr_amt", holding.currency(), amounts.getOrDefault(new Key(code, Side.BUY), 0L),
            AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "thdt_sll_ccld_frcr_amt", holding.currency(), amounts.getOrDefault(new Key(code, Side.SELL), 0L),
            AMOUNT_DECIMALS);
    }
}
