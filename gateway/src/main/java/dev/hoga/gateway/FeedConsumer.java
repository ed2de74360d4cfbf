package dev.hoga.gateway;

/**
 * What a broker makes of the market's events. All calls come on the feed's thread, the questions sometimes on the core's
 * while the feed's waits; none may wait long, because everybody's quotes wait with it.
 */
public interface FeedConsumer {

    /** Whether anybody listens to anything; where not, nothing else is asked. */
    boolean wantsAnything();

    /** Whether anybody listens to the trades of an instrument. @param code packed */
    boolean wantsTrades(long code);

    /** Whether anybody listens to the book of an instrument. @param code packed */
    boolean wantsBook(long code);

    /** Whether anybody listens to the orders of an account. */
    boolean wantsAccount(int accountId);

    void trade(TradeNotice trade);

    /** A book changed, once or often, since the last notice of it. */
    void book(BookNotice book);

    void order(OrderNotice order);

    void holding(HoldingNotice holding);

    /** Whether anybody listens to who trades an instrument. @param code packed */
    default boolean wantsTallies(long code) {
        return false;
    }

    /** An instrument that is wanted so has traded, once or often, since the last notice of it. */
    default void tallies(TallyNotice tallies) {
    }

    /** Whether anybody listens to the worth of a fund. @param code packed */
    default boolean wantsFund(long code) {
        return false;
    }

    /** A venue's session has a new phase. */
    default void phase(PhaseNotice phase) {
    }

    /** Indices have changed, once or often, since the last notice of them. A broker that pushes none leaves it out. */
    default void indices(IndexNotice indices) {
    }

    /** Some notices were given, and none comes at once: what was collected should be sent. */
    void send();

    /** Events were lost, so notices of orders are missing: whoever relies on them must be told. Books come again by themselves. */
    void lost();

    /** Nothing will be told any more, ever: nobody may be left waiting. */
    void over();
}
