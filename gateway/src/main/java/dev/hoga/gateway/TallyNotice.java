package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.Side;
import dev.hoga.gateway.Members.Member;
import java.util.Comparator;
import java.util.List;

/**
 * Who has traded how much of an instrument today, told after it has traded.
 *
 * @param timeMs market time of the last trade
 */
public record TallyNotice(InstrumentFacts instrument, MemberShares bought, MemberShares sold, Program program, long timeMs) {

    /** What program orders have come to today. */
    public record Program(long soldShares, long soldWon, long boughtShares, long boughtWon) {

        private static Program read(BrokerageView view, int id) {
            return new Program(view.programShares(id, Side.SELL), view.programWon(id, Side.SELL), view.programShares(id, Side.BUY),
                view.programWon(id, Side.BUY));
        }

        /** What was bought more than sold. */
        public long netShares() {
            return boughtShares - soldShares;
        }

        /** The same in won. */
        public long netWon() {
            return boughtWon - soldWon;
        }
    }

    /** What the exchange's members have bought, or sold, today, by number. */
    public static final class MemberShares {
        private final long[] sharesByMember = new long[CoreCommands.MAX_MEMBER + 1];

        private static MemberShares read(BrokerageView view, int id, Side side) {
            var members = new MemberShares();
            for (int member = 1; member < members.sharesByMember.length; member++) {
                members.sharesByMember[member] = view.memberShares(id, member, side);
            }
            return members;
        }

        /** Shares of a member, 0 for none. */
        public long shares(Member member) {
            return sharesByMember[member.number()];
        }

        /** The members with the most shares, the largest first; those without any are left out. */
        public List<Member> first(int most) {
            return Members.all().stream().filter(member -> shares(member) > 0)
                .sorted(Comparator.comparingLong(this::shares).reversed()).limit(most).toList();
        }

        /** Shares of all foreign firms' branches. */
        public long foreignShares() {
            return Members.all().stream().filter(Member::foreign).mapToLong(this::shares).sum();
        }
    }

    static TallyNotice read(BrokerageView view, InstrumentFacts instrument, long timeMs) {
        int id = instrument.id();
        return new TallyNotice(instrument, MemberShares.read(view, id, Side.BUY), MemberShares.read(view, id, Side.SELL), Program.read(view, id), timeMs);
    }
}
