package dev.hoga.gateway;

import dev.hoga.core.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of the exchange that orders come through here: the two brokers, by their real numbers and names, and the firms of
 * simulated traders, who exist here alone and are named so that nobody takes them for real ones.
 */
public final class Members {
    private static final int KIWOOM = 50;
    private static final int KIS = 3;
    /** The simulated firms' numbers, and those of them that are foreign: as the simulated market has them. */
    private static final int FIRST_SIMULATED = 101;
    private static final int LAST_SIMULATED = 124;
    private static final int FIRST_FOREIGN = 109;
    private static final int LAST_FOREIGN = 115;

    private static final List<Member> ALL = listed();

    private Members() {
    }

    /** One member. @param foreign whether it is the branch of a foreign firm */
    public record Member(int number, String name, String englishName, boolean foreign) {

        /** Its number as both brokers write it, three digits. */
        public String code() {
            return KoreanTime.digits(number, 3);
        }
    }

    private static List<Member> listed() {
        var all = new ArrayList<Member>();
        all.add(new Member(KIS, "한국투자증권", "KOREA INVESTMENT", false));
        all.add(new Member(KIWOOM, "키움증권", "KIWOOM", false));
        for (int number = FIRST_SIMULATED; number <= LAST_SIMULATED; number++) {
            boolean foreign = number >= FIRST_FOREIGN && number <= LAST_FOREIGN;
            String place = KoreanTime.digits(number - FIRST_SIMULATED + 1, 2);
            all.add(new Member(number, (foreign ? "모의외국" : "모의증권") + place, (foreign ? "FOREIGN SIM " : "SIM ") + place, foreign));
        }
        return List.copyOf(all);
    }

    /** Every member, by number. */
    public static List<Member> all() {
        return ALL;
    }

    /** The member with a number; empty where orders come through none. */
    public static Optional<Member> of(int number) {
        return ALL.stream().filter(member -> member.number == number).findFirst();
    }

    /** The number of the member that clients of a broker trade through. */
    public static int ofClients(Broker broker) {
        return switch (broker) {
            case KIWOOM -> KIWOOM;
            case KIS -> KIS;
        };
    }
}
