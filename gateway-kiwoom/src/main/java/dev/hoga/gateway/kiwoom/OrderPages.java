package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.PageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Collects one page of an account's orders, newest first. A read looks at a bounded number of orders, so the core is never
 * held up; a long walk goes on in another read, from the order looked at last, which stays where it is however the market moves.
 */
final class OrderPages {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;
    /** Orders looked at in one read. */
    static final int ORDERS_PER_READ = 1_000;

    /** Our words; the broker's are not known. */
    static final String BAD_KEY = "유효하지 않은 연속조회키입니다";

    private final Engine engine;
    private final PageKeys pageKeys;

    OrderPages(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** Which orders a list walks over and which of them it shows. Order 0 is none. */
    interface Path {

        /** Where a first page begins. */
        int first(BrokerageView view);

        /** The order after this one, which may have been filled or cancelled since it was looked at. */
        int next(BrokerageView view, int order);

        boolean listed(BrokerageView view, int order);
    }

    /** What is known so far. @param at the order to look at next */
    private record Progress<R>(int tradingDate, int at, List<R> rows, List<Integer> numbers, boolean badKey) {
    }

    /**
     * Reads a page and hands it on with the next key, or answers that the client's key is none of ours.
     *
     * @param query all parameters that decide what is listed
     * @param row makes a row of an order, on the core's thread
     */
    <R> void read(Call call, String query, Path path, BiFunction<BrokerageView, Integer, R> row,
        BiConsumer<List<R>, String> then) {
        boolean continues = call.exchange().header("cont-yn").equalsIgnoreCase("Y");
        String key = continues ? call.exchange().header("next-key") : "";
        call.read(engine, view -> walk(view, start(view, call, query, path, key), path, row),
            progress -> goOn(call, query, path, row, progress, then));
    }

    private <R> Progress<R> start(BrokerageView view, Call call, String query, Path path, String key) {
        int date = view.tradingDate();
        if (key.isEmpty()) {
            return new Progress<>(date, path.first(view), new ArrayList<>(), new ArrayList<>(), false);
        }
        OptionalInt last = pageKeys.open(call.accountId(), date, query, key);
        boolean ours = last.isPresent() && view.orderExists(last.getAsInt());
        return new Progress<>(date, ours ? path.next(view, last.getAsInt()) : 0, new ArrayList<>(), new ArrayList<>(), !ours);
    }

    private <R> Progress<R> walk(BrokerageView view, Progress<R> from, Path path, BiFunction<BrokerageView, Integer, R> row) {
        if (view.tradingDate() != from.tradingDate) {
            // The day changed between two reads: the numbers mean other orders now, and the old list is over.
            return new Progress<>(from.tradingDate, 0, from.rows, from.numbers, from.badKey);
        }
        int at = from.at;
        // One row more than the page holds tells whether there is another page.
        for (int looked = 0; at != 0 && looked < ORDERS_PER_READ && from.rows.size() <= ROWS_PER_PAGE; looked++) {
            if (path.listed(view, at)) {
                from.rows.add(row.apply(view, at));
                from.numbers.add(at);
            }
            at = path.next(view, at);
        }
        return new Progress<>(from.tradingDate, at, from.rows, from.numbers, from.badKey);
    }

    private <R> void goOn(Call call, String query, Path path, BiFunction<BrokerageView, Integer, R> row, Progress<R> progress,
        BiConsumer<List<R>, String> then) {
        if (progress.badKey) {
            call.error("1517", "next-key", BAD_KEY);
        } else if (progress.rows.size() > ROWS_PER_PAGE) {
            int last = progress.numbers.get(ROWS_PER_PAGE - 1);
            String nextKey = pageKeys.seal(call.accountId(), progress.tradingDate, query, last);
            then.accept(progress.rows.subList(0, ROWS_PER_PAGE), nextKey);
        } else if (progress.at == 0) {
            then.accept(progress.rows, "");
        } else {
            call.read(engine, view -> walk(view, progress, path, row), more -> goOn(call, query, path, row, more, then));
        }
    }
}
