package dev.hoga.gateway.kis;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.KeptReply;

/** A house with some overseas stocks, alice's foreign cash, and rates; on a Friday night, in America's regular session. */
final class OverseasHouse {
    static final String TRADING = "/uapi/overseas-stock/v1/trading/";
    static final String QUOTATIONS = "/uapi/overseas-price/v1/quotations/";
    private static final long HOUR_MS = 3_600_000;

    final House house = new House();
    final House.Sender live = house.sender("alice", Environment.LIVE);
    final House.Sender mock = house.sender("alice", Environment.MOCK);
    private final int alice = house.alice;

    OverseasHouse() {
        list(Venue.NASD, "AAPL", "애플", "APPLE INC", 1, 2_700_000);
        list(Venue.NYSE, "KO", "코카콜라", "COCA-COLA CO", 1, 700_000);
        list(Venue.SEHK, "00700", "텐센트 홀딩스", "TENCENT HOLDINGS LTD", 100, 600_000);
        list(Venue.SHAA, "600519", "귀주모태주", "KWEICHOW MOUTAI CO LTD-A", 100, 1_450_000);
        list(Venue.TKSE, "7203", "도요타 자동차", "TOYOTA MOTOR CORP", 100, 30_000);
        list(Venue.VNSE, "VCB", "베트남 무역은행", "BANK FOR FOREIGN TRADE JSC", 100, 60_000);
        house.engine.setFxRate(Currency.USD, 14_005_000, new KeptReply());
        house.engine.setFxRate(Currency.HKD, 1_790_000, new KeptReply());
        for (Currency currency : Currency.values()) {
            if (currency != Currency.KRW) {
                house.engine.moveForeignCash(alice, currency, 1_000_000 * currency.minimalUnits(), new KeptReply());
            }
        }
        hoursLater(13 * HOUR_MS + 40 * 60_000);
    }

    private void list(Venue venue, String code, String name, String englishName, long lot, long base) {
        house.engine.listOverseas(Code.pack(venue, code), name, englishName, InstrumentKind.STOCK, 1_000_000_000, lot, base,
            new KeptReply());
    }

    /** Sets the market's clock forward. */
    void hoursLater(long ms) {
        long nowMs = house.engine.read(view -> view.marketTimeMs(house.engine.hostTimeMs())).join();
        house.engine.setMarketTime(nowMs + ms, new KeptReply());
    }

    /** An order of the scripted trader. */
    void scripted(Venue venue, String code, Side side, long shares, long price) {
        house.engine.placeOrder(HouseAccount.SCRIPTED_TRADER.id(), Code.pack(venue, code), venue, side, OrderType.LIMIT,
            TimeInForce.DAY, shares, price, new KeptReply());
    }

    /** An order of alice; the answer. */
    String order(House.Sender sender, String trId, String exchange, String code, long shares, String price, String division) {
        return house.post(sender, trId, TRADING + "order", '{' + House.ALICE_JSON + "\"OVRS_EXCG_CD\":\"" + exchange + "\",\"PDNO\":\""
            + code + "\",\"ORD_QTY\":\"" + shares + "\",\"OVRS_ORD_UNPR\":\"" + price
            + "\",\"CTAC_TLNO\":\"\",\"MGCO_APTM_ODNO\":\"\",\"SLL_TYPE\":\"\",\"ORD_SVR_DVSN_CD\":\"0\",\"ORD_DVSN\":\"" + division
            + "\"}").answer();
    }

    /** An amendment (01) or cancellation (02) of alice; the answer. */
    String change(House.Sender sender, String trId, String exchange, String code, String kind, int original, long shares, String price) {
        return house.post(sender, trId, TRADING + "order-rvsecncl", '{' + House.ALICE_JSON + "\"OVRS_EXCG_CD\":\"" + exchange
            + "\",\"PDNO\":\"" + code + "\",\"ORGN_ODNO\":\"" + original + "\",\"RVSE_CNCL_DVSN_CD\":\"" + kind + "\",\"ORD_QTY\":\""
            + shares + "\",\"OVRS_ORD_UNPR\":\"" + price + "\",\"MGCO_APTM_ODNO\":\"\",\"ORD_SVR_DVSN_CD\":\"0\"}").answer();
    }

    String get(House.Sender sender, String trId, String call, String parameters) {
        return house.get(sender, trId, TRADING + call + '?' + House.ALICE + '&' + parameters).answer();
    }

    String quote(String trId, String call, String parameters) {
        return house.get(live, trId, QUOTATIONS + call + "?AUTH=&" + parameters).answer();
    }
}
