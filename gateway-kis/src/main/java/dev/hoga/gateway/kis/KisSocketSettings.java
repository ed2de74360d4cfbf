package dev.hoga.gateway.kis;

/**
 * How the socket behaves. Times are by the host's clock, so that a frozen market breaks no session.
 *
 * @param layout the generation of the records that are pushed
 * @param singleSession a key that has a session gets no second one. Reported by many; one prober saw two live side by side
 * @param firstPingMs from the connection to the first PINGPONG. Seen in a log of 2025: 10.0 s
 * @param pingMs between two PINGPONGs. Seen there: 20.0 s
 * @param approvalMs how long a session may wait with its first valid registration. Our own: the broker's is not known
 */
public record KisSocketSettings(KisLayout layout, boolean singleSession, int firstPingMs, int pingMs, int approvalMs) {
    static final int FIRST_PING_MS = 10_000;
    static final int PING_MS = 20_000;
    static final int APPROVAL_MS = 600_000;

    /** As seen, with the newest layout. */
    public static final KisSocketSettings DEFAULT = of(KisLayout.OF_2026);

    /** As seen, with a layout. */
    public static KisSocketSettings of(KisLayout layout) {
        return new KisSocketSettings(layout, true, FIRST_PING_MS, PING_MS, APPROVAL_MS);
    }
}
