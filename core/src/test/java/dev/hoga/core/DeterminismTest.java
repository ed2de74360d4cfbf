package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same commands give the same events and the same state, however often and at whatever spacing of ticks. */
class DeterminismTest {

    /** A stream, and what was said of it; without resumptions, which make a difference where time stood (that is their use). */
    private static List<Command> commands(long seed, List<String> said) {
        var log = new FullEventLog();
        var core = new Brokerage(log);
        var stream = new CommandStream(new Random(seed), core.view());
        var commands = new ArrayList<>(stream.beginning());
        commands.forEach(command -> command.giveTo(core));
        while (commands.size() < 3_000) {
            Command command = stream.next();
            if (!command.name().equals("resume")) {
                command.giveTo(core);
                commands.add(command);
            }
        }
        said.addAll(log.take());
        return commands;
    }

    @Test
    void saysAndBecomesTheSameTwice() {
        for (long seed = Seeds.first(60_000); seed < Seeds.first(60_000) + 10; seed++) {
            var said = new ArrayList<String>();
            List<Command> commands = commands(seed, said);
            var log = new FullEventLog();
            var first = new Brokerage(log);
            commands.forEach(command -> command.giveTo(first));
            assertEquals(said, log.take(), "seed " + seed);
            var second = new Brokerage(log);
            second.reserveOrders(100_000);
            commands.forEach(command -> command.giveTo(second));
            assertEquals(said, log.take(), "seed " + seed);
            assertEquals(first.stateHash(), second.stateHash(), "seed " + seed);
            assertEquals(ListState.of(first).values, ListState.of(second).values, "seed " + seed);
        }
    }

    @Test
    void doesNotDependOnTheSpacingOfTicks() {
        int ticks = 0;
        for (long seed = Seeds.first(70_000); seed < Seeds.first(70_000) + 10; seed++) {
            var said = new ArrayList<String>();
            List<Command> commands = commands(seed, said).stream().filter(command -> !command.name().equals("tick")).toList();
            var withoutLog = new FullEventLog();
            var without = new Brokerage(withoutLog);
            var withLog = new FullEventLog();
            var with = new Brokerage(withLog);
            var random = new Random(seed);
            long hostMs = 0;
            int given = 0;
            for (Command command : commands) {
                long nextMs = (Long) command.arguments()[0];
                int spacing = 1 + random.nextInt(100);
                for (long tick = hostMs; hostMs > 0 && tick < nextMs; tick += spacing) {
                    with.tick(tick);
                    ticks++;
                }
                hostMs = nextMs;
                command.giveTo(with);
                command.giveTo(without);
                if (++given % 50 == 0) {
                    assertEquals(without.stateHash(), with.stateHash(), "seed " + seed + " " + command);
                }
            }
            assertEquals(without.stateHash(), with.stateHash(), "seed " + seed);
            assertEquals(withoutLog.take(), withLog.take(), "seed " + seed);
            assertEquals(without.view().marketTimeMs(hostMs), with.view().marketTimeMs(hostMs), "seed " + seed);
        }
        assertTrue(ticks > 10_000, "only " + ticks);
    }
}
