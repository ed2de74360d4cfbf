package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nextrade beside KRX: orders, lists and quotes tell the venue. */
class NxtTest {
    private final House house = new House();
    private final House.Sender alice = house.sender("alice", Environment.LIVE);

    @BeforeEach
    void listAtNxt() {
        house.listAtNxt(House.SAMSUNG);
    }

    private String order(House.Sender sender, String division, String price) {
        return house.post(sender, House.inEnvironment(sender, "TTTC0012U"), House.TRADING + "order-cash", '{' + House.ALICE_JSON
            + House.orderFields(House.SAMSUNG, 3, price, division).replace("KRX", "NXT")).answer();
    }

    private String price(String market) {
        return house.get(alice, "FHKST01010100",
            House.QUOTATIONS + "inquire-price?FID_COND_MRKT_DIV_CODE=" + market + "&FID_INPUT_ISCD=" + House.SAMSUNG).answer();
    }

    @Test
    void takesAnOrderAndListsItUnderItsVenue() {
        assertTrue(order(alice, "00", "69500").contains("APBK0013"));
        String today = house.get(alice, "TTTC0084R", House.TRADING + "inquire-psbl-rvsecncl?" + House.ALICE
            + "&CTX_AREA_FK100=&CTX_AREA_NK100=&INQR_DVSN_1=0&INQR_DVSN_2=0").answer();
        assertTrue(today.contains("\"excg_id_dvsn_cd\":\"NXT\""), today);
    }

    @Test
    void refusesWhatNextradeDoesNotTakeAndWhatTheMockHostHasNot() {
        assertTrue(order(alice, "01", "0").contains("APBK0918"));
        assertTrue(order(alice, "27", "69500").contains("APBK0918"), "after the pre-market");
        assertTrue(order(alice, "41", "69500").contains("APBK0963"), "of KRX's after-market");
        assertTrue(order(house.sender("alice", Environment.MOCK), "00", "69500").contains("90000000"));
    }

    @Test
    void quotesEachVenueAndBothTogether() {
        house.scripted(Venue.KRX, Side.SELL, House.SAMSUNG, 2, 70_200);
        house.scripted(Venue.KRX, Side.BUY, House.SAMSUNG, 2, 70_200);
        house.scripted(Venue.NXT, Side.SELL, House.SAMSUNG, 3, 70_100);
        house.scripted(Venue.NXT, Side.BUY, House.SAMSUNG, 3, 70_100);
        assertTrue(price("J").contains("\"stck_prpr\":\"70200\"") && price("J").contains("\"acml_vol\":\"2\""), price("J"));
        assertTrue(price("NX").contains("\"stck_prpr\":\"70100\"") && price("NX").contains("\"acml_vol\":\"3\""), price("NX"));
        assertTrue(price("UN").contains("\"acml_vol\":\"5\""), price("UN"));
    }
}
