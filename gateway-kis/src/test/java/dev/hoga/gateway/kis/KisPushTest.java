package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.Field;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.ConstantTable.Constant;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemorySession;
import dev.hoga.gateway.SimulatedPage;
import dev.hoga.gateway.kis.House.Sender;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an order to the frames that tell of it. */
class KisPushTest {
    private static final Pattern SECRETS = Pattern.compile("\"iv\":\"(\\w+)\",\"key\":\"(\\w+)\"");
    private static final Pattern FRAME = Pattern.compile("([01])\\|(\\w+)\\|(\\d{3})\\|(.*)");

    private final House house = new House();
    private final FeedReader feed = new FeedReader(house.engine, List.of(house.socket));
    private final Sender alice = house.sender("alice", Environment.LIVE);

    @AfterEach
    void stop() {
        feed.close();
    }

    /** A client that has registered, and what it needs to read notices. */
    private record Client(MemorySession session, SecretKeySpec key, IvParameterSpec iv) {

        Map<String, String> next(RealTr tr) throws InterruptedException {
            Matcher frame = FRAME.matcher(session.hear());
            assertTrue(frame.matches());
            String record = frame.group(1).equals("1") ? decrypted(frame.group(4)) : frame.group(4);
            String[] values = record.split("\\^", -1);
            var byName = new HashMap<String, String>();
            List<Field> rows = tr.spec(House.CATALOGUE.kis()).response().rows();
            assertEquals(rows.size(), values.length, record);
            for (int i = 0; i < values.length; i++) {
                byName.put(rows.get(i).name(), values[i]);
            }
            return byName;
        }

        /** Some values of the next frame, as {@code NAME=value}. */
        String next(RealTr tr, String... names) throws InterruptedException {
            Map<String, String> values = next(tr);
            return Arrays.stream(names).map(name -> name + '=' + values.get(name)).collect(Collectors.joining(" "));
        }

        String decrypted(String payload) {
            try {
                Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, key, iv);
                return new String(cipher.doFinal(Base64.getDecoder().decode(payload)), UTF_8);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(payload, e);
            }
        }
    }

    private Client client(String name, Environment environment, String... trIdsAndKeys) {
        var session = new MemorySession("/").openedBy(house.socket);
        String approval = house.approval(name, environment);
        for (int i = 0; i < trIdsAndKeys.length; i += 2) {
            session.says(House.registration(approval, trIdsAndKeys[i], trIdsAndKeys[i + 1]));
        }
        List<String> heard = session.heard();
        assertEquals(trIdsAndKeys.length / 2, heard.size());
        Matcher secrets = SECRETS.matcher(heard.getLast());
        assertTrue(secrets.find(), heard.toString());
        return new Client(session, new SecretKeySpec(secrets.group(2).getBytes(UTF_8), "AES"), new IvParameterSpec(secrets.group(1).getBytes(UTF_8)));
    }

    // -- H0STCNT0 ------------------------------------------------------------------------------------------------------

    @Test
    void tellsOfATradeAsTheWireDoes() throws InterruptedException {
        Client client = client("bob", Environment.LIVE, "H0STCNT0", House.SAMSUNG);
        house.scripted(Side.BUY, House.SAMSUNG, 7, 69_900);
        house.scripted(Side.SELL, House.SAMSUNG, 10, 70_700);
        house.limit(alice, Side.BUY, House.SAMSUNG, 4, 70_700);
        assertEquals("0|H0STCNT0|001|005930^100000^70700^2^700^1.00^70700.00^70700^70700^70700^70700^69900^4^4^282800^0^1^1^0.00^0^4^1^1.00^0.00^"
            + "100000^3^0^100000^3^0^100000^3^0^20261120^20^N^6^7^6^7^0.00^0^0.00^0^^70700^2", client.session.hear());
        house.scripted(Side.SELL, House.SAMSUNG, 2, 69_900);
        assertEquals("0|H0STCNT0|001|005930^100000^69900^5^-100^-0.14^70433.33^70700^70700^69900^70700^69900^2^6^422600^1^1^0^200.00^2^4^5^0.67^0.00^"
            + "100000^5^-800^100000^5^-800^100000^3^0^20261120^20^N^6^5^6^5^0.00^0^0.00^0^^70700^2", client.session.hear());
    }

    @Test
    void tellsTradesThatHappenAtOnceInOneFrame() throws InterruptedException {
        Client client = client("bob", Environment.LIVE, "H0STCNT0", House.SAMSUNG);
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
        house.scripted(Side.SELL, House.SAMSUNG, 2, 70_100);
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_200);
        house.scripted(Side.BUY, House.SAMSUNG, 6, 70_200);
        Matcher frame = FRAME.matcher(client.session.hear());
        assertTrue(frame.matches());
        assertEquals("003", frame.group(3));
        String[] values = frame.group(4).split("\\^", -1);
        assertEquals(3 * 47, values.length);
        assertEquals(List.of("70000", "1", "1", "70100", "2", "3", "70200", "3", "6"), List.of(values[2], values[12], values[13], values[47 + 2],
            values[47 + 12], values[47 + 13], values[94 + 2], values[94 + 12], values[94 + 13]));
        assertEquals(List.of(), client.session.heard());
    }

    @Test
    void putsNoMoreThanItsBoundIntoOneFrame() throws InterruptedException {
        int trades = 2 * QuoteFrames.MOST_RECORDS + 20;
        for (int i = 0; i < trades; i++) {
            house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
        }
        Client client = client("bob", Environment.LIVE, "H0STCNT0", House.SAMSUNG);
        house.scripted(Side.BUY, House.SAMSUNG, trades, 70_000);
        assertEquals(List.of("050", "050", "020"), client.session.hear(3).stream().map(frame -> frame.split("\\|")[2]).toList());
    }

    @Test
    void tellsTradesBeforeTheBookThatTheyLeave() throws InterruptedException {
        Client client = client("bob", Environment.LIVE, "H0STASP0", House.SAMSUNG, "H0STCNT0", House.SAMSUNG);
        house.scripted(Side.SELL, House.SAMSUNG, 5, 70_000);
        assertTrue(client.session.hear().startsWith("0|H0STASP0|001|"));
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_000);
        assertTrue(client.session.hear().startsWith("0|H0STCNT0|001|"));
        assertTrue(client.session.hear().startsWith("0|H0STASP0|001|"));
    }

    @Test
    void tellsNothingAfterTheEndOfARegistration() throws InterruptedException {
        String approval = house.approval("bob", Environment.LIVE);
        var session = new MemorySession("/tryitout/H0STCNT0").openedBy(house.socket).says(House.registration(approval, "H0STCNT0", House.SAMSUNG))
            .says(House.registration(approval, "H0STCNT0", House.HYNIX)).says(House.message(approval, "2", "H0STCNT0", House.SAMSUNG));
        session.heard();
        for (String code : List.of(House.SAMSUNG, House.HYNIX)) {
            long priceWon = code.equals(House.SAMSUNG) ? 70_000 : 200_000;
            house.scripted(Side.SELL, code, 1, priceWon);
            house.scripted(Side.BUY, code, 1, priceWon);
        }
        assertTrue(session.hear().startsWith("0|H0STCNT0|001|000660^"));
        assertEquals(List.of(), session.heard());
    }

    // -- H0STASP0 ------------------------------------------------------------------------------------------------------

    @Test
    void tellsOfABookAsTheWireDoes() throws InterruptedException {
        house.scripted(Side.SELL, House.SAMSUNG, 30, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 5, 69_900);
        Client client = client("bob", Environment.LIVE, "H0STASP0", House.SAMSUNG);
        house.scripted(Side.SELL, House.SAMSUNG, 10, 70_200);
        String eightTimes = "^0^0^0^0^0^0^0^0";
        assertEquals("0|H0STASP0|001|005930^100000^0^70100^70200" + eightTimes + "^69900^0" + eightTimes + "^30^10" + eightTimes + "^5^0" + eightTimes
            + "^40^5^0^0^0^0^0^-70000^5^-100.00^0^0^0^0^0^0^70000^0^0^2", client.session.hear());
        house.scripted(Side.BUY, House.SAMSUNG, 3, 69_900);
        assertEquals("TOTAL_ASKP_RSQN_ICDC=0 TOTAL_BIDP_RSQN_ICDC=3 BIDP_RSQN1=8", client.next(RealTr.BOOK, "TOTAL_ASKP_RSQN_ICDC", "TOTAL_BIDP_RSQN_ICDC",
            "BIDP_RSQN1"));
    }

    // -- H0STANC0 ------------------------------------------------------------------------------------------------------

    private void goToTheClosingAuction() {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:25:00+09:00").toInstant().toEpochMilli(), new KeptReply());
    }

    @Test
    void tellsWhatAnAuctionIsExpectedToEndWithWhenThatChanges() throws InterruptedException {
        goToTheClosingAuction();
        Client client = client("bob", Environment.LIVE, "H0STANC0", House.SAMSUNG);
        house.scripted(Side.SELL, House.SAMSUNG, 30, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 5, 70_100);
        assertEquals("STCK_PRPR=70100 PRDY_VRSS_SIGN=2 PRDY_VRSS=100 PRDY_CTRT=0.14 CNTG_VOL=5 ACML_VOL=0 CNTG_CLS_CODE=3 OPRC_HOUR=000000",
            client.next(RealTr.EXPECTED, "STCK_PRPR", "PRDY_VRSS_SIGN", "PRDY_VRSS", "PRDY_CTRT", "CNTG_VOL", "ACML_VOL", "CNTG_CLS_CODE",
                "OPRC_HOUR"));
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_000);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_200);
        assertEquals("CNTG_VOL=7", client.next(RealTr.EXPECTED, "CNTG_VOL"), "what changes nothing is not told");
    }

    // -- H0STCNI0, H0STCNI9 ----------------------------------------------------------------------------------------------

    @Test
    void tellsOfAnOrderAndItsFillSoThatOnlyItsOwnerCanRead() throws InterruptedException {
        Client client = client("alice", Environment.LIVE, "H0STCNI0", "alice");
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_000);
        house.limit(alice, Side.BUY, House.SAMSUNG, 10, 70_100);
        String frame = client.session.hear();
        assertTrue(frame.matches("1\\|H0STCNI0\\|001\\|[A-Za-z0-9+/]+=*"), frame);
        assertEquals("alice^5000000101^0000000001^^02^0^00^0^005930^0000000010^000070100^100000^0^1^1^06010^000000010^alice^^1^Y^^10^^삼성전자^",
            client.decrypted(frame.split("\\|")[3]));
        assertEquals("alice^5000000101^0000000001^^02^0^00^0^005930^0000000003^000070000^100000^0^2^2^06010^000000010^alice^^1^Y^^10^^삼성전자^000070100",
            client.decrypted(client.session.hear().split("\\|")[3]));
    }

    @Test
    void tellsAnAccountsOrdersToAllItsSessionsAndToNobodyElse() throws InterruptedException {
        Client live = client("alice", Environment.LIVE, "H0STCNI0", "alice");
        Client mock = client("alice", Environment.MOCK, "H0STCNI9", "alice");
        Client other = client("bob", Environment.LIVE, "H0STCNI0", "bob");
        house.limit(house.sender("alice", Environment.MOCK), Side.BUY, House.SAMSUNG, 1, 69_000);
        String toLive = live.session.hear();
        String toMock = mock.session.hear();
        assertTrue(toLive.startsWith("1|H0STCNI0|001|") && toMock.startsWith("1|H0STCNI9|001|"), toLive + toMock);
        assertEquals(live.decrypted(toLive.split("\\|")[3]).replace("06010", "00950"), mock.decrypted(toMock.split("\\|")[3]));
        assertEquals(List.of(), other.session.heard());
    }

    @Test
    void tellsOfAmendmentsAndCancellations() throws InterruptedException {
        Client client = client("alice", Environment.LIVE, "H0STCNI0", "alice");
        int first = house.limit(alice, Side.BUY, House.SAMSUNG, 10, 69_000);
        house.change(alice, "01", first, 0, "69500", "00");
        house.change(alice, "02", 2, 0, "0", "00");
        String[] names = {"ODER_NO", "OODER_NO", "RCTF_CLS", "CNTG_YN", "ACPT_YN", "CNTG_QTY", "CNTG_UNPR"};
        assertEquals("ODER_NO=0000000001 OODER_NO= RCTF_CLS=0 CNTG_YN=1 ACPT_YN=1 CNTG_QTY=0000000010 CNTG_UNPR=000069000",
            client.next(RealTr.NOTICES, names));
        for (String acceptance : List.of("1", "2")) {
            assertEquals("ODER_NO=0000000002 OODER_NO=0000000001 RCTF_CLS=1 CNTG_YN=1 ACPT_YN=" + acceptance
                + " CNTG_QTY=0000000010 CNTG_UNPR=000069500", client.next(RealTr.NOTICES, names));
        }
        for (String acceptance : List.of("1", "2")) {
            assertEquals("ODER_NO=0000000003 OODER_NO=0000000002 RCTF_CLS=2 CNTG_YN=1 ACPT_YN=" + acceptance
                + " CNTG_QTY=0000000010 CNTG_UNPR=000000000", client.next(RealTr.NOTICES, names));
        }
        assertEquals(List.of(), client.session.heard());
    }

    @Test
    void tellsNothingOfARefusedOrder() throws InterruptedException {
        Client client = client("alice", Environment.LIVE, "H0STCNI0", "alice");
        house.order(alice, Side.SELL, House.SAMSUNG, 10, "70000", "00");
        house.limit(alice, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals("ODER_NO=0000000001 SELN_BYOV_CLS=02", client.next(RealTr.NOTICES, "ODER_NO", "SELN_BYOV_CLS"));
    }

    @Test
    void closesWhoReliesOnNoticesThatWereLostAndNobodyElse() {
        Client orders = client("alice", Environment.LIVE, "H0STCNI0", "alice");
        Client quotes = client("bob", Environment.LIVE, "H0STCNT0", House.SAMSUNG);
        house.socket.lost();
        assertEquals(1011, orders.session.closeStatus());
        assertEquals(0, quotes.session.closeStatus());
    }

    // -- all fields ----------------------------------------------------------------------------------------------------

    /** Of domestic TRs: what is empty in a frame of everything is declared to be, and what is declared is in the frame. */
    @Test
    void everyFieldHasAFactOrADeclaredConstant() throws InterruptedException {
        house.scripted(Side.BUY, House.SAMSUNG, 3, 69_000);
        house.scripted(Side.SELL, House.SAMSUNG, 5, 70_100);
        int first = house.limit(alice, Side.BUY, House.SAMSUNG, 2, 69_000);
        for (RealTr tr : RealTr.values()) {
            if (tr.overseas()) {
                continue;
            }
            Client client = client("alice", Environment.LIVE, tr.id(), tr.ofAccount() ? "alice" : House.SAMSUNG);
            if (tr.ofAccount()) {
                // The amendment fills at once: its fill, the third notice, has a value wherever one can be.
                house.change(alice, "01", first, 0, "70100", "00");
                client.session.hear(2);
            } else if (tr == RealTr.EXPECTED) {
                goToTheClosingAuction();
                house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
            } else {
                house.scripted(Side.BUY, House.SAMSUNG, 1, 70_100);
            }
            Map<String, String> values = client.next(tr);
            Set<String> declared = RealConstants.of(tr).stream().map(Constant::field).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(values.keySet().containsAll(declared), tr + " " + declared);
            values.forEach((name, value) -> assertFalse(value.isEmpty() && !declared.contains(name), tr + " " + name + " is empty"));
            client.session.leaves();
        }
    }

    @Test
    void printsEveryConstantOfWhatIsPushed() throws IOException {
        SimulatedPage.assertPrints("kis-realtime-constants", RealConstants.table());
    }
}
