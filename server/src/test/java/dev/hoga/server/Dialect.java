package dev.hoga.server;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.ConformanceScript.Exchange;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How clients of one broker ask, and what each answer to them must look like. It knows the contract, not the server's code. */
sealed interface Dialect permits KiwoomDialect, KisDialect {
    /** Who sends no authorization. */
    String NOBODY = "nobody";

    /** Both, in the order of the coverage table. */
    static List<Dialect> all() {
        return List.of(KiwoomDialect.INSTANCE, KisDialect.INSTANCE);
    }

    /** The broker's contract. */
    BrokerCatalogue contract();

    /** The TR that a step names; empty where there is none such. */
    Optional<TrSpec> find(String name);

    /**
     * The headers that a client sends with a TR, beside Host and Content-Type, with placeholders.
     *
     * @param name the TR as the step names it
     * @param tr   empty where there is none such
     * @param key  whose key, {@code alice.live}, or {@link #NOBODY}
     */
    Map<String, Object> headers(String name, Optional<TrSpec> tr, String key);

    /** The fields of a request that say which account is meant, with placeholders; empty where the token says it. */
    Map<String, Object> account(TrSpec tr, String key);

    /** How a key gets its token. */
    Exchange tokenCall(String key);

    /** The field of the answer that holds it. */
    String tokenField();

    /**
     * How an error of the contract's tables is told to a client that called a TR.
     *
     * @param codeAndValues a number, then the values of its text
     */
    Refusal refusal(Optional<TrSpec> tr, List<?> codeAndValues);

    /**
     * Opens a session on the broker's socket.
     *
     * @param token what {@link #socketCall} got
     */
    Feed openFeed(int port, String token) throws IOException;

    /** How a key gets what opens a session on the socket. */
    Exchange socketCall(String key);

    /** The field of the answer that holds it. */
    String socketField();

    /** Whether an answer says that all went well. */
    boolean succeeded(Answer answer, Map<String, Object> body);

    /**
     * What is wrong with the form of an answer, whatever it says; empty where nothing is.
     *
     * @param trHeader the TR as the request's header names it
     */
    List<String> breaches(Optional<TrSpec> tr, String trHeader, Answer answer, Map<String, Object> body);
}
