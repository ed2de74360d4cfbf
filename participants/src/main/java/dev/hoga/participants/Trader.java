package dev.hoga.participants;

import dev.hoga.core.InvestorKind;

/**
 * A simulated trader. Immutable reference data.
 *
 * @param id its number at the desk, and its account
 * @param memberFirm the number of the exchange member its orders come through
 * @param program whether its orders carry the program flag
 * @param feeRatePpb what its member firm takes, in parts per billion of the traded amount
 */
record Trader(int id, TraderKind kind, int memberFirm, InvestorKind investor, boolean program, long feeRatePpb) {
}
