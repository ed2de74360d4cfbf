package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Currency;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.Rates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Charts of overseas stocks: dailyprice by days, weeks and months, back from a date, and inquire-time-itemchartprice by minutes of
 * the session. Dates and times are the exchange's own, and Korean ones beside them. Adjusted and other prices are the same: nothing
 * is ever split here.
 */
final class OverseasCharts {
    /** Official. */
    static final int DAYS_PER_PAGE = 100;
    /** Official. */
    static final int MINUTES_PER_PAGE = 120;

    /** As many days as there are, five years of them. */
    private static final int DAYS = 2_000;
    private static final int MINUTES_A_SESSION = 1_440;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Engine engine;

    OverseasCharts(Engine engine) {
        this.engine = engine;
    }

    // -- days ----------------------------------------------------------------------------------------------------------

    private record Days(Bars bars, long bid, long bidShares, long ask, long askShares) {

        static Days read(BrokerageView view, int id) {
            var bars = new Bars(DAYS);
            view.copyDayBars(id, Integer.MAX_VALUE, bars);
            Ladder bids = Ladder.read(view, id, Side.BUY);
            Ladder asks = Ladder.read(view, id, Side.SELL);
            return new Days(bars, bids.pricesWon()[0], bids.qtysShares()[0], asks.pricesWon()[0], asks.qtysShares()[0]);
        }
    }

    /** Some days as one bar. @param lastDay the newest of them */
    private record Period(int lastDay, long before, long open, long high, long low, long close, long shares, long amount) {

        Period older(Bars bars, int at) {
            return new Period(lastDay, bars.baseWon(at), bars.openWon(at), Math.max(high, bars.highWon(at)), Math.min(low, bars.lowWon(at)),
                close, shares + bars.volumeShares(at), amount + bars.turnoverWon(at));
        }

        static Period of(Bars bars, int at) {
            return new Period(bars.place(at), bars.baseWon(at), bars.openWon(at), bars.highWon(at), bars.lowWon(at), bars.closeWon(at),
                bars.volumeShares(at), bars.turnoverWon(at));
        }
    }

    void days(Call call) {
        int last = KoreanTime.day(call.text("BYMD")).orElse(Integer.MAX_VALUE);
        OverseasQuotes.read(engine, call, Days::read, (exchange, days) -> {
            List<Period> periods = periods(days.bars, call.text("GUBN"), last);
            ResponseBody answer = call.newAnswer();
            answer.object("output1").text("rsym", OverseasQuotes.REALTIME + exchange.quoteCode() + call.text("SYMB"))
                .number("zdiv", exchange.currency().decimals())
                .number("nrec", periods.size());
            for (Period period : periods) {
                boolean now = period == periods.getFirst() && last == Integer.MAX_VALUE;
                fill(answer.row("output2"), exchange.currency(), period, now ? days : new Days(days.bars, 0, 0, 0, 0));
            }
            call.answer(answer, Message.QUOTE);
        });
    }

    private static List<Period> periods(Bars bars, String kind, int last) {
        var periods = new ArrayList<Period>();
        for (int at = 0; at < bars.count(); at++) {
            if (bars.place(at) > last || bars.openWon(at) == 0) {
                continue;
            }
            if (!periods.isEmpty() && start(kind, periods.getLast().lastDay).equals(start(kind, bars.place(at)))) {
                periods.set(periods.size() - 1, periods.getLast().older(bars, at));
            } else if (periods.size() == DAYS_PER_PAGE) {
                break;
            } else {
                periods.add(Period.of(bars, at));
            }
        }
        return periods;
    }

    private static LocalDate start(String kind, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (kind) {
            case "1" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "2" -> date.withDayOfMonth(1);
            default -> date;
        };
    }

    private static void fill(ResponseBody row, Currency currency, Period period, Days now) {
        int decimals = currency.decimals();
        long change = period.close - period.before;
        row.text("xymd", KoreanTime.date(period.lastDay))
            .decimal("clos", period.close, decimals)
            .text("sign", change > 0 ? "2" : change < 0 ? "5" : "3")
            .decimal("diff", Math.abs(change), decimals)
            .decimal("rate", Rates.hundredths(change, period.before), Rates.DECIMALS)
            .decimal("open", period.open, decimals)
            .decimal("high", period.high, decimals)
            .decimal("low", period.low, decimals)
            .number("tvol", period.shares)
            .number("tamt", period.amount / currency.minimalUnits())
            .decimal("pbid", now.bid, decimals)
            .number("vbid", now.bidShares)
            .decimal("pask", now.ask, decimals)
            .number("vask", now.askShares);
    }

    // -- minutes -------------------------------------------------------------------------------------------------------

    private record Minutes(Bars bars, int date) {
    }

    void minutes(Call call) {
        int minutes = Math.clamp(whole(call.text("NMIN"), 1), 1, MINUTES_A_SESSION);
        int most = Math.clamp(whole(call.text("NREC"), MINUTES_PER_PAGE), 1, MINUTES_PER_PAGE);
        String key = call.text("NEXT").equals("1") ? call.text("KEYB") : "";
        OverseasQuotes.read(engine, call, (view, id) -> {
            var bars = new Bars(MINUTES_A_SESSION);
            view.copyMinuteBars(id, minutes, Integer.MAX_VALUE, bars);
            return new Minutes(bars, view.sessionDate(id));
        }, (exchange, chart) -> {
            ResponseBody answer = call.newAnswer();
            ZoneId zone = zone(exchange.currency());
            int rows = 0;
            boolean more = false;
            for (int at = 0; at < chart.bars.count(); at++) {
                boolean older = key.isEmpty() || local(chart.bars.timeMs(at), zone).compareTo(key) < 0;
                more |= older && rows == most;
                if (older && rows < most) {
                    fill(answer.row("output2"), exchange.currency(), zone, chart, at);
                    rows++;
                }
            }
            summary(DeclaredConstants.fill(answer.object("output1"), call, "output1"), exchange, call.text("SYMB"), chart.date, zone)
                .text("next", more ? "1" : "0")
                .text("more", more ? "1" : "0")
                .number("nrec", rows);
            call.answer(answer, Message.QUOTE);
        });
    }

    private static int whole(String text, int otherwise) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    static ZoneId zone(Currency country) {
        return ZoneId.of(switch (country) {
            case USD -> "America/New_York";
            case HKD -> "Asia/Hong_Kong";
            case CNY -> "Asia/Shanghai";
            case JPY -> "Asia/Tokyo";
            case VND -> "Asia/Ho_Chi_Minh";
            case KRW -> "Asia/Seoul";
        });
    }

    /** {@code yyyyMMddHHmmss} there. */
    static String local(long timeMs, ZoneId zone) {
        return LOCAL.format(Instant.ofEpochMilli(timeMs).atZone(zone));
    }

    private static ResponseBody summary(ResponseBody out, OverseasExchange exchange, String code, int date, ZoneId zone) {
        String[] hours = switch (exchange.currency()) {
            case USD -> new String[] {"093000", "160000"};
            case HKD -> new String[] {"093000", "160000"};
            case CNY -> new String[] {"093000", "150000"};
            case JPY -> new String[] {"090000", "153000"};
            default -> new String[] {"090000", "144500"};
        };
        return out.text("rsym", OverseasQuotes.REALTIME + exchange.quoteCode() + code)
            .number("zdiv", exchange.currency().decimals())
            .text("stim", hours[0])
            .text("etim", hours[1])
            .text("sktm", korean(date, hours[0], zone))
            .text("ektm", korean(date, hours[1], zone));
    }

    private static String korean(int date, String time, ZoneId zone) {
        LocalDate day = LocalDate.ofEpochDay(date);
        return KoreanTime.time(day.atTime(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2, 4))).atZone(zone)
            .toInstant().toEpochMilli());
    }

    private static void fill(ResponseBody row, Currency currency, ZoneId zone, Minutes chart, int at) {
        Bars bars = chart.bars;
        int decimals = currency.decimals();
        String there = local(bars.timeMs(at), zone);
        row.text("tymd", KoreanTime.date(chart.date))
            .text("xymd", there.substring(0, 8))
            .text("xhms", there.substring(8))
            .text("kymd", KoreanTime.dateOf(bars.timeMs(at)))
            .text("khms", KoreanTime.time(bars.timeMs(at)))
            .decimal("open", bars.openWon(at), decimals)
            .decimal("high", bars.highWon(at), decimals)
            .decimal("low", bars.lowWon(at), decimals)
            .decimal("last", bars.closeWon(at), decimals)
            .number("evol", bars.volumeShares(at))
            .number("eamt", bars.turnoverWon(at) / currency.minimalUnits());
    }
}
