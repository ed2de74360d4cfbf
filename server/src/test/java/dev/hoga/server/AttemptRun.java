package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.RawConnection.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Sends wrong requests, each on the connection that served everything before it, and keeps what was not answered as it should be. */
final class AttemptRun implements AutoCloseable {
    private final int port;
    private final List<String> wrong = new ArrayList<>();
    private RawConnection connection;

    AttemptRun(ServerProcess server) throws IOException {
        port = server.port();
        connection = RawConnection.open(port);
    }

    /** Sends an attempt. @param of whose it is, for the complaint */
    void attempt(String of, Attempt attempt) throws IOException {
        Answer answer = ask(of + ": " + attempt.name(), attempt.bytes(), attempt.keeps());
        boolean right = answer.status() == attempt.status()
            && (attempt.body().isEmpty() || Json.object(answer.body()).equals(attempt.body()));
        if (!right) {
            complain(of + ": " + attempt.name() + " was answered " + answer + " and not " + attempt.status() + " " + attempt.body());
        }
    }

    /** Sends a request. @param keeps whether the connection must serve the next one @return status 0 where nothing came back */
    Answer ask(String what, byte[] bytes, boolean keeps) throws IOException {
        try {
            connection.send(bytes);
            Answer answer = connection.read();
            boolean says = answer.header("Connection").equals("keep-alive");
            if (says != keeps) {
                complain(what + (keeps ? " closed the connection" : " kept the connection open"));
            }
            if (!says) {
                connection.awaitClose();
                renewConnection();
            }
            return answer;
        } catch (EOFException | SocketException e) {
            complain(what + " got no answer: " + e.getMessage());
            renewConnection();
            return new Answer(0, List.of(), "{}".getBytes(UTF_8));
        }
    }

    void complain(String what) {
        wrong.add(what);
    }

    /** @throws AssertionError where anything was wrong */
    void assertNothingWrong() {
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong:\n" + String.join("\n", wrong));
    }

    private void renewConnection() throws IOException {
        connection.close();
        connection = RawConnection.open(port);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
