package dev.hoga.gateway;

import java.util.List;

/** A page of a list. @param nextKey with which the next one is asked for; empty on the last page */
public record Page<R>(List<R> rows, String nextKey) {
}
