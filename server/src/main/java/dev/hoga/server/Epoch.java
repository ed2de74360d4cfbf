package dev.hoga.server;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.HttpHandler;
import dev.hoga.history.SqlHistory;
import java.util.Optional;

/**
 * One life of the brokerage, from an empty folder to the next reset.
 *
 * @param engine the brokerage
 * @param desk opens its accounts
 * @param kiwoom answers Kiwoom's addresses
 * @param kis answers KIS's addresses
 * @param push the brokers' sockets; none where only calls are wanted
 * @param history what writes and answers the past; none as before
 */
record Epoch(Engine engine, AccountDesk desk, HttpHandler kiwoom, HttpHandler kis, Optional<Push> push,
    Optional<SqlHistory> history) implements AutoCloseable {

    /** Ends the sockets, then the writing of history, then the brokerage. */
    @Override
    public void close() {
        push.ifPresent(Push::close);
        history.ifPresent(SqlHistory::close);
        engine.close();
    }
}
