package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/** What both brokers' quotes of a stock are made of. Prices before the first trade of the day are 0, but for the last one. */
public record QuoteFacts(String name, String sector, long parWon, long listedShares, long baseWon, long lastWon, long openWon,
    long highWon, long lowWon, PriceTimes times, long upperWon, long lowerWon, long volumeShares, long previousVolumeShares,
    long turnoverWon, long previousTurnoverWon, TakerSums takers) {
    private static final long HUNDRED_MILLION = 100_000_000;

    public static QuoteFacts read(BrokerageView view, int id) {
        return new QuoteFacts(view.instrumentName(id), view.sector(id), view.parValueWon(id), view.listedShares(id),
            view.basePriceWon(id), view.lastPriceWon(id), view.openPriceWon(id), view.highPriceWon(id), view.lowPriceWon(id),
            PriceTimes.read(view, id), view.upperLimitWon(id), view.lowerLimitWon(id), view.volumeShares(id),
            view.previousVolumeShares(id), view.turnoverWon(id), view.previousTurnoverWon(id), TakerSums.read(view, id));
    }

    /** The last price against the base price. */
    public long changeWon() {
        return lastWon - baseWon;
    }

    /** 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down. */
    public String changeSign() {
        return signOf(lastWon);
    }

    /** The same of another price of the trading date. */
    public String signOf(long priceWon) {
        if (priceWon == baseWon) {
            return "3";
        }
        if (priceWon > baseWon) {
            return priceWon == upperWon ? "1" : "2";
        }
        return priceWon == lowerWon ? "4" : "5";
    }

    /**
     * The day's volume in hundredths of a percent of the day before's, negative while it is less; 0 where nothing traded then.
     * Source: recorded Kiwoom frames, where 7,198,927 against 22,517,075 is told as -31.97.
     */
    public long volumeRatioHundredths() {
        long ratio = Rates.hundredths(volumeShares, previousVolumeShares);
        return volumeShares < previousVolumeShares ? -ratio : ratio;
    }

    /**
     * What the company is worth at the last price, in hundred million won, halves up. Source: recorded Kiwoom frames, where 258,000
     * won for each of 5,846,278,608 shares is told as 15083399.
     */
    public long marketCap() {
        return Math.addExact(Math.multiplyExact(lastWon, listedShares), HUNDRED_MILLION / 2) / HUNDRED_MILLION;
    }

    /** Its capital at par, in hundred million won. */
    public long capital() {
        return Math.multiplyExact(parWon, listedShares) / HUNDRED_MILLION;
    }
}
