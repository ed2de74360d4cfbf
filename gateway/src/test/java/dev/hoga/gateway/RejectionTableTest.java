package dev.hoga.gateway;

import static dev.hoga.gateway.RejectionTable.guessed;
import static dev.hoga.gateway.RejectionTable.row;
import static dev.hoga.gateway.RejectionTable.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hoga.core.Reject;
import dev.hoga.gateway.RejectionTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionTableTest {
    private static final List<Reject> NOT_OF_ORDERS =
        List.of(Reject.ALREADY_EXISTS, Reject.HAS_OPEN_ORDERS, Reject.TRADED_TODAY, Reject.CLOCK_BACKWARD, Reject.UNKNOWN_KEY);

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        Arrays.stream(Reject.values()).filter(reject -> !NOT_OF_ORDERS.contains(reject))
            .forEach(reject -> rows.add(row(reject, seen("live " + reject), seen("mock " + reject), "")));
        return rows;
    }

    @Test
    void answersEveryRefusalLiveAndMock() {
        var table = new RejectionTable(rows(), guessed("other"));
        assertEquals("live OFF_TICK", table.answer(Reject.OFF_TICK, false).code());
        assertEquals("mock OFF_TICK", table.answer(Reject.OFF_TICK, true).code());
        assertEquals("other", table.answer(Reject.CLOCK_BACKWARD, true).code());
        assertEquals(List.of(Reject.values()), table.rows().stream().map(Row::reject).toList());
    }

    @Test
    void refusesATableThatDoesNotKnowARefusalOrKnowsItTwice() {
        List<Row> rows = rows();
        assertThrows(IllegalArgumentException.class, () -> new RejectionTable(rows.subList(1, rows.size()), guessed("other")));
        rows.add(rows.getFirst());
        assertThrows(IllegalArgumentException.class, () -> new RejectionTable(rows, guessed("other")));
    }

    @Test
    void refusesAGuessWithoutAReason() {
        List<Row> rows = rows();
        rows.set(0, row(rows.getFirst().reject(), seen("1"), guessed("2"), ""));
        assertThrows(IllegalArgumentException.class, () -> new RejectionTable(rows, guessed("other")));
    }
}
