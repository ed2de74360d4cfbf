package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.Reject;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The coming days of every instrument that are bound to rows, each instrument's in ascending order of dates. */
final class BoundDays {
    /** The most rows that wait: two thousand instruments for a year. */
    static final int MOST_ROWS = 500_000;

    private final List<ArrayDeque<DailyRow>> rows = new ArrayList<>();
    private int count;

    /** Adds a row, which must be later than those that its instrument has. @return why not, or null */
    Reject add(int instrument, DailyRow row) {
        while (rows.size() <= instrument) {
            rows.add(new ArrayDeque<>());
        }
        DailyRow newest = rows.get(instrument).peekLast();
        if (newest != null && newest.epochDay() >= row.epochDay()) {
            return Reject.ALREADY_EXISTS;
        }
        if (count == MOST_ROWS) {
            return Reject.OUT_OF_RANGE;
        }
        rows.get(instrument).addLast(row);
        count++;
        return null;
    }

    /** The row of a date, null where it has none; those of earlier dates are forgotten. */
    DailyRow of(int instrument, int epochDay) {
        if (instrument >= rows.size()) {
            return null;
        }
        ArrayDeque<DailyRow> coming = rows.get(instrument);
        while (!coming.isEmpty() && coming.peekFirst().epochDay() < epochDay) {
            coming.removeFirst();
            count--;
        }
        DailyRow next = coming.peekFirst();
        return next != null && next.epochDay() == epochDay ? next : null;
    }

    void write(StateWriter out) {
        out.putLong(rows.size());
        for (ArrayDeque<DailyRow> coming : rows) {
            out.putLong(coming.size());
            coming.forEach(row -> row.write(out));
        }
    }

    void read(StateReader in) {
        int instruments = (int) in.getLong();
        for (int instrument = 0; instrument < instruments; instrument++) {
            var coming = new ArrayDeque<DailyRow>();
            rows.add(coming);
            for (long left = in.getLong(); left > 0; left--) {
                coming.addLast(DailyRow.read(in));
                count++;
            }
        }
    }
}
