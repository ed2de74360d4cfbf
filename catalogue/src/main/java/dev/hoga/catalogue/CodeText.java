package dev.hoga.catalogue;

/**
 * A Korean word that is itself the wire value of a field.
 *
 * @param code the number that the broker's document gives for it; empty when it gives none
 * @param ko   the word as sent
 * @param en   what it means
 */
public record CodeText(String code, String ko, String en) {
}
