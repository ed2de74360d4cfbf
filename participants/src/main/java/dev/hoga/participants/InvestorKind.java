package dev.hoga.participants;

/** Whose money a trader moves: the classes by which the exchange counts investors, as far as they are simulated. */
enum InvestorKind {
    INDIVIDUAL,
    FOREIGN,
    INSTITUTION
}
