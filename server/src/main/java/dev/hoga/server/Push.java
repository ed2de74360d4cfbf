package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.kis.KisLayout;
import dev.hoga.gateway.kis.KisSocket;
import dev.hoga.gateway.kis.KisSocketSettings;
import dev.hoga.gateway.kiwoom.KiwoomSocket;
import dev.hoga.gateway.kiwoom.KiwoomSocketSettings;
import java.util.List;

/**
 * The brokers' sockets and the feed that tells them what happens.
 *
 * @param kiwoom Kiwoom's sessions
 * @param kis KIS's sessions
 * @param feed follows the events of the engine
 */
record Push(KiwoomSocket kiwoom, KisSocket kis, FeedReader feed) implements AutoCloseable {

    static Push start(Engine engine, TokenDirectory tokens, ServerKey serverKey, Catalogue catalogue, KisLayout kisLayout) {
        var kiwoom = new KiwoomSocket(tokens, catalogue, KiwoomSocketSettings.DEFAULT);
        var kis = new KisSocket(tokens, serverKey, catalogue, KisSocketSettings.of(kisLayout), engine::hostTimeMs);
        return new Push(kiwoom, kis, new FeedReader(engine, List.of(kiwoom, kis)));
    }

    @Override
    public void close() {
        feed.close();
        kiwoom.close();
        kis.close();
    }
}
