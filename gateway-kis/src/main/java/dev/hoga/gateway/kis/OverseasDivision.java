package dev.hoga.gateway.kis;

import dev.hoga.core.Currency;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import java.util.Arrays;
import java.util.Optional;

/** The values of {@code ORD_DVSN} in overseas orders; an empty one is a limit order. Which country takes which is the document's table. */
enum OverseasDivision {
    LIMIT("00", OrderType.LIMIT);

    private final String code;
    private final OrderType orderType;

    OverseasDivision(String code, OrderType orderType) {
        this.code = code;
        this.orderType = orderType;
    }

    /** The division of a code where a country takes it for a side; TWAP and VWAP (35, 36) are not traded here. */
    static Optional<OverseasDivision> of(String code, Currency country, Side side) {
        String sent = code.isEmpty() ? LIMIT.code : code;
        return Arrays.stream(values()).filter(division -> division.code.equals(sent) && division.takes(country, side)).findFirst();
    }

    private boolean takes(Currency country, Side side) {
        return switch (this) {
            case LIMIT -> true;
        };
    }

    String code() {
        return code;
    }

    OrderType orderType() {
        return orderType;
    }
}
