package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTurnsTest {
    private final List<Long> sleepsNs = new ArrayList<>();
    private long nowNs = 1_000_000_000;
    private long committed;
    private int underWay = LogTurns.MANY_UNDER_WAY;
    private int archiveTurns;
    private final LogTurns turns = new LogTurns(new Doorbell("log", 1), new Doorbell("core", 1), () -> {
        archiveTurns++;
        return 1;
    }, () -> committed, () -> underWay, () -> nowNs, ns -> {
        sleepsNs.add(ns);
        nowNs += ns;
    });

    @Test
    void letsTheArchiveWorkInEachTurn() {
        turns.idle(0);
        turns.idle(1);
        turns.idle();
        assertEquals(3, archiveTurns);
    }

    @Test
    void sleepsForTheRestOfThePaceAfterACommitWhileManyWait() {
        commit();
        nowNs += LogTurns.PACE_NS / 5;
        commit();
        assertEquals(List.of(LogTurns.PACE_NS * 4 / 5), sleepsNs);
    }

    @Test
    void collectsFromTheEndOfItsSleepOn() {
        commit();
        commit();
        commit();
        assertEquals(List.of(LogTurns.PACE_NS, LogTurns.PACE_NS), sleepsNs);
    }

    @Test
    void doesNotSleepWhileFewWait() {
        underWay = LogTurns.MANY_UNDER_WAY - 1;
        commit();
        commit();
        assertEquals(List.of(), sleepsNs);
    }

    @Test
    void doesNotSleepWhereTheForceTookAsLong() {
        commit();
        nowNs += LogTurns.PACE_NS - LogTurns.SHORTEST_SLEEP_NS + 1;
        commit();
        assertEquals(List.of(), sleepsNs);
    }

    @Test
    void doesNotSleepWithoutACommit() {
        commit();
        turns.idle(1);
        turns.idle(0);
        assertEquals(List.of(), sleepsNs);
    }

    private void commit() {
        committed += 96;
        turns.idle(1);
    }
}
