package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Quotes of overseas stocks: price, price-detail and inquire-asking-price. Prices have the decimals that {@code zdiv} says. */
final class OverseasQuotes {
    /** How a key for realtime prices begins; free, delayed prices are what the broker gives with it. */
    static final String REALTIME = "D";
    private static final String WRONG_INPUT = "OPSQ2001";
    private static final int WON_DECIMALS = 2;

    private final Engine engine;

    OverseasQuotes(Engine engine) {
        this.engine = engine;
    }

    /** A stock as it stands; prices are minimal units of its currency. */
    private record Sheet(OverseasExchange exchange, String code, QuoteFacts facts, Ladder asks, Ladder bids, long bookTimeMs, long lot,
        long tick, InstrumentKind kind, long rate, long rateBefore, boolean limited) {

        static Sheet read(BrokerageView view, int id) {
            OverseasExchange exchange = OverseasExchange.of(view.venue(id));
            Currency currency = exchange.currency();
            return new Sheet(exchange, Code.text(view.code(id)), QuoteFacts.read(view, id), Ladder.read(view, id, Side.SELL),
                Ladder.read(view, id, Side.BUY), view.bookTimeMs(id), view.lotShares(id), view.tickWon(id, view.lastPriceWon(id)),
                view.instrumentKind(id), view.fxRate(currency), view.fxRate(currency, view.tradingDate()),
                currency != Currency.USD && currency != Currency.HKD);
        }

        int decimals() {
            return exchange.currency().decimals();
        }

        String key() {
            return REALTIME + exchange.quoteCode() + code;
        }

        /** Won of a price at a rate, with {@link #WON_DECIMALS} decimals, rounded down. */
        long won(long price, long atRate) {
            Currency currency = exchange.currency();
            return Math.multiplyExact(price, atRate) / currency.minimalUnits() / currency.quoteUnit() / 100;
        }
    }

    void price(Call call) {
        answer(call, (sheet, answer) -> {
            QuoteFacts facts = sheet.facts;
            int decimals = sheet.decimals();
            DeclaredConstants.fill(answer.object("output"), call, "output")
                .text("rsym", sheet.key())
                .number("zdiv", decimals)
                .decimal("base", facts.baseWon(), decimals)
                .number("pvol", facts.previousVolumeShares())
                .decimal("last", facts.lastWon(), decimals)
                .text("sign", sign(sheet))
                .decimal("diff", Math.abs(facts.changeWon()), decimals)
                .decimal("rate", Rates.hundredths(facts.changeWon(), facts.baseWon()), Rates.DECIMALS)
                .number("tvol", facts.volumeShares())
                .number("tamt", whole(sheet, facts.turnoverWon()));
        });
    }

    /** Without limits nothing stands at them. */
    private static String sign(Sheet sheet) {
        String sign = sheet.facts.changeSign();
        return sheet.limited ? sign : sign.equals("1") ? "2" : sign.equals("4") ? "5" : sign;
    }

    private static long whole(Sheet sheet, long amount) {
        return amount / sheet.exchange.currency().minimalUnits();
    }

    void detail(Call call) {
        answer(call, (sheet, answer) -> {
            QuoteFacts facts = sheet.facts;
            int decimals = sheet.decimals();
            ResponseBody out = DeclaredConstants.fill(answer.object("output"), call, "output")
                .text("rsym", sheet.key())
                .number("pvol", facts.previousVolumeShares())
                .decimal("open", facts.openWon(), decimals)
                .decimal("high", facts.highWon(), decimals)
                .decimal("low", facts.lowWon(), decimals)
                .decimal("last", facts.lastWon(), decimals)
                .decimal("base", facts.baseWon(), decimals)
                .number("tomv", whole(sheet, Math.multiplyExact(facts.lastWon(), facts.listedShares())))
                .number("pamt", whole(sheet, facts.previousTurnoverWon()))
                .decimal("uplp", sheet.limited ? facts.upperWon() : 0, decimals)
                .decimal("dnlp", sheet.limited ? facts.lowerWon() : 0, decimals)
                .number("shar", facts.listedShares())
                .text("curr", sheet.exchange.currency().name())
                .number("zdiv", decimals)
                .number("vnit", sheet.lot)
                .decimal("e_hogau", sheet.tick, decimals)
                .text("e_icod", sheet.kind == InstrumentKind.ETF ? "ETF" : "-")
                .text("etyp_nm", sheet.kind == InstrumentKind.ETF ? "ETF" : "")
                .number("tvol", facts.volumeShares())
                .number("tamt", whole(sheet, facts.turnoverWon()));
            inWon(out, sheet);
        });
    }

    private static void inWon(ResponseBody out, Sheet sheet) {
        long now = sheet.won(sheet.facts.lastWon(), sheet.rate);
        long before = sheet.won(sheet.facts.baseWon(), sheet.rateBefore);
        out.decimal("t_xprc", now, WON_DECIMALS)
            .decimal("t_xdif", now - before, WON_DECIMALS)
            .decimal("t_xrat", Rates.hundredths(now - before, before), Rates.DECIMALS)
            .text("t_xsgn", now > before ? "2" : now < before ? "5" : "3")
            .decimal("p_xprc", before, WON_DECIMALS)
            .decimal("t_rate", sheet.rate / 100, WON_DECIMALS)
            .decimal("p_rate", sheet.rateBefore / 100, WON_DECIMALS);
    }

    void book(Call call) {
        answer(call, (sheet, answer) -> {
            QuoteFacts facts = sheet.facts;
            int decimals = sheet.decimals();
            DeclaredConstants.fill(answer.object("output1"), call, "output1")
                .text("rsym", sheet.key())
                .number("zdiv", decimals)
                .text("curr", sheet.exchange.currency().name())
                .decimal("base", facts.baseWon(), decimals)
                .decimal("open", facts.openWon(), decimals)
                .decimal("high", facts.highWon(), decimals)
                .decimal("low", facts.lowWon(), decimals)
                .decimal("last", facts.lastWon(), decimals)
                .text("dymd", sheet.bookTimeMs == 0 ? "" : KoreanTime.dateOf(sheet.bookTimeMs))
                .text("dhms", sheet.bookTimeMs == 0 ? "" : KoreanTime.time(sheet.bookTimeMs))
                .number("bvol", sheet.bids.totalShares())
                .number("avol", sheet.asks.totalShares())
                .text("code", sheet.code)
                .decimal("ropen", rate(facts.openWon(), facts), Rates.DECIMALS)
                .decimal("rhigh", rate(facts.highWon(), facts), Rates.DECIMALS)
                .decimal("rlow", rate(facts.lowWon(), facts), Rates.DECIMALS)
                .decimal("rclose", rate(facts.lastWon(), facts), Rates.DECIMALS);
            ResponseBody levels = answer.object("output2");
            // Official: only America shows more than the best prices.
            int shown = sheet.exchange.currency() == Currency.USD ? Ladder.LEVELS : 1;
            for (int at = 0; at < Ladder.LEVELS; at++) {
                level(levels, at, sheet, at < shown);
            }
            DeclaredConstants.fill(answer.object("output3"), call, "output3");
        });
    }

    private static long rate(long price, QuoteFacts facts) {
        return price == 0 ? 0 : Rates.hundredths(price - facts.baseWon(), facts.baseWon());
    }

    private static void level(ResponseBody out, int at, Sheet sheet, boolean shown) {
        int decimals = sheet.decimals();
        int number = at + 1;
        out.decimal("pbid" + number, shown ? sheet.bids.pricesWon()[at] : 0, decimals)
            .decimal("pask" + number, shown ? sheet.asks.pricesWon()[at] : 0, decimals)
            .number("vbid" + number, shown ? sheet.bids.qtysShares()[at] : 0)
            .number("vask" + number, shown ? sheet.asks.qtysShares()[at] : 0)
            .number("dbid" + number, 0)
            .number("dask" + number, 0);
    }

    private void answer(Call call, BiConsumer<Sheet, ResponseBody> fill) {
        read(engine, call, Sheet::read, (exchange, sheet) -> {
            ResponseBody answer = call.newAnswer();
            fill.accept(sheet, answer);
            call.answer(answer, Message.QUOTE);
        });
    }

    /** Reads a stock's facts and goes on with them, or answers that there is no such exchange or stock. */
    static <T> void read(Engine engine, Call call, BiFunction<BrokerageView, Integer, T> facts, BiConsumer<OverseasExchange, T> then) {
        Optional<OverseasExchange> exchange = OverseasExchange.ofQuote(call.text("EXCD"));
        if (exchange.isEmpty()) {
            call.error(WRONG_INPUT, "INVALID EXCD");
            return;
        }
        call.read(engine, view -> {
            int id = view.instrumentId(exchange.get().pack(call.text("SYMB")));
            return id < 0 ? Optional.<T>empty() : Optional.of(facts.apply(view, id));
        }, found -> found.ifPresentOrElse(it -> then.accept(exchange.get(), it), () -> call.error(Check.STOCK_KNOWN.code())));
    }
}
