package dev.hoga.server;

import dev.hoga.core.OrderKind;
import dev.hoga.core.Side;
import dev.hoga.server.OrderJournal.Acknowledged;
import dev.hoga.server.OrderJournal.Entry;
import dev.hoga.server.OrderJournal.Refused;
import dev.hoga.server.OrderJournal.Request;
import dev.hoga.server.OrderJournal.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A client that places, amends and cancels as fast as it is answered, over a connection of its own, and keeps a journal.
 * Buys and sells meet within some ticks, so that part of them fills.
 */
final class OrderBot {
    private static final int TICKS_AROUND = 4;
    private static final int NEW_OF_TEN = 6;
    private static final int AMEND_OF_TEN = 8;
    private static final int MAX_KNOWN_ORDERS = 200;

    private final OrderJournal journal;
    private final SplittableRandom random;
    private final String code;
    private final long midPriceWon;
    private final long tickWon;
    private final List<Request> known = new ArrayList<>();
    private final List<Integer> knownNumbers = new ArrayList<>();
    private KiwoomClient client;
    private long nextQtyShares = 1;

    /** @param midPriceWon where buys and sells meet, a multiple of the tick */
    OrderBot(long accountNumber, KiwoomClient client, String code, long midPriceWon, long tickWon, long seed) {
        this.journal = new OrderJournal(accountNumber);
        this.client = client;
        this.code = code;
        this.midPriceWon = midPriceWon;
        this.tickWon = tickWon;
        this.random = new SplittableRandom(seed);
    }

    OrderJournal journal() {
        return journal;
    }

    KiwoomClient client() {
        return client;
    }

    /** Goes on over another wire, after a restart, with its old token. */
    void use(WireClient wire) {
        client = client.on(wire);
    }

    /** Sends one request after the other until one stays without an answer. @param acknowledged counts answers that promise */
    void runUntilCut(AtomicInteger acknowledged, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            switch (step()) {
                case Acknowledged _ -> acknowledged.incrementAndGet();
                case Refused _ -> { }
                case Unknown _ -> {
                    return;
                }
            }
        }
    }

    /** Sends one request and notes what came of it. */
    OrderJournal.Answer step() {
        Entry entry = journal.sending(nextRequest());
        OrderJournal.Answer answer;
        try {
            answer = understand(entry.request(), send(entry.request()));
        } catch (IOException e) {
            answer = new Unknown(e.toString());
        }
        journal.answered(entry, answer);
        if (answer instanceof Acknowledged done && entry.request().kind() != OrderKind.CANCEL) {
            remember(entry.request(), done.orderNumber());
        }
        return answer;
    }

    private void remember(Request request, int number) {
        if (known.size() == MAX_KNOWN_ORDERS) {
            known.removeFirst();
            knownNumbers.removeFirst();
        }
        known.add(request);
        knownNumbers.add(number);
    }

    // An order is amended or cancelled at most once: its number then tells the request.
    private Request nextRequest() {
        int dice = known.isEmpty() ? 0 : random.nextInt(10);
        if (dice < NEW_OF_TEN) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return new Request(OrderKind.NEW, side, code, 0, nextQtyShares++, nearMid());
        }
        int at = random.nextInt(known.size());
        Request old = known.remove(at);
        int number = knownNumbers.remove(at);
        if (dice < AMEND_OF_TEN) {
            return new Request(OrderKind.AMEND, old.side(), code, number, 0, nearMid());
        }
        return new Request(OrderKind.CANCEL, old.side(), code, number, 0, 0);
    }

    private long nearMid() {
        return midPriceWon + tickWon * random.nextInt(-TICKS_AROUND, TICKS_AROUND + 1);
    }

    private WireAnswer send(Request request) throws IOException {
        return switch (request.kind()) {
            case NEW -> request.side() == Side.BUY ? client.buy(code, request.qtyShares(), request.priceWon())
                : client.sell(code, request.qtyShares(), request.priceWon());
            case AMEND -> client.amend(Integer.toString(request.original()), code, request.qtyShares(), request.priceWon());
            case CANCEL -> client.cancel(Integer.toString(request.original()), code, request.qtyShares());
        };
    }

    private static OrderJournal.Answer understand(Request request, WireAnswer answer) {
        if (answer.status() >= 500) {
            return new Unknown("status " + answer.status());
        }
        if (answer.status() != 200 || answer.returnCode() != 0) {
            return new Refused(answer.text());
        }
        int number = Integer.parseInt(answer.field("ord_no"));
        return switch (request.kind()) {
            case NEW -> new Acknowledged(number, 0, request.qtyShares());
            case AMEND -> new Acknowledged(number, root(answer), Long.parseLong(answer.field("mdfy_qty")));
            case CANCEL -> new Acknowledged(number, root(answer), Long.parseLong(answer.field("cncl_qty")));
        };
    }

    private static int root(WireAnswer answer) {
        return Integer.parseInt(answer.field("base_orig_ord_no"));
    }
}
