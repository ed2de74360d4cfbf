package dev.hoga.core;

import java.util.ArrayList;
import java.util.List;

/** Writes down all that the core says, every argument of it, one line each. */
final class FullEventLog implements CoreListener {
    private final List<String> lines = new ArrayList<>();

    /** What was said since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private void add(String what, Object... arguments) {
        var line = new StringBuilder(what);
        for (Object argument : arguments) {
            line.append(' ').append(argument);
        }
        lines.add(line.toString());
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        add("accepted", correlationId, value);
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        add("rejected", correlationId, reject, detail);
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        add("order", correlationId, "account", accountId, "#", orderNumber, "of", originalNumber, "root", rootNumber, kind,
            "in", instrumentId, side, type, timeInForce, qtyShares, "@", priceWon, "at", marketTimeMs);
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        add("filled account", accountId, "#", orderNumber, "in", instrumentId, side, qtyShares, "@", priceWon, "left",
            remainingShares, "commission", commissionWon, "tax", taxWon, "trade", tradeNumber, "at", marketTimeMs);
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        add("reduced account", accountId, "#", orderNumber, "in", instrumentId, reason, qtyShares, "left", remainingShares,
            "at", marketTimeMs);
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
        add("traded in", instrumentId, "trade", tradeNumber, takerSide, qtyShares, "@", priceWon, "at", marketTimeMs);
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        add("traded in", instrumentId, "trade", tradeNumber, "by auction", qtyShares, "@", priceWon, "at", marketTimeMs);
    }

    @Override
    public void interruptionChanged(int instrumentId, boolean begun, long marketTimeMs) {
        add("interruption of", instrumentId, begun ? "begins" : "ends", "at", marketTimeMs);
    }

    @Override
    public void indicesChanged(long marketTimeMs) {
        add("indices at", marketTimeMs);
    }

    @Override
    public void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
        add("sidecar for", side, begun ? "begins" : "ends", "at", marketTimeMs);
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        add("book", instrumentId, "at", marketTimeMs);
    }

    @Override
    public void cashChanged(int accountId, long cashWon) {
        add("cash", accountId, cashWon);
    }

    @Override
    public void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
        add("holding", accountId, "in", instrumentId, qtyShares, "for", purchaseAmountWon);
    }

    @Override
    public void loanChanged(int accountId, int instrumentId, int loanDay, long qtyShares, long purchaseAmountWon, long loanWon) {
        add("loan", accountId, instrumentId, loanDay, qtyShares, purchaseAmountWon, loanWon);
    }

    @Override
    public void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
        add("token", keyId, issueNumber, issuedAtMs, expiresAtMs);
    }

    @Override
    public void keyRetired(int keyId) {
        add("retired", keyId);
    }

    @Override
    public void tokenRevoked(int keyId, int issueNumber) {
        add("revoked", keyId, issueNumber);
    }

    @Override
    public void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
        add("phase", venue, phase, "at", marketTimeMs);
    }

    @Override
    public void tradingDateChanged(int epochDay, long marketTimeMs) {
        add("date", epochDay, "at", marketTimeMs);
    }
}
