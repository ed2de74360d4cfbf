package dev.hoga.gateway;

import dev.hoga.core.Reject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which code of a broker says what the core refused, live and in mock trading. {@link Source#DOCUMENTED} means that the code was
 * seen or is documented for this very case; {@link Source#GUESSED} that it is the nearest code known, and the doubt says why. A
 * client must be able to rely on one thing in either case: the answer is a refusal, and nothing was changed.
 */
public final class RejectionTable {

    /** How sure a code is. */
    public enum Source { DOCUMENTED, GUESSED }

    /** @param text a text that stands in for the catalogue's; else empty */
    public record Answer(String code, Source source, String text) {
    }

    /** One row. @param doubt why a guess is the nearest code; empty where both are documented */
    public record Row(Reject reject, Answer live, Answer mock, String doubt) {
    }

    /** What the core never says of an order. */
    private static final Set<Reject> NOT_OF_ORDERS =
        EnumSet.of(Reject.ALREADY_EXISTS, Reject.HAS_OPEN_ORDERS, Reject.TRADED_TODAY, Reject.CLOCK_BACKWARD, Reject.UNKNOWN_KEY);

    private final Map<Reject, Row> byReject = new EnumMap<>(Reject.class);

    /**
     * @param rows one for everything that the core may say of an order
     * @param otherwise for the rest
     * @throws IllegalArgumentException where a refusal has no row or two, or a guess has no reason
     */
    public RejectionTable(List<Row> rows, Answer otherwise) {
        NOT_OF_ORDERS.forEach(reject -> byReject.put(reject, row(reject, otherwise, otherwise, "cannot happen to an order")));
        for (Row row : rows) {
            boolean guessed = row.live.source == Source.GUESSED || row.mock.source == Source.GUESSED;
            if (byReject.put(row.reject, row) != null || guessed && row.doubt.isEmpty()) {
                throw new IllegalArgumentException(row.toString());
            }
        }
        if (byReject.size() < Reject.values().length) {
            throw new IllegalArgumentException("only " + byReject.keySet());
        }
    }

    public static Row row(Reject reject, Answer live, Answer mock, String doubt) {
        return new Row(reject, live, mock, doubt);
    }

    public static Answer seen(String code) {
        return new Answer(code, Source.DOCUMENTED, "");
    }

    public static Answer guessed(String code) {
        return new Answer(code, Source.GUESSED, "");
    }

    /** All rows, in the order of {@link Reject}. */
    public List<Row> rows() {
        return List.copyOf(byReject.values());
    }

    public Answer answer(Reject reject, boolean mock) {
        Row row = byReject.get(reject);
        return mock ? row.mock : row.live;
    }
}
