package dev.hoga.participants;

/** What a trader lives from. */
enum TraderKind {
    /** Quotes both sides around what it holds an instrument to be worth. */
    LIQUIDITY_PROVIDER,
    /** Follows a price that moves. */
    TREND,
    /** Expects a price that moved to come back. */
    REVERSION,
    /** Trades for reasons of its own, mostly small. */
    RETAIL,
    /** Trades a fund against the shares it holds. */
    ARBITRAGE,
    /** Works large orders in slices, and trades where a price is off what it holds an instrument to be worth. */
    INSTITUTION
}
