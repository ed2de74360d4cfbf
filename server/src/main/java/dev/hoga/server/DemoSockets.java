package dev.hoga.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The two brokers' sockets, opened with one account: what the account's orders and the market push through each. */
final class DemoSockets implements AutoCloseable {
    private static final String NOTICES = "H0STCNI0";
    private static final String TRADES = "H0STCNT0";
    private static final String BOOKS = "H0STASP0";
    private static final String KIS_NUMBER_PREFIX = "000";

    private final Narrator say;
    private final SocketClient kiwoom;
    private final KisSocketClient kis;

    private DemoSockets(Narrator say, SocketClient kiwoom, KisSocketClient kis) {
        this.say = say;
        this.kiwoom = kiwoom;
        this.kis = kis;
    }

    /** Connects to both, and asks for the account's notices and one instrument's trades and book. */
    static DemoSockets open(Narrator say, int port, KiwoomClient kiwoomBot, KisClient kisBot, String htsId, String code)
        throws IOException {
        SocketClient kiwoom = SocketClient.login(port, kiwoomBot).registers(List.of(""), "00", "04").registers(List.of(code), "0B", "0D");
        KisSocketClient kis = KisSocketClient.open(port, kisBot).registers(NOTICES, htsId).registers(TRADES, code).registers(BOOKS, code);
        return new DemoSockets(say, kiwoom, kis);
    }

    /** Waits until both have told that an order was taken. */
    void accepted(String orderNumber, long qtyShares) throws IOException {
        Map<String, Object> byKiwoom = kiwoomNotice(orderNumber, "접수");
        say.expect("shares ordered, by Kiwoom's socket", Long.toString(qtyShares), byKiwoom.get("900"));
        List<String> byKis = kisNotice(orderNumber, "1");
        say.expect("shares ordered, by KIS's socket", qtyShares, Long.parseLong(byKis.get(16)));
    }

    /** Waits until both have told that an order was filled, and of the trade. */
    void filled(String orderNumber, long qtyShares, long priceWon) throws IOException {
        Map<String, Object> byKiwoom = kiwoomNotice(orderNumber, "체결");
        say.expect("shares filled, by Kiwoom's socket", Long.toString(qtyShares), byKiwoom.get("911"));
        say.expect("fill price, by Kiwoom's socket", Long.toString(priceWon), byKiwoom.get("910"));
        List<String> byKis = kisNotice(orderNumber, "2");
        say.expect("shares filled, by KIS's socket", qtyShares, Long.parseLong(byKis.get(9)));
        say.expect("fill price, by KIS's socket", priceWon, Long.parseLong(byKis.get(10)));
        say.expect("price of Kiwoom's trade", priceWon, Math.abs(Long.parseLong((String) kiwoom.hearReal("0B").get("10"))));
        say.expect("price of KIS's trade", Long.toString(priceWon), kis.hear(TRADES).get(2));
    }

    /** Waits until Kiwoom has told how many shares the account holds. */
    void held(long qtyShares) throws IOException {
        say.expect("shares held, by Kiwoom's 04", Long.toString(qtyShares), kiwoom.hearReal("04").get("930"));
    }

    /** Waits until both have pushed a book with this best ask; books before it are passed over. */
    void bestAsk(long priceWon) throws IOException {
        while (Math.abs(Long.parseLong((String) kiwoom.hearReal("0D").get("41"))) != priceWon) {
            continue;
        }
        while (Long.parseLong(kis.hear(BOOKS).get(3)) != priceWon) {
            continue;
        }
    }

    private Map<String, Object> kiwoomNotice(String orderNumber, String state) throws IOException {
        Map<String, Object> notice = kiwoom.hearReal("00");
        while (!notice.get("9203").equals(orderNumber) || !notice.get("913").equals(state)) {
            notice = kiwoom.hearReal("00");
        }
        return notice;
    }

    /** @param kind 1 for taken, changed or refused, 2 for filled */
    private List<String> kisNotice(String orderNumber, String kind) throws IOException {
        List<String> notice = kis.hear(NOTICES);
        while (!notice.get(2).equals(KIS_NUMBER_PREFIX + orderNumber) || !notice.get(13).equals(kind)) {
            notice = kis.hear(NOTICES);
        }
        return notice;
    }

    @Override
    public void close() {
        kiwoom.close();
        kis.close();
    }
}
