package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.IndexFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.Topic;
import java.util.HashMap;
import java.util.Map;

/**
 * The frames of 0J and 0U, an index whenever it has moved, at most once a second of market time. Volumes are thousands of shares, as
 * the broker's own example has them. Belongs to the feed's thread.
 */
final class IndexFrames {
    private final TrSpec index;
    private final TrSpec breadth;
    private final RealFrame frame = new RealFrame();
    /** When each index had changed last, as it was told, by the exchange's number. */
    private final Map<Integer, Long> told = new HashMap<>();

    IndexFrames(BrokerCatalogue contract) {
        index = contract.require(RealType.SECTOR_INDEX.code());
        breadth = contract.require(RealType.SECTOR_BREADTH.code());
    }

    /** Whether an index has changed since this was asked last. */
    boolean changed(IndexFacts facts) {
        Long before = told.put(facts.number(), facts.timeMs());
        return facts.timeMs() != 0 && (before == null || before != facts.timeMs());
    }

    Frame frame(Topic topic, Subject subject, IndexFacts facts) {
        boolean levels = subject.type() == RealType.SECTOR_INDEX;
        ResponseBody values = ResponseBody.of(levels ? index : breadth);
        values.text("20", KoreanTime.time(facts.timeMs()))
            .price("10", facts.level(), Rates.DECIMALS, facts.change())
            .decimal("11", facts.change(), Rates.DECIMALS)
            .decimal("12", facts.changeHundredths(), Rates.DECIMALS)
            .number("13", facts.volumeThousands())
            .number("14", facts.turnoverMillions())
            .text("25", facts.changeSign());
        if (levels) {
            levels(values, facts);
        } else {
            breadth(values, facts.breadth());
        }
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }

    private static void levels(ResponseBody values, IndexFacts facts) {
        values.number("15", facts.lastVolumeThousands())
            .number("26", facts.volumeThousands() - facts.previousVolumeThousands());
        level(values, "16", facts.openLevel(), facts);
        level(values, "17", facts.highLevel(), facts);
        level(values, "18", facts.lowLevel(), facts);
    }

    private static void breadth(ResponseBody values, IndexFacts.Breadth breadth) {
        values.number("251", breadth.upperLimit())
            .number("252", breadth.up())
            .number("253", breadth.unchanged())
            .number("255", breadth.down())
            .number("254", breadth.lowerLimit())
            .number("256", breadth.traded())
            .decimal("257", breadth.tradedHundredths(), Rates.DECIMALS);
    }

    /** A level with its direction against the day before; 0, where there is none yet, has none. */
    static void level(ResponseBody values, String field, long level, IndexFacts facts) {
        values.price(field, level, Rates.DECIMALS, level == 0 ? 0 : level - facts.previousLevel());
    }
}
