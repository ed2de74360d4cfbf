package dev.hoga.core;

/**
 * What the end of a trading date turns over, a slice at a time: what is over goes to history, then everything begins anew. No
 * order may be open.
 */
final class DayTurn {
    private static final int HOLDINGS_PER_UNIT = 64;
    private static final int ENTRIES_PER_UNIT = 16;

    private enum Step { NONE, ORDERS, INSTRUMENTS, HOLDINGS }

    private static final Step[] STEPS = Step.values();

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final OrderTable orders;
    private final Outbox outbox;
    private Step step = Step.NONE;
    private int at;

    DayTurn(InstrumentTable instruments, AccountTable accounts, HoldingTable holdings, OrderTable orders, Outbox outbox) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.holdings = holdings;
        this.orders = orders;
        this.outbox = outbox;
    }

    void begin() {
        begin(Step.ORDERS);
    }

    private void begin(Step next) {
        step = next;
        at = 0;
    }

    boolean underWay() {
        return step != Step.NONE;
    }

    /** Whether it is still busy with what is over: the new date has not begun. */
    boolean isOfOldDate() {
        return step == Step.ORDERS;
    }

    /** Goes on, and answers the units it took. @param newDate once the old one is over */
    int goOn(int units, int newDate) {
        return switch (step) {
            case NONE -> 0;
            case ORDERS -> orders(units);
            case INSTRUMENTS -> instruments(units, newDate);
            case HOLDINGS -> holdings(units);
        };
    }

    private int orders(int units) {
        int from = at;
        at = outbox.on() ? Math.min(orders.lastClientNumber, from + units * ENTRIES_PER_UNIT) : orders.lastClientNumber;
        for (int number = from + 1; outbox.on() && number <= at; number++) {
            outbox.order(orders, number);
        }
        if (at == orders.lastClientNumber) {
            orders.startDay();
            accounts.startDay();
            begin(Step.INSTRUMENTS);
        }
        return 1 + (at - from) / ENTRIES_PER_UNIT;
    }

    private int instruments(int units, int newDate) {
        int used = 0;
        while (at < instruments.count() && used < units) {
            Instrument instrument = instruments.get(at++);
            if (outbox.on()) {
                used += instrument.tape.hand(instrument.id, outbox) / ENTRIES_PER_UNIT;
                outbox.dayBar(instrument);
            }
            instrument.startDay(newDate);
            used++;
        }
        if (at == instruments.count()) {
            begin(Step.HOLDINGS);
        }
        return used;
    }

    private int holdings(int units) {
        int from = at;
        at = (int) Math.min(holdings.count(), from + (long) units * HOLDINGS_PER_UNIT);
        for (int slot = from; outbox.on() && slot < at; slot++) {
            if (holdings.boughtToday(slot) != 0 || holdings.soldToday(slot) != 0) {
                outbox.holding(holdings.account(slot), holdings.instrument(slot), holdings.shares(slot), holdings.purchaseWon(slot));
            }
        }
        holdings.startDay(from, at);
        if (at == holdings.count()) {
            outbox.dayEnded();
            begin(Step.NONE);
        }
        return 1 + (at - from) / HOLDINGS_PER_UNIT;
    }

    void write(StateWriter out) {
        out.putLong(step.ordinal());
        out.putLong(at);
    }

    void read(StateReader in) {
        step = STEPS[(int) in.getLong()];
        at = (int) in.getLong();
    }
}
