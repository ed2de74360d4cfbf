package dev.hoga.gateway.kis;

import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.TimeInForce;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of {@code ORD_DVSN} in orders, and the words that lists use for them. */
enum OrderDivision {
    LIMIT("00", OrderType.LIMIT, TimeInForce.DAY, "지정가"),
    MARKET("01", OrderType.MARKET, TimeInForce.DAY, "시장가"),
    BEST_COUNTER("03", OrderType.BEST_COUNTER, TimeInForce.DAY, "최유리지정가"),
    BEST_OWN("04", OrderType.BEST_OWN, TimeInForce.DAY, "최우선지정가"),
    LIMIT_IOC("11", OrderType.LIMIT, TimeInForce.IOC, "IOC지정가"),
    LIMIT_FOK("12", OrderType.LIMIT, TimeInForce.FOK, "FOK지정가"),
    MARKET_IOC("13", OrderType.MARKET, TimeInForce.IOC, "IOC시장가"),
    MARKET_FOK("14", OrderType.MARKET, TimeInForce.FOK, "FOK시장가"),
    BEST_COUNTER_IOC("15", OrderType.BEST_COUNTER, TimeInForce.IOC, "IOC최유리"),
    BEST_COUNTER_FOK("16", OrderType.BEST_COUNTER, TimeInForce.FOK, "FOK최유리"),
    CONDITIONAL_LIMIT("02", OrderType.CONDITIONAL, TimeInForce.DAY, "조건부지정가"),
    BEFORE_OPEN("05", OrderType.PREVIOUS_CLOSE, TimeInForce.DAY, "장전 시간외"),
    AFTER_CLOSE("06", OrderType.TODAYS_CLOSE, TimeInForce.DAY, "장후 시간외"),
    SINGLE_PRICE("07", OrderType.SINGLE_PRICE, TimeInForce.DAY, "시간외 단일가"),
    // The broker has these too; the core does not trade them yet.
    MIDPOINT("21", Reject.BAD_ORDER_TYPE),
    STOP_LIMIT("22", Reject.BAD_ORDER_TYPE),
    MIDPOINT_IOC("23", Reject.BAD_ORDER_TYPE),
    MIDPOINT_FOK("24", Reject.BAD_ORDER_TYPE),
    GTP_LIMIT("27", OrderType.LIMIT, TimeInForce.PRE_MARKET, "GTP지정가"),
    GTP_BEST_COUNTER("28", OrderType.BEST_COUNTER, TimeInForce.PRE_MARKET, "GTP최유리"),
    GTP_BEST_OWN("29", OrderType.BEST_OWN, TimeInForce.PRE_MARKET, "GTP최우선"),
    // Orders for KRX's after-market are spelled apart; the core knows them by the session.
    AFTER_MARKET_LIMIT("41", LIMIT),
    AFTER_MARKET_LIMIT_IOC("42", LIMIT_IOC),
    AFTER_MARKET_LIMIT_FOK("43", LIMIT_FOK),
    AFTER_MARKET_BEST_COUNTER("44", BEST_COUNTER),
    AFTER_MARKET_BEST_COUNTER_IOC("45", BEST_COUNTER_IOC),
    AFTER_MARKET_BEST_COUNTER_FOK("46", BEST_COUNTER_FOK),
    AFTER_MARKET_BEST_OWN("47", BEST_OWN);

    private static final Map<String, OrderDivision> BY_CODE = new HashMap<>();
    private static final OrderDivision[][] BY_TYPE = new OrderDivision[OrderType.values().length][TimeInForce.values().length];

    static {
        for (OrderDivision division : values()) {
            BY_CODE.put(division.code, division);
            if (division.whyNotTraded.isEmpty() && !division.afterMarket) {
                BY_TYPE[division.orderType.ordinal()][division.timeInForce.ordinal()] = division;
            }
        }
    }

    private final String code;
    private final Optional<Reject> whyNotTraded;
    private final OrderType orderType;
    private final TimeInForce timeInForce;
    private final String word;
    private final boolean afterMarket;

    OrderDivision(String code, OrderDivision inTheSession) {
        this.code = code;
        this.whyNotTraded = Optional.empty();
        this.orderType = inTheSession.orderType;
        this.timeInForce = inTheSession.timeInForce;
        this.word = inTheSession.word;
        this.afterMarket = true;
    }

    OrderDivision(String code, OrderType orderType, TimeInForce timeInForce, String word) {
        this.code = code;
        this.whyNotTraded = Optional.empty();
        this.orderType = orderType;
        this.timeInForce = timeInForce;
        this.word = word;
        this.afterMarket = false;
    }

    OrderDivision(String code, Reject whyNotTraded) {
        this.code = code;
        this.whyNotTraded = Optional.of(whyNotTraded);
        this.orderType = OrderType.LIMIT;
        this.timeInForce = TimeInForce.DAY;
        this.word = "";
        this.afterMarket = false;
    }

    static Optional<OrderDivision> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The division of an order that was taken. */
    static OrderDivision of(OrderType orderType, TimeInForce timeInForce) {
        return BY_TYPE[orderType.ordinal()][timeInForce.ordinal()];
    }

    String code() {
        return code;
    }

    /** Why orders of this division are refused; empty where they are traded. */
    Optional<Reject> whyNotTraded() {
        return whyNotTraded;
    }

    /** Whether it is for KRX's after-market alone. */
    boolean afterMarket() {
        return afterMarket;
    }

    OrderType orderType() {
        return orderType;
    }

    TimeInForce timeInForce() {
        return timeInForce;
    }

    /** The word of lists; the official table's. */
    String word() {
        return word;
    }
}
