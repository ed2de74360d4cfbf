package dev.hoga.gateway;

/** A token that is alive: whose it is and until when (host time). */
public record LiveToken(KeyOwner owner, int issueNumber, long expiresAtMs) {
}
