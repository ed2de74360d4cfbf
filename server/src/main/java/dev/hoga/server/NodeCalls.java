package dev.hoga.server;

import dev.hoga.engine.Engine;
import dev.hoga.engine.StateHash;
import java.util.LinkedHashMap;
import java.util.Map;

/** Control calls about this node: health, state hash, snapshot, tokens. */
final class NodeCalls {
    /** The longest a snapshot or a hash may take. */
    static final long STATE_TIMEOUT_MS = 120_000;

    private NodeCalls() {
    }

    static Map<String, Object> health(Engine engine) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", "ready");
        answer.put("role", engine.role());
        answer.put("position", engine.position());
        answer.put("version", HogaMain.version());
        return answer;
    }

    static Map<String, Object> stateHash(Engine engine) {
        StateHash hash = Answers.await(engine.stateHash(), STATE_TIMEOUT_MS);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("position", hash.position());
        answer.put("hash", String.format("%016x", hash.hash()));
        return answer;
    }

    static Map<String, Object> snapshot(Engine engine) {
        return Map.of("position", Answers.await(engine.snapshot(), STATE_TIMEOUT_MS));
    }

    static Map<String, Object> revokeAllTokens(Engine engine) {
        return Map.of("revoked", Answers.ask(engine.commands()::revokeAllTokens).value());
    }
}
