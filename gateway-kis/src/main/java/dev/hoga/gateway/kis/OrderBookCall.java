package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.Expected;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;

/** inquire-asking-price-exp-ccn: ten levels of each side with their totals, and beside them the prices of the day. */
final class OrderBookCall implements TrCall {
    private static final String NOON = "120000";
    private static final String NO_TIME = "000000";

    private final Engine engine;
    private final QuoteCall quotes;

    OrderBookCall(Engine engine) {
        this.engine = engine;
        quotes = new QuoteCall(engine);
    }

    private record Book(QuoteFacts facts, Ladder asks, Ladder bids, long changedMs, String phase, boolean interrupted,
        Expected expected) {

        static Book read(BrokerageView view, int id, long hostTimeMs) {
            return new Book(QuoteFacts.read(view, id), Ladder.read(view, id, Side.SELL), Ladder.read(view, id, Side.BUY),
                view.bookTimeMs(id), session(view, hostTimeMs), view.interrupted(id),
                Expected.read(view, id));
        }
    }

    /**
     * The session by the official table: before it, in it, after it, auctions after hours; then ordinary or at a close. Seen: 20
     * all through the regular session, 31 after it. Doubt: the after-market, which the table does not know.
     */
    private static String session(BrokerageView view, long hostTimeMs) {
        return switch (view.phase(Venue.KRX)) {
            case CLOSED -> KoreanTime.time(view.marketTimeMs(hostTimeMs)).compareTo(NOON) < 0 ? "10" : "31";
            case PRE_OPEN -> "11";
            case OPENING_AUCTION -> "10";
            case CONTINUOUS, VOLATILITY_AUCTION, HALTED, REOPENING_AUCTION, CLOSING_AUCTION -> "20";
            case CLOSE_PRICE_ENTRY, CLOSE_PRICE -> "31";
            case SINGLE_PRICE -> "40";
            case AFTER_MARKET -> "30";
            case PRE_MARKET, PAUSE, MAIN, AFTER_MARKET_AUCTION -> throw new IllegalStateException("no phase of KRX");
        };
    }

    /** The wire names of a side. */
    private enum Names {
        ASKS("ask"), BIDS("bid");

        private final String[] prices = new String[Ladder.LEVELS];
        private final String[] sizes = new String[Ladder.LEVELS];
        private final String[] changes = new String[Ladder.LEVELS];

        Names(String side) {
            for (int level = 0; level < Ladder.LEVELS; level++) {
                prices[level] = side + "p" + (level + 1);
                sizes[level] = side + "p_rsqn" + (level + 1);
                changes[level] = side + "p_rsqn_icdc" + (level + 1);
            }
        }
    }

    @Override
    public void run(Call call) {
        long hostTimeMs = engine.hostTimeMs();
        quotes.read(call, (view, id) -> Book.read(view, id, hostTimeMs), book -> {
            ResponseBody answer = call.newAnswer();
            ResponseBody out = DeclaredConstants.fill(answer.object("output1"), call, "output1");
            out.text("aspr_acpt_hour", book.changedMs == 0 ? NO_TIME : KoreanTime.time(book.changedMs));
            levels(out, Names.ASKS, book.asks);
            levels(out, Names.BIDS, book.bids);
            out.number("total_askp_rsqn", book.asks.totalShares())
                .number("total_bidp_rsqn", book.bids.totalShares())
                .number("ntby_aspr_rsqn", book.bids.totalShares() - book.asks.totalShares())
                .text("new_mkop_cls_code", book.phase);
            DeclaredConstants.fill(answer.object("output2"), call, "output2")
                .number("stck_prpr", book.facts.lastWon())
                .number("stck_oprc", book.facts.openWon())
                .number("stck_hgpr", book.facts.highWon())
                .number("stck_lwpr", book.facts.lowWon())
                .number("stck_sdpr", book.facts.baseWon())
                .number("antc_cnpr", book.expected.priceWon())
                .text("antc_cntg_vrss_sign", book.expected.changeSign())
                .number("antc_cntg_vrss", book.expected.changeWon())
                .decimal("antc_cntg_prdy_ctrt", book.expected.changeHundredths(), Rates.DECIMALS)
                .number("antc_vol", book.expected.qtyShares())
                .text("vi_cls_code", book.interrupted ? "Y" : "N")
                .text("stck_shrn_iscd", call.text("FID_INPUT_ISCD"));
            call.answer(answer, Message.QUOTE);
        });
    }

    private static void levels(ResponseBody out, Names names, Ladder ladder) {
        for (int level = 0; level < Ladder.LEVELS; level++) {
            out.number(names.prices[level], ladder.pricesWon()[level])
                .number(names.sizes[level], ladder.qtysShares()[level])
                .number(names.changes[level], 0);
        }
    }
}
