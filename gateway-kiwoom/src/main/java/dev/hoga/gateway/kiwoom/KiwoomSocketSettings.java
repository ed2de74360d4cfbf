package dev.hoga.gateway.kiwoom;

/**
 * How the socket behaves in time; by the host's clock, so that a frozen market breaks no session.
 *
 * @param singleSession a login ends the key's older session. Measured in 2025; two living side by side were reported in 2026
 * @param loginMs how long a session may wait with its login. Measured: about 10 s
 * @param firstPingMs from the login to the first PING. Measured: 10.0 s
 * @param pingMs between two PINGs. Measured: 20 s, now and then 10 (2025); 10 s each time on a session that was otherwise silent (2026)
 * @param echoMs how long a PING may wait for its echo. One client saw the end at about 40 s, which is 30 s after the first PING
 */
public record KiwoomSocketSettings(boolean singleSession, int loginMs, int firstPingMs, int pingMs, int echoMs) {

    /** As measured. */
    public static final KiwoomSocketSettings DEFAULT = new KiwoomSocketSettings(true, 10_000, 10_000, 20_000, 30_000);
}
