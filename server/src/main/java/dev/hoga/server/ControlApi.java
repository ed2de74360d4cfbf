package dev.hoga.server;

import dev.hoga.gateway.HttpExchange;
import dev.hoga.gateway.HttpHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control API under {@code /control}: who may call is judged here, what is asked for is done by {@link NodeCalls},
 * {@link ClockCalls}, {@link AccountCalls} and {@link MarketCalls}. A call may wait for the log or for a clock jump, so
 * each runs on a thread of its own.
 */
final class ControlApi implements HttpHandler {
    /** How many calls may be under way; one more is answered 503. */
    static final int MAX_CALLS = 32;
    /** The longest body, in bytes. */
    static final int MAX_BODY_BYTES = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);
    private static final String PREFIX = "/control/";
    private static final String BEARER = "Bearer ";
    private static final String[] HEADERS = {"Content-Type", "application/json;charset=UTF-8", "Cache-Control", "no-store"};
    private static final Set<String> ADDRESSES = Set.of("health", "clock", "accounts", "accounts/*/cash", "accounts/*/gold",
        "accounts/*/keys", "accounts/*/member", "market", "instruments", "instruments/*", "orders", "orders/*", "conditions", "tokens/revoke-all",
        "state-hash", "snapshot", "reset");

    private final byte[] token;
    private final LocalNames names;
    private final Supplier<Epoch> present;
    private final Runnable reset;
    private final Semaphore calls = new Semaphore(MAX_CALLS);

    /**
     * @param token what callers must show
     * @param names the hosts and origins that are let in
     * @param present the epoch that is running
     * @param reset begins a new epoch, or throws {@link ControlError} where that is not allowed
     */
    ControlApi(String token, LocalNames names, Supplier<Epoch> present, Runnable reset) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
        this.names = names;
        this.present = present;
        this.reset = reset;
    }

    @Override
    public void handle(HttpExchange exchange) {
        if (!calls.tryAcquire()) {
            respond(exchange, new ControlError(503, "busy", "too many control calls are under way; try again"));
            return;
        }
        Thread.ofVirtual().name("control").start(() -> {
            try {
                respond(exchange, 200, answer(exchange));
            } catch (ControlError e) {
                respond(exchange, e);
            } catch (Answers.NotDone e) {
                respond(exchange, Refusals.of(e.answer()));
            } catch (RejectedExecutionException e) {
                respond(exchange, new ControlError(503, "busy", "too many reads are waiting; try again"));
            } catch (RuntimeException e) {
                LOG.error("control call {} {} failed", exchange.method(), exchange.path(), e);
                respond(exchange, new ControlError(500, "failed", "the call failed; the server's log says why"));
            } finally {
                calls.release();
            }
        });
    }

    private Map<String, Object> answer(HttpExchange exchange) {
        if (!names.hostAllowed(exchange.header("Host"))) {
            throw new ControlError(403, "host_not_allowed", "this Host is not served here; call http://127.0.0.1:<port>");
        }
        if (exchange.hasHeader("Origin") && !names.originAllowed(exchange.header("Origin"))) {
            throw new ControlError(403, "origin_not_allowed", "pages of this origin may not call the control API");
        }
        String path = exchange.path().startsWith(PREFIX) ? exchange.path().substring(PREFIX.length()) : "";
        if (path.equals("health") && exchange.method().equals("GET")) {
            return NodeCalls.health(present.get().engine());
        }
        if (!authorized(exchange.header("authorization"))) {
            throw new ControlError(401, "unauthorized", "send 'authorization: Bearer <control token>'; the token is in the file "
                + "that the READY line names");
        }
        return call(exchange.method(), List.of(path.split("/", -1)), exchange);
    }

    private Map<String, Object> call(String method, List<String> path, HttpExchange exchange) {
        Epoch epoch = present.get();
        String name = path.size() > 1 ? path.get(1) : "";
        String address = path.getFirst().equals("tokens") || path.size() == 1 ? String.join("/", path)
            : path.getFirst() + "/*" + (path.size() == 2 ? "" : "/" + String.join("/", path.subList(2, path.size())));
        return switch (method + " " + address) {
            case "GET clock" -> ClockCalls.read(epoch.engine());
            case "POST clock" -> {
                exchange.mayTakeMs(ClockCalls.JUMP_TIMEOUT_MS);
                yield ClockCalls.change(epoch.engine(), body(exchange));
            }
            case "GET accounts" -> AccountCalls.list(epoch.engine());
            case "POST accounts" -> AccountCalls.open(epoch, body(exchange));
            case "POST accounts/*/gold" -> GoldCalls.change(epoch.engine(), name, body(exchange));
            case "POST accounts/*/cash" -> AccountCalls.moveCash(epoch.engine(), name, body(exchange));
            case "POST accounts/*/keys" -> AccountCalls.renewKeys(epoch, name);
            case "POST accounts/*/member" -> AccountCalls.changeMember(epoch.engine(), name, body(exchange));
            case "POST market" -> MarketCalls.change(epoch.engine(), body(exchange));
            case "GET instruments/*" -> MarketCalls.instrument(epoch.engine(), name);
            case "POST instruments" -> MarketCalls.list(epoch.engine(), body(exchange));
            case "POST orders" -> MarketCalls.placeOrder(epoch.engine(), body(exchange));
            case "DELETE orders/*" -> MarketCalls.cancelOrder(epoch.engine(), name);
            case "POST conditions" -> throw ControlError.notBuilt("condition search");
            case "POST tokens/revoke-all" -> NodeCalls.revokeAllTokens(epoch.engine());
            case "GET state-hash" -> NodeCalls.stateHash(epoch.engine());
            case "POST snapshot" -> NodeCalls.snapshot(epoch.engine());
            case "POST reset" -> {
                reset.run();
                yield NodeCalls.health(present.get().engine());
            }
            default -> throw ADDRESSES.contains(address)
                ? new ControlError(405, "method_not_allowed", method + " is not served at /control/" + address)
                : ControlError.notFound("there is no /control/" + address);
        };
    }

    private static Fields body(HttpExchange exchange) {
        if (exchange.body().length > MAX_BODY_BYTES) {
            throw new ControlError(413, "too_large", "a body has at most " + MAX_BODY_BYTES + " bytes");
        }
        try {
            return Fields.of(Json.object(exchange.body()));
        } catch (Json.BadJson e) {
            throw ControlError.badRequest("the body is not the JSON object it should be: " + e.getMessage());
        }
    }

    private boolean authorized(String header) {
        String shown = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        return MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, ControlError error) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("error", error.code());
        answer.put("message", error.getMessage());
        respond(exchange, error.status(), answer);
    }

    private static void respond(HttpExchange exchange, int status, Map<String, Object> answer) {
        byte[] body = Json.bytes(answer);
        exchange.respond(status, HEADERS, body, body.length);
    }
}
