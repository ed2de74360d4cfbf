package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Phase;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.TickTable;
import dev.hoga.core.TimeInForce;

/**
 * Brings one instrument's day to the row that it is bound to, through orders of the traders alone. Nobody asks for more than
 * the highest or bids for less than the lowest price; who takes does so as far as shares are missing by now; where an extreme
 * is due, two traders meet at it; and in an auction buyers and sellers are balanced so that the exchange's rule finds the price.
 * What clients do comes on top, and shifts the figures by as much.
 */
final class Director {
    /** Nobody sleeps longer than this on such a day. */
    static final long MOST_WAIT_MS = 10_000;
    /** Auctions are looked at so often on average. */
    static final long AUCTION_MEAN_MS = 5_000;

    /** The orders sent to auctions that can wait in one instrument, and the pieces that a wake-up sends of one. */
    private static final int AUCTION_ORDERS = 256;
    private static final int MOST_PIECES = 40;
    /** What an auction is to trade comes in so many steps, until half of its time is over; in so many pieces from the crowd. */
    private static final int AUCTION_STEPS = 16;
    private static final int CROWD_PARTS = 32;
    /** A step towards a price that is far away, in thousandths of the last: less than what begins an interruption. */
    private static final int STEP_PER_MILLE = 15;
    /** Of those who act so many in a thousand wait at a price of theirs; a trade catches up with such a part of what is missing. */
    private static final int WAIT_IN_THOUSAND = 450;
    private static final int CATCH_UP_PART = 8;
    private static final int SENSE = 1_000;
    private static final int MOST_SENSE = 400;

    private final ParticipantDesk desk;
    private final int instrument;
    private final Dice dice;
    private final Ladder[] ladders;
    private final Resting resting;
    private final Resting auctionOrders;
    private final DayPlan plan;
    /** The price and the phase of the auction that goes on, 0 and none where there is none; when it was first looked at. */
    private long auctionWon;
    private Phase auctionPhase = Phase.CLOSED;
    private long auctionFromMs;
    private long crowdBids;
    private long crowdAsks;

    Director(ParticipantDesk desk, int instrument, Dice dice, Ladder[] ladders, Resting resting, DayPlan plan) {
        this.desk = desk;
        this.instrument = instrument;
        this.dice = dice;
        this.ladders = ladders;
        this.resting = resting;
        this.plan = plan;
        auctionOrders = new Resting(desk, AUCTION_ORDERS);
    }

    DailyRow row() {
        return plan.row();
    }

    /** Whether nothing is to trade. */
    boolean idle() {
        return !row().traded();
    }

    long worth() {
        return plan.worth();
    }

    /** A price to quote around, so that at an extreme is quoted too. @param away how far from it the first quote stands */
    long quotable(long price, long away, Side side) {
        return side == Side.BUY ? Math.max(price, (row().lowWon() << Worth.PRICE_BITS) + away)
            : Math.min(price, (row().highWon() << Worth.PRICE_BITS) - away - 1);
    }

    /** Lets a second of continuous trading pass. */
    void second(int seasonRootPercent) {
        plan.second(desk.timeOfDayMs(), desk.closingAuctionMs(), desk.highWon(instrument), desk.lowWon(instrument), seasonRootPercent,
            dice);
    }

    // -- continuous trading ----------------------------------------------------------------------------------------------

    /** Trades at a price that should have traded by now and has not. @return orders placed or cancelled, 0 where there is none */
    int tradeWhatIsDue(PitScale scale) {
        auctionWon = 0;
        plan.begin(desk.timeOfDayMs());
        if (desk.openWon(instrument) == 0) {
            return meet(row().openWon(), plan.openingShares());
        }
        if (!extremeIsDue()) {
            return 0;
        }
        long priceWon = towards(plan.goalWon());
        return meet(priceWon, Math.clamp(scale.shares(priceWon, dice), 1, Math.max(1, spareShares())));
    }

    /** Lets somebody take, or wait at a price. @return orders placed or cancelled */
    int take(PitScale scale) {
        long missing = missingShares();
        long usual = scale.shares(desk.lastWon(instrument), dice);
        if (missing <= 0 || missing < CATCH_UP_PART * usual && dice.chance(WAIT_IN_THOUSAND)) {
            return await(usual);
        }
        long shares = Math.clamp(Math.max(usual, missing / CATCH_UP_PART), 1, Math.min(missing, desk.mostShares(instrument)));
        long sense = Math.clamp((plan.worth() - Worth.middle(desk, instrument)) * SENSE / Worth.tick(desk, instrument), -MOST_SENSE,
            MOST_SENSE);
        Side side = dice.chance(500 + (int) sense) ? Side.BUY : Side.SELL;
        if (!withinRange(desk.bestWon(instrument, side.opposite()))) {
            side = side.opposite();
        }
        long counterWon = desk.bestWon(instrument, side.opposite());
        if (!withinRange(counterWon)) {
            return meet(towards(worthWon()), shares);
        }
        place(side, TimeInForce.IOC, shares, counterWon);
        return 1;
    }

    /** Places an order that waits near the best price of its side. */
    private int await(long shares) {
        Side side = dice.chance(500) ? Side.BUY : Side.SELL;
        long ownWon = desk.bestWon(instrument, side);
        int behind = dice.chance(250) ? -1 : dice.geometric(Ladder.LEVELS) - 1;
        if (!withinRange(ownWon)) {
            return 0;
        }
        long priceWon = shift(ownWon, side == Side.BUY ? -behind : behind);
        long counterWon = desk.bestWon(instrument, side.opposite());
        boolean crosses = counterWon != 0 && (side == Side.BUY ? priceWon >= counterWon : priceWon <= counterWon);
        return crosses ? 0 : 1 + resting.add(place(side, TimeInForce.DAY, Math.min(shares, desk.mostShares(instrument)), priceWon));
    }

    /** Lets two traders trade at a price: whoever of the traders stands before it goes away, whoever stands at it is met first. */
    private int meet(long priceWon, long wanted) {
        long shares = Math.min(wanted, desk.mostShares(instrument));
        int done = makeWay(priceWon);
        long before = desk.volumeShares(instrument);
        long bidWon = desk.bestWon(instrument, Side.BUY);
        long askWon = desk.bestWon(instrument, Side.SELL);
        if (bidWon >= priceWon || askWon != 0 && askWon <= priceWon) {
            place(bidWon >= priceWon ? Side.SELL : Side.BUY, TimeInForce.IOC, shares, priceWon);
            done++;
        }
        long left = shares - (desk.volumeShares(instrument) - before);
        if (left > 0 && desk.phase(instrument) == Phase.CONTINUOUS) {
            Side maker = dice.chance(500) ? Side.BUY : Side.SELL;
            done += 2 + resting.add(placeAndMeet(maker, left, priceWon));
        }
        return done;
    }

    private long placeAndMeet(Side maker, long shares, long priceWon) {
        long order = place(maker, TimeInForce.DAY, shares, priceWon);
        place(maker.opposite(), TimeInForce.IOC, shares, priceWon);
        return order;
    }

    /** Takes the traders' orders away that are better than a price. */
    private int makeWay(long priceWon) {
        int cancelled = 0;
        for (Ladder ladder : ladders) {
            cancelled += ladder.withdrawBetter(priceWon);
        }
        for (Side side : Side.values()) {
            cancelled += resting.withdrawBetter(side, priceWon) + auctionOrders.withdrawBetter(side, priceWon);
        }
        return cancelled;
    }

    // -- auctions ----------------------------------------------------------------------------------------------------------

    /** Whether an auction has just begun: then all that waits for continuous trading goes away first. */
    boolean beginsAuction() {
        return auctionWon == 0 || auctionPhase != desk.phase(instrument);
    }

    /** Begins an auction: the price is fixed for all of it. */
    private void beginAuction() {
        auctionPhase = desk.phase(instrument);
        auctionFromMs = desk.nowMs();
        crowdBids = 0;
        crowdAsks = 0;
        if (auctionPhase == Phase.CLOSING_AUCTION) {
            auctionWon = row().closeWon();
        } else if (desk.openWon(instrument) == 0) {
            auctionWon = row().openWon();
        } else {
            auctionWon = towards(extremeIsDue() ? plan.goalWon() : worthWon());
        }
    }

    /** Sends orders to an auction. @return orders placed or cancelled */
    int gather() {
        if (beginsAuction()) {
            beginAuction();
        }
        long wanted = auctionShares();
        if (wanted <= 0) {
            return 0;
        }
        long halfMs = switch (auctionPhase) {
            case PRE_OPEN, OPENING_AUCTION -> 15 * 60_000;
            case CLOSING_AUCTION, REOPENING_AUCTION -> 5 * 60_000;
            default -> 60_000;
        };
        long step = Math.min(AUCTION_STEPS, (desk.nowMs() - auctionFromMs) * AUCTION_STEPS / halfMs);
        return joinCrowd(wanted) + balance(Math.max(1, wanted * step / AUCTION_STEPS));
    }

    private long auctionShares() {
        long volume = desk.volumeShares(instrument);
        if (auctionPhase == Phase.CLOSING_AUCTION) {
            return row().volumeShares() - volume;
        }
        if (desk.openWon(instrument) == 0) {
            return plan.openingShares();
        }
        // A step towards an extreme that is due must trade even where the day is ahead of its volume: else it would be tried for ever.
        boolean due = extremeIsDue() && (auctionWon == plan.goalWon() || spareShares() > 0);
        return Math.max(missingShares(), due ? 1 : 0);
    }

    /** Somebody's order around the price; all of a side come to half of what is wanted. */
    private int joinCrowd(long wanted) {
        Side side = dice.chance(500) ? Side.BUY : Side.SELL;
        long there = Math.max(desk.sharesAtOrBetter(instrument, Side.BUY, auctionWon),
            desk.sharesAtOrBetter(instrument, Side.SELL, auctionWon));
        long room = Math.min(wanted - there, wanted / 2 - (side == Side.BUY ? crowdBids : crowdAsks));
        long shares = Math.min(wanted / CROWD_PARTS * (50 + dice.below(100)) / 100, desk.mostShares(instrument));
        if (shares <= 0 || shares > room) {
            return 0;
        }
        if (side == Side.BUY) {
            crowdBids += shares;
        } else {
            crowdAsks += shares;
        }
        return 1 + auctionOrders.add(place(side, TimeInForce.DAY, shares, shift(auctionWon, dice.bell())));
    }

    /**
     * Makes bids at the price or above and asks at it or below come to the same number, which is more than those that are better
     * than the price: then it is the only one that matches (Business Regulation art. 23).
     */
    private int balance(long wanted) {
        long bids = desk.sharesAtOrBetter(instrument, Side.BUY, auctionWon);
        long asks = desk.sharesAtOrBetter(instrument, Side.SELL, auctionWon);
        long better = Math.max(desk.sharesAtOrBetter(instrument, Side.BUY, auctionWon + 1),
            desk.sharesAtOrBetter(instrument, Side.SELL, auctionWon - 1));
        long each = Math.max(Math.max(wanted, better + 1), Math.max(bids, asks));
        return send(Side.BUY, each - bids) + send(Side.SELL, each - asks);
    }

    private int send(Side side, long shares) {
        int done = 0;
        long left = shares;
        for (int piece = 0; left > 0 && piece < MOST_PIECES; piece++) {
            long part = Math.min(left, desk.mostShares(instrument));
            done += 1 + auctionOrders.add(place(side, TimeInForce.DAY, part, auctionWon));
            left -= part;
        }
        return done;
    }

    // -- orders and prices --------------------------------------------------------------------------------------------------

    /** An order of somebody, who is brought the shares for it where they are not there. */
    private long place(Side side, TimeInForce timeInForce, long shares, long priceWon) {
        int trader = Roster.any(dice.chance(600) ? TraderKind.RETAIL : TraderKind.INSTITUTION, dice).id();
        if (side == Side.SELL && desk.sellableShares(trader, instrument) < shares) {
            desk.endow(trader, instrument, desk.heldShares(trader, instrument) + shares);
        }
        return desk.place(trader, instrument, side, OrderType.LIMIT, timeInForce, shares, priceWon);
    }

    /** A price on the way to another that no interruption stands in; the other one where no share is left for the way. */
    private long towards(long wishWon) {
        TickTable ticks = desk.ticks(instrument);
        long lastWon = desk.lastWon(instrument);
        long reachWon = Math.max(ticks.tick(lastWon), lastWon * STEP_PER_MILLE / 1_000);
        if (spareShares() <= 0 || Math.abs(wishWon - lastWon) <= reachWon) {
            return wishWon;
        }
        long stepWon = wishWon > lastWon ? ticks.floor(lastWon + reachWon) : ticks.ceil(lastWon - reachWon);
        return Math.clamp(stepWon, row().lowWon(), row().highWon());
    }

    /** What the instrument is worth, on the grid. */
    private long worthWon() {
        return Math.clamp(desk.ticks(instrument).floor(Math.max(1, plan.worth() >> Worth.PRICE_BITS)), row().lowWon(), row().highWon());
    }

    /** So many ticks up (negative: down), within the row's range. */
    private long shift(long fromWon, int ticksUp) {
        TickTable ticks = desk.ticks(instrument);
        long priceWon = fromWon;
        for (int i = 0; i < Math.abs(ticksUp) && withinRange(priceWon); i++) {
            priceWon = ticksUp > 0 ? ticks.up(priceWon) : ticks.down(priceWon);
        }
        return Math.clamp(priceWon, row().lowWon(), row().highWon());
    }

    private boolean withinRange(long priceWon) {
        return priceWon >= row().lowWon() && priceWon <= row().highWon();
    }

    private boolean extremeIsDue() {
        return plan.extremeIsDue(desk.timeOfDayMs(), desk.closingAuctionMs(), desk.highWon(instrument), desk.lowWon(instrument));
    }

    private long spareShares() {
        return plan.spareShares(desk.volumeShares(instrument), desk.highWon(instrument), desk.lowWon(instrument));
    }

    private long missingShares() {
        return Math.min(spareShares(),
            plan.plannedShares(desk.timeOfDayMs(), desk.closingAuctionMs()) - desk.volumeShares(instrument));
    }

    /** Takes what was sent to auctions away. @return how many */
    int withdraw() {
        return auctionOrders.withdraw();
    }

    void write(StateWriter out) {
        plan.write(out);
        auctionOrders.write(out);
        out.putLong(auctionWon);
        out.putLong(auctionPhase.ordinal());
        out.putLong(auctionFromMs);
        out.putLong(crowdBids);
        out.putLong(crowdAsks);
    }

    static Director read(ParticipantDesk desk, int instrument, Dice dice, Ladder[] ladders, Resting resting, StateReader in) {
        var director = new Director(desk, instrument, dice, ladders, resting, DayPlan.read(in));
        director.auctionOrders.read(in);
        director.auctionWon = in.getLong();
        director.auctionPhase = Phase.of((int) in.getLong());
        director.auctionFromMs = in.getLong();
        director.crowdBids = in.getLong();
        director.crowdAsks = in.getLong();
        return director;
    }
}
