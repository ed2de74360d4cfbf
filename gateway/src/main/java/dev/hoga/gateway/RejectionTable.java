package dev.hoga.gateway;

import dev.hoga.core.Reject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    private final List<Row> rows;
    private final Map<Reject, Row> byReject = new EnumMap<>(Reject.class);

    public RejectionTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> byReject.put(row.reject, row));
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
        return rows;
    }

    public Answer answer(Reject reject, boolean mock) {
        Row row = byReject.get(reject);
        return mock ? row.mock : row.live;
    }
}
