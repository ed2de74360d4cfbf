package dev.hoga.participants;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import dev.hoga.core.Listing;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be measured of a day from outside: the public events, and the public book looked at now and then. Floating point
 * is at home here.
 */
final class MarketStatistics implements CoreListener {
    static final int LEVELS = 10;
    /** Of continuous trading. */
    static final int MINUTES = 380;

    private final int instruments;
    final long[] trades;
    final long[] tradesOfHalfHour = new long[13];
    final long[] looks;
    final long[] narrow;
    final long[] deep;
    final long[] touchedLimit;
    final long[] beyondLimit;
    long bookChanges;
    long auctionTrades;
    long tradesAtNxt;
    long volumeWon;
    /** The last price, and the middle of the book, at the end of each minute. */
    final double[][] last;
    final double[][] middle;
    private final long[] prices = new long[LEVELS];
    private final long[] shares = new long[LEVELS];
    private BrokerageView view;

    MarketStatistics(int instruments) {
        this.instruments = instruments;
        trades = new long[instruments];
        looks = new long[instruments];
        narrow = new long[instruments];
        deep = new long[instruments];
        touchedLimit = new long[instruments];
        beyondLimit = new long[instruments];
        last = new double[instruments][MINUTES];
        middle = new double[instruments][MINUTES];
    }

    void watch(BrokerageView newView) {
        view = newView;
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        // no event of the market
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        throw new IllegalStateException("refused: " + reject);
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        // a client's own
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
        if (Listing.venue(instrumentId) == Venue.KRX) {
            noteTrade(instrumentId, priceWon, qtyShares, marketTimeMs);
        } else {
            tradesAtNxt++;
        }
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        if (Listing.venue(instrumentId) == Venue.NXT) {
            return;
        }
        auctionTrades++;
        noteTrade(instrumentId, priceWon, qtyShares, marketTimeMs);
    }

    private void noteTrade(int instrumentId, long priceWon, long qtyShares, long marketTimeMs) {
        trades[instrumentId]++;
        tradesOfHalfHour[(int) Math.min(12, (marketTimeMs - SimulatedDay.OPEN_MS) % SimulatedDay.DAY_MS / 1_800_000)]++;
        volumeWon += priceWon * qtyShares;
        long upper = view.upperLimitWon(instrumentId);
        long lower = view.lowerLimitWon(instrumentId);
        if (priceWon > upper || priceWon < lower) {
            beyondLimit[instrumentId]++;
        } else if (priceWon == upper || priceWon == lower) {
            touchedLimit[instrumentId]++;
        }
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        bookChanges += Listing.venue(instrumentId) == Venue.KRX ? 1 : 0;
    }

    /** Looks at all books. */
    void look(long sinceOpenMs) {
        for (int id = 0; id < instruments; id++) {
            int asks = view.copyDepth(id, Side.SELL, prices, shares);
            long ask = asks == 0 ? 0 : prices[0];
            int bids = view.copyDepth(id, Side.BUY, prices, shares);
            long bid = bids == 0 ? 0 : prices[0];
            looks[id]++;
            if (bid != 0 && ask != 0 && ask - bid <= 3 * view.tickWon(id, bid)) {
                narrow[id]++;
            }
            if (asks == LEVELS && bids == LEVELS) {
                deep[id]++;
            }
            int minute = (int) (sinceOpenMs / 60_000) - 1;
            if (sinceOpenMs % 60_000 == 0 && minute >= 0 && minute < MINUTES) {
                last[id][minute] = view.lastPriceWon(id);
                middle[id][minute] = bid == 0 || ask == 0 ? view.lastPriceWon(id) : (bid + ask) / 2.0;
            }
        }
    }

    List<Integer> busiest(int count) {
        return IntStream.range(0, instruments).boxed().sorted(Comparator.comparingLong((Integer id) -> -trades[id])).limit(count)
            .toList();
    }

    static double share(long[] part, long[] whole, List<Integer> ids) {
        return (double) ids.stream().mapToLong(id -> part[id]).sum() / ids.stream().mapToLong(id -> whole[id]).sum();
    }

    /** Returns of one minute. */
    static double[] returns(double[] path) {
        var returns = new double[path.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(path[i + 1] / path[i]);
        }
        return returns;
    }

    static double autocorrelation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean);
            product += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return variance == 0 ? 0 : product / variance;
    }

    /** The mean over instruments of the autocorrelation of returns, or of their size. */
    double autocorrelation(double[][] paths, List<Integer> ids, boolean ofSize) {
        var found = new ArrayList<Double>();
        for (int id : ids) {
            double[] returns = returns(paths[id]);
            for (int i = 0; ofSize && i < returns.length; i++) {
                returns[i] = Math.abs(returns[i]);
            }
            found.add(autocorrelation(returns));
        }
        return found.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
