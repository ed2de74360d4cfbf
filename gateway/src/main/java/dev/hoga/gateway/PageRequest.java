package dev.hoga.gateway;

/**
 * Which page of a list is asked for.
 *
 * @param query all parameters that the key is bound to
 * @param key the client's continuation key; empty for the first page
 */
public record PageRequest(String query, String key, int rowsPerPage) {
}
