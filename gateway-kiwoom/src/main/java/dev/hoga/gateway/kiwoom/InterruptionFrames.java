package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Code;
import dev.hoga.core.Interruption;
import dev.hoga.core.Market;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.InterruptionFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.Topic;
import java.util.HashMap;
import java.util.Map;

/**
 * The frames of 1h: one when a volatility interruption begins, one when it ends. No frame was ever seen, so the codes of 9068 (1
 * begins, 2 ends), 9008 (001 KOSPI, 101 KOSDAQ) and 9069 (1 up, 2 down) are guessed. Belongs to the feed's thread.
 */
final class InterruptionFrames {
    private static final long MILLION = 1_000_000;
    private static final String NOT_YET = "000000";

    private final TrSpec spec;
    private final RealConstants.OfType constants = RealConstants.of(RealType.VOLATILITY_INTERRUPTION);
    private final RealFrame frame = new RealFrame();
    /** What was told last, by packed code. */
    private final Map<Long, Told> told = new HashMap<>();

    private record Told(int count, boolean goesOn) {
    }

    InterruptionFrames(BrokerCatalogue contract) {
        spec = contract.require(RealType.VOLATILITY_INTERRUPTION.code());
    }

    /** Whether an interruption has begun or ended since this was asked last. */
    boolean changed(BookNotice notice) {
        InterruptionFacts now = notice.interruption();
        var after = new Told(now.count(), now.goesOn());
        return now.count() > 0 && !after.equals(told.put(notice.instrument().code(), after));
    }

    Frame frame(Topic topic, Subject subject, BookNotice notice) {
        InterruptionFacts facts = notice.interruption();
        QuoteFacts quote = notice.instrument().quote();
        boolean up = facts.triggerWon() >= facts.staticBaseWon();
        String applied = applied(facts.kind());
        ResponseBody values = ResponseBody.of(spec);
        constants.fill(values);
        values.text("9001", Code.text(subject.id()))
            .text("302", quote.name())
            .number("13", quote.volumeShares())
            .number("14", quote.turnoverWon() / MILLION)
            .text("9068", facts.goesOn() ? "1" : "2")
            .text("9008", facts.market() == Market.KOSPI ? "001" : "101")
            .number("1221", facts.triggerWon())
            .text("1223", KoreanTime.time(facts.beganMs()))
            .text("1224", facts.goesOn() ? NOT_YET : KoreanTime.time(notice.timeMs()))
            .text("1225", applied)
            .number("1236", facts.staticBaseWon())
            .number("1237", facts.dynamicBaseWon())
            .text("1238", rate(facts.triggerWon(), facts.staticBaseWon()))
            .text("1239", rate(facts.triggerWon(), facts.dynamicBaseWon()))
            .text("1489", rate(facts.triggerWon(), quote.baseWon()))
            .number("1490", facts.count())
            .text("9069", up ? "1" : "2")
            .text("1279", (up ? "+" : "-") + applied);
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }

    /** An ordered one counts as static: it has no price that was too far away. */
    private static String applied(Interruption kind) {
        return switch (kind) {
            case NONE, STATIC, ORDERED, REOPENING -> "정적";
            case DYNAMIC -> "동적";
            case STATIC_AND_DYNAMIC -> "동적+정적";
        };
    }

    /** How far a price is from another in percent with a sign; 0.00 where there is no other. */
    private static String rate(long priceWon, long fromWon) {
        return SignedRate.of(fromWon == 0 ? 0 : Rates.hundredths(priceWon - fromWon, fromWon));
    }
}
