package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.AccountDay;
import dev.hoga.gateway.Rates;
import dev.hoga.history.History;
import dev.hoga.history.PastPurchase;
import dev.hoga.history.PastSale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/**
 * ka10170: what was bought and sold of each stock on a date, and what was earned. All selling of the date, or (our reading of 당일매수에
 * 대한 당일매도) only so much of it as was bought on the same date, at what that had cost.
 */
final class TradeDiaryCall implements TrCall {
    /** The most sums of a date that history is asked for: every instrument with a few loans of each. */
    private static final int MOST_SUMS = 10_000;
    private static final String BOUGHT_THAT_DAY = "1";

    private final Engine engine;
    private final History history;

    TradeDiaryCall(Engine engine, History history) {
        this.engine = engine;
        this.history = history;
    }

    @Override
    public void run(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        boolean newest = call.text("base_dt").isEmpty();
        OptionalInt asked = newest ? OptionalInt.empty() : RequestDate.of(call, "base_dt");
        if (newest || asked.isPresent()) {
            call.read(engine, view -> AccountDay.read(view, call.accountId()), today -> {
                int date = asked.orElse(today.date());
                if (date == today.date()) {
                    show(call, today.purchases(), today.sales());
                } else {
                    past(call, today, date);
                }
            });
        }
    }

    private void past(Call call, AccountDay today, int date) {
        CompletableFuture<List<PastPurchase>> purchases =
            history.purchases(today.accountNumber(), date, date, "", Long.MAX_VALUE, MOST_SUMS, today.entriesBefore());
        CompletableFuture<List<PastSale>> sales =
            history.sales(today.accountNumber(), date, date, "", Long.MAX_VALUE, MOST_SUMS, today.entriesBefore());
        call.await(purchases.thenCombine(sales, Trades::new), trades -> show(call, trades.purchases, trades.sales));
    }

    private record Trades(List<PastPurchase> purchases, List<PastSale> sales) {
    }

    private void show(Call call, List<PastPurchase> purchases, List<PastSale> sales) {
        IntPredicate wanted = switch (call.text("ch_crd_tp")) {
            case "1" -> loanDate -> loanDate == 0;
            case "2" -> loanDate -> loanDate != 0;
            default -> loanDate -> true;
        };
        var stocks = new LinkedHashMap<String, Stock>();
        purchases.stream().filter(purchase -> wanted.test(purchase.loanDate()))
            .forEach(purchase -> stocks.computeIfAbsent(purchase.code(), Stock::new).purchases.add(purchase));
        sales.stream().filter(sale -> wanted.test(sale.loanDate()))
            .forEach(sale -> stocks.computeIfAbsent(sale.code(), Stock::new).sales.add(sale));
        boolean thatDay = call.text("ottks_tp").equals(BOUGHT_THAT_DAY);
        Collection<Line> lines = stocks.values().stream().map(stock -> thatDay ? stock.ofThatDay() : stock.all())
            .filter(line -> line.boughtShares > 0 || line.soldShares > 0).toList();
        call.read(engine, view -> StockNames.read(view, stocks.keySet()), names -> answer(call, lines, names));
    }

    /** A stock's sums of the date. */
    private record Stock(String code, List<PastPurchase> purchases, List<PastSale> sales) {

        private Stock(String code) {
            this(code, new ArrayList<>(), new ArrayList<>());
        }

        private Line all() {
            long costWon = sales.stream().mapToLong(PastSale::costWon).sum();
            long costsWon = purchases.stream().mapToLong(PastPurchase::commissionWon).sum()
                + sales.stream().mapToLong(sale -> sale.commissionWon() + sale.taxWon()).sum();
            return new Line(code, purchases.stream().mapToLong(PastPurchase::qtyShares).sum(),
                purchases.stream().mapToLong(PastPurchase::amountWon).sum(), sales.stream().mapToLong(PastSale::qtyShares).sum(),
                sales.stream().mapToLong(PastSale::amountWon).sum(), costsWon, costWon,
                sales.stream().mapToLong(PastSale::profitWon).sum());
        }

        /** Both sides in proportion to the shares that went in and out again, rounded down. */
        private Line ofThatDay() {
            Line all = all();
            long shares = Math.min(all.boughtShares, all.soldShares);
            if (shares == 0) {
                return new Line(code, 0, 0, 0, 0, 0, 0, 0);
            }
            long boughtWon = part(all.boughtWon, shares, all.boughtShares);
            long soldWon = part(all.soldWon, shares, all.soldShares);
            long costsWon = part(purchases.stream().mapToLong(PastPurchase::commissionWon).sum(), shares, all.boughtShares)
                + part(sales.stream().mapToLong(sale -> sale.commissionWon() + sale.taxWon() + sale.interestWon()).sum(), shares,
                    all.soldShares);
            return new Line(code, shares, boughtWon, shares, soldWon, costsWon, boughtWon, soldWon - boughtWon - costsWon);
        }

        private static long part(long won, long shares, long ofShares) {
            return Rates.share(won, shares, ofShares);
        }
    }

    /**
     * A row.
     *
     * @param costsWon commissions and tax
     * @param costWon what the sold shares had cost
     */
    private record Line(String code, long boughtShares, long boughtWon, long soldShares, long soldWon, long costsWon, long costWon,
        long profitWon) {
    }

    private static void answer(Call call, Collection<Line> lines, StockNames names) {
        long soldWon = lines.stream().mapToLong(Line::soldWon).sum();
        long boughtWon = lines.stream().mapToLong(Line::boughtWon).sum();
        long costsWon = lines.stream().mapToLong(Line::costsWon).sum();
        long profitWon = lines.stream().mapToLong(Line::profitWon).sum();
        ResponseBody answer = call.newAnswer()
            .number("tot_sell_amt", soldWon)
            .number("tot_buy_amt", boughtWon)
            .number("tot_cmsn_tax", costsWon)
            .number("tot_exct_amt", soldWon - boughtWon - costsWon)
            .number("tot_pl_amt", profitWon)
            .decimal("tot_prft_rt", Rates.hundredths(profitWon, lines.stream().mapToLong(Line::costWon).sum()), Rates.DECIMALS);
        for (Line line : lines) {
            answer.row("tdy_trde_diary").text("stk_nm", names.of(line.code))
                .number("buy_avg_pric", Rates.quotient(line.boughtWon, line.boughtShares, 0))
                .number("buy_qty", line.boughtShares)
                .number("sel_avg_pric", Rates.quotient(line.soldWon, line.soldShares, 0))
                .number("sell_qty", line.soldShares)
                .number("cmsn_alm_tax", line.costsWon)
                .number("pl_amt", line.profitWon)
                .number("sell_amt", line.soldWon)
                .number("buy_amt", line.boughtWon)
                .decimal("prft_rt", Rates.hundredths(line.profitWon, line.costWon), Rates.DECIMALS)
                .text("stk_cd", line.code);
        }
        call.answer(answer, OpenOrdersCall.MESSAGE);
    }
}
