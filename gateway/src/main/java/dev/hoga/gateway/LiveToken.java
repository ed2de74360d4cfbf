package dev.hoga.gateway;

/** A token that is alive: whose it is, from when and until when (host time). */
public record LiveToken(KeyOwner owner, int issueNumber, long issuedAtMs, long expiresAtMs) {
}
