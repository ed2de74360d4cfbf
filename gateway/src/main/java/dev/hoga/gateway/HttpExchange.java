package dev.hoga.gateway;

/**
 * One request with its answer. It belongs to one handler, which answers exactly once, from any thread. The transport has
 * already refused what is too large, too slow or no HTTP.
 */
public interface HttpExchange {

    /** The method as sent: {@code GET}, {@code POST} … */
    String method();

    /** The path without query, as sent, not decoded. */
    String path();

    /** The query as sent, without the question mark; empty where there is none. */
    String query();

    /** The first header of this name in any spelling, or an empty string; see {@link #hasHeader}. */
    String header(String name);

    boolean hasHeader(String name);

    /** The body; valid until the answer. */
    byte[] body();

    /** The other end's address without port. */
    String remoteAddress();

    /**
     * Goes on with this exchange on its own network thread, so that whoever has the result (the core's thread, say) only hands
     * over. The task must not wait.
     */
    void resume(Runnable task);

    /**
     * Lets the answer take longer than the transport's usual limit, for a call whose work is bounded but long. The answers of
     * later requests on the connection wait for it.
     */
    void mayTakeMs(int ms);

    /**
     * Answers. Names are written as spelled here. An answer after the first, or after the transport has given up, is dropped.
     *
     * @param headers name, value, name, value …; Content-Length, Date and Connection are added by the transport
     * @param length how many bytes of {@code body} are sent, from its start
     * @throws IllegalArgumentException where a header holds a control character
     */
    void respond(int status, String[] headers, byte[] body, int length);
}
