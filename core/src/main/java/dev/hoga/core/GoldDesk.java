package dev.hoga.core;

/**
 * Gold accounts: each is a product of an account, with cash and grams of its own, and what else gold alone knows. Its orders are
 * taken by the {@link OrderDesk} as all are. Source: rules C.
 */
final class GoldDesk {
    /** What the depository asks for handing out a bar. */
    static final long BAR_CHARGE_WON = 20_000;
    /** Value added tax on gold that leaves the depository. */
    private static final long VALUE_ADDED_TAX_PART = 10;

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final MarketDay day;
    private final Outbox outbox;
    private final CoreListener listener;

    GoldDesk(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings, MarketDay day,
        Outbox outbox, CoreListener listener) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.day = day;
        this.outbox = outbox;
        this.listener = listener;
    }

    void open(long correlationId, int owner, long feeRatePpb) {
        Reject reject = null;
        if (owner < AccountTable.FIRST_CLIENT || owner >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (accounts.isGold(owner)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (accounts.goldAccount(owner) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (feeRatePpb < 0 || feeRatePpb > CoreCommands.MAX_FEE_RATE_PPB || accounts.count() == AccountTable.MAX_ACCOUNTS) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            listener.commandAccepted(correlationId, accounts.openGold(owner, feeRatePpb));
        } else {
            listener.commandRejected(correlationId, reject, 0);
        }
    }

    /** Hands bars out: their grams leave at their average price, and tax on that and a charge are paid. */
    void withdraw(long correlationId, int account, long code, long grams) {
        int id = instruments.id(code);
        Reject reject = check(account, id, grams);
        if (reject != null) {
            listener.commandRejected(correlationId, reject, 0);
            return;
        }
        int holding = holdings.find(account, id);
        long held = holding == HoldingTable.NONE ? 0 : holdings.sellable(holding);
        if (held < grams) {
            listener.commandRejected(correlationId, Reject.NOT_ENOUGH_SHARES, held);
            return;
        }
        long valueWon = HoldingTable.shareFloor(holdings.purchaseWon(holding), grams, holdings.shares(holding));
        long taxWon = valueWon / VALUE_ADDED_TAX_PART;
        long chargeWon = grams / instruments.get(id).kind.barGrams() * BAR_CHARGE_WON;
        if (taxWon + chargeWon > deposits.withdrawableWon(account)) {
            listener.commandRejected(correlationId, Reject.NOT_ENOUGH_CASH, 0);
            return;
        }
        holdings.deposit(account, id, -grams, -valueWon);
        holdings.deposit(HouseAccount.OUTSIDE.id(), id, grams, 0);
        deposits.pay(account, HouseAccount.TAX_OFFICE.id(), taxWon);
        deposits.pay(account, HouseAccount.OUTSIDE.id(), chargeWon);
        listener.cashChanged(account, accounts.cashWon(account));
        listener.holdingChanged(account, id, holdings.shares(holding), holdings.purchaseWon(holding));
        outbox.goldWithdrawn(account, id, grams, valueWon, taxWon, chargeWon, accounts.cashWon(account), day.nowMs());
        outbox.holding(account, id, holdings.shares(holding), holdings.purchaseWon(holding));
        listener.commandAccepted(correlationId, holdings.shares(holding));
    }

    private Reject check(int account, int instrument, long grams) {
        if (account < AccountTable.FIRST_CLIENT || account >= accounts.count()) {
            return Reject.UNKNOWN_ACCOUNT;
        }
        if (instrument < 0) {
            return Reject.UNKNOWN_INSTRUMENT;
        }
        if (!accounts.isGold(account) || !instruments.get(instrument).kind.gold()) {
            return Reject.WRONG_PRODUCT;
        }
        boolean bars = grams > 0 && grams <= CoreCommands.MAX_ORDER_SHARES && grams % instruments.get(instrument).kind.barGrams() == 0;
        return bars ? null : Reject.BAD_QUANTITY;
    }
}
