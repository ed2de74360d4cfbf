package dev.hoga.server;

import dev.hoga.core.Broker;
import dev.hoga.core.Code;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account that is to be opened: the body of {@code POST /control/accounts} or an entry of the accounts file.
 *
 * @param accountNumber ten digits; absent where the house chooses
 * @param htsId absent where it is the name
 * @param cash in minimal units; a currency that is left out is none
 * @param feeRatePpb commission rate in parts per billion of the traded amount
 * @param margin whether it buys at the instruments' margin rates and so can owe at settlement
 * @param credit whether it may take margin loans
 * @param goldCashWon what its gold account begins with; absent where it has none
 * @param keys the client's own keys; those that are missing are made
 */
record AccountPlan(Optional<Long> accountNumber, String name, Optional<String> htsId, Map<Currency, Long> cash, List<Holding> holdings,
    long feeRatePpb, boolean margin, boolean credit, Optional<Long> goldCashWon, List<AppKey> keys) {
    /** The most won an account can be given at once. */
    static final long MAX_AMOUNT_WON = CoreCommands.MAX_CASH_WON;
    /** The most holdings an account can be opened with. */
    static final int MAX_HOLDINGS = 200;
    /** Kiwoom's commission on the live host, 0.015 %. Source: rules D3. */
    static final long KIWOOM_RATE_PPB = 150_000;
    /** Kiwoom's commission on the mock host, 0.35 %. Source: rules D3. */
    static final long KIWOOM_MOCK_RATE_PPB = 3_500_000;
    /** Kiwoom's commission on gold: the rate that the four numbers of its document's balance allow is 0.2989 to 0.2994 %. */
    static final long KIWOOM_GOLD_RATE_PPB = 2_990_000;
    /** KIS's commission, 0.0140527 %. Source: rules D3. */
    static final long KIS_RATE_PPB = 140_527;

    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[1-9][0-9]{9}");
    private static final Pattern KEY_TEXT = Pattern.compile("[!-~]{8,256}");
    private static final Pattern HTS_ID = Pattern.compile("[!-~]{1,32}");
    private static final int MAX_NAME_CHARS = 40;

    /** Shares an account begins with. @param averagePrice in minimal units of the instrument's currency */
    record Holding(long code, long qtyShares, long averagePrice) {
    }

    /** A key and its secret, in clear: it lives only between the request and the answer. */
    record AppKey(Broker broker, Environment environment, String key, String secret) {
    }

    /** An account with won only, at Kiwoom's live commission. */
    static AccountPlan of(String name, long cashWon) {
        return new AccountPlan(Optional.empty(), name, Optional.empty(), Map.of(Currency.KRW, cashWon), List.of(), KIWOOM_RATE_PPB,
            false, false, Optional.empty(), List.of());
    }

    /** The number and the keys of an account, as {@link AccountDesk#describe} tells them. */
    static AccountPlan parseKeys(Fields account) {
        account.only("accountNumber", "htsId", "kiwoom", "kis");
        return new AccountPlan(accountNumber(account), "", Optional.empty(), Map.of(), List.of(), 0, false, false,
            Optional.empty(), keys(account));
    }

    AccountPlan withNumber(long number) {
        return new AccountPlan(Optional.of(number), name, htsId, cash, holdings, feeRatePpb, margin, credit, goldCashWon, keys);
    }

    /** The same account with other keys. */
    AccountPlan withKeys(List<AppKey> otherKeys) {
        return new AccountPlan(accountNumber, name, htsId, cash, holdings, feeRatePpb, margin, credit, goldCashWon,
            List.copyOf(otherKeys));
    }

    /** @throws ControlError naming what is wrong, or what is not built */
    static AccountPlan parse(Fields body) {
        body.only("accountNumber", "name", "htsId", "cash", "holdings", "margin", "credit", "gold", "fees", "kiwoom", "kis");
        String name = body.requiredText("name");
        if (name.length() > MAX_NAME_CHARS) {
            throw body.wrong("name", "of at most " + MAX_NAME_CHARS + " characters");
        }
        Optional<String> htsId = body.text("htsId");
        if (htsId.isPresent() && !isHtsId(htsId.get())) {
            throw body.wrong("htsId", "1 to 32 printable ASCII characters");
        }
        return new AccountPlan(accountNumber(body), name, htsId, cash(body), holdings(body), feeRatePpb(body),
            body.flag("margin").orElse(false), body.flag("credit").orElse(false), goldCash(body), keys(body));
    }

    /** Whether a text can be an HTS id. */
    static boolean isHtsId(String text) {
        return HTS_ID.matcher(text).matches();
    }

    private static Optional<Long> accountNumber(Fields body) {
        return body.any("accountNumber").map(value -> {
            String text = value instanceof String || value instanceof Long ? value.toString() : "";
            if (!ACCOUNT_NUMBER.matcher(text).matches()) {
                throw body.wrong("accountNumber", "ten digits, the first not 0");
            }
            return Long.valueOf(text);
        });
    }

    private static Map<Currency, Long> cash(Fields body) {
        var cash = new EnumMap<Currency, Long>(Currency.class);
        String[] names = Arrays.stream(Currency.values()).map(Currency::name).toArray(String[]::new);
        Optional<Fields> sent = body.object("cash").map(currencies -> currencies.only(names));
        for (Currency currency : Currency.values()) {
            Optional<Long> amount = sent.flatMap(currencies -> currency == Currency.KRW
                ? currencies.whole(currency.name(), 0, MAX_AMOUNT_WON) : currencies.amount(currency.name(), currency));
            if (amount.filter(it -> it < 0 || it > MAX_AMOUNT_WON).isPresent()) {
                throw sent.orElseThrow().wrong(currency.name(), "an amount that an account can have");
            }
            amount.filter(it -> it != 0).ifPresent(it -> cash.put(currency, it));
        }
        return cash;
    }

    /** {@code true} gives the gold account as many won as the other has; {@code {"cash": …}} says how many. */
    private static Optional<Long> goldCash(Fields body) {
        if (body.any("gold").orElse(false) instanceof Map) {
            return Optional.of(body.object("gold").orElseThrow().only("cash").requiredWhole("cash", 0, MAX_AMOUNT_WON));
        }
        return body.flag("gold").orElse(false) ? Optional.of(cash(body).getOrDefault(Currency.KRW, 0L)) : Optional.empty();
    }

    private static List<Holding> holdings(Fields body) {
        var holdings = new ArrayList<Holding>();
        for (Fields holding : body.objects("holdings", MAX_HOLDINGS)) {
            holding.only("code", "quantity", "averagePrice");
            long code = code(holding, "code");
            if (holdings.stream().anyMatch(other -> other.code() == code)) {
                throw holding.wrong("code", "named once");
            }
            long averagePrice = holding.requiredAmount("averagePrice", ControlCode.currency(code));
            long most = Code.isOverseas(code) ? CoreCommands.MAX_OVERSEAS_PRICE : CoreCommands.MAX_PRICE_WON;
            if (averagePrice < 1 || averagePrice > most) {
                throw holding.wrong("averagePrice", "a price that an instrument can have");
            }
            holdings.add(new Holding(code, holding.requiredWhole("quantity", 1, CoreCommands.MAX_ORDER_SHARES), averagePrice));
        }
        return holdings;
    }

    /** An instrument code, packed. */
    static long code(Fields body, String name) {
        long code = ControlCode.pack(body.requiredText(name));
        if (code == 0) {
            throw body.wrong(name, "an instrument code such as \"005930\" or \"NASD:AAPL\"");
        }
        return code;
    }

    private static long feeRatePpb(Fields body) {
        if (body.any("fees").orElse("kiwoom") instanceof Map) {
            return body.object("fees").orElseThrow().only("ratePpb").requiredWhole("ratePpb", 0, CoreCommands.MAX_FEE_RATE_PPB);
        }
        return switch (body.text("fees").orElse("kiwoom")) {
            case "kiwoom" -> KIWOOM_RATE_PPB;
            case "kiwoom-mock" -> KIWOOM_MOCK_RATE_PPB;
            case "kis" -> KIS_RATE_PPB;
            default -> throw body.wrong("fees", "kiwoom, kiwoom-mock, kis or {\"ratePpb\": parts per billion}");
        };
    }

    private static List<AppKey> keys(Fields body) {
        var keys = new ArrayList<AppKey>();
        for (Broker broker : Broker.values()) {
            String brokerName = wireName(broker);
            Optional<Fields> ofBroker = body.object(brokerName).map(environments -> environments.only("live", "mock"));
            for (Environment environment : Environment.values()) {
                ofBroker.flatMap(environments -> environments.object(wireName(environment)))
                    .ifPresent(pair -> keys.add(key(pair, broker, environment)));
            }
        }
        return keys;
    }

    private static AppKey key(Fields pair, Broker broker, Environment environment) {
        String secretName = secretName(broker);
        pair.only("appkey", secretName);
        for (String name : List.of("appkey", secretName)) {
            if (!KEY_TEXT.matcher(pair.requiredText(name)).matches()) {
                throw pair.wrong(name, "8 to 256 printable ASCII characters");
            }
        }
        return new AppKey(broker, environment, pair.requiredText("appkey"), pair.requiredText(secretName));
    }

    /** How the control API spells a broker. */
    static String wireName(Broker broker) {
        return switch (broker) {
            case KIWOOM -> "kiwoom";
            case KIS -> "kis";
        };
    }

    /** How the control API spells an environment. */
    static String wireName(Environment environment) {
        return switch (environment) {
            case LIVE -> "live";
            case MOCK -> "mock";
        };
    }

    /** How a broker calls the secret of a key. */
    static String secretName(Broker broker) {
        return switch (broker) {
            case KIWOOM -> "secretkey";
            case KIS -> "appsecret";
        };
    }
}
