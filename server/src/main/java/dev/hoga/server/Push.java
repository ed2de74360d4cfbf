package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.kiwoom.KiwoomSocket;
import dev.hoga.gateway.kiwoom.KiwoomSocketSettings;
import java.util.List;

/**
 * The brokers' sockets and the feed that tells them what happens.
 *
 * @param kiwoom Kiwoom's sessions
 * @param feed follows the events of the engine
 */
record Push(KiwoomSocket kiwoom, FeedReader feed) implements AutoCloseable {

    static Push start(Engine engine, TokenDirectory tokens, Catalogue catalogue) {
        var kiwoom = new KiwoomSocket(tokens, catalogue, KiwoomSocketSettings.DEFAULT);
        return new Push(kiwoom, new FeedReader(engine, List.of(kiwoom)));
    }

    @Override
    public void close() {
        feed.close();
        kiwoom.close();
    }
}
