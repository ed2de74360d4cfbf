package dev.hoga.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContendersTest {
    private static final int COMMANDS = 2_000;

    private static GeneratedFlow flow(int symbols, long seed) {
        return new FlowGenerator(new MarketShape(symbols, 300, 20), COMMANDS, seed).generate();
    }

    private static HogaContender hoga(OrderFlow flow) {
        var tape = new Tape(1, 1);
        OrderNumbers numbers = OrderNumbers.rehearse(flow, tape);
        return new HogaContender(flow, tape, numbers);
    }

    private static void makesWhatTheReferenceMakes(GeneratedFlow generated) {
        OrderFlow flow = generated.flow();
        HogaContender hoga = hoga(flow);
        hoga.play(0, flow.commands());
        generated.requireCameOf("hoga core", hoga);
        var exchangeCore = new ExchangeCoreContender(flow, new Tape(1, 1));
        exchangeCore.play(0, flow.commands());
        generated.requireCameOf("exchange-core", exchangeCore);
    }

    @Test
    void bothMakeOfOneSymbolsStreamWhatTheReferenceMakes() {
        makesWhatTheReferenceMakes(flow(1, 11));
    }

    @Test
    void bothMakeOfManySymbolsStreamWhatTheReferenceMakes() {
        makesWhatTheReferenceMakes(flow(12, 12));
    }

    @Test
    void theStreamTradesCancelsAmendsAndIsRefused() {
        FlowStatistics statistics = flow(12, 13).statistics();
        assertTrue(statistics.filledShare() >= 0.2, "share of filled orders " + statistics.filledShare());
        assertTrue(statistics.refusedShare() > 0 && statistics.refusedShare() < 0.1, "refused " + statistics.refusedShare());
        assertTrue(statistics.crossingShare() > 0.05, "crossing " + statistics.crossingShare());
        for (byte kind = 0; kind < OrderFlow.KIND_NAMES.length; kind++) {
            assertTrue(statistics.share(kind) > 0.02, OrderFlow.KIND_NAMES[kind]);
        }
    }

    @Test
    void equalSeedsMakeEqualStreams() {
        assertEquals(flow(12, 14).tape().tradeHash(), flow(12, 14).tape().tradeHash());
    }

    @Test
    void aStreamThatIsCutShortIsNoticed() {
        GeneratedFlow generated = flow(3, 15);
        HogaContender hoga = hoga(generated.flow());
        hoga.play(0, generated.flow().commands() - 50);
        assertThrows(IllegalStateException.class, () -> generated.requireCameOf("hoga core", hoga));
    }

    @Test
    void aBookThatDiffersByOneShareIsNoticed() {
        GeneratedFlow generated = flow(1, 16);
        HogaContender hoga = hoga(generated.flow());
        hoga.play(0, generated.flow().commands());
        Books books = hoga.books();
        assertTrue(books.firstDifference(generated.books()).isEmpty());
        books.add(0, OrderFlow.BUY, generated.flow().priceTicks[0], 1, 0);
        assertFalse(books.firstDifference(generated.books()).isEmpty());
    }

    @Test
    void printsTheComparisonOfASmallMarket() {
        var printed = new ByteArrayOutputStream();
        new CoreBench(new CoreBenchOptions(new int[] {1, 5}, 200, COMMANDS, 100, 1, 2, 17),
            new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.split("ratio of medians", -1).length - 1, text);
        assertTrue(text.contains("equal trades in order"), text);
    }
}
