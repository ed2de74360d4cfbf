package dev.hoga.core;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded commands of every kind, most of them sensible, some wrong in one way or several. It looks at a brokerage to name
 * orders, prices and times that mean something there; the commands it makes can then be given to any other.
 */
final class CommandStream {
    /** A share amid one tick band, one at a border, one for pennies, a fund with too many ticks, a leveraged one; gold. */
    static final List<String> CODES = List.of("005930", "0126Z0", "900001", "069500", "122630", "04020000",
        "04020100");

    private static final List<LocalTime> MOMENTS = List.of(LocalTime.of(8, 5), LocalTime.of(8, 30), LocalTime.of(8, 38), LocalTime.of(8, 49),
        LocalTime.of(8, 58), LocalTime.of(9, 5), LocalTime.of(15, 18), LocalTime.of(15, 28), LocalTime.of(15, 32),
        LocalTime.of(15, 39), LocalTime.of(15, 45), LocalTime.of(16, 1), LocalTime.of(16, 9), LocalTime.of(17, 8), LocalTime.of(17, 58));
    private static final String GOLD = CODES.get(5);
    private static final String MINI_GOLD = CODES.get(6);
    private static final int CLIENTS = 6;
    /** So many of the clients have gold accounts, whose ids follow those of all clients. */
    private static final int GOLD_CLIENTS = 3;
    private static final long GOLD_FEE_PPB = 2_990_000;
    /** A client who begins without shares, with little cash, on margin and credit. */
    private static final int POOR = 4;
    private static final long[] FEE_RATES_PPB = {150_000, 0, 3_500_000, 10_000_000, 140_527, 150_000};
    private static final LocalDate[] FIRST_DATES = {LocalDate.of(2026, 11, 20), LocalDate.of(2024, 12, 27),
        LocalDate.of(2025, 12, 29), LocalDate.of(2026, 11, 21), LocalDate.of(2026, 9, 10)};

    private final Random random;
    private final BrokerageView view;
    private long hostMs = 1_700_000_000_000L;
    private long correlationId;
    private int extras;

    CommandStream(Random random, BrokerageView view) {
        this.random = random;
        this.view = view;
    }

    /** What every stream begins with: instruments, accounts, money, shares, a running clock. */
    List<Command> beginning() {
        var commands = new ArrayList<Command>();
        commands.add(list(CODES.get(0), Market.KOSPI, InstrumentKind.STOCK, "sector", 20_000_000, 1, 70_000));
        commands.add(list(CODES.get(1), Market.KOSDAQ, InstrumentKind.STOCK, 1, 2_010));
        commands.add(list(CODES.get(2), Market.KOSDAQ, InstrumentKind.STOCK, 1, 15));
        commands.add(list(CODES.get(3), Market.KOSPI, InstrumentKind.ETF, "KOSPI 200", 1_000_000, 1, 45_005));
        commands.add(list(CODES.get(4), Market.KOSPI, InstrumentKind.ETF, 2, 2_105));
        commands.add(list(GOLD, Market.GOLD, InstrumentKind.GOLD, 1, 151_780));
        commands.add(list(MINI_GOLD, Market.GOLD, InstrumentKind.MINI_GOLD, 1, 151_970));
        for (int client = 0; client < CLIENTS; client++) {
            commands.add(open(5_000_000_001L + client, FEE_RATES_PPB[client]));
            int id = AccountTable.FIRST_CLIENT + client;
            commands.add(cash(id, client == 0 ? 3_000_000 : client == POOR ? 2_000_000 : 200_000_000L));
            for (String code : CODES.subList(0, client == POOR ? 0 : client == 1 ? 1 : CODES.size() - 2)) {
                commands.add(deposit(id, Code.pack(code), 1 + random.nextInt(2_000), random.nextInt(80_000)));
            }
        }
        for (int client = 0; client < GOLD_CLIENTS; client++) {
            commands.add(openGold(AccountTable.FIRST_CLIENT + client, GOLD_FEE_PPB));
            int id = AccountTable.FIRST_CLIENT + CLIENTS + client;
            commands.add(cash(id, client == 0 ? 3_000_000 : 2_000_000_000L));
            commands.add(deposit(id, Code.pack(GOLD), 1 + random.nextInt(4_000), random.nextInt(160_000)));
            commands.add(deposit(id, Code.pack(MINI_GOLD), 1 + random.nextInt(400), random.nextInt(160_000)));
        }
        commands.add(atNxt(Code.pack(CODES.get(0))));
        commands.add(atNxt(Code.pack(CODES.get(2))));
        commands.add(instrumentTerms(CODES.get(0), 40));
        commands.add(instrumentTerms(CODES.get(1), 20));
        commands.add(instrumentTerms(CODES.get(3), 60));
        commands.add(accountTerms(AccountTable.FIRST_CLIENT, true));
        commands.add(accountTerms(AccountTable.FIRST_CLIENT + 1, false));
        commands.add(accountTerms(AccountTable.FIRST_CLIENT + 2, true));
        commands.add(accountTerms(AccountTable.FIRST_CLIENT + POOR, true));
        LocalDate date = FIRST_DATES[random.nextInt(FIRST_DATES.length)];
        long marketMs = NaiveClock.millis(date, LocalTime.of(7 + random.nextInt(13), random.nextInt(60)));
        commands.add(start(marketMs, 1 + random.nextInt(20), random.nextInt(10) == 0));
        return commands;
    }

    /** One more command. */
    Command next() {
        hostMs += random.nextInt(4) == 0 ? 0 : random.nextInt(300);
        boolean closed = view.phase(Venue.KRX) == Phase.CLOSED && view.phase(Venue.NXT) == Phase.CLOSED;
        if (random.nextInt(closed ? 3 : 150) == 0) {
            return toAnotherPhase();
        }
        if (view.phase(Venue.KRX) == Phase.CLOSED && random.nextInt(6) == 0) {
            return rebase();
        }
        int choice = random.nextInt(1_000);
        if (choice < 620) {
            return place();
        } else if (choice < 740) {
            return amend();
        } else if (choice < 870) {
            return cancel();
        } else if (choice < 920) {
            return tick();
        } else if (choice < 960) {
            return money();
        } else {
            return rare();
        }
    }

    /** Sets a base price far from the last one: before a day's first trade it is taken. */
    private Command rebase() {
        int id = random.nextInt(CODES.size());
        long price = view.lastPriceWon(id) * (40 + random.nextInt(100)) / 100;
        return base(Code.pack(CODES.get(id)), NaiveRules.ceil(view.instrumentKind(id), Math.clamp(price, 20, 1_000_000)));
    }

    private Command money() {
        return random.nextInt(3) > 0
            ? cash(account(), oneOf(random.nextLong(-1_000_000, 3_000_000), -100_000_000L, 0, Long.MIN_VALUE, Long.MAX_VALUE,
                1_000_000_000_000_000L))
            : random.nextInt(3) == 0 ? withdrawGold() : deposit(account(), code(), oneOf(1 + random.nextInt(100), random.nextInt(100), 0, -1, 1_000_000_000L),
                oneOf(random.nextInt(100_000), 0, -1, 10_000_001));
    }

    private Command rare() {
        if (random.nextInt(12) == 0) {
            return random.nextBoolean() ? accountTerms(account(), random.nextInt(4) > 0)
                : instrumentTerms(CODES.get(random.nextInt(CODES.size())), (int) oneOf(20 + 10 * random.nextInt(5), 100, 70, 0, -20));
        }
        return switch (random.nextInt(19)) {
            case 17 -> atNxt(code());
            case 0 -> halt(code(), random.nextInt(3) == 0);
            case 1 -> halt(code(), false);
            case 2 -> speed((int) oneOf(1 + random.nextInt(100), 86_400, 1, 0, -1, 86_401));
            case 3 -> frozen(random.nextInt(4) == 0);
            case 4 -> frozen(false);
            case 5, 6 -> jump(view.marketTimeMs(hostMs) + oneOf(random.nextInt(600_000), random.nextInt(20_000_000),
                random.nextInt(200_000_000), 0, -1, -100_000, 400_000_000_000L, Long.MAX_VALUE / 2));
            case 7 -> resume();
            case 8 -> list("X" + extras++ % 30, Market.KOSDAQ, random.nextBoolean() ? InstrumentKind.STOCK : InstrumentKind.ETF,
                (int) oneOf(1, 2, -1, 0, 4, Integer.MIN_VALUE), oneOf(1 + random.nextInt(3_000) * 5, 0, -5, 10_000_001));
            case 9 -> random.nextInt(3) == 0 ? openGold(account(), oneOf(random.nextInt(10_000_001), -1, 10_000_001)) : open(oneOf(5_000_000_001L + random.nextInt(20), 0, -1, 10_000_000_000L),
                oneOf(random.nextInt(10_000_001), -1, 10_000_001));
            case 10 -> key();
            case 11, 12, 13 -> token();
            case 15 -> interrupt(code());
            case 16 -> random.nextInt(8) == 0 ? breakCircuit((int) oneOf(1 + random.nextInt(3), 0, 4)) : interrupt(code());
            case 14 -> random.nextBoolean() ? holiday(soon()) : hours(soon());
            default -> random.nextInt(4) == 0
                ? start(oneOf(1_800_000_000_000L, 0, Long.MAX_VALUE), 1, false)
                : base(code(), oneOf(10 * (1 + random.nextInt(300)), random.nextInt(5_000), 0, 20_000_000));
        };
    }

    /** The first value most of the time. */
    private long oneOf(long usual, long... unusual) {
        return random.nextInt(5) > 0 ? usual : unusual[random.nextInt(unusual.length)];
    }

    private int account() {
        return (int) oneOf(AccountTable.FIRST_CLIENT + random.nextInt(CLIENTS + GOLD_CLIENTS), HouseAccount.SCRIPTED_TRADER.id(),
            HouseAccount.SCRIPTED_TRADER.id(), HouseAccount.SCRIPTED_TRADER.id(), HouseAccount.SCRIPTED_TRADER.id(),
            AccountTable.FIRST_CLIENT + random.nextInt(CLIENTS), 0, -1, 999_999);
    }

    private long code() {
        int choice = random.nextInt(40);
        return choice == 0 ? Code.pack("NOSUCH") : Code.pack(choice == 1 ? "X0" : CODES.get(random.nextInt(CODES.size())));
    }

    private long price(long code) {
        int id = view.instrumentId(code);
        if (id < 0) {
            return 100;
        }
        InstrumentKind kind = view.instrumentKind(id);
        long price = view.lastPriceWon(id);
        for (int steps = random.nextInt(-6, 7); steps != 0; steps -= Integer.signum(steps)) {
            price = steps > 0 ? NaiveRules.up(kind, price) : NaiveRules.down(kind, Math.max(2 * NaiveRules.tick(kind, price), price));
        }
        price = Math.clamp(price, view.lowerLimitWon(id), view.upperLimitWon(id));
        return random.nextInt(8) > 0 ? price
            : oneOf(random.nextBoolean() ? view.lowerLimitWon(id) : view.upperLimitWon(id), price + 1, 0, -70_000,
                view.upperLimitWon(id) + 1_000, 1, Long.MAX_VALUE);
    }

    private long shares() {
        return random.nextInt(10) > 0 ? 1 + random.nextInt(30)
            : oneOf(1 + random.nextInt(3_000), 0, -1, 999_999_999, 1_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    private Venue venue(long code) {
        int instrument = view.instrumentId(code);
        boolean gold = instrument >= 0 && view.instrumentKind(instrument).gold();
        boolean atNxt = view.instrumentId(code, Venue.NXT) >= 0 && random.nextInt(view.phase(Venue.NXT).continuous() ? 2 : 4) == 0;
        return random.nextInt(60) == 0 ? Venue.of(random.nextInt(4)) : gold ? Venue.GOLD : atNxt ? Venue.NXT : Venue.KRX;
    }

    /** A type that means something in this phase, most of the time. */
    private OrderType type(Venue venue) {
        if (venue == Venue.NXT && random.nextInt(12) > 0) {
            return switch (random.nextInt(view.phase(venue).continuous() ? 9 : 3)) {
                case 6 -> OrderType.BEST_COUNTER;
                case 7 -> OrderType.BEST_OWN;
                case 8 -> OrderType.MARKET;
                default -> OrderType.LIMIT;
            };
        }
        if (random.nextInt(12) == 0) {
            return OrderType.of(random.nextInt(OrderType.values().length));
        }
        return switch (view.phase(Venue.KRX)) {
            case PRE_OPEN -> random.nextInt(4) == 0 ? OrderType.PREVIOUS_CLOSE : regularType();
            case CLOSE_PRICE_ENTRY, CLOSE_PRICE -> OrderType.TODAYS_CLOSE;
            case SINGLE_PRICE -> OrderType.SINGLE_PRICE;
            default -> regularType();
        };
    }

    private OrderType regularType() {
        boolean auction = view.phase(Venue.KRX).auction();
        return switch (random.nextInt(auction ? 8 : 10)) {
            case 0, 1 -> OrderType.MARKET;
            case 2 -> OrderType.CONDITIONAL;
            case 8 -> OrderType.BEST_COUNTER;
            case 9 -> OrderType.BEST_OWN;
            default -> OrderType.LIMIT;
        };
    }

    private long priceFor(OrderType type, long code) {
        boolean priced = type == OrderType.LIMIT || type == OrderType.CONDITIONAL || type == OrderType.SINGLE_PRICE;
        return priced || random.nextInt(30) == 0 ? price(code) : 0;
    }

    private Command place() {
        long code = code();
        int account = productFor(account(), code);
        Venue venue = venue(code);
        OrderType type = venue == Venue.GOLD && random.nextInt(20) > 0 ? OrderType.LIMIT : type(venue);
        TimeInForce force = random.nextInt(view.phase(venue).auction() ? 20 : 4) == 0 || venue == Venue.NXT && type == OrderType.MARKET
            ? TimeInForce.of(random.nextInt(4)) : TimeInForce.DAY;
        Side side = Side.of(random.nextInt(2));
        long price = priceFor(type, code);
        long shares = shares();
        long host = hostMs;
        long id = ++correlationId;
        if (random.nextInt(6) == 0) {
            int loanDay = side == Side.SELL ? loanDay(account, code) : 0;
            return Command.of(core -> core.placeCreditOrder(host, id, account, code, venue, side, type, force, shares, price, loanDay),
                "credit", host, id, account, Code.text(code), venue, side, type, force, shares, price, loanDay);
        }
        return Command.of(core -> core.placeOrder(host, id, account, code, venue, side, type, force, shares, price),
            "place", host, id, account, Code.text(code), venue, side, type, force, shares, price);
    }

    /** A date on which the account took a loan for the share, none, or a wrong one. */
    private int loanDay(int account, long code) {
        int choice = random.nextInt(8);
        int id = view.instrumentId(code);
        int slot = id < 0 || account < 0 || account >= view.accountCount() ? -1 : view.holding(account, id);
        int loan = slot < 0 ? -1 : view.firstLoan(slot);
        while (loan >= 0 && random.nextBoolean() && view.nextLoan(loan) >= 0) {
            loan = view.nextLoan(loan);
        }
        return choice < 5 && loan >= 0 ? view.loanDay(loan) : choice == 7 ? view.tradingDate() - 1 : 0;
    }

    /** The number of an order: open mostly, else any of the day or none. */
    private int number(int account) {
        int choice = random.nextInt(10);
        int number = choice < 7 && account >= 0 && account < view.accountCount() ? view.newestOpenOrder(account) : 0;
        for (int back = random.nextInt(12); back > 0 && number != 0; back--) {
            int older = view.olderOpenOrder(number);
            number = older == 0 ? number : older;
        }
        if (number != 0) {
            return number;
        }
        int newest = 1;
        while (view.orderExists(newest * 2)) {
            newest *= 2;
        }
        return choice == 9 ? (int) oneOf(OrderTable.FIRST_HOUSE_NUMBER + random.nextInt(50), 0, -1, Integer.MAX_VALUE)
            : 1 + random.nextInt(newest * 2);
    }

    private Command amend() {
        int account = account();
        int number = number(account);
        boolean exists = view.orderExists(number);
        int by = exists && random.nextInt(12) > 0 ? view.orderAccount(number) : account;
        long code = exists && random.nextInt(20) > 0 ? view.code(view.orderInstrument(number)) : code();
        Venue venue = venueOf(number);
        OrderType type = random.nextInt(3) > 0 ? OrderType.LIMIT : type(venue);
        long price = priceFor(type, code);
        long shares = part(number);
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.amendOrder(host, id, by, code, venue, number, type, shares, price),
            "amend", host, id, by, Code.text(code), venue, number, type, shares, price);
    }

    private long part(int number) {
        long open = view.orderExists(number) ? view.openShares(number) : 1;
        return random.nextInt(2) == 0 ? 0 : oneOf(1 + random.nextLong(Math.max(1, open)), open, open + 1, -1, 1_000_000_000L);
    }

    private Command cancel() {
        int account = account();
        int number = number(account);
        boolean exists = view.orderExists(number);
        int by = exists && random.nextInt(12) > 0 ? view.orderAccount(number) : account;
        long code = exists && random.nextInt(20) > 0 ? view.code(view.orderInstrument(number)) : code();
        long shares = part(number);
        Venue venue = venueOf(number);
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.cancelOrder(host, id, by, code, venue, number, shares),
            "cancel", host, id, by, Code.text(code), venue, number, shares);
    }

    private Command tick() {
        long host = random.nextInt(10) > 0 ? hostMs : hostMs - random.nextInt(1_000);
        return Command.of(core -> core.tick(host), "tick", host);
    }

    private Command cash(int account, long won) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.moveCash(host, id, account, won), "cash", host, id, account, won);
    }

    private Command deposit(int account, long code, long shares, long average) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.depositShares(host, id, account, code, shares, average),
            "deposit", host, id, account, Code.text(code), shares, average);
    }

    private Command accountTerms(int account, boolean margin) {
        long host = hostMs;
        long id = ++correlationId;
        boolean credit = account % 3 != 0;
        return Command.of(core -> core.setAccountTerms(host, id, account, margin, credit), "terms", host, id, account, margin, credit);
    }

    private Command instrumentTerms(String code, int marginPercent) {
        long host = hostMs;
        long id = ++correlationId;
        CreditGrade grade = CreditGrade.of(Math.floorMod(marginPercent / 10, 5));
        return Command.of(core -> core.setInstrumentTerms(host, id, Code.pack(code), marginPercent, grade),
            "margin", host, id, code, marginPercent, grade);
    }

    private Command openGold(int account, long rate) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.openGoldAccount(host, id, account, rate), "open gold", host, id, account, rate);
    }

    private Command withdrawGold() {
        long host = hostMs;
        long id = ++correlationId;
        int account = random.nextInt(6) == 0 ? account() : goldAccount();
        long code = random.nextInt(8) == 0 ? code() : Code.pack(random.nextBoolean() ? GOLD : MINI_GOLD);
        long grams = oneOf(100 * (1 + random.nextInt(20)), 0, -100, 150, 1_000_000_000L);
        return Command.of(core -> core.withdrawGold(host, id, account, code, grams), "withdraw", host, id, account, Code.text(code),
            grams);
    }

    private int goldAccount() {
        return AccountTable.FIRST_CLIENT + CLIENTS + random.nextInt(GOLD_CLIENTS);
    }

    /** The account of a client that trades what has a code, most of the time. */
    private int productFor(int account, long code) {
        int instrument = view.instrumentId(code);
        if (instrument < 0 || !AccountTable.isClient(account) || account >= view.accountCount() || random.nextInt(25) == 0) {
            return account;
        }
        return view.instrumentKind(instrument).gold() ? goldAccount() : view.accountOwner(account);
    }

    /** Where an order is, most of the time. */
    private Venue venueOf(int number) {
        return view.orderExists(number) && random.nextInt(20) > 0 ? Listing.venue(view.orderInstrument(number)) : venue(code());
    }

    private Command atNxt(long code) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.listAtNxt(host, id, code), "at NXT", host, id, Code.text(code));
    }

    private Command halt(long code, boolean halted) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.haltInstrument(host, id, code, halted), "halt", host, id, Code.text(code), halted);
    }

    private Command interrupt(long code) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.interruptInstrument(host, id, code), "interrupt", host, id, Code.text(code));
    }

    private Command breakCircuit(int stage) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.breakCircuit(host, id, stage), "break circuit", host, id, stage);
    }

    private Command speed(int speed) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.setSpeed(host, id, speed), "speed", host, id, speed);
    }

    private Command frozen(boolean frozen) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.setFrozen(host, id, frozen), "frozen", host, id, frozen);
    }

    /** Goes to a moment of the day that is worth being at, most often to one where a phase ends soon. */
    private Command toAnotherPhase() {
        long now = view.marketTimeMs(hostMs);
        LocalDate date = LocalDate.ofEpochDay(view.tradingDate());
        for (LocalTime moment : MOMENTS) {
            long there = NaiveClock.millis(date, moment) + random.nextInt(120_000);
            if (there > now && random.nextInt(3) > 0) {
                return jump(there);
            }
        }
        return jump(NaiveClock.millis(date.plusDays(1), NaiveClock.DAY_BEGINS) + random.nextInt(60_000));
    }

    private Command jump(long marketMs) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.setMarketTime(host, id, marketMs), "jump", host, id, marketMs);
    }

    private Command resume() {
        long host = hostMs;
        return Command.of(core -> core.resumeClock(host), "resume", host);
    }

    private Command list(String code, Market market, InstrumentKind kind, int leverage, long base) {
        return list(code, market, kind, "sector", 1_000_000, leverage, base);
    }

    private Command list(String code, Market market, InstrumentKind kind, String sector, long listed, int leverage, long base) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.listInstrument(host, id, Code.pack(code), code, market, kind, sector, listed, 100,
            leverage, base), "list", host, id, code, market, kind, sector, listed, leverage, base);
    }

    private Command base(long code, long base) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.setBasePrice(host, id, code, base), "base", host, id, Code.text(code), base);
    }

    private Command open(long number, long rate) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.openAccount(host, id, number, "name", "hts", rate), "open", host, id, number, rate);
    }

    private Command key() {
        long host = hostMs;
        long id = ++correlationId;
        int account = account();
        Broker broker = Broker.of(random.nextInt(2));
        String name = oneOf(1, 0) == 1 ? "key" + random.nextInt(30) : "";
        return Command.of(core -> core.registerKey(host, id, account, broker, Environment.LIVE, name, "digest"),
            "key", host, id, account, broker, name);
    }

    private Command token() {
        long host = hostMs;
        long id = ++correlationId;
        int key = random.nextInt(-1, 6);
        if (random.nextInt(4) == 0) {
            return random.nextInt(4) > 0
                ? Command.of(core -> core.revokeToken(host, id, key), "revoke", host, id, key)
                : Command.of(core -> core.revokeAllTokens(host, id), "revoke all", host, id);
        }
        long life = oneOf(1 + random.nextInt(100_000), 0, -1, 90 * 86_400_000L + 1);
        long reuse = oneOf(random.nextInt(50_000), -1);
        return Command.of(core -> core.issueToken(host, id, key, life, reuse), "token", host, id, key, life, reuse);
    }

    private Command holiday(int day) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.declareHoliday(host, id, day), "holiday", host, id, day);
    }

    private int soon() {
        return view.tradingDate() + (int) oneOf(1 + random.nextInt(10), 0, -1, 1_000_000);
    }

    private Command hours(int day) {
        long host = hostMs;
        long id = ++correlationId;
        int open = (int) oneOf(60, 0, 120, 121, -1);
        int close = (int) oneOf(random.nextInt(2) * 60, 120, 121, -1);
        return Command.of(core -> core.declareHours(host, id, day, open, close), "hours", host, id, day, open, close);
    }

    private Command start(long marketMs, int speed, boolean frozen) {
        long host = hostMs;
        long id = ++correlationId;
        return Command.of(core -> core.startClock(host, id, marketMs, speed, frozen), "start", host, id, marketMs, speed, frozen);
    }
}
