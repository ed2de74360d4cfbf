package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerQueueTest {

    private record Timer(long atMs, long sequence, int kind) {
    }

    @Test
    void runsEqualTimesInTheOrderInWhichTheyWereSet() {
        var timers = new TimerQueue();
        for (int kind = 1; kind <= 200; kind++) {
            timers.add(kind % 3, kind);
        }
        var expected = new ArrayList<Integer>();
        for (int time = 0; time < 3; time++) {
            for (int kind = 1; kind <= 200; kind++) {
                if (kind % 3 == time) {
                    expected.add(kind);
                }
            }
        }
        var polled = new ArrayList<Integer>();
        while (timers.nextMs() != Long.MAX_VALUE) {
            polled.add(timers.poll());
        }
        assertEquals(expected, polled);
    }

    @Test
    void behavesLikeASortedListAlsoAfterItWasWrittenAndRead() {
        long seed = Seeds.first(3);
        var random = new Random(seed);
        var timers = new TimerQueue();
        var model = new PriorityQueue<>(Comparator.comparingLong(Timer::atMs).thenComparingLong(Timer::sequence));
        for (int step = 0; step < 20_000; step++) {
            if (model.isEmpty() || random.nextInt(100) < (step < 10_000 ? 60 : 45)) {
                long at = random.nextInt(500);
                timers.add(at, step);
                model.add(new Timer(at, step, step));
            } else {
                assertEquals(model.peek().atMs, timers.nextMs(), "seed " + seed + " step " + step);
                assertEquals(model.poll().kind, timers.poll(), "seed " + seed + " step " + step);
            }
            if (random.nextInt(1_000) == 0) {
                var state = new ListState();
                timers.write(state);
                timers = new TimerQueue();
                timers.read(state);
                var again = new ListState();
                timers.write(again);
                assertEquals(state.values, again.values);
            }
        }
        var left = new ArrayList<Integer>();
        while (timers.nextMs() != Long.MAX_VALUE) {
            left.add(timers.poll());
        }
        List<Integer> expected = new ArrayList<>();
        while (!model.isEmpty()) {
            expected.add(model.poll().kind);
        }
        assertEquals(expected, left);
    }
}
