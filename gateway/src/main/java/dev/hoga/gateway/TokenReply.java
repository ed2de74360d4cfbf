package dev.hoga.gateway;

import dev.hoga.core.Reject;
import dev.hoga.engine.Reply;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Takes the core's answer to a token command on the core's thread and has it written on the network's.
 *
 * @param issued goes on with the token's issue number
 * @param refused answers that nothing was done
 * @param neverSent answers that the command was never sent
 */
public record TokenReply(BrokerCall call, LongConsumer issued, Consumer<Reject> refused, Runnable neverSent) implements Reply {

    @Override
    public void accepted(long issueNumber) {
        call.exchange().resume(() -> issued.accept(issueNumber));
    }

    @Override
    public void rejected(Reject reject, long detail) {
        call.exchange().resume(() -> refused.accept(reject));
    }

    @Override
    public void overloaded() {
        call.exchange().resume(neverSent);
    }

    @Override
    public void unknown() {
        call.exchange().resume(call::unknownOutcome);
    }
}
