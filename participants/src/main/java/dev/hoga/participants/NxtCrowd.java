package dev.hoga.participants;

import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Phase;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Who trades at NXT: one {@link Annex} for each instrument that it trades. */
final class NxtCrowd {
    /** How busy it is outside of the main market, in percent of an average moment. */
    private static final int AFTER_HOURS_PERCENT = 40;

    private final ParticipantDesk desk;
    private final int firstTimer;
    private final List<Annex> annexes = new ArrayList<>();

    /** @param firstTimer timers from here on, one for each instrument, are its own */
    NxtCrowd(ParticipantDesk desk, int firstTimer) {
        this.desk = desk;
        this.firstTimer = firstTimer;
    }

    void clear() {
        annexes.clear();
    }

    /** Begins to trade an instrument, if NXT does. */
    void meet(Pit pit, long seed) {
        desk.atNxt(pit.instrument()).ifPresent(listing -> annexes.add(new Annex(desk, pit, listing, seed)));
    }

    void startDay() {
        annexes.forEach(Annex::startDay);
    }

    void phaseChanged(Phase phase) {
        if (phase.continuous()) {
            annexes.forEach(annex -> desk.wakeAt(annex.firstWake(), firstTimer + annex.instrument()));
        }
    }

    /** @return how many orders were placed or cancelled */
    int wake(int timer, int intensityPercent) {
        int instrument = timer - firstTimer;
        for (int low = 0, high = annexes.size() - 1; low <= high;) {
            int middle = low + high >>> 1;
            Annex annex = annexes.get(middle);
            if (annex.instrument() == instrument) {
                return wake(annex, intensityPercent);
            }
            low = annex.instrument() < instrument ? middle + 1 : low;
            high = annex.instrument() < instrument ? high : middle - 1;
        }
        return 0;
    }

    private int wake(Annex annex, int intensityPercent) {
        Phase phase = desk.nxtPhase();
        if (desk.nowMs() != annex.wakeMs() || !phase.continuous()) {
            return 0;
        }
        int seasonPercent = phase == Phase.MAIN ? Season.percent(desk.timeOfDayMs()) : AFTER_HOURS_PERCENT;
        int done = annex.turn(seasonPercent, intensityPercent);
        desk.wakeAt(annex.wakeMs(), firstTimer + annex.instrument());
        return done;
    }

    /** Takes all orders of an instrument away. @return how many */
    int withdraw(int instrument) {
        int cancelled = 0;
        for (Annex annex : annexes) {
            cancelled += annex.instrument() == instrument ? annex.withdraw() : 0;
        }
        return cancelled;
    }

    void write(StateWriter out) {
        out.putLong(annexes.size());
        for (Annex annex : annexes) {
            out.putLong(annex.instrument());
            annex.write(out);
        }
    }

    /** @param pitOf the pit of an instrument */
    void read(StateReader in, IntFunction<Pit> pitOf, long seed) {
        for (long left = in.getLong(); left > 0; left--) {
            meet(pitOf.apply((int) in.getLong()), seed);
            annexes.getLast().read(in);
        }
    }
}
