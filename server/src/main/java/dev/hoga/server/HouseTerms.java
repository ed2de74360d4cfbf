package dev.hoga.server;

import dev.hoga.core.CreditGrade;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;

/**
 * What the house asks of accounts on margin and on credit, for the instruments it begins with. A broker's own table is not
 * public; these limits of market capitalisation put about as many shares into each class as KIS's list of July 2026 has:
 * 40, 50 and 60 % for the largest, 100 % and no credit for the rest (rules D1).
 */
record HouseTerms(int marginPercent, CreditGrade grade) {
    private static final HouseTerms FULL = new HouseTerms(100, CreditGrade.NONE);
    private static final HouseTerms SMALL = new HouseTerms(60, CreditGrade.C);
    private static final HouseTerms MIDDLE = new HouseTerms(50, CreditGrade.B);
    private static final HouseTerms LARGE = new HouseTerms(40, CreditGrade.A);

    private static final long LARGE_WON = 6_000_000_000_000L;
    private static final long MIDDLE_WON = 2_000_000_000_000L;
    private static final long SMALL_WON = 600_000_000_000L;

    static HouseTerms of(Universe.Listing listing) {
        long capWon = Math.multiplyExact(listing.listedShares(), listing.basePriceWon());
        // Leveraged and inverse funds need all of their price everywhere. Source: Business Regulation art. 89(5).
        if (listing.kind() != InstrumentKind.STOCK || capWon < SMALL_WON) {
            return FULL;
        }
        if (capWon < MIDDLE_WON) {
            return SMALL;
        }
        return capWon < LARGE_WON || listing.market() == Market.KOSDAQ ? MIDDLE : LARGE;
    }
}
