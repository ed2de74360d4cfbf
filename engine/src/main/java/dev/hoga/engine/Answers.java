package dev.hoga.engine;

import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of one command (or tick), kept until it has been applied whole: only then may anyone hear of it. Seldom more
 * than one. A reply that fails is its caller's fault and stops nothing.
 */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private enum Kind { ACCEPTED, REJECTED, ORDER_ACCEPTED }

    private final PendingReplies pending;
    private Answer[] answers = {new Answer()};
    private int count;

    Answers(PendingReplies pending) {
        this.pending = pending;
    }

    void accepted(long correlationId, long value) {
        next(Kind.ACCEPTED, correlationId).value = value;
    }

    void rejected(long correlationId, Reject reject, long detail) {
        Answer answer = next(Kind.REJECTED, correlationId);
        answer.reject = reject;
        answer.value = detail;
    }

    void orderAccepted(long correlationId, int orderNumber, int rootNumber, Side side, long qtyShares, long marketTimeMs) {
        Answer answer = next(Kind.ORDER_ACCEPTED, correlationId);
        answer.orderNumber = orderNumber;
        answer.rootNumber = rootNumber;
        answer.side = side;
        answer.value = qtyShares;
        answer.marketTimeMs = marketTimeMs;
    }

    /** Gives the answers to those who wait for them here. */
    void deliver() {
        for (int i = 0; i < count; i++) {
            Answer answer = answers[i];
            Reply reply = pending.take(answer.correlationId);
            if (reply == null) {
                continue;
            }
            try {
                switch (answer.kind) {
                    case ACCEPTED -> reply.accepted(answer.value);
                    case REJECTED -> reply.rejected(answer.reject, answer.value);
                    case ORDER_ACCEPTED -> reply.orderAccepted(answer.orderNumber, answer.rootNumber, answer.side, answer.value,
                        answer.marketTimeMs);
                }
            } catch (RuntimeException e) {
                LOG.error("A reply failed at its answer", e);
            }
        }
        count = 0;
    }

    private Answer next(Kind kind, long correlationId) {
        if (count == answers.length) {
            var grown = new Answer[count * 2];
            for (int i = 0; i < grown.length; i++) {
                grown[i] = i < count ? answers[i] : new Answer();
            }
            answers = grown;
        }
        Answer answer = answers[count++];
        answer.kind = kind;
        answer.correlationId = correlationId;
        return answer;
    }

    private static final class Answer {
        Kind kind;
        long correlationId;
        long value;
        Reject reject;
        int orderNumber;
        int rootNumber;
        Side side;
        long marketTimeMs;
    }
}
