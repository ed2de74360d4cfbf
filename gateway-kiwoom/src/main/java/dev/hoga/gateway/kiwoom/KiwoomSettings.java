package dev.hoga.gateway.kiwoom;

/**
 * What can be chosen at the start.
 *
 * @param limits the broker's limits per second; without them any rate is taken
 * @param strict printed lengths and code lists bind too, for people who want to be told
 * @param mockProfile mock keys are refused what the broker's mock host refuses
 */
public record KiwoomSettings(boolean limits, boolean strict, boolean mockProfile) {

    /** Real limits, lenient, every built TR for live and mock keys. */
    public static final KiwoomSettings DEFAULT = new KiwoomSettings(true, false, false);
}
