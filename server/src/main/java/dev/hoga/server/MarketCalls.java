package dev.hoga.server;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Currency;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Control calls about instruments, halts and the scripted trader's orders. */
final class MarketCalls {
    /** What stands before the order number of the scripted trader. */
    static final String ID_PREFIX = "s";

    private static final int SCRIPTED_TRADER = HouseAccount.SCRIPTED_TRADER.id();
    private static final int CIRCUIT_BREAKER_STAGES = 3;
    private static final long MAX_LISTED_SHARES = 1_000_000_000_000L;

    private MarketCalls() {
    }

    static Map<String, Object> change(Engine engine, Fields body) {
        if (body.text("participants").isPresent()) {
            return participants(engine, body);
        }
        body.only("participants", "halt", "resume", "vi", "circuitBreaker", "sidecar", "fx");
        String call = body.theOne();
        switch (call) {
            case "halt", "resume" -> {
                long code = AccountPlan.code(body, call);
                Answers.ask(reply -> engine.commands().haltInstrument(code, call.equals("halt"), reply)).value();
                return instrument(engine, ControlCode.text(code));
            }
            case "vi" -> {
                long code = AccountPlan.code(body, call);
                Answers.ask(reply -> engine.commands().interruptInstrument(code, reply)).value();
                return instrument(engine, ControlCode.text(code));
            }
            case "circuitBreaker" -> {
                int stage = (int) body.requiredWhole(call, 1, CIRCUIT_BREAKER_STAGES);
                Answers.ask(reply -> engine.commands().breakCircuit(stage, reply)).value();
                return ClockCalls.read(engine);
            }
            case "sidecar" -> {
                Side side = body.constant(Side.class, call).orElseThrow(() -> body.missing(call));
                Answers.ask(reply -> engine.commands().orderSidecar(side, reply)).value();
                return ClockCalls.read(engine);
            }
            default -> {
                return fx(engine, body.object("fx").orElseThrow());
            }
        }
    }

    /** Sets rates of exchange: won for one of a currency, for a hundred yen or dong. */
    private static Map<String, Object> fx(Engine engine, Fields rates) {
        Currency[] foreign = {Currency.USD, Currency.HKD, Currency.CNY, Currency.JPY, Currency.VND};
        rates.only(Arrays.stream(foreign).map(Currency::name).toArray(String[]::new));
        for (Currency currency : foreign) {
            rates.any(currency.name()).ifPresent(value -> {
                long rate;
                try {
                    rate = Amounts.rate(new BigDecimal(value.toString()));
                } catch (ArithmeticException | NumberFormatException e) {
                    throw rates.wrong(currency.name(), "won with at most " + Amounts.RATE_DECIMALS + " decimals");
                }
                Answers.ask(reply -> engine.commands().setFxRate(currency, rate, reply)).value();
            });
        }
        return Map.of("fx", Answers.await(engine.read(view -> {
            var answer = new LinkedHashMap<String, Object>();
            for (Currency currency : foreign) {
                answer.put(currency.name(), BigDecimal.valueOf(view.fxRate(currency), Amounts.RATE_DECIMALS));
            }
            return answer;
        }), Answers.COMMAND_TIMEOUT_MS));
    }

    private static Map<String, Object> participants(Engine engine, Fields body) {
        body.only("participants", "seed", "intensity");
        String value = body.requiredText("participants");
        if (!value.equals("on") && !value.equals("off")) {
            throw body.wrong("participants", "on or off");
        }
        var seed = body.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        var intensity = body.whole("intensity", 1, MarketPlan.MOST_INTENSITY_PERCENT);
        return new MarketPlan(Optional.of(value.equals("on")), seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
            intensity.map(percent -> OptionalInt.of(percent.intValue())).orElse(OptionalInt.empty())).change(engine).describe();
    }

    static Map<String, Object> instrument(Engine engine, String code) {
        return Answers.await(engine.read(view -> describe(view, code)), Answers.COMMAND_TIMEOUT_MS)
            .orElseThrow(() -> ControlError.notFound("there is no instrument " + code + "; POST /control/instruments lists one"));
    }

    private static Optional<Map<String, Object>> describe(BrokerageView view, String code) {
        int id = view.instrumentId(ControlCode.pack(code));
        if (id < 0) {
            return Optional.empty();
        }
        long packed = view.code(id);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("code", code);
        answer.put("name", view.instrumentName(id));
        answer.put("market", view.market(id).name());
        answer.put("kind", view.instrumentKind(id).name());
        answer.put("basePrice", ControlCode.amount(packed, view.basePriceWon(id)));
        answer.put("lastPrice", ControlCode.amount(packed, view.lastPriceWon(id)));
        answer.put("upperLimit", ControlCode.amount(packed, view.upperLimitWon(id)));
        answer.put("lowerLimit", ControlCode.amount(packed, view.lowerLimitWon(id)));
        answer.put("tick", ControlCode.amount(packed, view.tickWon(id, view.basePriceWon(id))));
        answer.put("halted", view.halted(id));
        answer.put("marginRate", view.marginPercent(id));
        answer.put("creditGrade", view.creditGrade(id).name());
        answer.put("phase", view.instrumentPhase(id).name());
        answer.put("venues", List.of(view.venue(id).name()));
        return Optional.of(answer);
    }

    static Map<String, Object> list(Engine engine, Fields body) {
        body.only("code", "name", "englishName", "market", "kind", "sector", "listedShares", "lot", "parValue", "leverage", "basePrice",
            "marginRate", "creditGrade", "effective");
        long code = AccountPlan.code(body, "code");
        if (!body.text("effective").orElse("").equals("now")) {
            throw ControlError.notBuilt("a change from the next trading day on; send \"effective\":\"now\": that");
        }
        if (Code.isOverseas(code)) {
            return listOverseas(engine, body, code);
        }
        boolean listed = Answers.await(engine.read(view -> view.instrumentId(code) >= 0), Answers.COMMAND_TIMEOUT_MS);
        if (listed) {
            body.only("code", "basePrice", "marginRate", "creditGrade", "effective");
            if (body.has("basePrice") || !body.has("marginRate") && !body.has("creditGrade")) {
                long basePriceWon = basePriceWon(body);
                Answers.ask(reply -> engine.commands().setBasePrice(code, basePriceWon, reply)).value();
            }
        } else {
            long basePriceWon = basePriceWon(body);
            String name = body.requiredText("name");
            Market market = body.constant(Market.class, "market").orElseThrow(() -> body.missing("market"));
            InstrumentKind kind = body.constant(InstrumentKind.class, "kind").orElse(InstrumentKind.STOCK);
            if (kind.gold() != (market == Market.GOLD) || kind.gold() && Code.text(code).length() != Code.MAX_LENGTH) {
                throw body.wrong("code", "of eight characters for gold, which alone is of market and kind GOLD (or MINI_GOLD)");
            }
            String sector = body.text("sector").orElse("-");
            long listedShares = body.whole("listedShares", 1, MAX_LISTED_SHARES).orElse(1_000_000L);
            long parValueWon = body.whole("parValue", 0, AccountPlan.MAX_AMOUNT_WON).orElse(0L);
            int leverage = body.whole("leverage", -2, 2).orElse(1L).intValue();
            Answers.ask(reply -> engine.commands().listInstrument(code, name, market, kind, sector, listedShares, parValueWon,
                leverage, basePriceWon, reply)).value();
        }
        if (body.has("marginRate") || body.has("creditGrade")) {
            changeTerms(engine, body, code);
        }
        return instrument(engine, ControlCode.text(code));
    }

    private static Map<String, Object> listOverseas(Engine engine, Fields body, long code) {
        body.only("code", "name", "englishName", "kind", "listedShares", "lot", "basePrice", "effective");
        long basePrice = body.requiredAmount("basePrice", ControlCode.currency(code));
        boolean listed = Answers.await(engine.read(view -> view.instrumentId(code) >= 0), Answers.COMMAND_TIMEOUT_MS);
        if (listed) {
            Answers.ask(reply -> engine.commands().setBasePrice(code, basePrice, reply)).value();
        } else {
            String name = body.requiredText("name");
            InstrumentKind kind = body.constant(InstrumentKind.class, "kind").orElse(InstrumentKind.STOCK);
            long listedShares = body.whole("listedShares", 1, MAX_LISTED_SHARES).orElse(1_000_000L);
            long lot = body.whole("lot", 1, MAX_LISTED_SHARES).orElse(1L);
            Answers.ask(reply -> engine.commands().listOverseas(code, name, body.text("englishName").orElse(name), kind, listedShares,
                lot, basePrice, reply)).value();
        }
        return instrument(engine, ControlCode.text(code));
    }

    private static long basePriceWon(Fields body) {
        return body.requiredWhole("basePrice", 1, CoreCommands.MAX_PRICE_WON);
    }

    /** What is left out stays. */
    private static void changeTerms(Engine engine, Fields body, long code) {
        record Terms(int marginPercent, CreditGrade grade) {
        }
        Terms now = Answers.await(engine.read(view -> new Terms(view.marginPercent(view.instrumentId(code)),
            view.creditGrade(view.instrumentId(code)))), Answers.COMMAND_TIMEOUT_MS);
        int marginPercent = body.whole("marginRate", 1, 100).map(Long::intValue).orElse(now.marginPercent);
        CreditGrade grade = body.constant(CreditGrade.class, "creditGrade").orElse(now.grade);
        Answers.ask(reply -> engine.commands().setInstrumentTerms(code, marginPercent, grade, reply)).value();
    }

    static Map<String, Object> placeOrder(Engine engine, Fields body) {
        body.only("venue", "code", "side", "type", "timeInForce", "price", "quantity");
        long code = AccountPlan.code(body, "code");
        Venue venue = body.constant(Venue.class, "venue").orElseGet(() -> venue(engine, code));
        Side side = body.constant(Side.class, "side").orElseThrow(() -> body.missing("side"));
        OrderType type = body.constant(OrderType.class, "type").orElse(OrderType.LIMIT);
        TimeInForce timeInForce = body.constant(TimeInForce.class, "timeInForce").orElse(TimeInForce.DAY);
        long priceWon = body.amount("price", ControlCode.currency(code)).orElse(0L);
        if (priceWon < 0 || priceWon > (Code.isOverseas(code) ? CoreCommands.MAX_OVERSEAS_PRICE : CoreCommands.MAX_PRICE_WON)) {
            throw body.wrong("price", "a price that an instrument can have");
        }
        long qtyShares = body.requiredWhole("quantity", 1, CoreCommands.MAX_ORDER_SHARES);
        int number = (int) Answers.ask(reply -> engine.commands().placeOrder(SCRIPTED_TRADER, code, venue, side, type,
            timeInForce, qtyShares, priceWon, reply)).value();
        return order(engine, number);
    }

    /** Where an instrument is traded; KRX for none. */
    private static Venue venue(Engine engine, long code) {
        return Answers.await(engine.read(view -> view.instrumentId(code) < 0 ? Code.isOverseas(code) ? Code.venue(code) : Venue.KRX
            : view.venue(view.instrumentId(code))),
            Answers.COMMAND_TIMEOUT_MS);
    }

    static Map<String, Object> cancelOrder(Engine engine, String id) {
        int number = orderNumber(id);
        long code = Answers.await(engine.read(view -> ownOrder(view, number) ? view.code(view.orderInstrument(number)) : 0L),
            Answers.COMMAND_TIMEOUT_MS);
        if (code == 0) {
            throw ControlError.notFound("the scripted trader has no order " + id + " today");
        }
        Venue venue = venue(engine, code);
        Answers.ask(reply -> engine.commands().cancelOrder(SCRIPTED_TRADER, code, venue, number, 0, reply)).value();
        return order(engine, number);
    }

    private static int orderNumber(String id) {
        try {
            return id.startsWith(ID_PREFIX) ? Integer.parseInt(id.substring(ID_PREFIX.length())) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean ownOrder(BrokerageView view, int number) {
        return number > 0 && view.orderExists(number) && view.orderAccount(number) == SCRIPTED_TRADER;
    }

    private static Map<String, Object> order(Engine engine, int number) {
        return Answers.await(engine.read(view -> {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("id", ID_PREFIX + number);
            answer.put("status", view.orderStatus(number).name());
            answer.put("quantity", view.orderedShares(number));
            answer.put("filled", view.filledShares(number));
            answer.put("open", view.openShares(number));
            return answer;
        }), Answers.COMMAND_TIMEOUT_MS);
    }
}
