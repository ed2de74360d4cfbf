package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.gateway.AccountFacts;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.OrderFacts;
import dev.hoga.gateway.OrderNotice;
import dev.hoga.gateway.PriceTimes;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.TakerSums;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notices before they are encrypted, against recorded ones with the names of their owners taken out. */
class NoticeRecordsTest {
    /** The live host in 2026: a market order is taken. The branch is ours. */
    private static final String TAKEN = "alice^5000000101^0018424200^^02^0^01^0^004090^0000000001^000000000^094801^0^1^1^06010^000000001^앨리스^"
        + "^1^Y^^10^^한국석유^";
    /** The mock host in 2025: a limit order of 44,000 fills at 43,295. Its last values stand where 23 values have them. */
    private static final String FILLED = "alice^5000000101^0000005008^^02^0^00^0^069500^0000000001^000043295^144700^0^2^2^00950^000000001^앨리스^"
        + "KODEX 200^10^^KODEX 200^000044000";

    private static NoticeRecords records(KisLayout layout) {
        return new NoticeRecords(House.CATALOGUE.kis(), layout);
    }

    private static OrderNotice notice(int number, String code, String name, OrderNotice.Change change, OrderFacts order, int hour, int minute,
        int second) {
        var quote = new QuoteFacts(name, "", 0, 0, 0, 0, 0, 0, 0, new PriceTimes(0, 0, 0), 0, 0, 0, 0, 0, 0, new TakerSums(0, 0, 0, 0));
        var nothing = new InstrumentFacts.Best(0, 0, 0);
        long timeMs = LocalDateTime.of(2026, 11, 20, hour, minute, second).toInstant(ZoneOffset.ofHours(9)).toEpochMilli();
        return new OrderNotice(new AccountFacts(20, 5_000_000_101L, "앨리스", "alice", false), number, change, order,
            new InstrumentFacts(0, Code.pack(code), quote, false, nothing, nothing), timeMs);
    }

    private static OrderFacts order(OrderKind kind, int original, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon) {
        return new OrderFacts(true, original, 1, kind, Side.BUY, type, timeInForce, qtyShares, priceWon, qtyShares, 0, 0, 0, 0);
    }

    private static List<String> told(KisLayout layout, OrderNotice notice, Environment environment) {
        return records(layout).of(notice, environment).stream().map(record -> new String(record, UTF_8)).toList();
    }

    @Test
    void tellsThatAnOrderIsTakenAsRecorded() {
        OrderNotice taken = notice(18_424_200, "004090", "한국석유", new OrderNotice.Accepted(),
            order(OrderKind.NEW, 0, OrderType.MARKET, TimeInForce.DAY, 1, 0), 9, 48, 1);
        assertEquals(List.of(TAKEN), told(KisLayout.OF_2026, taken, Environment.LIVE));
        assertEquals(List.of(TAKEN), told(KisLayout.OF_2025, taken, Environment.LIVE));
    }

    @Test
    void tellsOfAFillAsRecordedInTheOldLayout() {
        OrderNotice filled = notice(5_008, "069500", "KODEX 200", new OrderNotice.Filled(1, 43_295, 7),
            order(OrderKind.NEW, 0, OrderType.LIMIT, TimeInForce.DAY, 1, 44_000), 14, 47, 0);
        assertEquals(List.of(FILLED), told(KisLayout.OF_2023, filled, Environment.MOCK));
        assertEquals(23, FILLED.split("\\^", -1).length);
        assertEquals(List.of(FILLED.replace("앨리스^KODEX 200", "앨리스^^1^Y^")), told(KisLayout.OF_2026, filled, Environment.MOCK));
    }

    @Test
    void tellsAnAmendmentAndACancellationTwiceUnderTheirOwnNumbers() {
        OrderNotice amended = notice(2, "005930", "삼성전자", new OrderNotice.Accepted(),
            order(OrderKind.AMEND, 1, OrderType.LIMIT, TimeInForce.DAY, 4, 69_500), 10, 0, 0);
        String record = "alice^5000000101^0000000002^0000000001^02^1^00^0^005930^0000000004^000069500^100000^0^1^%s^06010^000000004^앨리스^^1^Y^^10^^"
            + "삼성전자^";
        assertEquals(List.of(record.formatted("1"), record.formatted("2")), told(KisLayout.OF_2026, amended, Environment.LIVE));
        OrderNotice cancelled = notice(3, "005930", "삼성전자", new OrderNotice.Accepted(),
            order(OrderKind.CANCEL, 2, OrderType.LIMIT, TimeInForce.DAY, 4, 69_500), 10, 0, 0);
        String cancellation = "alice^5000000101^0000000003^0000000002^02^2^00^0^005930^0000000004^000000000^100000^0^1^%s^06010^000000004^앨리스^^1^Y^"
            + "^10^^삼성전자^";
        assertEquals(List.of(cancellation.formatted("1"), cancellation.formatted("2")), told(KisLayout.OF_2026, cancelled, Environment.LIVE));
    }

    @Test
    void tellsThatTheRestOfAnImmediateOrderIsGoneAndNothingOfOtherReductions() {
        OrderFacts immediate = order(OrderKind.NEW, 0, OrderType.LIMIT, TimeInForce.IOC, 10, 70_000);
        for (ReduceReason reason : ReduceReason.values()) {
            List<String> told = told(KisLayout.OF_2026, notice(1, "005930", "삼성전자", new OrderNotice.Reduced(reason, 7), immediate, 10, 0, 0),
                Environment.LIVE);
            assertEquals(reason == ReduceReason.NOT_FILLED_AT_ONCE ? List.of("alice^5000000101^0000000001^^02^0^11^1^005930^0000000010^000070000^100000^0"
                + "^1^3^06010^000000010^앨리스^^1^Y^^10^^삼성전자^") : List.of(), told, reason.name());
        }
    }

    @Test
    void tellsWhatIsStillKnownOfAnOrderOfAPastDay() {
        var gone = new OrderFacts(false, 0, 1, OrderKind.NEW, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(List.of("alice^5000000101^0000000001^^01^^^^005930^0000000003^000070000^100000^0^2^2^06010^^앨리스^^1^Y^^10^^삼성전자^"),
            told(KisLayout.OF_2026, notice(1, "005930", "삼성전자", new OrderNotice.Filled(3, 70_000, 1), gone, 10, 0, 0), Environment.LIVE));
    }
}
