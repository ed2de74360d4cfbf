package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.gateway.Rates;
import java.util.List;

/**
 * The facts of one overseas holding. Amounts are minimal units of its currency; the profit is valuation less purchase, without
 * costs, as for domestic stocks.
 */
record OverseasHolding(OverseasExchange exchange, String code, String name, long qtyShares, long sellableShares, long purchase,
    long lastPrice, long boughtTodayShares, long soldTodayShares, long settledShares, long wonValue, long wonPurchase, long rate) {
    private static final int AVERAGE_DECIMALS = 4;
    private static final int AMOUNT_DECIMALS = 5;

    /** The holding of a slot where its exchange is among those that are asked for. */
    static List<OverseasHolding> read(BrokerageView view, int slot, List<OverseasExchange> exchanges) {
        int instrument = view.holdingInstrument(slot);
        OverseasExchange exchange = OverseasExchange.of(view.venue(instrument));
        return exchanges.contains(exchange) ? List.of(read(view, slot, instrument, exchange)) : List.of();
    }

    private static OverseasHolding read(BrokerageView view, int slot, int instrument, OverseasExchange exchange) {
        long shares = view.heldShares(slot);
        long value = Math.multiplyExact(shares, view.lastPriceWon(instrument));
        return new OverseasHolding(exchange, Code.text(view.code(instrument)), view.instrumentName(instrument), shares,
            view.sellableShares(slot), view.purchaseAmountWon(slot), view.lastPriceWon(instrument), view.boughtTodayShares(slot),
            view.soldTodayShares(slot), view.settledShares(slot), view.wonOf(exchange.currency(), value),
            view.wonOf(exchange.currency(), view.purchaseAmountWon(slot)), view.fxRate(exchange.currency()));
    }

    Currency currency() {
        return exchange.currency();
    }

    long value() {
        return Math.multiplyExact(lastPrice, qtyShares);
    }

    long profit() {
        return value() - purchase;
    }

    /** The average price in units of {@link #AVERAGE_DECIMALS} decimals, half up. */
    private long average() {
        return Rates.quotient(OverseasAmounts.scaled(currency(), purchase, AVERAGE_DECIMALS), qtyShares, 0);
    }

    /** A row of inquire-balance. */
    void fill(ResponseBody row, Call call) {
        row.text("cano", call.text("CANO"))
            .text("acnt_prdt_cd", call.text("ACNT_PRDT_CD"))
            .text("prdt_type_cd", exchange.productType())
            .text("ovrs_pdno", code)
            .text("ovrs_item_name", name);
        OverseasAmounts.fill(row, "frcr_evlu_pfls_amt", currency(), profit(), AMOUNT_DECIMALS)
            .decimal("evlu_pfls_rt", Rates.hundredths(profit(), purchase), Rates.DECIMALS)
            .decimal("pchs_avg_pric", average(), AVERAGE_DECIMALS)
            .number("ovrs_cblc_qty", qtyShares)
            .number("ord_psbl_qty", sellableShares);
        OverseasAmounts.fill(row, "frcr_pchs_amt1", currency(), purchase, AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "ovrs_stck_evlu_amt", currency(), value(), AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "now_pric2", currency(), lastPrice, AMOUNT_DECIMALS)
            .text("tr_crcy_cd", currency().name())
            .text("ovrs_excg_cd", exchange.name());
    }

    /** A row of inquire-present-balance. @param won whether amounts are told in won */
    void fillPresent(ResponseBody row, boolean won) {
        Currency told = won ? Currency.KRW : currency();
        row.text("prdt_name", name)
            .number("cblc_qty13", settledShares)
            .number("thdt_buy_ccld_qty1", boughtTodayShares)
            .number("thdt_sll_ccld_qty1", soldTodayShares)
            .number("ccld_qty_smtl1", qtyShares)
            .number("ord_psbl_qty1", sellableShares);
        OverseasAmounts.fill(row, "frcr_pchs_amt", told, won ? wonPurchase : purchase, AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "frcr_evlu_amt2", told, won ? wonValue : value(), AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "evlu_pfls_amt2", told, won ? wonValue - wonPurchase : profit(), AMOUNT_DECIMALS)
            .decimal("evlu_pfls_rt1", Rates.hundredths(profit(), purchase), Rates.DECIMALS)
            .text("pdno", code)
            .decimal("bass_exrt", rate, OverseasBalances.RATE_DECIMALS)
            .text("buy_crcy_cd", currency().name());
        OverseasAmounts.fill(row, "ovrs_now_pric1", currency(), lastPrice, AMOUNT_DECIMALS)
            .decimal("avg_unpr3", average(), AVERAGE_DECIMALS)
            .text("tr_mket_name", exchange.word())
            .text("natn_kor_name", exchange.countryWord())
            .number("pchs_rmnd_wcrc_amt", wonPurchase)
            .text("std_pdno", code)
            .text("prdt_type_cd", exchange.productType())
            .text("ovrs_excg_cd", exchange.name())
            .text("item_lnkg_excg_cd", exchange.quoteCode());
    }
}
