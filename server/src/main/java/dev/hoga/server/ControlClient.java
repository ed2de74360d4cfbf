package dev.hoga.server;

import java.io.IOException;
import java.util.Map;

/** Calls the control API with its token. */
final class ControlClient {
    private static final byte[] NO_BODY = {};

    private final WireClient wire;
    private final Map<String, String> headers;

    ControlClient(WireClient wire, String controlToken) {
        this.wire = wire;
        this.headers = Map.of("authorization", "Bearer " + controlToken, "Content-Type", "application/json");
    }

    /** @param path below {@code /control}, for example {@code /clock} */
    WireAnswer get(String path) throws IOException {
        return wire.send("GET", "/control" + path, headers, NO_BODY);
    }

    WireAnswer post(String path, Map<String, ?> body) throws IOException {
        return wire.send("POST", "/control" + path, headers, Json.bytes(body));
    }

    WireAnswer delete(String path) throws IOException {
        return wire.send("DELETE", "/control" + path, headers, NO_BODY);
    }
}
