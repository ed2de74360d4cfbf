package dev.hoga.gateway.kiwoom;

import dev.hoga.core.OrderType;
import dev.hoga.core.TimeInForce;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of {@code trde_tp} in orders, and the words that lists use for them. */
enum TradeType {
    LIMIT("0", OrderType.LIMIT, TimeInForce.DAY, "보통"),
    MARKET("3", OrderType.MARKET, TimeInForce.DAY, "시장가"),
    BEST_COUNTER("6", OrderType.BEST_COUNTER, TimeInForce.DAY, "최유리"),
    BEST_OWN("7", OrderType.BEST_OWN, TimeInForce.DAY, "최우선"),
    LIMIT_IOC("10", OrderType.LIMIT, TimeInForce.IOC, "보통(IOC)"),
    MARKET_IOC("13", OrderType.MARKET, TimeInForce.IOC, "시장가(IOC)"),
    BEST_COUNTER_IOC("16", OrderType.BEST_COUNTER, TimeInForce.IOC, "최유리(IOC)"),
    LIMIT_FOK("20", OrderType.LIMIT, TimeInForce.FOK, "보통(FOK)"),
    MARKET_FOK("23", OrderType.MARKET, TimeInForce.FOK, "시장가(FOK)"),
    BEST_COUNTER_FOK("26", OrderType.BEST_COUNTER, TimeInForce.FOK, "최유리(FOK)"),
    CONDITIONAL_LIMIT("5", OrderType.CONDITIONAL, TimeInForce.DAY, "조건부지정가"),
    BEFORE_OPEN("61", OrderType.PREVIOUS_CLOSE, TimeInForce.DAY, "장전시간외"),
    SINGLE_PRICE("62", OrderType.SINGLE_PRICE, TimeInForce.DAY, "시간외단일가"),
    AFTER_CLOSE("81", OrderType.TODAYS_CLOSE, TimeInForce.DAY, "장후시간외"),
    // The broker has these too; the core does not trade them yet.
    STOP_LIMIT("28"),
    MIDPOINT("29"),
    MIDPOINT_IOC("30"),
    MIDPOINT_FOK("31");

    private static final Map<String, TradeType> BY_CODE = new HashMap<>();
    private static final TradeType[][] BY_TYPE = new TradeType[OrderType.values().length][TimeInForce.values().length];

    static {
        for (TradeType type : values()) {
            BY_CODE.put(type.code, type);
            if (type.tradable) {
                BY_TYPE[type.orderType.ordinal()][type.timeInForce.ordinal()] = type;
            }
        }
    }

    private final String code;
    private final boolean tradable;
    private final OrderType orderType;
    private final TimeInForce timeInForce;
    private final String word;

    TradeType(String code, OrderType orderType, TimeInForce timeInForce, String word) {
        this.code = code;
        this.tradable = true;
        this.orderType = orderType;
        this.timeInForce = timeInForce;
        this.word = word;
    }

    TradeType(String code) {
        this.code = code;
        this.tradable = false;
        this.orderType = OrderType.LIMIT;
        this.timeInForce = TimeInForce.DAY;
        this.word = "";
    }

    static Optional<TradeType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The word of {@code trde_tp} in lists. 보통 and 시장가 were seen; the others are guesses in the same style. */
    static String word(OrderType orderType, TimeInForce timeInForce) {
        TradeType type = BY_TYPE[orderType.ordinal()][timeInForce.ordinal()];
        return type == null ? "" : type.word;
    }

    /** As sent in {@code trde_tp}. */
    String code() {
        return code;
    }

    /** Whether the core trades it. */
    boolean tradable() {
        return tradable;
    }

    OrderType orderType() {
        return orderType;
    }

    TimeInForce timeInForce() {
        return timeInForce;
    }
}
