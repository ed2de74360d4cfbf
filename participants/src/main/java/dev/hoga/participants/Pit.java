package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.TimeInForce;

/** The trading of one instrument: who comes next, and what they do. */
final class Pit {
    private static final int PROVIDERS = 3;
    private static final int PLACED_A_TURN = 2;
    private static final int PLACED_A_TURN_WHERE_FINE = 4;
    private static final long TRADING_DAY_MS = 23_400_000;
    /** Liquidity providers look at their quotes at least so often on average. */
    private static final long PROVIDERS_MEAN_MS = 4_000;
    private static final long FIRST_WAKE_MS = 2_500;
    /** Averages of the price forget within about so many seconds. */
    private static final int FAST_SECONDS = 60;
    private static final int SLOW_SECONDS = 600;
    private static final int PROGRAMMES_A_DAY = 5;
    private static final int MOST_HURRY = 12;
    private static final int MANY_TICKS_A_DAY = 60;
    private static final long GOLD_MOVE_PPB = 9_000_000;
    private static final long MOST_GOLD_GRAMS = 5_000;
    /** The crowd's lean fades by such a part a minute, and is tossed by so much. */
    private static final int LEAN_FADES = 8;
    private static final int LEAN_TOSS = 60;
    /** How many more in a thousand buy than half where the worth lies a tick above the middle of the book, and at most. */
    private static final int SENSE = 1_000;
    private static final int MOST_SENSE = 400;
    /** What is sent to an auction is so much larger than a trade, and its price so far from the worth: a part of a day's move. */
    private static final int TIMES_LARGER_IN_AUCTIONS = 3;
    private static final int AUCTION_SPREAD_PART = 8;

    private final ParticipantDesk desk;
    private final int instrument;
    private final boolean fund;
    /** Whether only limit orders are taken. */
    private final boolean gold;
    private final long liking;
    private final Dice dice;
    private final Worth worth;
    private final Ladder[] ladders = new Ladder[2 * PROVIDERS];
    private final int[] providers = new int[PROVIDERS];
    private final Resting resting;
    private final Programme programme = new Programme();
    /** Who sees to a day that is bound to a row, null on any other. */
    private Director director;
    private PitScale scale;
    private long fast;
    private long slow;
    private long seenShares;
    /** How many more in a thousand than half of those who will not wait buy: large orders of unseen people are split. */
    private long lean;
    private long wakeMs;
    /** Whether nobody has today's shares yet, and whether nobody quotes yet. */
    private boolean fresh;
    private boolean bare;

    /** @param seed the market's; an instrument's luck depends on it and on its code alone */
    Pit(ParticipantDesk desk, int instrument, long seed) {
        this.desk = desk;
        this.instrument = instrument;
        fund = desk.kind(instrument) == InstrumentKind.ETF;
        gold = desk.kind(instrument).gold();
        liking = Dice.mix(seed ^ Dice.mix(desk.code(instrument)));
        dice = new Dice(liking + 1);
        var character = new Dice(liking + 2);
        // A fund moves less than a share, but for its leverage.
        // Gold does not follow shares.
        worth = gold ? new Worth(GOLD_MOVE_PPB, 0) : fund ? new Worth(6_000_000L * Math.abs(desk.leverage(instrument)), 30)
            : new Worth(12_000_000 + character.below(20_000_000), 50 + character.below(100));
        resting = new Resting(desk);
        for (int i = 0; i < PROVIDERS; i++) {
            providers[i] = Roster.of(TraderKind.LIQUIDITY_PROVIDER, character.below(3) * PROVIDERS + i).id();
            ladders[2 * i] = new Ladder(desk, providers[i], instrument, Side.BUY);
            ladders[2 * i + 1] = new Ladder(desk, providers[i], instrument, Side.SELL);
        }
        scale = PitScale.of(desk, instrument, liking);
    }

    Worth worth() {
        return worth;
    }

    int instrument() {
        return instrument;
    }

    boolean fund() {
        return fund;
    }

    /** Whether the day is bound to a row. */
    boolean bound() {
        return director != null;
    }

    /** Begins a day, or the market where it is switched on in the middle of one. @param row what the day is bound to, or null */
    void startDay(long dayStartMs, DailyRow row) {
        director = row != null && desk.rebase(instrument, row.baseWon())
            ? new Director(desk, instrument, dice, ladders, resting, new DayPlan(row, desk.mostShares(instrument), dice)) : null;
        scale = bound() ? PitScale.of(row) : PitScale.of(desk, instrument, liking);
        worth.startDay(desk.lastWon(instrument), dayStartMs, dice, !fund && !gold && scale.small());
        if (bound()) {
            worth.follow(director.worth());
        }
        fast = desk.lastWon(instrument) << Worth.PRICE_BITS;
        slow = fast;
        bare = true;
        for (Ladder ladder : ladders) {
            ladder.startDay();
        }
        resting.startDay();
        programme.stop();
        lean = 0;
        seenShares = desk.volumeShares(instrument);
        fresh = true;
    }

    /** The time of the wake-up that counts: any other was set before things changed. */
    long wakeMs() {
        return wakeMs;
    }

    /** Chooses when to wake first. */
    long firstWake(long nowMs) {
        wakeMs = nowMs + 1 + dice.below((int) FIRST_WAKE_MS);
        return wakeMs;
    }

    void wakeAt(long timeMs) {
        wakeMs = timeMs;
    }

    // -- time ----------------------------------------------------------------------------------------------------------

    long middle() {
        return Worth.middle(desk, instrument);
    }

    /** Lets a second pass. */
    void second(long nowMs, long marketPpb, int seasonRootPercent, boolean minute) {
        if (bound()) {
            director.second(seasonRootPercent);
            worth.follow(director.worth());
            return;
        }
        worth.second(nowMs, marketPpb, seasonRootPercent, dice);
        worth.keepNear(desk.baseWon(instrument));
        if (minute) {
            worth.minute(dice);
            lean += LEAN_TOSS * (long) dice.bell() - lean / LEAN_FADES;
        }
        long middle = middle();
        fast += (middle - fast) / FAST_SECONDS;
        slow += (middle - slow) / SLOW_SECONDS;
    }

    // -- turns ---------------------------------------------------------------------------------------------------------

    /**
     * Lets the next trader act and chooses when the one after comes.
     *
     * @return how many orders were placed or cancelled
     */
    int turn(int seasonPercent, int intensityPercent) {
        long heatQ10 = Math.clamp(worth.turbulenceQ10(), 512, 3_072);
        long takersMeanMs = Math.max(1, TRADING_DAY_MS * 100 / scale.takersADay() * Fixed.ONE_Q10 / heatQ10 * 100
            / ((long) seasonPercent * intensityPercent));
        long providersMeanMs = Math.clamp(Math.min(takersMeanMs, PROVIDERS_MEAN_MS * 10_000 / ((long) Math.max(60, seasonPercent)
            * intensityPercent)) / hurry(), 1, PROVIDERS_MEAN_MS * 100);
        wakeMs = nextWake(takersMeanMs * providersMeanMs / (takersMeanMs + providersMeanMs));
        if (desk.halted(instrument) || bound() && director.idle()) {
            return 0;
        }
        if (bare) {
            return open();
        }
        if (bound()) {
            int done = director.tradeWhatIsDue(scale);
            if (done > 0) {
                return done;
            }
        } else {
            learn();
        }
        return dice.next() >>> 1 < Long.MAX_VALUE / (takersMeanMs + providersMeanMs) * takersMeanMs
            ? provide(dice.below(ladders.length), fine() ? PLACED_A_TURN_WHERE_FINE : PLACED_A_TURN)
            : bound() ? director.take(scale) : take();
    }

    private long nextWake(long meanMs) {
        long waitMs = 1 + dice.exponential(meanMs);
        return desk.nowMs() + (bound() ? Math.min(waitMs, Director.MOST_WAIT_MS) : waitMs);
    }

    /** Brings all quotes at once. */
    private int open() {
        bare = false;
        endow();
        fast = desk.lastWon(instrument) << Worth.PRICE_BITS;
        slow = fast;
        seenShares = desk.volumeShares(instrument);
        int done = 0;
        for (int ladder = 0; ladder < ladders.length; ladder++) {
            done += provide(ladder, Ladder.LEVELS);
        }
        return done;
    }

    /** Brings everybody what they trade with today, once. */
    void endow() {
        if (!fresh) {
            return;
        }
        fresh = false;
        long quoted = scale.quotedShares(desk.lastWon(instrument));
        long listed = desk.listedShares(instrument);
        for (int id = 0; id < Roster.count(); id++) {
            boolean provider = Roster.get(id).kind() == TraderKind.LIQUIDITY_PROVIDER;
            desk.endow(id, instrument, provider ? endowment() : bound() ? quoted * 100 : Math.min(quoted * 100, listed / 400));
        }
    }

    /**
     * Lets the next private trader or institution send an order to an auction and chooses when the one after comes. Liquidity
     * providers take no part; what they quoted before the close stays.
     *
     * @return how many orders were placed or cancelled
     */
    int gather(int seasonPercent, int intensityPercent) {
        long meanMs = Math.max(1, TRADING_DAY_MS * 100 / scale.takersADay() * 100 / ((long) seasonPercent * intensityPercent));
        wakeMs = nextWake(bound() ? Director.AUCTION_MEAN_MS : meanMs);
        if (desk.halted(instrument) || bound() && director.idle()) {
            return 0;
        }
        endow();
        if (bound()) {
            return (director.beginsAuction() ? withdraw() : 0) + director.gather();
        }
        TraderKind kind = dice.chance(700) ? TraderKind.RETAIL : TraderKind.INSTITUTION;
        int trader = Roster.any(kind, dice).id();
        Side side = dice.chance(500) ? Side.BUY : Side.SELL;
        long shares = TIMES_LARGER_IN_AUCTIONS * shares();
        if (dice.chance(100)) {
            return placeToRest(trader, side, OrderType.MARKET, shares, 0);
        }
        long off = worth.dailyMove() / AUCTION_SPREAD_PART * dice.bell() / Dice.BELL_DEVIATION;
        long won = Math.max(1, worth.price() + off >> Worth.PRICE_BITS);
        return placeToRest(trader, side, OrderType.LIMIT, shares, within(desk.ticks(instrument).floor(won)));
    }

    private long endowment() {
        if (bound()) {
            return scale.quotedShares(desk.baseWon(instrument)) * 400;
        }
        return Math.max(1, Math.min(scale.quotedShares(desk.baseWon(instrument)) * 400, desk.listedShares(instrument) / 50));
    }

    /** How much sooner than usual quotes are looked at: the farther they stand from what the instrument is worth. */
    private int hurry() {
        return (int) Math.clamp(2 * Math.abs(worth.price() - middle()) / tick(), 1, MOST_HURRY);
    }

    /** Whether prices are spaced so finely that a day is many of them. */
    private boolean fine() {
        return worth.dailyMove() / tick() > MANY_TICKS_A_DAY;
    }

    /** The tick at the last price, with {@link Worth#PRICE_BITS} fraction bits. */
    long tick() {
        return Worth.tick(desk, instrument);
    }

    private void learn() {
        long volume = desk.volumeShares(instrument);
        if (volume != seenShares) {
            seenShares = volume;
            long lastWon = desk.lastWon(instrument);
            worth.learn(lastWon, desk.ticks(instrument).tick(lastWon));
        }
    }

    private int provide(int ladder, int most) {
        int provider = providers[ladder / 2];
        long lastWon = desk.lastWon(instrument);
        long tick = tick();
        long usual = endowment();
        // Who holds more than usual quotes a little lower, and the other way round.
        long surplusPercent = Math.clamp((desk.heldShares(provider, instrument) - usual) * 100 / usual, -100, 100);
        long centre = worth.price() - tick * surplusPercent / 100;
        long away = tick * (15 + 20L * (ladder / 2)) / 100;
        long price = bound() ? director.quotable(centre, away, ladder % 2 == 0 ? Side.BUY : Side.SELL) : centre;
        return ladders[ladder].turn(price, away, lowestWon(), highestWon(), scale.quotedShares(lastWon), most, dice);
    }

    private long lowestWon() {
        return bound() ? director.row().lowWon() : desk.lowerLimitWon(instrument);
    }

    private long highestWon() {
        return bound() ? director.row().highWon() : desk.upperLimitWon(instrument);
    }

    private int take() {
        long bid = desk.bestWon(instrument, Side.BUY);
        long ask = desk.bestWon(instrument, Side.SELL);
        long price = worth.price();
        long tick = tick();
        boolean cheap = ask != 0 && price - (ask << Worth.PRICE_BITS) > tick / 2;
        boolean dear = bid != 0 && (bid << Worth.PRICE_BITS) - price > tick / 2;
        if ((cheap || dear) && dice.chance(600)) {
            return takeWhatIsOff(cheap ? Side.BUY : Side.SELL, price);
        }
        int who = dice.below(100);
        if (who < 60) {
            return retail();
        }
        if (who < 70) {
            return trend();
        }
        return who < 80 ? reversion() : institution();
    }

    /** An institution that holds an instrument to be worth more (less) than is asked (bid) for it. */
    private int takeWhatIsOff(Side side, long price) {
        var ticks = desk.ticks(instrument);
        long won = Math.max(1, price >> Worth.PRICE_BITS);
        long limitWon = within(side == Side.BUY ? ticks.floor(won) : ticks.ceil(won));
        return place(Roster.any(TraderKind.INSTITUTION, dice).id(), side, OrderType.LIMIT, TimeInForce.IOC,
            2 * shares(), limitWon);
    }

    private int retail() {
        int cancelled = dice.chance(150) ? resting.dropOldest() : 0;
        int trader = Roster.any(TraderKind.RETAIL, dice).id();
        // Many buy what rises.
        long pull = Math.clamp((fast - slow) * 250 / Math.max(1, worth.dailyMove()), -70, 70);
        int how = dice.below(100);
        if (how < 52) {
            Side side = dice.chance(500 + (int) pull) ? Side.BUY : Side.SELL;
            return cancelled + wait(trader, side, dice.chance(250) ? -1 : dice.geometric(Ladder.LEVELS) - 1);
        }
        long sense = Math.clamp((worth.price() - middle()) * SENSE / tick(), -MOST_SENSE, MOST_SENSE);
        Side side = dice.chance((int) (500 + pull + lean + sense)) ? Side.BUY : Side.SELL;
        long counterWon = desk.bestWon(instrument, side.opposite());
        if (how < 80 && counterWon != 0) {
            return cancelled + placeToRest(trader, side, OrderType.LIMIT, shares(), counterWon);
        }
        if (how < 95) {
            return cancelled + placeToRest(trader, side, OrderType.MARKET, shares(), 0);
        }
        return cancelled + place(trader, side, OrderType.BEST_COUNTER, TimeInForce.IOC, shares(), 0);
    }

    /** Follows a price that has left its slow average. */
    private int trend() {
        long lead = fast - slow;
        if (Math.abs(lead) < worth.dailyMove() / 10) {
            return retail();
        }
        Side side = lead > 0 ? Side.BUY : Side.SELL;
        long counterWon = desk.bestWon(instrument, side.opposite());
        return place(Roster.any(TraderKind.TREND, dice).id(), side, counterWon == 0 ? OrderType.MARKET : OrderType.LIMIT,
            TimeInForce.IOC, shares(), counterWon);
    }

    /** Waits for a price that has left its slow average to come back. */
    private int reversion() {
        long lead = middle() - slow;
        if (Math.abs(lead) < worth.dailyMove() / 12) {
            return retail();
        }
        Side side = lead > 0 ? Side.SELL : Side.BUY;
        return wait(Roster.any(TraderKind.REVERSION, dice).id(), side, dice.chance(500) ? -1 : 0);
    }

    private int institution() {
        if (!programme.active()) {
            if (dice.below((int) Math.max(PROGRAMMES_A_DAY, scale.takersADay() / 5)) >= PROGRAMMES_A_DAY) {
                return retail();
            }
            programme.begin(Roster.any(TraderKind.INSTITUTION, dice).id(), dice.chance(500) ? Side.BUY : Side.SELL,
                shares() * (40 + dice.below(100)));
        }
        Side side = programme.side();
        long slice = programme.slice(shares() * 2);
        long counterWon = desk.bestWon(instrument, side.opposite());
        if (counterWon == 0 || dice.chance(550)) {
            return placeToRest(programme.trader(), side, OrderType.BEST_OWN, slice, 0);
        }
        return place(programme.trader(), side, OrderType.LIMIT, TimeInForce.IOC, slice, counterWon);
    }

    /** Trades at the other side's best price, for a reason that lies outside of this pit. */
    int hit(int trader, Side side, long won) {
        long counterWon = desk.bestWon(instrument, side.opposite());
        if (counterWon == 0 || desk.halted(instrument) || bound()) {
            return 0;
        }
        return place(trader, side, OrderType.LIMIT, TimeInForce.IOC, Math.max(1, won / counterWon), counterWon);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    /** Places an order that waits, so many ticks behind the best price of its side; -1 betters it where there is room. */
    private int wait(int trader, Side side, int behind) {
        var ticks = desk.ticks(instrument);
        long ownWon = desk.bestWon(instrument, side);
        long counterWon = desk.bestWon(instrument, side.opposite());
        long priceWon = ownWon == 0 ? ticks.floor(desk.lastWon(instrument)) : ownWon;
        if (behind < 0) {
            long betterWon = side == Side.BUY ? ticks.up(priceWon) : ticks.down(priceWon);
            boolean room = counterWon == 0 || (side == Side.BUY ? betterWon < counterWon : betterWon > counterWon);
            priceWon = room ? betterWon : priceWon;
        }
        for (int i = 0; i < behind && priceWon > 1; i++) {
            priceWon = side == Side.BUY ? ticks.down(priceWon) : ticks.up(priceWon);
        }
        return placeToRest(trader, side, OrderType.LIMIT, shares(), within(priceWon));
    }

    private long shares() {
        return shares(dice);
    }

    /** A size that somebody trades, by the dice of the one who asks. */
    long shares(Dice who) {
        return scale.shares(desk.lastWon(instrument), who);
    }

    /** What is usually quoted at one price. */
    long quotedShares() {
        return scale.quotedShares(desk.lastWon(instrument));
    }

    private long within(long priceWon) {
        return Math.clamp(priceWon, lowestWon(), highestWon());
    }

    private int place(int trader, Side side, OrderType type, TimeInForce timeInForce, long shares, long priceWon) {
        send(trader, side, type, timeInForce, shares, type.priced() ? within(priceWon) : 0);
        return 1;
    }

    private int placeToRest(int trader, Side side, OrderType type, long shares, long priceWon) {
        return 1 + resting.add(send(trader, side, type, TimeInForce.DAY, shares, priceWon));
    }

    /** Gold is traded by limit orders alone: who would name no price names the one that comes nearest. */
    private long send(int trader, Side side, OrderType type, TimeInForce timeInForce, long shares, long priceWon) {
        if (!gold) {
            return desk.place(trader, instrument, side, type, timeInForce, shares, priceWon);
        }
        long bestWon = desk.bestWon(instrument, type == OrderType.BEST_OWN ? side : side.opposite());
        long wonFor = type.priced() ? priceWon : bestWon == 0 ? desk.lastWon(instrument) : bestWon;
        return desk.place(trader, instrument, side, OrderType.LIMIT, timeInForce, Math.min(shares, MOST_GOLD_GRAMS), wonFor);
    }

    /** Takes all orders away. @return how many */
    int withdraw() {
        int cancelled = resting.withdraw();
        for (Ladder ladder : ladders) {
            cancelled += ladder.withdraw();
        }
        programme.stop();
        return cancelled + (bound() ? director.withdraw() : 0);
    }

    void write(StateWriter out) {
        dice.write(out);
        worth.write(out);
        for (Ladder ladder : ladders) {
            ladder.write(out);
        }
        resting.write(out);
        programme.write(out);
        scale.write(out);
        out.putLong(fast);
        out.putLong(slow);
        out.putLong(seenShares);
        out.putLong(lean);
        out.putLong(wakeMs);
        out.putLong(fresh ? 1 : 0);
        out.putLong(bare ? 1 : 0);
        out.putLong(bound() ? 1 : 0);
        if (bound()) {
            director.write(out);
        }
    }

    void read(StateReader in) {
        dice.read(in);
        worth.read(in);
        for (Ladder ladder : ladders) {
            ladder.read(in);
        }
        resting.read(in);
        programme.read(in);
        scale = PitScale.read(in);
        fast = in.getLong();
        slow = in.getLong();
        seenShares = in.getLong();
        lean = in.getLong();
        wakeMs = in.getLong();
        fresh = in.getLong() == 1;
        bare = in.getLong() == 1;
        director = in.getLong() == 1 ? Director.read(desk, instrument, dice, ladders, resting, in) : null;
    }
}
