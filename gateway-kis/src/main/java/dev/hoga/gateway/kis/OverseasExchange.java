package dev.hoga.gateway.kis;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.Venue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How KIS names the overseas exchanges: four letters in orders and balances, three in quotes, a product type, and the words that
 * lists use for market, country and currency.
 */
enum OverseasExchange {
    NASD(Venue.NASD, "NAS", "512", "01", "나스닥"),
    NYSE(Venue.NYSE, "NYS", "513", "02", "뉴욕거래소"),
    AMEX(Venue.AMEX, "AMS", "529", "05", "아멕스"),
    SEHK(Venue.SEHK, "HKS", "501", "01", "홍콩거래소"),
    SHAA(Venue.SHAA, "SHS", "551", "03", "상해A"),
    SZAA(Venue.SZAA, "SZS", "552", "04", "심천A"),
    TKSE(Venue.TKSE, "TSE", "515", "01", "동경거래소"),
    HASE(Venue.HASE, "HNX", "507", "01", "하노이거래소"),
    VNSE(Venue.VNSE, "HSX", "508", "02", "호치민거래소");

    /** Nasdaq where quotes or the live balance mean it alone. */
    private static final String NASDAQ_ALONE = "NAS";
    /** The country of an exchange as numbers and words say it. */
    private record Country(String number, String word, String currencyWord) {
    }

    private final Venue venue;
    private final String quoteCode;
    private final String productType;
    private final String market;
    private final String word;

    OverseasExchange(Venue venue, String quoteCode, String productType, String market, String word) {
        this.venue = venue;
        this.quoteCode = quoteCode;
        this.productType = productType;
        this.market = market;
        this.word = word;
    }

    static OverseasExchange of(Venue venue) {
        return valueOf(venue.name());
    }

    /** The exchange that orders name so. */
    static Optional<OverseasExchange> ofOrder(String code) {
        return Arrays.stream(values()).filter(exchange -> exchange.name().equals(code)).findFirst();
    }

    /** The exchange that quotes name so. */
    static Optional<OverseasExchange> ofQuote(String code) {
        return Arrays.stream(values()).filter(exchange -> exchange.quoteCode.equals(code)).findFirst();
    }

    /** What a list is asked for: all of America where the live host takes NASD for it, else one exchange; empty for an unknown one. */
    static List<OverseasExchange> listed(String code, boolean nasdIsAmerica) {
        if (code.equals(NASDAQ_ALONE)) {
            return List.of(NASD);
        }
        if (code.equals(NASD.name()) && nasdIsAmerica) {
            return List.of(NASD, NYSE, AMEX);
        }
        return ofOrder(code).map(List::of).orElse(List.of());
    }

    Venue venue() {
        return venue;
    }

    Currency currency() {
        return venue.currency();
    }

    /** The packed code of a stock. */
    long pack(String code) {
        return Code.pack(venue, code);
    }

    String quoteCode() {
        return quoteCode;
    }

    String productType() {
        return productType;
    }

    /** The number of the market within its country. */
    String market() {
        return market;
    }

    String word() {
        return word;
    }

    private Country country() {
        return switch (currency()) {
            case USD -> new Country("840", "미국", "미국 달러");
            case HKD -> new Country("344", "홍콩", "홍콩 달러");
            case CNY -> new Country("156", "중국", "중국 위안화");
            case JPY -> new Country("392", "일본", "일본 엔");
            case VND -> new Country("704", "베트남", "베트남 동");
            case KRW -> throw new IllegalStateException(venue + " is overseas");
        };
    }

    String countryNumber() {
        return country().number;
    }

    String countryWord() {
        return country().word;
    }

    String currencyWord() {
        return country().currencyWord;
    }
}
