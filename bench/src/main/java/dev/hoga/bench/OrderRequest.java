package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A request for an order, made beforehand, with the headers that Python's requests sends, the client most bots use. */
final class OrderRequest {
    private OrderRequest() {
    }

    static ByteBuffer buy(String token, String code, int shares, long priceWon) {
        String body = """
            {"dmst_stex_tp": "KRX", "stk_cd": "%s", "ord_qty": "%d", "ord_uv": "%d", "trde_tp": "0", "cond_uv": ""}"""
            .formatted(code, shares, priceWon);
        byte[] request = """
            POST /api/dostk/ordr HTTP/1.1\r
            Host: 127.0.0.1:8080\r
            User-Agent: python-requests/2.32.3\r
            Accept-Encoding: gzip, deflate\r
            Accept: */*\r
            Connection: keep-alive\r
            Content-Type: application/json;charset=UTF-8\r
            authorization: Bearer %s\r
            cont-yn: N\r
            next-key: \r
            api-id: kt10000\r
            Content-Length: %d\r
            \r
            %s""".formatted(token, body.length(), body).getBytes(UTF_8);
        return ByteBuffer.allocateDirect(request.length).put(request).flip();
    }
}
