package dev.hoga.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** A call auction once more, from the words of the rule book (rules A4): every price is tried, every order asked. */
final class NaiveAuction {
    private final NaiveShare share;
    private final List<NaiveOrder> asks;
    private final List<NaiveOrder> bids;
    private final long nearestTo;
    long deemedAsk;
    long deemedBid;
    /** 0 where nothing trades. */
    long price;
    long quantity;

    /** Finds the price. @param nearestTo what several prices are measured by @param every whether to try each grid price */
    NaiveAuction(NaiveShare share, long nearestTo, boolean every) {
        this.share = share;
        this.nearestTo = nearestTo;
        asks = share.resting.stream().filter(order -> order.side == Side.SELL).toList();
        bids = share.resting.stream().filter(order -> order.side == Side.BUY).toList();
        deem();
        find(every);
    }

    private static LongStream limits(List<NaiveOrder> orders) {
        return orders.stream().filter(order -> !order.isMarket()).mapToLong(order -> order.price);
    }

    private static long marketQuantity(List<NaiveOrder> orders) {
        return orders.stream().filter(NaiveOrder::isMarket).mapToLong(order -> order.open).sum();
    }

    /** BR 23(3). */
    private void deem() {
        long floor = NaiveRules.floor(share.kind, share.last);
        long ceil = NaiveRules.ceil(share.kind, share.last);
        if (limits(asks).count() + limits(bids).count() == 0) {
            long sells = marketQuantity(asks);
            long buys = marketQuantity(bids);
            deemedAsk = sells > buys ? Math.max(share.lower(), NaiveRules.down(share.kind, ceil)) : ceil;
            deemedBid = buys > sells ? Math.min(share.upper(), NaiveRules.up(share.kind, floor)) : ceil;
            return;
        }
        long lessThanBestAsk = limits(asks).min().stream()
            .map(best -> Math.max(share.lower(), NaiveRules.down(share.kind, best))).min().orElse(Long.MAX_VALUE);
        long moreThanBestBid = limits(bids).max().stream()
            .map(best -> Math.min(share.upper(), NaiveRules.up(share.kind, best))).max().orElse(0);
        deemedAsk = LongStream.of(floor, lessThanBestAsk, limits(bids).min().orElse(Long.MAX_VALUE)).min().getAsLong();
        deemedBid = LongStream.of(ceil, moreThanBestBid, limits(asks).max().orElse(0)).max().getAsLong();
    }

    private long effective(NaiveOrder order) {
        return !order.isMarket() ? order.price : order.side == Side.SELL ? deemedAsk : deemedBid;
    }

    private TreeSet<Long> prices(boolean every) {
        var prices = new TreeSet<Long>();
        if (every) {
            for (long each = share.lower(); each <= share.upper(); each = NaiveRules.up(share.kind, each)) {
                prices.add(each);
            }
            return prices;
        }
        share.resting.forEach(order -> prices.add(effective(order)));
        prices.add(NaiveRules.floor(share.kind, nearestTo));
        prices.add(NaiveRules.ceil(share.kind, nearestTo));
        return prices;
    }

    private boolean matches(long at) {
        long cheaper = asks.stream().filter(order -> effective(order) < at).mapToLong(order -> order.open).sum();
        long dearer = bids.stream().filter(order -> effective(order) > at).mapToLong(order -> order.open).sum();
        long traded = tradedAt(at);
        return traded > 0 && traded >= cheaper && traded >= dearer;
    }

    private long tradedAt(long at) {
        long sells = asks.stream().filter(order -> effective(order) <= at).mapToLong(order -> order.open).sum();
        long buys = bids.stream().filter(order -> effective(order) >= at).mapToLong(order -> order.open).sum();
        return Math.min(sells, buys);
    }

    private void find(boolean every) {
        var matching = new TreeSet<Long>();
        prices(every).stream().filter(this::matches).forEach(matching::add);
        if (matching.isEmpty()) {
            return;
        }
        if (matching.contains(nearestTo)) {
            price = nearestTo;
        } else if (nearestTo > matching.last()) {
            price = matching.last();
        } else {
            price = matching.higher(nearestTo);
        }
        quantity = tradedAt(price);
    }

    /** What each order of a side gets. @param bySize whether orders at the price limit share out by size */
    Map<NaiveOrder, Long> fills(Side side, boolean bySize) {
        var fills = new LinkedHashMap<NaiveOrder, Long>();
        var trading = new ArrayList<>((side == Side.BUY ? bids : asks).stream()
            .filter(order -> side == Side.BUY ? effective(order) >= price : effective(order) <= price).toList());
        boolean atLimit = price == (side == Side.BUY ? share.upper() : share.lower());
        long left = quantity;
        if (bySize && atLimit) {
            trading.sort(Comparator.<NaiveOrder>comparingLong(order -> -order.open).thenComparing(order -> order.sequence));
            for (int pass = 1; pass <= 3; pass++) {
                for (NaiveOrder order : trading) {
                    long had = fills.getOrDefault(order, 0L);
                    long rest = order.open - had;
                    long most = pass == 1 ? Math.min(rest, 100) : pass == 2 ? Math.ceilDiv(rest, 2) : rest;
                    long part = Math.min(most, left);
                    fills.put(order, had + part);
                    left -= part;
                }
            }
            fills.values().removeIf(part -> part == 0);
            return fills;
        }
        trading.sort((a, b) -> a == b ? 0 : a.comesBefore(b) ? -1 : 1);
        for (NaiveOrder order : trading) {
            long part = Math.min(order.open, left);
            if (part > 0) {
                fills.put(order, part);
            }
            left -= part;
        }
        return fills;
    }
}
