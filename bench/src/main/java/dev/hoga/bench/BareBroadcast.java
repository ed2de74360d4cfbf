package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.gateway.Broadcast;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.Router;
import dev.hoga.gateway.SocketListener;
import dev.hoga.gateway.SocketSession;
import dev.hoga.gateway.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack without the brokerage: every request to the order's address is answered at once and sends the same frames, encoded
 * beforehand, to every session. What it reaches is what the network and the WebSocket cost.
 */
final class BareBroadcast {
    private BareBroadcast() {
    }

    /** @param files the frames' payloads */
    public static void main(String[] files) throws IOException, InterruptedException {
        var topics = new ArrayList<Topic>();
        var frames = new ArrayList<Frame>();
        for (String file : files) {
            byte[] payload = Files.readAllBytes(Path.of(file));
            var topic = new Topic();
            topics.add(topic);
            frames.add(Frame.quote(topic, payload, payload.length));
        }
        byte[] body = ConstantServer.ANSWER.getBytes(UTF_8);
        var broadcast = new Broadcast();
        Router router = Router.builder()
            .socketPrefix("/", session -> listening(session, topics))
            .prefix("/", exchange -> {
                exchange.respond(200, ConstantServer.headers(), body, body.length);
                for (int i = 0; i < frames.size(); i++) {
                    broadcast.add(topics.get(i), frames.get(i).retain());
                }
                broadcast.send();
            }).build();
        // One network thread, because requests broadcast on theirs; it is what a machine of two processors gives Hoga.
        var server = new HttpServer(HttpServerConfig.loopback(0).withEventLoops(1), router);
        System.out.println("READY http://127.0.0.1:" + server.port());
        Thread.currentThread().join();
    }

    private static SocketListener listening(SocketSession session, List<Topic> topics) {
        topics.forEach(topic -> topic.add(session));
        return new SocketListener() {
            @Override
            public void text(byte[] message) {
                // Nothing is asked for here; everybody gets everything.
            }

            @Override
            public void closed() {
                topics.forEach(topic -> topic.remove(session));
            }
        };
    }
}
