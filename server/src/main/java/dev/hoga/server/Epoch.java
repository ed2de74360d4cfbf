package dev.hoga.server;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.HttpHandler;

/**
 * One life of the brokerage, from an empty folder to the next reset.
 *
 * @param engine the brokerage
 * @param desk opens its accounts
 * @param kiwoom answers Kiwoom's addresses
 * @param kis answers KIS's addresses
 */
record Epoch(Engine engine, AccountDesk desk, HttpHandler kiwoom, HttpHandler kis) {
}
