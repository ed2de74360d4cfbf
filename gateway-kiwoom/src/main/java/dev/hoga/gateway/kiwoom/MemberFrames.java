package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Members;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.TallyNotice;
import dev.hoga.gateway.TallyNotice.MemberShares;
import dev.hoga.gateway.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frames of 0F, the five members who have sold and bought most of a stock, and of 0w, what program orders have come to; each when
 * it has changed with a trade. Changes are against what was told before. Belongs to the feed's thread.
 */
final class MemberFrames {
    private static final int MEMBERS = 5;
    private static final String KRX = "KRX";
    /** The first field ids of the sellers' and of the buyers' rows: name, shares, change, number. */
    private static final Rows SELLERS = new Rows(141, 161, 166, 146);
    private static final Rows BUYERS = new Rows(151, 171, 176, 156);

    private final TrSpec members;
    private final TrSpec program;
    private final RealConstants.OfType memberConstants = RealConstants.of(RealType.MEMBER);
    private final RealConstants.OfType programConstants = RealConstants.of(RealType.PROGRAM_TRADING);
    private final RealFrame frame = new RealFrame();
    /** What was told last, by packed code. */
    private final Map<Long, TallyNotice> toldMembers = new HashMap<>();
    private final Map<Long, TallyNotice.Program> toldProgram = new HashMap<>();

    private record Rows(int name, int shares, int change, int number) {
    }

    MemberFrames(BrokerCatalogue contract) {
        members = contract.require(RealType.MEMBER.code());
        program = contract.require(RealType.PROGRAM_TRADING.code());
    }

    // -- 0F --------------------------------------------------------------------------------------------------------------

    /** Forgets what was told of a stock that nobody listens to any more, so that its next frame tells of no change. */
    void forgetMembers(long code) {
        toldMembers.remove(code);
    }

    void forgetProgram(long code) {
        toldProgram.remove(code);
    }

    /** What was told before a notice; the notice itself where it is the first. */
    TallyNotice before(TallyNotice notice) {
        TallyNotice before = toldMembers.put(notice.instrument().code(), notice);
        return before == null ? notice : before;
    }

    Frame members(Topic topic, Subject subject, TallyNotice before, TallyNotice notice) {
        ResponseBody values = ResponseBody.of(members);
        memberConstants.fill(values);
        rows(values, SELLERS, before.sold(), notice.sold());
        rows(values, BUYERS, before.bought(), notice.bought());
        long sold = notice.sold().foreignShares();
        long bought = notice.bought().foreignShares();
        long soldBefore = before.sold().foreignShares();
        long boughtBefore = before.bought().foreignShares();
        values.number("261", sold)
            .number("262", sold - soldBefore)
            .number("263", bought)
            .number("264", bought - boughtBefore)
            .number("267", bought - sold)
            .number("268", bought - sold - (boughtBefore - soldBefore))
            .text("337", KRX);
        return frame(topic, subject, values);
    }

    private static void rows(ResponseBody values, Rows rows, MemberShares before, MemberShares now) {
        List<Members.Member> first = now.first(MEMBERS);
        for (int place = 0; place < MEMBERS; place++) {
            boolean there = place < first.size();
            long shares = there ? now.shares(first.get(place)) : 0;
            values.text(id(rows.name, place), there ? first.get(place).name() : "")
                .number(id(rows.shares, place), shares)
                .number(id(rows.change, place), there ? shares - before.shares(first.get(place)) : 0)
                .text(id(rows.number, place), there ? first.get(place).code() : "");
        }
    }

    private static String id(int first, int place) {
        return Integer.toString(first + place);
    }

    // -- 0w --------------------------------------------------------------------------------------------------------------

    /** What was told of program orders before; the same as now where nothing has changed. */
    TallyNotice.Program programBefore(TallyNotice notice) {
        TallyNotice.Program before = toldProgram.put(notice.instrument().code(), notice.program());
        return before == null ? new TallyNotice.Program(0, 0, 0, 0) : before;
    }

    Frame program(Topic topic, Subject subject, TallyNotice.Program before, TallyNotice notice) {
        QuoteFacts quote = notice.instrument().quote();
        TallyNotice.Program now = notice.program();
        ResponseBody values = ResponseBody.of(program);
        programConstants.fill(values);
        QuoteFrames.price(values, "10", quote.lastWon(), quote.baseWon());
        values.text("20", KoreanTime.time(notice.timeMs()))
            .text("25", quote.changeSign())
            .number("11", quote.changeWon())
            .decimal("12", Rates.hundredths(quote.changeWon(), quote.baseWon()), Rates.DECIMALS)
            .number("13", quote.volumeShares())
            .number("202", now.soldShares())
            .number("204", now.soldWon())
            .number("206", now.boughtShares())
            .number("208", now.boughtWon())
            .number("210", now.netShares())
            .number("211", now.netShares() - before.netShares())
            .number("212", now.netWon())
            .number("213", now.netWon() - before.netWon());
        return frame(topic, subject, values);
    }

    private Frame frame(Topic topic, Subject subject, ResponseBody values) {
        frame.write(subject.type(), subject.item(), values);
        return Frame.quote(topic, frame.array(), frame.length());
    }
}
