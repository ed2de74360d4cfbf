package dev.hoga.server;

import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was said of the simulated participants; what was left out stays as it is, or as it is on an empty folder: on, seed
 * {@value #FIRST_SEED}, the intensity of an ordinary market.
 *
 * @param intensityPercent how much happens; 100 is an ordinary market
 */
public record MarketPlan(Optional<Boolean> on, OptionalLong seed, OptionalInt intensityPercent) {
    /** Nothing was said. */
    static final MarketPlan UNSAID = new MarketPlan(Optional.empty(), OptionalLong.empty(), OptionalInt.empty());
    /** No participants, and nothing else was said. */
    static final MarketPlan OFF = new MarketPlan(Optional.of(false), OptionalLong.empty(), OptionalInt.empty());

    private static final long FIRST_SEED = 1;
    static final int USUAL_INTENSITY_PERCENT = 100;
    static final int MOST_INTENSITY_PERCENT = 1_000;

    /** How the participants of a brokerage stand. */
    record Standing(boolean on, long seed, int intensityPercent) {

        static Standing read(BrokerageView view) {
            return new Standing(view.participantsOn(), view.participantsSeed(), view.participantsIntensityPercent());
        }

        Map<String, Object> describe() {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("participants", on ? "on" : "off");
            answer.put("seed", seed);
            answer.put("intensity", intensityPercent);
            return answer;
        }
    }

    /** Does what was said on a brokerage whose clock has never run. */
    void begin(Engine engine) {
        send(engine, new Standing(on.orElse(true), seed.orElse(FIRST_SEED), intensityPercent.orElse(USUAL_INTENSITY_PERCENT)));
    }

    /** Changes what was said, and nothing else. */
    Standing change(Engine engine) {
        Standing now = Answers.await(engine.read(Standing::read), Answers.COMMAND_TIMEOUT_MS);
        int intensity = now.intensityPercent == 0 ? USUAL_INTENSITY_PERCENT : now.intensityPercent;
        var wanted = new Standing(on.orElse(now.on), seed.orElse(now.seed), intensityPercent.orElse(intensity));
        if (!wanted.equals(now)) {
            send(engine, wanted);
        }
        return wanted;
    }

    private static void send(Engine engine, Standing wanted) {
        Answers.ask(reply -> engine.commands().setParticipants(wanted.on, wanted.seed, wanted.intensityPercent, reply)).value();
    }
}
