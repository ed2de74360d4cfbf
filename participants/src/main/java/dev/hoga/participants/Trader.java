package dev.hoga.participants;

/**
 * A simulated trader. Immutable reference data.
 *
 * @param id its number at the desk, and its account
 * @param memberFirm the exchange member its orders come through, counted from 1
 * @param program whether its orders carry the program flag
 * @param feeRatePpb what its member firm takes, in parts per billion of the traded amount
 */
record Trader(int id, TraderKind kind, int memberFirm, InvestorKind investor, boolean program, long feeRatePpb) {
}
