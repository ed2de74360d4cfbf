package dev.hoga.core;

/**
 * The simulated traders beside the core, who live in its time: the core wakes them at the market times they asked for, and
 * they act through their {@link ParticipantDesk} before they return. The same calls must make them act the same on any JVM;
 * all that they remember is in what they write.
 */
public interface Participants {
    /** Nobody trades but clients. */
    Factory NONE = _ -> new Nobody();

    /** Makes the participants of a brokerage, switched off. */
    interface Factory {
        Participants at(ParticipantDesk desk);
    }

    /**
     * Switches the market on or off; on again with other values changes them. Off, they withdraw their orders, as many in
     * a wake-up as {@link #wake} may do; switched on meanwhile, they begin once that is done.
     *
     * @param seed the same one makes the same day
     * @param intensityPercent how much happens: 100 is an ordinary market
     * @return why not, or null
     */
    Reject configure(boolean on, long seed, int intensityPercent);

    boolean on();

    long seed();

    int intensityPercent();

    /**
     * Binds a coming date of an instrument to a row that can be. @return why not, or null
     */
    default Reject bind(int instrumentId, DailyRow row) {
        return Reject.OUT_OF_RANGE;
    }

    /** What the market is said to have done before anybody was here; the same whether they are on or off. */
    default PastMarket past() {
        return PastMarket.UNKNOWN;
    }

    /** A phase of KRX has begun, or time has begun in one. */
    void phaseChanged(Phase phase);

    /** The same of NXT. */
    default void nxtPhaseChanged(Phase phase) {
    }

    /** A phase of an overseas venue has begun, or the venue has been opened in one. */
    default void overseasPhaseChanged(Venue venue, Phase phase) {
    }

    /** A new trading date has begun; base prices and limits are those of the day. No order is open. */
    void dayBegan();

    /**
     * The time of a timer that was set at the desk has come.
     *
     * @return how many orders were placed or cancelled; bounded, however much there is to do
     */
    int wake(int timer);

    void write(StateWriter out);

    void read(StateReader in);

    /** Stands for participants where there are none. */
    final class Nobody implements Participants {
        @Override
        public Reject configure(boolean on, long seed, int intensityPercent) {
            return on ? Reject.OUT_OF_RANGE : null;
        }

        @Override
        public boolean on() {
            return false;
        }

        @Override
        public long seed() {
            return 0;
        }

        @Override
        public int intensityPercent() {
            return 0;
        }

        @Override
        public void phaseChanged(Phase phase) {
            // nobody is there to be told
        }

        @Override
        public void dayBegan() {
            // nobody is there to be told
        }

        @Override
        public int wake(int timer) {
            throw new IllegalStateException("nobody set timer " + timer);
        }

        @Override
        public void write(StateWriter out) {
            // nobody has a state
        }

        @Override
        public void read(StateReader in) {
            // nobody has a state
        }
    }
}
