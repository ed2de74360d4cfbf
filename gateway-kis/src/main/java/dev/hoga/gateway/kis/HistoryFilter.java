package dev.hoga.gateway.kis;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Side;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.history.OrderQuery;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What inquire-daily-ccld can be narrowed to. Values that the document does not list narrow nothing, because a real client sends
 * one of its arguments in another's place.
 *
 * @param number one order, or 0 for all
 * @param kind whether orders of that venue, credit type and product exist at all
 * @param onCredit only orders on credit, or only those for cash
 */
record HistoryFilter(String from, String to, String side, String codeText, int number, String fillStatus, boolean kind,
    Optional<Boolean> onCredit) {
    private static final Set<String> OTHER_VENUES = Set.of("NXT", "SOR");
    /** Loans against securities, stock loans, lending, loans of the market. */
    private static final Set<String> OTHER_LOANS = Set.of("03", "04", "05", "07");
    private static final Set<String> OTHER_PRODUCTS = Set.of("1", "2");

    static HistoryFilter of(Call call) {
        boolean kind = !OTHER_VENUES.contains(call.text("EXCG_ID_DVSN_CD")) && !OTHER_LOANS.contains(call.text("INQR_DVSN_3"))
            && !OTHER_PRODUCTS.contains(call.text("INQR_DVSN_1"));
        return new HistoryFilter(call.text("INQR_STRT_DT"), call.text("INQR_END_DT"), call.text("SLL_BUY_DVSN_CD"),
            call.text("PDNO"), OrderNumbers.parse(call.text("ODNO")), call.text("CCLD_DVSN"), kind, switch (call.text("INQR_DVSN_3")) {
                case "01" -> Optional.of(false);
                case "02", "06" -> Optional.of(true);
                default -> Optional.empty();
            });
    }

    /** Whether the day is in the range; a blank end is open. */
    boolean covers(int epochDay) {
        String day = KoreanTime.date(epochDay);
        return (from.isEmpty() || from.compareTo(day) <= 0) && (to.isEmpty() || to.compareTo(day) >= 0);
    }

    boolean admits(BrokerageView view, int order) {
        return kind && onCredit.orElse(view.orderOnCredit(order)) == view.orderOnCredit(order)
            && sideFits(view.orderSide(order)) && codeFits(view, order) && (number == 0 || number == order)
            && fillFits(view, order);
    }

    /**
     * The same of the days before a trading date, as far as this TR goes back; empty where there can be none.
     *
     * @param older whether the TR is that for what is older than three months
     */
    Optional<OrderQuery> past(long accountNumber, int tradingDate, boolean older) {
        int threeMonthsAgo = Math.toIntExact(LocalDate.ofEpochDay(tradingDate).minusMonths(3).toEpochDay());
        int fromDay = Math.max(KoreanTime.day(from).orElse(0), older ? 0 : threeMonthsAgo);
        int toDay = Math.min(KoreanTime.day(to).orElse(tradingDate), older ? threeMonthsAgo - 1 : tradingDate - 1);
        if (!kind || fromDay > toDay || fillStatus.equals("02") || !codeText.isEmpty() && Code.pack(codeText) == 0) {
            return Optional.empty();
        }
        Optional<Side> wanted = switch (side) {
            case "01" -> Optional.of(Side.SELL);
            case "02" -> Optional.of(Side.BUY);
            default -> Optional.empty();
        };
        return Optional.of(new OrderQuery(accountNumber, fromDay, toDay, codeText, wanted, number, fillStatus.equals("01"),
            onCredit));
    }

    private boolean sideFits(Side orderSide) {
        return switch (side) {
            case "01" -> orderSide == Side.SELL;
            case "02" -> orderSide == Side.BUY;
            default -> true;
        };
    }

    private boolean codeFits(BrokerageView view, int order) {
        return codeText.isEmpty() || view.code(view.orderInstrument(order)) == Code.pack(codeText);
    }

    private boolean fillFits(BrokerageView view, int order) {
        return switch (fillStatus) {
            case "01" -> view.filledShares(order) > 0;
            case "02" -> view.openShares(order) > 0;
            default -> true;
        };
    }
}
