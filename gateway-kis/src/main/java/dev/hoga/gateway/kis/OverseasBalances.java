package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overseas inquire-balance and inquire-present-balance: holdings with their valuation, and the totals over all that is asked for. */
final class OverseasBalances {
    /** Official. */
    static final int ROWS_PER_PAGE = 100;
    /** As the core counts rates of exchange. */
    static final int RATE_DECIMALS = 4;
    private static final int AMOUNT_DECIMALS = 5;
    private static final String IN_WON = "01";
    private static final String ALL_COUNTRIES = "000";
    private static final String ALL_MARKETS = "00";
    private static final List<String> CONDITION = List.of("CANO", "ACNT_PRDT_CD", "OVRS_EXCG_CD", "TR_CRCY_CD");

    private final Engine engine;
    private final HoldingPager pager;
    private final OrderWalk walk;

    OverseasBalances(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = HoldingPager.overseas(pageKeys);
        walk = new OrderWalk(engine);
    }

    // -- inquire-balance -----------------------------------------------------------------------------------------------

    private static final class Totals {
        private long purchase;
        private long value;
        private Optional<Page<OverseasHolding>> page = Optional.empty();

        private List<OverseasHolding> add(List<OverseasHolding> rows) {
            for (OverseasHolding row : rows) {
                purchase = Math.addExact(purchase, row.purchase());
                value = Math.addExact(value, row.value());
            }
            return rows;
        }
    }

    /** inquire-balance: of one currency; NASD is all of America on the live host and Nasdaq on the mock host. */
    void balance(Call call) {
        List<OverseasExchange> exchanges = OverseasExchange.listed(call.text("OVRS_EXCG_CD"), !call.mock()).stream()
            .filter(exchange -> call.text("TR_CRCY_CD").isEmpty() || exchange.currency().name().equals(call.text("TR_CRCY_CD"))).toList();
        Currency currency = exchanges.isEmpty() ? Currency.USD : exchanges.getFirst().currency();
        var request = new PageRequest(call.tr().id() + exchanges, Continuation.key(call), ROWS_PER_PAGE);
        var trades = new OverseasTrades(call.accountId());
        walk.walk(call, trades, () -> call.read(engine, view -> {
            var totals = new Totals();
            totals.page = pager.read(view, call.accountId(), request,
                slot -> totals.add(OverseasHolding.read(view, slot, exchanges)));
            return totals;
        }, totals -> totals.page.ifPresentOrElse(page -> answer(call, currency, totals, page, trades),
            () -> call.error(Check.PAGE_KEY.code()))));
    }

    private static void answer(Call call, Currency currency, Totals totals, Page<OverseasHolding> page, OverseasTrades trades) {
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, page.nextKey(), Continuation.SEPARATOR, CONDITION);
        page.rows().forEach(row -> row.fill(DeclaredConstants.fill(answer.row("output1"), call, "output1"), call));
        long profit = totals.value - totals.purchase;
        ResponseBody out = DeclaredConstants.fill(answer.object("output2"), call, "output2");
        OverseasAmounts.fill(out, "frcr_pchs_amt1", currency, totals.purchase, AMOUNT_DECIMALS);
        OverseasAmounts.fill(out, "ovrs_tot_pfls", currency, profit, AMOUNT_DECIMALS);
        OverseasAmounts.fill(out, "tot_evlu_pfls_amt", currency, profit, AMOUNT_DECIMALS)
            .decimal("tot_pftrt", Rates.percent(profit, totals.purchase, 8), 8);
        long bought = trades.amount(currency, Side.BUY);
        OverseasAmounts.fill(out, "frcr_buy_amt_smtl1", currency, bought, AMOUNT_DECIMALS);
        OverseasAmounts.fill(out, "frcr_buy_amt_smtl2", currency, bought, AMOUNT_DECIMALS);
        call.answer(answer, QueryMessages.list(call, page.rows().isEmpty(), page.nextKey()), Continuation.header(call, page.nextKey()));
    }

    // -- inquire-present-balance -----------------------------------------------------------------------------------------

    /** Cash of a currency. */
    private record Money(Currency currency, long cash, long orderable, long withdrawable, long nextDay, long settled, long rate,
        long wonWithdrawable) {

        static Money read(BrokerageView view, int account, Currency currency) {
            long withdrawable = view.withdrawableForeignCash(account, currency);
            return new Money(currency, view.foreignCash(account, currency), view.orderableForeignCash(account, currency), withdrawable,
                view.nextDayForeignCash(account, currency), view.settledForeignCash(account, currency), view.fxRate(currency),
                view.wonOf(currency, withdrawable));
        }

        boolean any() {
            return cash != 0 || settled != 0;
        }
    }

    /** All that inquire-present-balance tells; sums in won. */
    private static final class Present {
        private final List<OverseasHolding> holdings = new ArrayList<>();
        private final List<Money> money = new ArrayList<>();
        private long deposit;
        private long margin;
        private long cashWon;
        private long withdrawable;
        private long wonCash;
        private long wonWithdrawable;
        private long unsettledSold;
        private long unsettledBought;
    }

    /** inquire-present-balance; the mock host fills the totals only. */
    void present(Call call) {
        List<OverseasExchange> exchanges = present(call.text("NATN_CD"), call.text("TR_MKET_CD"));
        var trades = new OverseasTrades(call.accountId());
        walk.walk(call, trades, () -> call.read(engine, view -> present(view, call.accountId(), exchanges),
            present -> answer(call, present, trades)));
    }

    private static List<OverseasExchange> present(String country, String market) {
        var exchanges = new ArrayList<OverseasExchange>();
        for (OverseasExchange exchange : OverseasExchange.values()) {
            boolean there = country.equals(ALL_COUNTRIES) || exchange.countryNumber().equals(country);
            boolean at = market.equals(ALL_MARKETS) || exchange.market().equals(market);
            if (there && at) {
                exchanges.add(exchange);
            }
        }
        return exchanges;
    }

    private static Present present(BrokerageView view, int account, List<OverseasExchange> exchanges) {
        var present = new Present();
        for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.heldShares(slot) > 0 && view.venue(view.holdingInstrument(slot)).overseas()) {
                present.holdings.addAll(OverseasHolding.read(view, slot, exchanges));
            }
        }
        present.wonCash = view.cashWon(account);
        present.wonWithdrawable = view.withdrawableWon(account);
        for (Currency currency : Currency.values()) {
            Money money = Money.read(view, account, currency);
            boolean asked = exchanges.stream().anyMatch(exchange -> exchange.currency() == currency);
            if (currency == Currency.KRW || !money.any() || !asked) {
                continue;
            }
            present.money.add(money);
            present.deposit += view.wonOf(currency, money.settled);
            present.cashWon += view.wonOf(currency, money.cash);
            present.margin += view.wonOf(currency, money.cash - money.orderable);
            present.withdrawable += money.wonWithdrawable;
            long unsettled = money.cash - money.settled;
            present.unsettledSold += view.wonOf(currency, Math.max(0, unsettled));
            present.unsettledBought += view.wonOf(currency, Math.max(0, -unsettled));
        }
        return present;
    }

    private static void answer(Call call, Present present, OverseasTrades trades) {
        ResponseBody answer = call.newAnswer();
        boolean won = call.text("WCRC_FRCR_DVSN_CD").equals(IN_WON);
        if (!call.mock()) {
            for (OverseasHolding holding : present.holdings) {
                ResponseBody row = DeclaredConstants.fill(answer.row("output1"), call, "output1");
                holding.fillPresent(row, won);
                trades.fill(row, holding);
            }
            present.money.forEach(money -> fill(DeclaredConstants.fill(answer.row("output2"), call, "output2"), money, trades));
        }
        total(DeclaredConstants.fill(answer.object("output3"), call, "output3"), present);
        call.answer(answer, QueryMessages.done(call), "D");
    }

    private static void fill(ResponseBody row, Money money, OverseasTrades trades) {
        Currency currency = money.currency;
        OverseasExchange exchange = OverseasExchange.values()[0];
        for (OverseasExchange other : OverseasExchange.values()) {
            exchange = other.currency() == currency ? other : exchange;
        }
        row.text("crcy_cd", currency.name()).text("crcy_cd_name", exchange.currencyWord());
        OverseasAmounts.fill(row, "frcr_buy_amt_smtl", currency, trades.amount(currency, Side.BUY), AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "frcr_sll_amt_smtl", currency, trades.amount(currency, Side.SELL), AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "frcr_dncl_amt_2", currency, money.settled, AMOUNT_DECIMALS)
            .decimal("frst_bltn_exrt", money.rate, RATE_DECIMALS);
        OverseasAmounts.fill(row, "frcr_buy_mgn_amt", currency, money.cash - money.orderable, AMOUNT_DECIMALS);
        OverseasAmounts.fill(row, "frcr_drwg_psbl_amt_1", currency, money.withdrawable, AMOUNT_DECIMALS)
            .number("frcr_evlu_amt2", money.wonWithdrawable);
        OverseasAmounts.fill(row, "nxdy_frcr_drwg_psbl_amt", currency, Math.max(0, Math.min(money.nextDay, money.orderable)),
            AMOUNT_DECIMALS);
    }

    private static void total(ResponseBody out, Present present) {
        long purchase = 0;
        long value = 0;
        for (OverseasHolding holding : present.holdings) {
            purchase = Math.addExact(purchase, holding.wonPurchase());
            value = Math.addExact(value, holding.wonValue());
        }
        out.number("pchs_amt_smtl", purchase)
            .number("evlu_amt_smtl", value)
            .number("evlu_pfls_amt_smtl", value - purchase)
            .number("dncl_amt", present.wonCash)
            .number("tot_dncl_amt", present.wonCash + present.deposit)
            .number("wdrw_psbl_tot_amt", present.wonWithdrawable + present.withdrawable)
            .number("frcr_evlu_tota", present.cashWon)
            .decimal("evlu_erng_rt1", Rates.percent(value - purchase, purchase, 8), 8)
            .number("pchs_amt_smtl_amt", purchase)
            .number("evlu_amt_smtl_amt", value)
            .number("tot_evlu_pfls_amt", value - purchase)
            .number("tot_asst_amt", Math.addExact(value, present.wonCash + present.cashWon))
            .number("buy_mgn_amt", present.margin)
            .number("mgna_tota", present.margin)
            .number("frcr_use_psbl_amt", present.cashWon - present.margin)
            .number("ustl_sll_amt_smtl", present.unsettledSold)
            .number("ustl_buy_amt_smtl", present.unsettledBought)
            .number("tot_frcr_cblc_smtl", present.cashWon);
    }
}
