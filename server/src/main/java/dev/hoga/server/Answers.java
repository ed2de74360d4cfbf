package dev.hoga.server;

import dev.hoga.core.Reject;
import dev.hoga.engine.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Commands of the assembly and the control API, which may wait: sent one by one, each answer as a value. */
final class Answers {
    /** The longest a command other than a clock jump may take. */
    static final long COMMAND_TIMEOUT_MS = 30_000;

    /** How many commands are sent before the first answer is waited for. */
    private static final int WINDOW = 256;

    private Answers() {
    }

    /** The answer to one command. */
    sealed interface Answer {
        /** The number the command is accepted with, or what went wrong, thrown. @throws NotDone in every other case */
        default long value() {
            return switch (this) {
                case Accepted(long value) -> value;
                case Refused(Reject reject, long detail) -> throw new NotDone(this, "refused: " + reject + ", " + detail);
                case Overloaded() -> throw new NotDone(this, "too many commands are under way");
                case Unknown() -> throw new NotDone(this, "no answer was seen; it may or may not have been done");
            };
        }
    }

    record Accepted(long value) implements Answer {
    }

    record Refused(Reject reject, long detail) implements Answer {
    }

    record Overloaded() implements Answer {
    }

    record Unknown() implements Answer {
    }

    /** A command was not done, or it is not known whether it was. */
    static final class NotDone extends RuntimeException {
        private final transient Answer answer;

        NotDone(Answer answer, String message) {
            super(message);
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    /** Sends a command and completes with its answer. */
    static CompletableFuture<Answer> send(Consumer<Reply> command) {
        var answer = new CompletableFuture<Answer>();
        command.accept(new Reply() {
            @Override
            public void accepted(long value) {
                answer.complete(new Accepted(value));
            }

            @Override
            public void rejected(Reject reject, long detail) {
                answer.complete(new Refused(reject, detail));
            }

            @Override
            public void overloaded() {
                answer.complete(new Overloaded());
            }

            @Override
            public void unknown() {
                answer.complete(new Unknown());
            }
        });
        return answer;
    }

    /** Sends a command and waits for its answer. */
    static Answer ask(Consumer<Reply> command) {
        return await(send(command), COMMAND_TIMEOUT_MS);
    }

    /**
     * Sends commands that may have been done before and waits for all of them, a window at a time.
     *
     * @throws NotDone where one is refused for another reason than that it is done already
     */
    static void askAllOnce(List<Consumer<Reply>> commands) {
        for (int from = 0; from < commands.size(); from += WINDOW) {
            commands.subList(from, Math.min(from + WINDOW, commands.size())).stream().map(Answers::send).toList()
                .forEach(sent -> {
                    Answer answer = await(sent, COMMAND_TIMEOUT_MS);
                    if (!(answer instanceof Refused(Reject reject, long detail) && reject == Reject.ALREADY_EXISTS)) {
                        answer.value();
                    }
                });
        }
    }

    /** Waits for a result. @throws IllegalStateException where it does not come in time or failed */
    static <T> T await(CompletableFuture<T> result, long timeoutMs) {
        try {
            return result.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within " + timeoutMs + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
