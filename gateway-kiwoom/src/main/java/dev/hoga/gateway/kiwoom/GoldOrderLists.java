package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.history.History;
import dev.hoga.history.OrderPlace;
import dev.hoga.history.OrderQuery;
import dev.hoga.history.PastOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * kt50030, all orders of a day; kt50031, the same with their fills; kt50075, those that are open. The trading date's come from the
 * core, those of days that are over, of which none is open, from history. A market and a venue are asked for that gold has only one
 * of; the document's own examples name another market than it says they must. A list that finds nothing is empty (doubt: those of
 * shares are refused then).
 */
final class GoldOrderLists {
    private static final String DATE = "ord_dt";
    private static final String FROM = "fr_ord_no";
    private static final Set<String> VENUES_HERE = Set.of("%", "KRX", "");
    private static final Set<Market> GOLD = Set.of(Market.GOLD);

    private final Engine engine;
    private final History history;
    private final OrderWalk walk;
    private final PageKeys pageKeys;

    GoldOrderLists(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        walk = new OrderWalk(engine);
        this.pageKeys = pageKeys;
    }

    /** What a list asks for in the same words as the others, but for the side's name. */
    private record Wish(OptionalInt date, String side, DayOrders.Which which, boolean oldestFirst, String code, int from,
        boolean nothing) {

        OrderQuery past(long accountNumber, int day) {
            Optional<Side> only = switch (side) {
                case "1" -> Optional.of(Side.SELL);
                case "2" -> Optional.of(Side.BUY);
                default -> Optional.empty();
            };
            return new OrderQuery(accountNumber, day, day, code, only, 0, which == DayOrders.Which.FILLED, Optional.empty());
        }
    }

    /** kt50030. */
    void all(Call call) {
        list(call, "slby_tp", DayOrders.Which.ALL, GoldOrderLists::ofAll);
    }

    /** kt50031. */
    void withFills(Call call) {
        DayOrders.Which which = switch (call.text("qry_tp")) {
            case "3" -> DayOrders.Which.OPEN;
            case "4" -> DayOrders.Which.FILLED;
            default -> DayOrders.Which.ALL;
        };
        list(call, "sell_tp", which, GoldOrderLists::detailed);
    }

    /** kt50075. */
    void open(Call call) {
        list(call, "sell_tp", DayOrders.Which.OPEN, GoldOrderLists::ofOpen);
    }

    private void list(Call call, String sideField, DayOrders.Which which, BiConsumer<ResponseBody, Row> spell) {
        if (GoldAccount.isMissing(call)) {
            return;
        }
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
        String code = call.text("stk_cd");
        boolean nothing = call.text("stk_bond_tp").equals("2") || !VENUES_HERE.contains(call.text("dmst_stex_tp"))
            || !code.isEmpty() && GoldCode.pack(code) == 0;
        var wish = new Wish(date, call.text(sideField), which, !call.text("qry_tp").equals("2"), GoldCode.bare(code), from, nothing);
        call.read(engine, view -> new Moment(view.tradingDate(), view.nextHistoryEntry(), view.accountNumber(GoldAccount.id(call)),
            Row.names(view)), moment -> {
            if (date.isPresent() && date.getAsInt() < moment.tradingDate) {
                past(call, wish, moment, spell);
            } else {
                ofToday(call, wish, spell);
            }
        });
    }

    /** @param names of all gold, by the exchange's codes */
    private record Moment(int tradingDate, long nextHistoryEntry, long accountNumber, Map<String, String> names) {
    }

    private static String query(Call call, Wish wish) {
        return call.apiId() + ' ' + wish;
    }

    private void ofToday(Call call, Wish wish, BiConsumer<ResponseBody, Row> spell) {
        var traits = new OrderFilter(wish.side, true, wish.code, wish.nothing);
        var query = new DayOrders.Query(query(call, wish), wish.date, GOLD, traits, wish.which, wish.from, wish.oldestFirst);
        var orders = new DayOrders(GoldAccount.id(call), pageKeys, query, call.pageKey());
        walk.walk(call, orders, () -> {
            if (orders.foreignKey()) {
                call.refusePageKey();
            } else {
                answer(call, orders.rows().stream().map(Row::of).toList(), orders.nextKey(), spell);
            }
        });
    }

    private void past(Call call, Wish wish, Moment moment, BiConsumer<ResponseBody, Row> spell) {
        int account = GoldAccount.id(call);
        int day = wish.date.getAsInt();
        String text = query(call, wish);
        OptionalLong place = OptionalLong.of(beginning(wish, day).packed());
        if (!call.pageKey().isEmpty()) {
            place = pageKeys.open(account, moment.tradingDate, text, call.pageKey());
        }
        if (place.isEmpty()) {
            call.refusePageKey();
            return;
        }
        if (wish.nothing || wish.which == DayOrders.Which.OPEN) {
            answer(call, List.of(), "", spell);
            return;
        }
        var found = history.orders(wish.past(moment.accountNumber, day), OrderPlace.ofPacked(place.getAsLong()), !wish.oldestFirst,
            OrderPages.ROWS_PER_PAGE + 1, moment.nextHistoryEntry);
        call.await(found, orders -> {
            boolean more = orders.size() > OrderPages.ROWS_PER_PAGE;
            List<PastOrder> page = more ? orders.subList(0, OrderPages.ROWS_PER_PAGE) : orders;
            String nextKey = more ? pageKeys.seal(account, moment.tradingDate, text,
                new OrderPlace(day, page.getLast().orderNumber()).packed()) : "";
            answer(call, page.stream().map(order -> Row.of(order, moment.names)).toList(), nextKey, spell);
        });
    }

    private static OrderPlace beginning(Wish wish, int day) {
        if (wish.from == 0) {
            return OrderPlace.start(!wish.oldestFirst);
        }
        return new OrderPlace(day, wish.oldestFirst ? wish.from - 1 : wish.from + 1);
    }

    private static void answer(Call call, List<Row> rows, String nextKey, BiConsumer<ResponseBody, Row> spell) {
        ResponseBody answer = call.newAnswer();
        rows.forEach(row -> spell.accept(answer, row));
        call.answer(answer, GoldAccount.MESSAGE, nextKey);
    }

    /** An order of today or of a day that is over. */
    private record Row(int number, int original, OrderKind kind, Side side, String code, String name, long grams, long priceWon,
        long openGrams, long filledGrams, long filledWon, long timeMs) {

        static Map<String, String> names(BrokerageView view) {
            var names = new HashMap<String, String>();
            for (int id = 0; id < view.instrumentCount(); id++) {
                if (view.instrumentKind(id).gold()) {
                    names.put(Code.text(view.code(id)), view.instrumentName(id));
                }
            }
            return names;
        }

        static Row of(DayOrders.Row row) {
            OrderRow it = row.order();
            return new Row(it.number(), it.original(), it.kind(), it.side(), it.code(), it.name(), it.qtyShares(), it.priceWon(),
                it.openShares(), it.filledShares(), it.filledAmountWon(), it.timeMs());
        }

        static Row of(PastOrder it, Map<String, String> names) {
            return new Row(it.orderNumber(), it.originalNumber(), it.kind(), it.side(), it.code(), names.getOrDefault(it.code(), ""),
                it.qtyShares(), it.priceWon(), 0, it.filledShares(), it.filledAmountWon(), it.acceptedAtMs());
        }

        /** What all three lists have. In them the units of names are capitals. */
        ResponseBody fill(ResponseBody out) {
            return out.text("ord_no", OrderNumbers.text(number))
                .text("stk_cd", GoldCode.spelled(code))
                .text("trde_tp", "지정가")
                .text("io_tp_nm", side == Side.BUY ? "매수" : "매도")
                .amount("ord_qty", grams)
                .amount("ord_uv", priceWon)
                .amount("cnfm_qty", kind == OrderKind.NEW ? 0 : grams)
                .text("stk_nm", name.toUpperCase(Locale.ROOT))
                .amount("cntr_qty", filledGrams)
                .amount("cntr_uv", filledGrams == 0 ? 0 : filledWon / filledGrams)
                .amount("ord_remnq", openGrams)
                .text("dmst_stex_tp", "KRX");
        }

        String acceptance() {
            return kind == OrderKind.NEW ? "접수" : "확인";
        }

        /** Guess: the document's examples know new orders only, whose field is empty. */
        String change() {
            return switch (kind) {
                case NEW -> "";
                case AMEND -> "정정";
                case CANCEL -> "취소";
            };
        }
    }

    private static void ofAll(ResponseBody answer, Row row) {
        plain(answer, row, "kt50030", "acnt_ord_cntr_prst");
    }

    private static void ofOpen(ResponseBody answer, Row row) {
        plain(answer, row, "kt50075", "acnt_ord_oso_prst");
    }

    private static void plain(ResponseBody answer, Row row, String tr, String list) {
        ResponseBody out = row.fill(answer.row(list));
        DeclaredConstants.fill(out, tr, list);
        out.text("data_send_end_tp", row.acceptance())
            .text("orig_ord_no", OrderNumbers.text(row.original))
            .text("mdfy_cncl_tp", row.change());
    }

    private static void detailed(ResponseBody answer, Row row) {
        ResponseBody out = row.fill(answer.row("acnt_ord_cntr_prps_dtl"));
        DeclaredConstants.fill(out, "kt50031", "acnt_ord_cntr_prps_dtl");
        out.text("acpt_tp", row.acceptance())
            .text("ord_tm", clock(row.timeMs))
            .text("ori_ord", OrderNumbers.text(row.original))
            .text("mdfy_cncl", row.change())
            .text("cnfm_tm", row.kind == OrderKind.NEW ? "" : clock(row.timeMs));
    }

    /** {@code HH:mm:ss}. */
    static String clock(long epochMs) {
        String digits = KoreanTime.time(epochMs);
        return digits.substring(0, 2) + ':' + digits.substring(2, 4) + ':' + digits.substring(4);
    }
}
