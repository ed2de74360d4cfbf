package dev.hoga.participants;

import dev.hoga.core.InvestorKind;
import java.util.ArrayList;
import java.util.List;

/** All traders there are, the same in every market. Immutable reference data. */
final class Roster {
    /** The exchange members that simulated orders come through, which exist here alone, and the number before their first. */
    static final int MEMBER_FIRMS = 24;
    private static final int BEFORE_FIRST_MEMBER = 100;

    private static final long ONLINE_FEE_PPB = 150_000;
    private static final long WHOLESALE_FEE_PPB = 30_000;
    /** Members that private clients favour, and those that foreign ones do; the rest is for institutions. */
    private static final int ONLINE_FIRMS = 8;
    private static final int FOREIGN_FIRMS = 7;

    private static final int LIQUIDITY_PROVIDERS = 9;
    private static final int TREND = 10;
    private static final int REVERSION = 10;
    private static final int RETAIL = 40;
    private static final int ARBITRAGE = 3;
    private static final int INSTITUTIONS = 20;

    private static final List<Trader> ALL = new ArrayList<>();
    private static final Trader[][] BY_KIND = new Trader[TraderKind.values().length][];

    static {
        enlist(TraderKind.LIQUIDITY_PROVIDER, LIQUIDITY_PROVIDERS);
        enlist(TraderKind.TREND, TREND);
        enlist(TraderKind.REVERSION, REVERSION);
        enlist(TraderKind.RETAIL, RETAIL);
        enlist(TraderKind.ARBITRAGE, ARBITRAGE);
        enlist(TraderKind.INSTITUTION, INSTITUTIONS);
    }

    private Roster() {
    }

    private static void enlist(TraderKind kind, int count) {
        BY_KIND[kind.ordinal()] = new Trader[count];
        for (int i = 0; i < count; i++) {
            InvestorKind investor = investor(kind, i);
            int firm = switch (investor) {
                case INDIVIDUAL -> 1 + i % ONLINE_FIRMS;
                case FOREIGN -> 1 + ONLINE_FIRMS + i % FOREIGN_FIRMS;
                case INSTITUTION -> 1 + ONLINE_FIRMS + FOREIGN_FIRMS + i % (MEMBER_FIRMS - ONLINE_FIRMS - FOREIGN_FIRMS);
            };
            boolean program = kind == TraderKind.ARBITRAGE || kind == TraderKind.INSTITUTION && i % 2 == 0;
            long fee = investor == InvestorKind.INDIVIDUAL ? ONLINE_FEE_PPB : WHOLESALE_FEE_PPB;
            var trader = new Trader(ALL.size(), kind, BEFORE_FIRST_MEMBER + firm, investor, program, fee);
            ALL.add(trader);
            BY_KIND[kind.ordinal()][i] = trader;
        }
    }

    private static InvestorKind investor(TraderKind kind, int number) {
        return switch (kind) {
            case LIQUIDITY_PROVIDER -> InvestorKind.INSTITUTION;
            case RETAIL -> InvestorKind.INDIVIDUAL;
            case TREND, REVERSION -> number % 3 == 0 ? InvestorKind.FOREIGN : InvestorKind.INDIVIDUAL;
            case ARBITRAGE, INSTITUTION -> number % 2 == 0 ? InvestorKind.FOREIGN : InvestorKind.INSTITUTION;
        };
    }

    static int count() {
        return ALL.size();
    }

    static Trader get(int id) {
        return ALL.get(id);
    }

    static Trader any(TraderKind kind, Dice dice) {
        Trader[] those = BY_KIND[kind.ordinal()];
        return those[dice.below(those.length)];
    }

    /** A trader of a kind by a number that is counted round. */
    static Trader of(TraderKind kind, int number) {
        Trader[] those = BY_KIND[kind.ordinal()];
        return those[Math.floorMod(number, those.length)];
    }
}
