package dev.hoga.server;

import dev.hoga.engine.Engine;

/**
 * One life of the brokerage, from an empty folder to the next reset.
 *
 * @param engine the brokerage
 * @param desk opens its accounts
 */
record Epoch(Engine engine, AccountDesk desk) {
}
