package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.OverseasCode;
import dev.hoga.gateway.PageKeys;
import dev.hoga.history.History;
import dev.hoga.history.OrderPlace;
import dev.hoga.history.OrderQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Overseas inquire-ccnl: orders with their fills. The trading date's come from the core, those of dates that are over from history.
 * Dates are the exchange's own; around a Korean holiday an order's trading date is later than that, so history is asked for some
 * days more. Newest first, but for {@code DS}. On the mock host stock, exchange and filters count for nothing.
 */
final class OverseasHistoryCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 20;
    /** Official. */
    static final int MOCK_ROWS_PER_PAGE = 15;
    /** The longest that Korea rests while another market trades. */
    private static final int HOLIDAYS = 10;
    private static final String ALL = "%";
    private static final String ASCENDING = "DS";
    private static final List<String> CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "PDNO", "ORD_STRT_DT", "ORD_END_DT", "SLL_BUY_DVSN", "CCLD_NCCS_DVSN", "OVRS_EXCG_CD");

    private final Engine engine;
    private final History history;
    private final OrderWalk walk;
    private final PageKeys pageKeys;

    OverseasHistoryCall(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        walk = new OrderWalk(engine);
        this.pageKeys = pageKeys;
    }

    /** What is asked for. An empty list of exchanges is all. */
    private record Filter(String code, String from, String to, String side, String filled, List<OverseasExchange> exchanges) {

        static Filter of(Call call) {
            String code = call.text("PDNO").equals(ALL) ? "" : call.text("PDNO");
            String exchange = call.text("OVRS_EXCG_CD").equals(ALL) ? "" : call.text("OVRS_EXCG_CD");
            return call.mock() ? new Filter("", call.text("ORD_STRT_DT"), call.text("ORD_END_DT"), "00", "00", List.of())
                : new Filter(code, call.text("ORD_STRT_DT"), call.text("ORD_END_DT"), call.text("SLL_BUY_DVSN"),
                    call.text("CCLD_NCCS_DVSN"), OverseasExchange.listed(exchange, true));
        }

        boolean admits(OverseasOrderRow row) {
            boolean onDate = (from.isEmpty() || from.compareTo(row.localDate()) <= 0)
                && (to.isEmpty() || to.compareTo(row.localDate()) >= 0);
            return onDate && (code.isEmpty() || code.equals(row.code())) && (exchanges.isEmpty() || exchanges.contains(row.exchange()))
                && switch (filled) {
                    case "01" -> row.filledShares() > 0;
                    case "02" -> row.openShares() > 0;
                    default -> true;
                } && wantedSide().map(it -> it == row.side()).orElse(true);
        }

        private Optional<Side> wantedSide() {
            return switch (side) {
                case "01" -> Optional.of(Side.SELL);
                case "02" -> Optional.of(Side.BUY);
                default -> Optional.empty();
            };
        }

        /** What to ask history for; empty where nothing of the past fits. */
        Optional<OrderQuery> past(long accountNumber, int tradingDate) {
            int fromDay = KoreanTime.day(from).orElse(0);
            int toDay = Math.min(KoreanTime.day(to).orElse(tradingDate) + HOLIDAYS, tradingDate - 1);
            if (fromDay > toDay || filled.equals("02")) {
                return Optional.empty();
            }
            return Optional.of(new OrderQuery(accountNumber, fromDay, toDay, pattern(), wantedSide(), 0, filled.equals("01"),
                Optional.empty()));
        }

        private String pattern() {
            if (exchanges.isEmpty()) {
                return OverseasCode.anywhere();
            }
            Venue venue = exchanges.getFirst().venue();
            return exchanges.size() > 1 ? OverseasCode.inCountryOf(venue) : OverseasCode.at(venue);
        }
    }

    @Override
    public void run(Call call) {
        var page = new Page(call);
        walk.walk(call, page, () -> {
            if (page.badKey) {
                call.error(Check.PAGE_KEY.code());
            } else {
                page.filter.past(page.accountNumber, page.tradingDate).ifPresentOrElse(query -> addPast(call, page, query),
                    () -> answer(call, page));
            }
        });
    }

    private void addPast(Call call, Page page, OrderQuery query) {
        call.await(history.orders(query, page.after, !page.oldestFirst, page.mostRows, page.entriesBefore),
            orders -> call.read(engine, view -> orders.stream().map(order -> OverseasOrderRow.read(view, order)).toList(), rows -> {
                page.add(rows);
                answer(call, page);
            }));
    }

    private void answer(Call call, Page page) {
        List<OverseasOrderRow> rows = page.rows();
        String nextKey = page.more()
            ? pageKeys.seal(call.accountId(), page.tradingDate, call.tr().id(), place(rows.getLast()).packed()) : "";
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, nextKey, Continuation.SEPARATOR, CONDITION);
        for (OverseasOrderRow row : rows) {
            row.fill(DeclaredConstants.fill(answer.row("output"), call, "output"), call)
                .text("rvse_cncl_dvsn", row.changeCode())
                .text("rvse_cncl_dvsn_name", row.changeWord())
                .text("tr_natn", row.exchange().countryNumber())
                .text("tr_natn_name", row.exchange().countryWord())
                .text("dmst_ord_dt", KoreanTime.dateOf(row.timeMs()))
                .text("thco_ord_tmd", KoreanTime.time(row.timeMs()));
        }
        call.answer(answer, QueryMessages.list(call, rows.isEmpty(), nextKey), Continuation.header(call, nextKey));
    }

    private static OrderPlace place(OverseasOrderRow row) {
        return new OrderPlace(row.date(), row.number());
    }

    /** One page, collected along all orders of the day and then of the past. */
    private final class Page implements OrderWalk.Visitor {
        private final Call call;
        private final Filter filter;
        private final String key;
        private final boolean oldestFirst;
        /** One row more than the page holds tells whether there is another page. */
        private final int mostRows;
        private final ArrayDeque<OverseasOrderRow> kept = new ArrayDeque<>();
        private long accountNumber;
        private int tradingDate;
        private long entriesBefore;
        private OrderPlace after;
        private boolean badKey;

        Page(Call call) {
            this.call = call;
            filter = Filter.of(call);
            key = Continuation.key(call);
            oldestFirst = call.text("SORT_SQN").equals(ASCENDING);
            mostRows = (call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE) + 1;
            after = OrderPlace.start(!oldestFirst);
        }

        @Override
        public boolean overseas() {
            return true;
        }

        @Override
        public int first(BrokerageView view) {
            accountNumber = view.accountNumber(call.accountId());
            tradingDate = view.tradingDate();
            entriesBefore = view.nextHistoryEntry();
            if (!key.isEmpty()) {
                OptionalLong last = pageKeys.open(call.accountId(), tradingDate, call.tr().id(), key);
                badKey = last.isEmpty();
                last.ifPresent(place -> after = OrderPlace.ofPacked(place));
            }
            return badKey ? 0 : view.newestOrder(call.accountId());
        }

        @Override
        public boolean visit(BrokerageView view, int order) {
            OverseasOrderRow row = OverseasOrderRow.read(view, order);
            long place = place(row).packed();
            if (!filter.admits(row)) {
                return true;
            }
            if (oldestFirst && place > after.packed()) {
                kept.addFirst(row);
                if (kept.size() > mostRows) {
                    kept.removeLast();
                }
            } else if (!oldestFirst && place < after.packed() && kept.size() < mostRows) {
                kept.addLast(row);
            }
            return true;
        }

        @Override
        public int next(BrokerageView view, int order) {
            return view.olderOrder(order);
        }

        /** Adds the next rows of the past, in the order of the page. */
        void add(List<OverseasOrderRow> rows) {
            List<OverseasOrderRow> fitting = rows.stream().filter(filter::admits).toList();
            if (oldestFirst) {
                fitting.reversed().forEach(kept::addFirst);
            } else {
                kept.addAll(fitting);
            }
            while (kept.size() > mostRows) {
                kept.removeLast();
            }
        }

        boolean more() {
            return kept.size() == mostRows;
        }

        List<OverseasOrderRow> rows() {
            List<OverseasOrderRow> all = new ArrayList<>(kept);
            return more() ? all.subList(0, mostRows - 1) : all;
        }
    }
}
