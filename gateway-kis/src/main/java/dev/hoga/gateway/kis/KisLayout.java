package dev.hoga.gateway.kis;

import dev.hoga.catalogue.TrSpec;

/**
 * A generation of KIS's realtime records. Clients cut frames by a fixed number of values, so an old client needs an old layout.
 * Each layout is a beginning of the newest, but for the order notices of {@link #OF_2023}.
 */
public enum KisLayout {
    /** H0STCNT0 46, H0STASP0 59, H0STCNI0 23: before there was a second exchange. */
    OF_2023,
    /** H0STCNT0 46, H0STASP0 59, H0STCNI0 26. */
    OF_2025,
    /** H0STCNT0 47, H0STASP0 63, H0STCNI0 26. */
    OF_2026;

    private static final String NEWEST_COUNT = "count-2026-10";
    private static final String COUNT = "count";

    /** The layout of a year. @throws IllegalArgumentException where there is none */
    public static KisLayout ofYear(String year) {
        return valueOf("OF_" + year);
    }

    /** How many of a TR's values a record has. */
    int values(TrSpec tr) {
        int before = tr.frame().get(COUNT);
        return this == OF_2026 ? tr.frame().getOrDefault(NEWEST_COUNT, before) : before;
    }
}
