package dev.hoga.gateway.kis;

/**
 * What can be chosen at the start.
 *
 * @param limits the broker's limits per second; without them any rate is taken
 * @param liveCallsPerSecond all TRs of a live key together
 * @param mockCallsPerSecond all TRs of a mock key together
 * @param tokenInterval one token a minute for each key
 * @param strict printed lengths and code lists bind too, for people who want to be told
 * @param mockProfile mock keys are refused what the broker's mock host refuses
 */
public record KisSettings(boolean limits, int liveCallsPerSecond, int mockCallsPerSecond, boolean tokenInterval, boolean strict,
    boolean mockProfile) {
    /** Seen by many; lowered to 18 from 2026-04-20 by a notice that only its readers tell of. */
    public static final int LIVE_CALLS_PER_SECOND = 20;
    /** Seen by many; lowered to 1 by the same notice. */
    public static final int MOCK_CALLS_PER_SECOND = 2;

    /** Real limits, lenient, every built TR for live and mock keys. */
    public static final KisSettings DEFAULT =
        new KisSettings(true, LIVE_CALLS_PER_SECOND, MOCK_CALLS_PER_SECOND, true, false, false);

    /** @throws IllegalArgumentException where a limit is below one call */
    public KisSettings {
        if (liveCallsPerSecond < 1 || mockCallsPerSecond < 1) {
            throw new IllegalArgumentException("a limit needs at least one call a second");
        }
    }
}
