package dev.hoga.gateway.kiwoom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The realtime types that can be registered on the domestic socket. Those that are not built are taken and stay silent: a client
 * that registers one of them together with others must not lose the others (a failed REG registers nothing), and they tell of
 * what does not exist here: other products.
 */
enum RealType {
    ORDER("00", "주문체결", true),
    BALANCE("04", "현물잔고", true),
    STOCK_PRICE("0A", "주식시세", true),
    FILL("0B", "주식체결", true),
    BEST_QUOTE("0C", "주식우선호가", true),
    BOOK("0D", "주식호가잔량", true),
    OFF_HOURS_QUOTE("0E", "주식시간외호가", true),
    MEMBER("0F", "주식당일거래원", true),
    ETF_NAV("0G", "ETF NAV", true),
    EXPECTED_FILL("0H", "주식예상체결", true),
    GOLD_PRICE("0I", "국제금환산가격", false),
    SECTOR_INDEX("0J", "업종지수", true),
    SECTOR_BREADTH("0U", "업종등락", true),
    STOCK_INFO("0g", "주식종목정보", true),
    ELW_PRICE("0m", "ELW 이론가", false),
    MARKET_PHASE("0s", "장시작시간", true),
    ELW_INDICATOR("0u", "ELW 지표", false),
    PROGRAM_TRADING("0w", "종목별프로그램매매", true),
    VOLATILITY_INTERRUPTION("1h", "VI발동/해제", true);

    private static final Map<String, RealType> BY_CODE = new HashMap<>();

    static {
        for (RealType type : values()) {
            BY_CODE.put(type.code, type);
        }
    }

    private final String code;
    private final String title;
    private final boolean built;

    RealType(String code, String title, boolean built) {
        this.code = code;
        this.title = title;
        this.built = built;
    }

    /** The type with a code; case counts, because there are both 0G and 0g. */
    static Optional<RealType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** As sent in {@code type}. */
    String code() {
        return code;
    }

    /** As sent in {@code name}. */
    String title() {
        return title;
    }

    /** Whether anything is ever pushed. */
    boolean built() {
        return built;
    }

    /** Whether its items are sector codes. */
    boolean ofSector() {
        return this == SECTOR_INDEX || this == SECTOR_BREADTH;
    }

    /** Whether it is about the token's account, whatever items are registered. */
    boolean ofAccount() {
        return this == ORDER || this == BALANCE;
    }
}
