package dev.hoga.server;

import dev.hoga.core.Phase;
import dev.hoga.core.Reject;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.server.Answers.Answer;
import dev.hoga.server.Answers.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Control calls about the market's clock. */
final class ClockCalls {
    /** The longest a jump may take, in host time. */
    static final int JUMP_TIMEOUT_MS = 30 * 60_000;
    /** The farthest one jump may go. */
    static final Duration MAX_ADVANCE = Duration.ofDays(400);

    private ClockCalls() {
    }

    static Map<String, Object> read(Engine engine) {
        long hostTimeMs = engine.hostTimeMs();
        return Answers.await(engine.read(view -> {
            var phases = new LinkedHashMap<String, Object>();
            phases.put("KRX", view.phase(Venue.KRX).name());
            phases.put("NXT", view.phase(Venue.NXT).name());
            phases.put("GOLD", view.phase(Venue.GOLD).name());
            for (Venue venue : Venue.values()) {
                if (venue.overseas()) {
                    phases.put(venue.name(), view.phase(venue).name());
                }
            }
            var answer = new LinkedHashMap<String, Object>();
            answer.put("marketTime", ClockStart.format(view.marketTimeMs(hostTimeMs)));
            answer.put("tradingDate", LocalDate.ofEpochDay(view.tradingDate()).toString());
            answer.put("speed", view.speed());
            answer.put("frozen", view.frozen());
            answer.put("phases", phases);
            return answer;
        }), Answers.COMMAND_TIMEOUT_MS);
    }

    static Map<String, Object> change(Engine engine, Fields body) {
        body.only("set", "advance", "speed", "frozen");
        var commands = engine.commands();
        switch (body.theOne()) {
            case "set" -> jump(engine, timeMs(body)).value();
            case "advance" -> advance(engine, body);
            case "speed" -> {
                int speed = (int) body.requiredWhole("speed", 1, HogaConfig.MAX_SPEED);
                Answers.ask(reply -> commands.setSpeed(speed, reply)).value();
            }
            default -> {
                boolean frozen = body.flag("frozen").orElseThrow();
                Answers.ask(reply -> commands.setFrozen(frozen, reply)).value();
            }
        }
        return read(engine);
    }

    private static long timeMs(Fields body) {
        try {
            return ClockStart.parseTimeMs(body.requiredText("set"));
        } catch (IllegalArgumentException e) {
            throw ControlError.badRequest("'set': " + e.getMessage());
        }
    }

    private static void advance(Engine engine, Fields body) {
        Duration by;
        try {
            by = Duration.parse(body.requiredText("advance"));
        } catch (DateTimeParseException e) {
            throw body.wrong("advance", "an ISO-8601 duration such as PT30S");
        }
        if (by.isNegative() || by.compareTo(MAX_ADVANCE) > 0) {
            throw body.wrong("advance", "a duration from zero to " + MAX_ADVANCE);
        }
        long hostTimeMs = engine.hostTimeMs();
        long nowMs = Answers.await(engine.read(view -> view.marketTimeMs(hostTimeMs)), Answers.COMMAND_TIMEOUT_MS);
        Answer answer = jump(engine, nowMs + by.toMillis());
        // A clock that runs may be past the target by itself when the command comes.
        if (!(answer instanceof Refused(Reject reject, long detail) && reject == Reject.CLOCK_BACKWARD)) {
            answer.value();
        }
    }

    /** Jumps forward and waits until every timer up to the target has run. */
    static Answer jump(Engine engine, long marketTimeMs) {
        return Answers.await(Answers.send(reply -> engine.commands().setMarketTime(marketTimeMs, reply)), JUMP_TIMEOUT_MS);
    }
}
