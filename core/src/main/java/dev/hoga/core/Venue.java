package dev.hoga.core;

import java.util.Arrays;

/** Where an order is sent. An overseas venue has sessions once an instrument is listed there. */
public enum Venue {
    /** The exchange. */
    KRX(Currency.KRW),
    /** Nextrade, the alternative trading system: a book of its own for the stocks that it trades. */
    NXT(Currency.KRW),
    /** The broker's own choice of one of them, or of both (smart order routing). */
    SOR(Currency.KRW),
    /** The exchange's market of gold. */
    GOLD(Currency.KRW),
    /** Nasdaq. */
    NASD(Currency.USD),
    /** New York. */
    NYSE(Currency.USD),
    /** NYSE American. */
    AMEX(Currency.USD),
    /** Hong Kong. */
    SEHK(Currency.HKD),
    /** Shanghai. */
    SHAA(Currency.CNY),
    /** Shenzhen. */
    SZAA(Currency.CNY),
    /** Tokyo. */
    TKSE(Currency.JPY),
    /** Hanoi. */
    HASE(Currency.VND),
    /** Ho Chi Minh City. */
    VNSE(Currency.VND);

    static final Venue[] ALL = values();
    /** Those that are paid in won. */
    static final Venue[] DOMESTIC = those(false);
    static final Venue[] OVERSEAS = those(true);
    /** How many there are. */
    static final int COUNT = ALL.length;

    private final Currency currency;

    Venue(Currency currency) {
        this.currency = currency;
    }

    public static Venue of(int ordinal) {
        return ALL[ordinal];
    }

    private static Venue[] those(boolean overseas) {
        var found = new Venue[ALL.length];
        int count = 0;
        for (Venue venue : ALL) {
            if (venue.overseas() == overseas) {
                found[count++] = venue;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** What is paid with there; it also names the country, whose holidays and costs are those of all its venues. */
    public Currency currency() {
        return currency;
    }

    public boolean overseas() {
        return currency != Currency.KRW;
    }
}
