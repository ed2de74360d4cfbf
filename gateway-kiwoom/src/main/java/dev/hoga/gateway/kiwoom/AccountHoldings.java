package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageRequest;
import java.util.List;
import java.util.Optional;

/** One page of an account's holdings, the totals over all of them, and its cash, as one read of the core has found them. */
final class AccountHoldings {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;

    private final DepositFacts deposit;
    private long purchaseWon;
    private long valueWon;
    private long profitWon;
    private Optional<Page<HoldingRow>> page = Optional.empty();

    private AccountHoldings(DepositFacts deposit) {
        this.deposit = deposit;
    }

    /** What a call asks for. @param query what must not change from page to page, beside the TR */
    static PageRequest request(Call call, String query) {
        return new PageRequest(call.apiId() + query, call.pageKey(), ROWS_PER_PAGE);
    }

    /**
     * Reads on the core's thread; the page is empty where the client's key is none of ours.
     *
     * @param oneByOne whether each loan date of a stock has a row
     */
    static AccountHoldings read(BrokerageView view, int accountId, PageRequest request, HoldingPager pager, boolean oneByOne) {
        var account = new AccountHoldings(DepositFacts.read(view, accountId));
        account.page = pager.read(view, accountId, request, slot -> account.add(HoldingRow.read(view, accountId, slot, oneByOne)));
        return account;
    }

    private List<HoldingRow> add(List<HoldingRow> rows) {
        for (HoldingRow row : rows) {
            purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
            valueWon = Math.addExact(valueWon, row.valueWon());
            profitWon = Math.addExact(profitWon, row.profitWon());
        }
        return rows;
    }

    Optional<Page<HoldingRow>> page() {
        return page;
    }

    DepositFacts deposit() {
        return deposit;
    }

    long purchaseWon() {
        return purchaseWon;
    }

    /** Gross. */
    long valueWon() {
        return valueWon;
    }

    /** Net of all costs. */
    long profitWon() {
        return profitWon;
    }

    /** Both mock texts and the first live one were seen; the live one of an empty account follows its mock twin. */
    static String message(Call call, boolean empty) {
        if (call.mock()) {
            return empty ? "모의투자 해당조회내역이 없습니다." : "모의투자 조회완료";
        }
        return empty ? "해당조회내역이 없습니다." : "조회가 완료되었습니다";
    }
}
