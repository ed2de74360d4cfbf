package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * Collects one page of an account's holdings, in the order in which they were acquired first. Sold-out ones are left out. One
 * walk over all of them, of which an account has at most one for each instrument, because totals need them all.
 */
public final class HoldingPager {
    private final PageKeys pageKeys;
    private final boolean overseas;

    /** Of what is held in won. */
    public HoldingPager(PageKeys pageKeys) {
        this(pageKeys, false);
    }

    private HoldingPager(PageKeys pageKeys, boolean overseas) {
        this.pageKeys = pageKeys;
        this.overseas = overseas;
    }

    /** Of what is held overseas. */
    public static HoldingPager overseas(PageKeys pageKeys) {
        return new HoldingPager(pageKeys, true);
    }

    /**
     * Reads a page, on the core's thread; empty where the client's key is none of ours.
     *
     * @param rowsOf makes the rows of a holding slot, what is held for cash and on credit; called for every holding, on this page or
     *     not; a slot's rows are not parted
     */
    public <R> Optional<Page<R>> read(BrokerageView view, int accountId, PageRequest request, IntFunction<List<R>> rowsOf) {
        int date = view.tradingDate();
        boolean begun = request.key().isEmpty();
        OptionalLong after = begun ? OptionalLong.empty() : pageKeys.open(accountId, date, request.query(), request.key());
        var rows = new ArrayList<R>();
        int last = -1;
        boolean more = false;
        for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.heldShares(slot) > 0 || view.firstLoan(slot) >= 0) {
                List<R> made = view.venue(view.holdingInstrument(slot)).overseas() == overseas ? rowsOf.apply(slot) : List.of();
                if (made.isEmpty()) {
                    begun |= after.isPresent() && slot == (int) after.getAsLong();
                    continue;
                }
                if (begun && rows.size() < request.rowsPerPage()) {
                    rows.addAll(made);
                    last = slot;
                } else {
                    more |= begun;
                }
            }
            begun |= after.isPresent() && slot == (int) after.getAsLong();
        }
        if (!begun) {
            return Optional.empty();
        }
        return Optional.of(new Page<>(rows, more ? pageKeys.seal(accountId, date, request.query(), last) : ""));
    }
}
