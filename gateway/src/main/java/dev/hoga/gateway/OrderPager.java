package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Collects one page of an account's orders, newest first. */
public final class OrderPager {
    private final OrderWalk walk;
    private final PageKeys pageKeys;

    public OrderPager(Engine engine, PageKeys pageKeys) {
        walk = new OrderWalk(engine);
        this.pageKeys = pageKeys;
    }

    /** Which orders a list walks over and which of them it shows. Order 0 is none. */
    public interface Path {

        /** Where a first page begins. */
        int first(BrokerageView view);

        /** The order after this one, which may have been filled or cancelled since it was looked at. */
        int next(BrokerageView view, int order);

        boolean listed(BrokerageView view, int order);

        /** Whether it lists orders overseas, and no others. */
        default boolean overseas() {
            return false;
        }
    }

    /**
     * Reads a page and hands it on; an empty one where the client's key is none of ours.
     *
     * @param row makes a row of an order, on the core's thread
     */
    public <R> void read(BrokerCall call, PageRequest request, Path path, BiFunction<BrokerageView, Integer, R> row,
        Consumer<Optional<Page<R>>> then) {
        var collector = new Collector<>(call.accountId(), request, path, row);
        walk.walk(call, collector, () -> then.accept(collector.page()));
    }

    /** Takes one row more than the page holds, which tells whether there is another page. */
    private final class Collector<R> implements OrderWalk.Visitor {
        private final int accountId;
        private final PageRequest request;
        private final Path path;
        private final BiFunction<BrokerageView, Integer, R> row;
        private final List<R> rows = new ArrayList<>();
        private int tradingDate;
        private int last;
        private boolean badKey;

        Collector(int accountId, PageRequest request, Path path, BiFunction<BrokerageView, Integer, R> row) {
            this.accountId = accountId;
            this.request = request;
            this.path = path;
            this.row = row;
        }

        @Override
        public int first(BrokerageView view) {
            tradingDate = view.tradingDate();
            if (request.key().isEmpty()) {
                return path.first(view);
            }
            OptionalLong before = pageKeys.open(accountId, tradingDate, request.query(), request.key());
            badKey = before.isEmpty() || !view.orderExists((int) before.getAsLong());
            return badKey ? 0 : path.next(view, (int) before.getAsLong());
        }

        @Override
        public boolean visit(BrokerageView view, int order) {
            if (path.listed(view, order)) {
                rows.add(row.apply(view, order));
                if (rows.size() <= request.rowsPerPage()) {
                    last = order;
                }
            }
            return rows.size() <= request.rowsPerPage();
        }

        @Override
        public int next(BrokerageView view, int order) {
            return path.next(view, order);
        }

        @Override
        public boolean overseas() {
            return path.overseas();
        }

        Optional<Page<R>> page() {
            if (badKey) {
                return Optional.empty();
            }
            boolean more = rows.size() > request.rowsPerPage();
            return Optional.of(more
                ? new Page<>(rows.subList(0, request.rowsPerPage()), pageKeys.seal(accountId, tradingDate, request.query(), last))
                : new Page<>(rows, ""));
        }
    }
}
