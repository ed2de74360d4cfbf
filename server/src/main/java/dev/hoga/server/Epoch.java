package dev.hoga.server;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.HttpHandler;
import java.util.Optional;

/**
 * One life of the brokerage, from an empty folder to the next reset.
 *
 * @param engine the brokerage
 * @param desk opens its accounts
 * @param kiwoom answers Kiwoom's addresses
 * @param kis answers KIS's addresses
 * @param push the brokers' sockets; none where only calls are wanted
 */
record Epoch(Engine engine, AccountDesk desk, HttpHandler kiwoom, HttpHandler kis, Optional<Push> push) implements AutoCloseable {

    /** Ends the sockets, then the brokerage. */
    @Override
    public void close() {
        push.ifPresent(Push::close);
        engine.close();
    }
}
