package dev.hoga.gateway.kis;

/** What a TR does once its request is known to be well formed and its sender to be who he says. */
@FunctionalInterface
interface TrCall {

    /** Answers, now or later; it must not wait. */
    void run(Call call);
}
