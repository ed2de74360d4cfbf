package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import java.util.Optional;

/** ka10004: ten levels of each side with their totals. A level without orders has price and quantity 0. */
final class OrderBookCall implements TrCall {
    private final Engine engine;

    OrderBookCall(Engine engine) {
        this.engine = engine;
    }

    private record Book(long baseWon, long timeMs, Ladder asks, Ladder bids) {

        static Book read(BrokerageView view, int id) {
            return new Book(view.basePriceWon(id), view.bookTimeMs(id), Ladder.read(view, id, Side.SELL),
                Ladder.read(view, id, Side.BUY));
        }
    }

    /** The wire names of a side: the best level has names of its own. */
    private enum Names {
        ASKS("sel"), BIDS("buy");

        private final String[] prices = new String[Ladder.LEVELS];
        private final String[] sizes = new String[Ladder.LEVELS];
        private final String[] changes = new String[Ladder.LEVELS];

        Names(String side) {
            for (int level = 0; level < Ladder.LEVELS; level++) {
                String place = side + '_' + (level + 1) + "th_pre_";
                prices[level] = level == 0 ? side + "_fpr_bid" : place + "bid";
                sizes[level] = level == 0 ? side + "_fpr_req" : place + "req";
                changes[level] = place + "req_pre";
            }
        }
    }

    @Override
    public void run(Call call) {
        String code = call.text("stk_cd");
        call.read(engine, view -> {
            int id = StockCode.quoted(view, code);
            return id < 0 ? Optional.<Book>empty() : Optional.of(Book.read(view, id));
        }, found -> {
            if (found.isEmpty()) {
                call.error("1902", code);
            } else {
                answer(call, found.get());
            }
        });
    }

    private static void answer(Call call, Book book) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "ka10004", "");
        levels(answer, Names.ASKS, book.asks, book.baseWon);
        levels(answer, Names.BIDS, book.bids, book.baseWon);
        answer.number("tot_sel_req", book.asks.totalShares())
            .number("tot_buy_req", book.bids.totalShares())
            .text("bid_req_base_tm", book.timeMs == 0 ? "" : KoreanTime.time(book.timeMs));
        call.answer(answer, Call.OK_MESSAGE);
    }

    private static void levels(ResponseBody answer, Names names, Ladder ladder, long baseWon) {
        for (int level = 0; level < Ladder.LEVELS; level++) {
            StockInfoCall.price(answer, names.prices[level], ladder.pricesWon()[level], baseWon);
            answer.number(names.sizes[level], ladder.qtysShares()[level]).number(names.changes[level], 0);
        }
    }
}
