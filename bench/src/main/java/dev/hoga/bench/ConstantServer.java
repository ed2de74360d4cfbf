package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.Router;

/**
 * The stack without the brokerage: the same server, router and limits, and a handler that gives every order the same answer,
 * head and body as long as the brokerage's. What it reaches is what the network and the HTTP cost.
 */
final class ConstantServer {
    /** What Hoga answers to kt10000. */
    static final String ANSWER =
        "{\"ord_no\":\"0000001\",\"dmst_stex_tp\":\"KRX\",\"return_code\":0,\"return_msg\":\"KRX 매수주문이 완료되었습니다.\"}";

    private ConstantServer() {
    }

    /** The headers that Hoga gives a Kiwoom answer. */
    static String[] headers() {
        return new String[] {"Content-Type", "application/json;charset=UTF-8", "api-id", "kt10000", "cont-yn", "N", "next-key", "",
            "access-control-expose-headers", "cont-yn,next-key,api-id"};
    }

    public static void main(String[] arguments) throws InterruptedException {
        byte[] body = ANSWER.getBytes(UTF_8);
        String[] headers = headers();
        Router router = Router.builder()
            .prefix("/api/dostk/", exchange -> exchange.respond(200, headers, body, body.length)).build();
        var server = new HttpServer(HttpServerConfig.loopback(0), router);
        System.out.println("READY http://127.0.0.1:" + server.port());
        Thread.currentThread().join();
    }
}
