package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.MockOffer;
import java.util.Set;

/**
 * The answer to a TR of the contract that this server does not have (yet): an error of the broker, never invented data.
 *
 * <ul>
 *   <li>Mock key, and the broker's own mock host is known to refuse the TR: the refusal that was measured there, RC9000, or
 *       8104 for the one TR where 8104 was measured.</li>
 *   <li>Every other case: 8104, "an API that paper trading does not support". For a live key this is not what the real host
 *       would say, because there the TR exists. Of all the broker's errors it is the least wrong: it is definite, it is
 *       documented, clients know it as "this server will never do that", and it is true of a simulated brokerage. 1505 would
 *       say that the id is misspelled, 1504 that the path is, 8200 that the customer is a company.</li>
 * </ul>
 */
final class NotProvided {
    private static final String NOT_ON_MOCK = "8104";
    private static final String NOT_OFFERED = "RC9000";
    private static final Set<String> MEASURED_8104 = Set.of("ka01690");

    private NotProvided() {
    }

    static void answer(Call call) {
        if (call.mock() && refusedByMockHost(call)) {
            call.reject(NOT_OFFERED);
        } else {
            call.error(NOT_ON_MOCK);
        }
    }

    private static boolean refusedByMockHost(Call call) {
        return call.tr().mock() == MockOffer.FALSE && !MEASURED_8104.contains(call.apiId());
    }
}
