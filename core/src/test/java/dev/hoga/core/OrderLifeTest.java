package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.OrderLife.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of an order's life, cell by cell. */
class OrderLifeTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, FILL_PART, PARTLY_FILLED", "ACCEPTED, FILL_REST, FILLED", "ACCEPTED, CANCEL_REST, CANCELLED",
        "ACCEPTED, AMEND_REST, AMENDED", "ACCEPTED, EXPIRE, EXPIRED",
        "PARTLY_FILLED, FILL_PART, PARTLY_FILLED", "PARTLY_FILLED, FILL_REST, FILLED", "PARTLY_FILLED, CANCEL_REST, CANCELLED",
        "PARTLY_FILLED, AMEND_REST, AMENDED", "PARTLY_FILLED, EXPIRE, EXPIRED",
    })
    void goesOnFromAnOpenStatus(OrderStatus from, Event event, OrderStatus to) {
        assertEquals(to, OrderLife.next(from, event));
    }

    @ParameterizedTest
    @EnumSource(value = OrderStatus.class, names = {"FILLED", "CANCELLED", "AMENDED", "EXPIRED", "DONE"})
    void stopsAtAStatusThatIsNotOpen(OrderStatus from) {
        for (Event event : Event.values()) {
            var thrown = assertThrows(IllegalStateException.class, () -> OrderLife.next(from, event));
            assertTrue(thrown.getMessage().contains(from.name()) && thrown.getMessage().contains(event.name()));
        }
    }

    @Test
    void isOpenExactlyWhereTheTableGoesOn() {
        for (OrderStatus status : OrderStatus.values()) {
            assertEquals(status == OrderStatus.ACCEPTED || status == OrderStatus.PARTLY_FILLED, status.open());
        }
    }
}
