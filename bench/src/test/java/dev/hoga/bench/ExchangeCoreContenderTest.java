package dev.hoga.bench;

import org.junit.jupiter.api.Test;

class ExchangeCoreContenderTest {

    @Test
    void makesOfASmallStreamWhatTheReferenceMakes() {
        GeneratedFlow generated = new FlowGenerator(new MarketShape(12, 300, 20), 2_000, 7).generate();
        var contender = new ExchangeCoreContender(generated.flow(), new Tape(1, 1));
        contender.play(0, generated.flow().commands());
        generated.requireCameOf("exchange-core", contender);
    }
}
