package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import java.util.Arrays;
import dev.hoga.history.History;
import dev.hoga.history.OrderPlace;
import dev.hoga.history.OrderQuery;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * kt00007 and kt00009: every order, amendment and cancellation of a day, past ones too, with its fills, as the account system lists them.
 * Finding nothing is a refusal there (501724, as clients of kt00009 tell). One row for an order: its fills are not kept one by one.
 */
final class OrderListCalls {
    private static final String MESSAGE = "조회가 완료되었습니다";
    private static final String NOTHING_FOUND = "501724";
    private static final String DATE = "ord_dt";
    private static final String FROM = "fr_ord_no";
    private static final String VENUE = "dmst_stex_tp";
    private static final String QUERY_TYPE = "qry_tp";
    private static final String KIND = "stk_bond_tp";
    private static final String SIDE = "sell_tp";
    private static final String STOCK = "stk_cd";

    /** Past orders that are asked of history at once. */
    private static final int ORDERS_PER_QUESTION = 1_000;

    private final Engine engine;
    private final History history;
    private final OrderWalk walk;
    private final PageKeys pageKeys;

    OrderListCalls(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        walk = new OrderWalk(engine);
        this.pageKeys = pageKeys;
    }

    /** kt00007. */
    void detail(Call call) {
        DayOrders.Which which = switch (call.text(QUERY_TYPE)) {
            case "3" -> DayOrders.Which.OPEN;
            case "4" -> DayOrders.Which.FILLED;
            default -> DayOrders.Which.ALL;
        };
        list(call, markets(call, "0"), which, !call.text(QUERY_TYPE).equals("2"), OrderListCalls::answerDetail);
    }

    /** kt00009, the newest first. */
    void status(Call call) {
        var which = call.text(QUERY_TYPE).equals("1") ? DayOrders.Which.FILLED : DayOrders.Which.ALL;
        list(call, markets(call, call.text("mrkt_tp")), which, false, OrderListCalls::answerStatus);
    }

    /** There are no bonds here, and no market but these two. */
    private static Set<Market> markets(Call call, String market) {
        if (call.text(KIND).equals("2")) {
            return Set.of();
        }
        return switch (market) {
            case "0" -> Set.of(Market.KOSPI, Market.KOSDAQ);
            case "1" -> Set.of(Market.KOSPI);
            case "2" -> Set.of(Market.KOSDAQ);
            default -> Set.of();
        };
    }

    /** One venue's orders, or everybody's for % and nothing. */
    private static Set<Venue> venues(String venue) {
        return switch (venue) {
            case "%", "" -> OrderFilter.venues("0");
            default -> Arrays.stream(Venue.values()).filter(one -> one.name().equals(venue)).collect(Collectors.toSet());
        };
    }

    private void list(Call call, Set<Market> markets, DayOrders.Which which, boolean oldestFirst, BiConsumer<Call, DayOrders> answer) {
        boolean today = call.text(DATE).isEmpty();
        OptionalInt date = today ? OptionalInt.empty() : RequestDate.of(call, DATE);
        int from = OrderNumbers.parse(call.text(FROM));
        if (!today && date.isEmpty()) {
            return;
        }
        if (from == OrderNumbers.NOT_A_NUMBER) {
            call.error("1517", FROM, ViolationKind.WRONG_FORM.reasonKo());
            return;
        }
        var traits = new OrderFilter(call.text(SIDE), true, call.text(STOCK), venues(call.text(VENUE)));
        String text = String.join(" ", call.apiId(), call.text(DATE), markets.toString(), which.name(), traits.toString(),
            Integer.toString(from), Boolean.toString(oldestFirst));
        var query = new DayOrders.Query(text, date, markets, traits, which, from, oldestFirst);
        var orders = new DayOrders(call.accountId(), pageKeys, query, call.pageKey());
        walk.walk(call, orders, () -> orders.past().ifPresentOrElse(
            past -> walkPast(call, orders, past, OrderPlace.start(true), answer), () -> answer(call, orders, answer)));
    }

    /** Goes through the orders of a date that is over, the newest first, so many at a time. */
    private void walkPast(Call call, DayOrders orders, OrderQuery past, OrderPlace after, BiConsumer<Call, DayOrders> answer) {
        call.await(history.orders(past, after, true, ORDERS_PER_QUESTION, orders.entriesBefore()), found -> call.read(engine, view -> {
            found.forEach(order -> orders.visit(view, order));
            return found.size();
        }, count -> {
            if (count < ORDERS_PER_QUESTION) {
                answer(call, orders, answer);
            } else {
                walkPast(call, orders, past, new OrderPlace(found.getLast().date(), found.getLast().orderNumber()), answer);
            }
        }));
    }

    private static void answer(Call call, DayOrders orders, BiConsumer<Call, DayOrders> answer) {
        if (orders.foreignKey()) {
            call.refusePageKey();
        } else if (orders.rows().isEmpty()) {
            call.reject(NOTHING_FOUND);
        } else {
            answer.accept(call, orders);
        }
    }

    private static void answerDetail(Call call, DayOrders orders) {
        ResponseBody answer = call.newAnswer();
        for (DayOrders.Row row : orders.rows()) {
            OrderRow order = row.order();
            ResponseBody out = fill(answer.row("acnt_ord_cntr_prps_dtl"), row);
            DeclaredConstants.fill(out, "kt00007", "acnt_ord_cntr_prps_dtl");
            out.text("ord_tm", clock(order.timeMs()))
                .text("ori_ord", OrderNumbers.text(order.original()))
                .text("crd_tp", order.creditWord())
                .text("loan_dt", order.loanDate())
                .amount("ord_remnq", order.openShares())
                .text("mdfy_cncl", changeWord(order))
                .text("cnfm_tm", order.kind() == OrderKind.NEW ? "" : clock(order.timeMs()));
        }
        call.answer(answer, MESSAGE, orders.nextKey());
    }

    private static void answerStatus(Call call, DayOrders orders) {
        ResponseBody answer = call.newAnswer()
            .amount("sell_grntl_engg_amt", orders.soldWon())
            .amount("buy_engg_amt", orders.boughtWon())
            .amount("engg_amt", Math.addExact(orders.soldWon(), orders.boughtWon()));
        for (DayOrders.Row row : orders.rows()) {
            ResponseBody out = fill(answer.row("acnt_ord_cntr_prst_array"), row);
            DeclaredConstants.fill(out, "kt00009", "acnt_ord_cntr_prst_array");
            out.text("orig_ord_no", OrderNumbers.text(row.order().original()))
                .text("crd_deal_tp", row.order().creditWord())
                .text("mdfy_cncl_tp", changeWord(row.order()));
        }
        call.answer(answer, MESSAGE, orders.nextKey());
    }

    /** What both lists have. */
    private static ResponseBody fill(ResponseBody out, DayOrders.Row row) {
        OrderRow order = row.order();
        return out.text("ord_no", OrderNumbers.text(order.number()))
            .text("stk_cd", row.listedCode())
            .text("stk_nm", order.name())
            .text("trde_tp", TradeType.word(order.type(), order.timeInForce()))
            .text("io_tp_nm", (order.loanDay().isEmpty() ? "현금" : "융자") + (order.side() == Side.BUY ? "매수" : "매도"))
            .amount("ord_qty", order.qtyShares())
            .amount("ord_uv", order.type() == OrderType.MARKET ? 0 : order.priceWon())
            .amount("cnfm_qty", order.kind() == OrderKind.NEW ? 0 : order.qtyShares())
            .text("acpt_tp", order.kind() == OrderKind.NEW ? "접수" : "확인")
            .amount("cntr_qty", order.filledShares())
            .amount("cntr_uv", order.averageFillPriceWon())
            .text("dmst_stex_tp", order.venue().name());
    }

    /** Guess: the document's examples know new orders only, whose field is empty. */
    private static String changeWord(OrderRow order) {
        return switch (order.kind()) {
            case NEW -> "";
            case AMEND -> "정정";
            case CANCEL -> "취소";
        };
    }

    /** {@code HH:mm:ss}. */
    private static String clock(long epochMs) {
        String digits = KoreanTime.time(epochMs);
        return digits.substring(0, 2) + ':' + digits.substring(2, 4) + ':' + digits.substring(4);
    }
}
