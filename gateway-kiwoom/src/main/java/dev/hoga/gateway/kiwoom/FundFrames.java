package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.FundFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.Topic;
import java.util.HashMap;
import java.util.Map;

/** The frames of 0G: what a fund is worth, when its index has moved it, at most once a second of market time. Of the feed's thread. */
final class FundFrames {
    private final TrSpec spec;
    private final RealConstants.OfType constants = RealConstants.of(RealType.ETF_NAV);
    private final RealFrame frame = new RealFrame();
    /** What was told last, by packed code. */
    private final Map<Long, Long> told = new HashMap<>();

    FundFrames(BrokerCatalogue contract) {
        spec = contract.require(RealType.ETF_NAV.code());
    }

    /** Whether a fund's worth is another than when this was asked last. */
    boolean changed(FundFacts fund) {
        Long before = told.put(fund.instrument().code(), fund.worth());
        return before == null || before != fund.worth();
    }

    Frame frame(Topic topic, Subject subject, FundFacts fund, long timeMs) {
        QuoteFacts quote = fund.instrument().quote();
        ResponseBody values = ResponseBody.of(spec);
        constants.fill(values);
        QuoteFrames.price(values, "10", quote.lastWon(), quote.baseWon());
        values.decimal("36", fund.worth(), Rates.DECIMALS)
            .decimal("37", fund.change(), Rates.DECIMALS)
            .decimal("38", fund.changeHundredths(), Rates.DECIMALS)
            .text("20", KoreanTime.time(timeMs))
            .number("11", quote.changeWon())
            .decimal("12", Rates.hundredths(quote.changeWon(), quote.baseWon()), Rates.DECIMALS)
            .number("13", quote.volumeShares())
            .text("25", quote.changeSign())
            .text("265", SignedRate.of(fund.offIndexHundredths()))
            .text("266", SignedRate.of(fund.premiumHundredths()));
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }
}
