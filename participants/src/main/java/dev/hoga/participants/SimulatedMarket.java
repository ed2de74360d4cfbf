package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.Market;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Participants;
import dev.hoga.core.PastMarket;
import dev.hoga.core.Phase;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated market: one {@link Pit} for each instrument, a pulse every second that lets news come, and an arbitrageur
 * between funds and shares; at NXT a {@link NxtCrowd}.
 */
public final class SimulatedMarket implements Participants {
    /** Changes whenever a release would let the same seed do something else. */
    public static final int BEHAVIOUR_VERSION = 4;
    /** The intensity of an ordinary market, and its range. */
    public static final int USUAL_INTENSITY_PERCENT = 100;
    public static final int LEAST_INTENSITY_PERCENT = 1;
    public static final int MOST_INTENSITY_PERCENT = 1_000;

    private static final int PULSE_TIMER = 0;
    private static final int ARBITRAGE_TIMER = 1;
    private static final int LEAVE_TIMER = 2;
    private static final int FIRST_PIT_TIMER = 3;
    /** Above all of those. */
    private static final int FIRST_STALL_TIMER = 1 << 16;
    private static final int FIRST_NXT_TIMER = 1 << 17;
    private static final int NOBODY_LEAVES = -1;
    private static final long PULSE_MS = 1_000;
    private static final long ARBITRAGE_MEAN_MS = 3_000;
    private static final int PITS_PER_UNIT = 32;
    private static final int SECONDS_PER_MINUTE = 60;
    /** Deviation of a second's news of the whole market: 1.2 % a day. */
    private static final long MARKET_MOVE_PPB = 12_000_000 / 153;
    private static final long TRADERS_CASH_WON = 20_000_000_000_000L;
    /** A fund is traded against its shares where it is off by more than a part of its price and more than a tick. */
    private static final int ARBITRAGE_PART = 2_500;
    private static final long ARBITRAGE_WON = 20_000_000;
    private static final int ARBITRAGE_SHARES = 4;

    private final ParticipantDesk desk;
    private final PastMarket past = new SaidPast();
    private final List<Pit> pits = new ArrayList<>();
    private final BoundDays boundDays = new BoundDays();
    private final NxtCrowd nxt;
    private final List<Stall> stalls = new ArrayList<>();
    /** The place of an instrument among those of its kind. */
    private final List<Integer> places = new ArrayList<>();
    private final Basket[] baskets = {new Basket(Market.KOSPI, "KOSPI 200"), new Basket(Market.KOSDAQ, "KOSDAQ 150")};
    private boolean on;
    private long seed;
    private int intensityPercent = USUAL_INTENSITY_PERCENT;
    private Dice dice = new Dice(0);
    private long turbulence;
    private long seconds;
    private long pulseMs;
    private long arbitrageMs;
    /** The pit that is withdrawn from next, where the market was switched off or is to begin with another seed. */
    private int leavingPit = NOBODY_LEAVES;

    /** Participants at a desk, switched off. */
    public SimulatedMarket(ParticipantDesk desk) {
        this.desk = desk;
        nxt = new NxtCrowd(desk, FIRST_NXT_TIMER);
    }

    // -- the switch ------------------------------------------------------------------------------------------------------

    @Override
    public Reject configure(boolean nowOn, long newSeed, int newIntensityPercent) {
        if (newIntensityPercent < LEAST_INTENSITY_PERCENT || newIntensityPercent > MOST_INTENSITY_PERCENT) {
            return Reject.OUT_OF_RANGE;
        }
        boolean was = on;
        boolean same = on == nowOn && seed == newSeed;
        on = nowOn;
        seed = newSeed;
        intensityPercent = newIntensityPercent;
        if (same || leavingPit != NOBODY_LEAVES) {
            return null;
        }
        if (was) {
            leave();
        } else if (on) {
            begin();
        }
        return null;
    }

    private void begin() {
        dice = new Dice(seed);
        turbulence = 0;
        pits.clear();
        nxt.clear();
        stalls.clear();
        places.clear();
        startDay();
        phaseChanged(desk.phase());
        nxtPhaseChanged(desk.nxtPhase());
        stalls.forEach(this::wakeFirst);
    }

    @Override
    public boolean on() {
        return on;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public int intensityPercent() {
        return intensityPercent;
    }

    @Override
    public Reject bind(int instrumentId, DailyRow row) {
        return boundDays.add(instrumentId, row);
    }

    @Override
    public PastMarket past() {
        return past;
    }

    /** Everybody goes, one instrument after the other: a command cancels the orders of so many as a slice of work holds. */
    private void leave() {
        pulseMs = 0;
        arbitrageMs = 0;
        pits.forEach(pit -> pit.wakeAt(0));
        leavingPit = 0;
        desk.wakeAt(desk.nowMs(), LEAVE_TIMER);
    }

    /** The next pit is left; a market that is on again begins once all are. */
    private int leaveNext() {
        int cancelled = 0;
        if (leavingPit < pits.size()) {
            Pit pit = pits.get(leavingPit);
            cancelled = pit.withdraw() + nxt.withdraw(pit.instrument());
        } else if (leavingPit < pits.size() + stalls.size()) {
            cancelled = stalls.get(leavingPit - pits.size()).withdraw();
        }
        leavingPit++;
        if (leavingPit < pits.size() + stalls.size()) {
            desk.wakeAt(desk.nowMs(), LEAVE_TIMER);
            return cancelled;
        }
        leavingPit = NOBODY_LEAVES;
        if (on) {
            begin();
        }
        return cancelled;
    }

    @Override
    public void dayBegan() {
        if (on) {
            startDay();
        }
    }

    private void startDay() {
        for (int id = 0; id < Roster.count(); id++) {
            desk.fund(id, TRADERS_CASH_WON);
            Trader trader = Roster.get(id);
            desk.feeRate(id, trader.feeRatePpb());
            desk.enlist(id, trader.memberFirm(), trader.investor(), trader.program());
        }
        turbulence /= 2;
        for (Pit pit : pits) {
            startDay(pit);
        }
        nxt.startDay();
        meetNewInstruments();
    }

    private long dayStartMs() {
        return desk.nowMs() - desk.timeOfDayMs() + 9 * 3_600_000L;
    }

    private boolean meetNewInstruments() {
        boolean found = places.size() < desk.instrumentCount();
        while (places.size() < desk.instrumentCount()) {
            int knownPits = pits.size();
            meet(places.size());
            for (Pit pit : pits.subList(knownPits, pits.size())) {
                nxt.meet(pit, seed);
                startDay(pit);
            }
        }
        return found;
    }

    private void startDay(Pit pit) {
        pit.startDay(dayStartMs(), boundDays.of(pit.instrument(), desk.tradingDate()));
    }

    private void meet(int instrument) {
        if (desk.venue(instrument).overseas()) {
            places.add(stalls.size());
            stalls.add(new Stall(desk, instrument, seed));
        } else {
            places.add(pits.size());
            pits.add(new Pit(desk, instrument, seed));
        }
    }

    @Override
    public void overseasPhaseChanged(Venue venue, Phase phase) {
        if (!on || leavingPit != NOBODY_LEAVES) {
            return;
        }
        meetNewInstruments();
        for (Stall stall : stalls) {
            if (desk.venue(stall.instrument()) == venue) {
                wakeFirst(stall);
            }
        }
    }

    private void wakeFirst(Stall stall) {
        if (stall.open()) {
            desk.wakeAt(stall.waits(intensityPercent), FIRST_STALL_TIMER + stall.instrument());
        }
    }

    private int wake(Stall stall) {
        if (!on || leavingPit != NOBODY_LEAVES || desk.nowMs() != stall.wakeMs() || !stall.open()) {
            return 0;
        }
        int done = stall.turn();
        desk.wakeAt(stall.waits(intensityPercent), FIRST_STALL_TIMER + stall.instrument());
        return done;
    }

    @Override
    public void phaseChanged(Phase phase) {
        if (!on || leavingPit != NOBODY_LEAVES) {
            return;
        }
        if (phase == Phase.CONTINUOUS) {
            open();
        } else if (gathers(phase)) {
            pits.forEach(this::wakeFirst);
        }
    }

    @Override
    public void nxtPhaseChanged(Phase phase) {
        if (on && leavingPit == NOBODY_LEAVES) {
            nxt.phaseChanged(phase);
        }
    }

    /** Whether orders are sent to an auction of the regular session; what comes after the close is slept through. */
    private static boolean gathers(Phase phase) {
        return switch (phase) {
            case PRE_OPEN, OPENING_AUCTION, REOPENING_AUCTION, CLOSING_AUCTION -> true;
            default -> false;
        };
    }

    private void open() {
        seconds = 0;
        pulseMs = desk.nowMs() + PULSE_MS;
        desk.wakeAt(pulseMs, PULSE_TIMER);
        arbitrageMs = desk.nowMs() + ARBITRAGE_MEAN_MS;
        desk.wakeAt(arbitrageMs, ARBITRAGE_TIMER);
        pits.forEach(this::wakeFirst);
    }

    private void wakeFirst(Pit pit) {
        desk.wakeAt(pit.firstWake(desk.nowMs()), FIRST_PIT_TIMER + pit.instrument());
    }

    // -- time --------------------------------------------------------------------------------------------------------------

    @Override
    public int wake(int timer) {
        if (timer == LEAVE_TIMER) {
            return leaveNext();
        }
        if (timer >= FIRST_NXT_TIMER) {
            return on && leavingPit == NOBODY_LEAVES ? nxt.wake(timer, intensityPercent) : 0;
        }
        if (timer >= FIRST_STALL_TIMER) {
            return wake(stalls.get(places.get(timer - FIRST_STALL_TIMER)));
        }
        boolean continuous = desk.phase() == Phase.CONTINUOUS;
        if (!on || !continuous && (timer < FIRST_PIT_TIMER || !gathers(desk.phase()))) {
            return 0;
        }
        return switch (timer) {
            case PULSE_TIMER -> desk.nowMs() == pulseMs ? pulse() : 0;
            case ARBITRAGE_TIMER -> desk.nowMs() == arbitrageMs ? arbitrage() : 0;
            default -> wake(pits.get(places.get(timer - FIRST_PIT_TIMER)));
        };
    }

    private int wake(Pit pit) {
        if (desk.nowMs() != pit.wakeMs()) {
            return 0;
        }
        int seasonPercent = Season.percent(desk.timeOfDayMs());
        int done = desk.phase(pit.instrument()) == Phase.CONTINUOUS ? pit.turn(seasonPercent, intensityPercent)
            : pit.gather(seasonPercent, intensityPercent);
        desk.wakeAt(pit.wakeMs(), FIRST_PIT_TIMER + pit.instrument());
        return done;
    }

    private int pulse() {
        int known = pits.size();
        int knownStalls = stalls.size();
        if (meetNewInstruments()) {
            pits.subList(known, pits.size()).forEach(this::wakeFirst);
            stalls.subList(knownStalls, stalls.size()).forEach(this::wakeFirst);
        }
        seconds++;
        if (seconds % SECONDS_PER_MINUTE == 0) {
            turbulence = Worth.stir(turbulence, dice);
        }
        int seasonRootPercent = (int) Fixed.sqrt(Season.percent(desk.timeOfDayMs()) * 100L);
        long marketPpb = MARKET_MOVE_PPB * Fixed.pow2Q10(turbulence) / Fixed.ONE_Q10 * seasonRootPercent / 100 * dice.bell()
            / Dice.BELL_DEVIATION;
        for (Pit pit : pits) {
            pit.second(desk.nowMs(), marketPpb, seasonRootPercent, (seconds + pit.instrument()) % SECONDS_PER_MINUTE == 0);
        }
        for (Basket basket : baskets) {
            valueFunds(basket);
        }
        valueGold();
        pulseMs += PULSE_MS;
        desk.wakeAt(pulseMs, PULSE_TIMER);
        return pits.size() / PITS_PER_UNIT;
    }

    /** Gold is gold: bars of other weights are worth what the first kind is traded at. */
    private void valueGold() {
        Pit first = null;
        for (Pit pit : pits) {
            if (desk.kind(pit.instrument()).gold()) {
                if (first == null) {
                    first = pit;
                } else {
                    pit.worth().follow(first.middle());
                }
            }
        }
    }

    private void valueFunds(Basket basket) {
        basket.clear();
        for (Pit pit : pits) {
            if (basket.holds(desk, pit.instrument())) {
                basket.add(desk, pit.instrument(), pit.middle());
            }
        }
        for (Pit pit : pits) {
            if (basket.isFollowedBy(desk, pit.instrument()) && !pit.bound()) {
                pit.worth().follow(basket.fundPrice(desk, pit.instrument()));
            }
        }
    }

    // -- arbitrage -------------------------------------------------------------------------------------------------------

    /** Looks at one fund; where it is off what it holds, trades it against a few of its shares at once. */
    private int arbitrage() {
        arbitrageMs = desk.nowMs() + 1 + dice.exponential(ARBITRAGE_MEAN_MS);
        desk.wakeAt(arbitrageMs, ARBITRAGE_TIMER);
        Pit fund = pits.isEmpty() ? null : pits.get(dice.below(pits.size()));
        if (fund == null || !fund.fund()) {
            return 0;
        }
        for (Basket basket : baskets) {
            if (basket.isFollowedBy(desk, fund.instrument())) {
                return arbitrage(basket, fund);
            }
        }
        return 0;
    }

    private int arbitrage(Basket basket, Pit fund) {
        long worth = basket.fundPrice(desk, fund.instrument());
        long off = fund.middle() - worth;
        long lastWon = desk.lastWon(fund.instrument());
        long tick = desk.ticks(fund.instrument()).tick(lastWon) << Worth.PRICE_BITS;
        if (Math.abs(off) <= Math.max(tick, worth / ARBITRAGE_PART)) {
            return 0;
        }
        Side fundSide = off > 0 ? Side.SELL : Side.BUY;
        boolean along = desk.leverage(fund.instrument()) > 0;
        Side shareSide = along ? fundSide.opposite() : fundSide;
        int trader = Roster.any(TraderKind.ARBITRAGE, dice).id();
        int done = fund.hit(trader, fundSide, ARBITRAGE_WON);
        for (int i = 0; i < ARBITRAGE_SHARES; i++) {
            Pit share = pits.get(dice.below(pits.size()));
            if (basket.holds(desk, share.instrument())) {
                done += share.hit(trader, shareSide, ARBITRAGE_WON / ARBITRAGE_SHARES);
            }
        }
        return done;
    }

    // -- state -----------------------------------------------------------------------------------------------------------

    @Override
    public void write(StateWriter out) {
        out.putLong(on ? 1 : 0);
        out.putLong(seed);
        out.putLong(intensityPercent);
        dice.write(out);
        out.putLong(turbulence);
        out.putLong(seconds);
        out.putLong(pulseMs);
        out.putLong(arbitrageMs);
        out.putLong(leavingPit);
        for (Basket basket : baskets) {
            basket.write(out);
        }
        boundDays.write(out);
        out.putLong(places.size());
        pits.forEach(pit -> pit.write(out));
        nxt.write(out);
        stalls.forEach(stall -> stall.write(out));
    }

    @Override
    public void read(StateReader in) {
        on = in.getLong() == 1;
        seed = in.getLong();
        intensityPercent = (int) in.getLong();
        dice.read(in);
        turbulence = in.getLong();
        seconds = in.getLong();
        pulseMs = in.getLong();
        arbitrageMs = in.getLong();
        leavingPit = (int) in.getLong();
        for (Basket basket : baskets) {
            basket.read(in);
        }
        boundDays.read(in);
        int count = (int) in.getLong();
        for (int instrument = 0; instrument < count; instrument++) {
            meet(instrument);
        }
        pits.forEach(pit -> pit.read(in));
        nxt.read(in, instrument -> pits.get(places.get(instrument)), seed);
        stalls.forEach(stall -> stall.read(in));
    }
}
