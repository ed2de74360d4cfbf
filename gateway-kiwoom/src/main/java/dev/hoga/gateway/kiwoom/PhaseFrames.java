package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.core.Phase;
import dev.hoga.core.Venue;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.PhaseNotice;
import dev.hoga.gateway.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The frames of 0s: the session clock of KRX and Nextrade, one frame for each code that a new phase means, its item empty. No code is
 * published for KRX's after-market, so its beginning is told by the end of the hours before it alone. Belongs to the feed's thread.
 */
final class PhaseFrames {
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_MINUTE = 60;
    private static final long SECOND_MS = 1_000;
    private static final String NOON = "120000";

    private final TrSpec spec;
    private final RealFrame frame = new RealFrame();
    /** The phase that was told last, by venue. */
    private final Map<Venue, Phase> told = new EnumMap<>(Venue.class);

    PhaseFrames(BrokerCatalogue contract) {
        spec = contract.require(RealType.MARKET_PHASE.code());
    }

    /** The codes of field 215 that a new phase means, none for phases that the broker does not tell of. */
    List<String> codes(PhaseNotice notice) {
        Phase before = told.put(notice.venue(), notice.phase());
        return switch (notice.venue()) {
            case KRX -> ofKrx(before == null ? Phase.CLOSED : before, notice.phase());
            case NXT -> ofNextrade(KoreanTime.time(notice.timeMs()).compareTo(NOON) < 0, notice.phase());
            default -> List.of();
        };
    }

    private static List<String> ofKrx(Phase before, Phase now) {
        return switch (now) {
            case OPENING_AUCTION -> List.of("0");
            case CONTINUOUS -> before == Phase.HALTED || before == Phase.REOPENING_AUCTION ? List.of() : List.of("3");
            case CLOSING_AUCTION -> List.of("2");
            case CLOSE_PRICE_ENTRY -> List.of("4", "8");
            case CLOSE_PRICE -> List.of("a");
            case SINGLE_PRICE -> before == Phase.SINGLE_PRICE ? List.of() : List.of("b", "c");
            case AFTER_MARKET -> List.of("b");
            case CLOSED -> before == Phase.SINGLE_PRICE ? List.of("d", "9") : List.of("9");
            default -> List.of();
        };
    }

    /** @param morning which of the venue's two pauses it is */
    private static List<String> ofNextrade(boolean morning, Phase now) {
        return switch (now) {
            case PRE_MARKET -> List.of("P");
            case PAUSE -> List.of(morning ? "Q" : "S");
            case MAIN -> List.of("R");
            case AFTER_MARKET_AUCTION -> List.of("T");
            case AFTER_MARKET -> List.of("U");
            case CLOSED -> List.of("V");
            default -> List.of();
        };
    }

    Frame frame(Topic topic, String code, PhaseNotice notice) {
        ResponseBody values = ResponseBody.of(spec)
            .text("215", code)
            .text("20", KoreanTime.time(notice.timeMs()))
            .text("214", remaining(code.equals("0") || code.equals("2") ? notice.nextMs() - notice.timeMs() : 0));
        frame.write(RealType.MARKET_PHASE, "", values);
        return Frame.quote(topic, frame.array(), frame.length());
    }

    /** Hours, minutes and seconds, less than a day. */
    private static String remaining(long ms) {
        int seconds = (int) Math.clamp(ms / SECOND_MS, 0, DAY_SECONDS - 1);
        return KoreanTime.digits(seconds / SECONDS_AN_HOUR, 2) + KoreanTime.digits(seconds / SECONDS_A_MINUTE % SECONDS_A_MINUTE, 2)
            + KoreanTime.digits(seconds % SECONDS_A_MINUTE, 2);
    }
}
