package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The part of the naive exchange that knows accounts, keys, tokens and instruments. */
abstract class NaiveOffice implements CoreCommands, NaiveClock.Day {
    static final long MAX_SHARES = 999_999_999;
    private static final long MAX_CASH = 1_000_000_000_000_000L;
    private static final long MAX_PRICE = 10_000_000;

    private static final class Key {
        final String seat;
        boolean retired;
        int issue;
        long issuedAt;
        long expiresAt;

        Key(String seat) {
            this.seat = seat;
        }
    }

    private boolean usable(int keyId) {
        return !outside(keyId, 0, keys.size() - 1) && !keys.get(keyId).retired;
    }

    final NaiveLedger ledger = new NaiveLedger();
    final NaiveClock clock = new NaiveClock(this);
    final CoreListener listener;
    private final Map<String, Integer> keyIds = new LinkedHashMap<>();
    private final List<Key> keys = new ArrayList<>();

    NaiveOffice(CoreListener listener) {
        this.listener = listener;
    }

    /** Answers with the first reason there is. */
    final boolean refused(long correlationId, NaiveReasons reasons) {
        if (reasons.none()) {
            return false;
        }
        listener.commandRejected(correlationId, reasons.first(), reasons.detail());
        return true;
    }

    /** What is against everything while no phase takes orders. */
    final NaiveReasons closedReasons(Venue venue) {
        boolean closed = clock.phase(venue) == Phase.CLOSED;
        boolean never = clock.plan(venue).count() == 0;
        LocalDate today = NaiveClock.dayOf(clock.nowMs);
        boolean before = !never && (today.isAfter(clock.date)
            || clock.nowMs < NaiveClock.millis(clock.date, LocalTime.MIDNIGHT) + clock.plan(venue).startMs(0));
        return new NaiveReasons().when(closed && never, Reject.VENUE_NOT_OPEN)
            .when(closed && !clock.isTradingDay(today), Reject.NOT_A_TRADING_DAY)
            .when(closed && before, Reject.MARKET_NOT_OPEN)
            .when(closed, Reject.MARKET_CLOSED);
    }

    final void answer(long correlationId, NaiveReasons reasons, LongSupplier change) {
        if (!refused(correlationId, reasons)) {
            listener.commandAccepted(correlationId, change.getAsLong());
        }
    }

    final void sayCash(int account) {
        listener.cashChanged(account, ledger.accounts.get(account).cash.longValueExact());
    }

    final void sayHolding(int account, NaiveShare share) {
        NaiveLedger.Holding holding = ledger.holding(account, share.krx.id);
        listener.holdingChanged(account, share.krx.id, holding.shares, holding.purchase.longValueExact());
    }

    // -- accounts, keys, reference data --------------------------------------------------------------------------------

    static boolean outside(long value, long least, long most) {
        return value < least || value > most;
    }

    @Override
    public void openAccount(long hostTimeMs, long correlationId, long accountNumber, String name, String htsId,
        long feeRatePpb) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons()
            .when(ledger.accounts.stream().anyMatch(account -> account.number == accountNumber && accountNumber != 0),
                Reject.ALREADY_EXISTS)
            .when(outside(accountNumber, 1, 9_999_999_999L) || outside(feeRatePpb, 0, 10_000_000) || name.length() > 100
                || htsId.length() > 100, Reject.OUT_OF_RANGE), () -> {
            var account = new NaiveLedger.Account();
            account.number = accountNumber;
            account.ratePpb = feeRatePpb;
            ledger.accounts.add(account);
            return ledger.accounts.size() - 1;
        });
    }

    @Override
    public void moveCash(long hostTimeMs, long correlationId, int accountId, long amountWon) {
        clock.advance(hostTimeMs);
        BigInteger amount = BigInteger.valueOf(amountWon);
        var reasons = new NaiveReasons().when(!ledger.trades(accountId), Reject.UNKNOWN_ACCOUNT);
        if (reasons.none()) {
            BigInteger after = ledger.accounts.get(accountId).cash.add(amount);
            reasons.when(amountWon < 0 && ledger.withdrawable(accountId).add(amount).signum() < 0, Reject.NOT_ENOUGH_CASH)
                .when(after.compareTo(BigInteger.valueOf(MAX_CASH)) > 0, Reject.OUT_OF_RANGE);
        }
        answer(correlationId, reasons, () -> {
            ledger.transfer(HouseAccount.OUTSIDE.id(), accountId, amount);
            sayCash(accountId);
            return ledger.accounts.get(accountId).cash.longValueExact();
        });
    }

    @Override
    public void depositShares(long hostTimeMs, long correlationId, int accountId, long code, long qtyShares,
        long averagePriceWon) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        answer(correlationId, new NaiveReasons().when(!ledger.trades(accountId), Reject.UNKNOWN_ACCOUNT)
            .when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(ledger.wrongProduct(accountId, share), Reject.WRONG_PRODUCT)
            .when(outside(qtyShares, 1, MAX_SHARES) || outside(averagePriceWon, 0, MAX_PRICE), Reject.OUT_OF_RANGE), () -> {
            ledger.bring(accountId, share.id, qtyShares,
                BigInteger.valueOf(qtyShares).multiply(BigInteger.valueOf(averagePriceWon)));
            ledger.bring(HouseAccount.OUTSIDE.id(), share.id, -qtyShares, BigInteger.ZERO);
            sayHolding(accountId, share);
            return ledger.holding(accountId, share.id).shares;
        });
    }

    @Override
    public void declareIndex(long hostTimeMs, long correlationId, int number, String name, Market market, IndexScope scope,
        String sector, long startLevel) {
        throw new UnsupportedOperationException("the streams have no indices; IndexTest compares them");
    }

    @Override
    public void setAccountMember(long hostTimeMs, long correlationId, int accountId, int member, boolean program) {
        throw new UnsupportedOperationException("the streams have no members; TallyTest counts them");
    }

    @Override
    public void orderSidecar(long hostTimeMs, long correlationId, Side side) {
        throw new UnsupportedOperationException("the streams have no program orders");
    }

    @Override
    public void setAccountTerms(long hostTimeMs, long correlationId, int accountId, boolean margin, boolean credit) {
        clock.advance(hostTimeMs);
        boolean client = !outside(accountId, NaiveLedger.FIRST_CLIENT, ledger.accounts.size() - 1);
        answer(correlationId, new NaiveReasons().when(!client, Reject.UNKNOWN_ACCOUNT)
            .when(client && ledger.accounts.get(accountId).gold, Reject.WRONG_PRODUCT)
            .when(client && ledger.hasOpenOrders(accountId), Reject.HAS_OPEN_ORDERS), () -> {
            ledger.accounts.get(accountId).margin = margin;
            ledger.accounts.get(accountId).credit = credit;
            return accountId;
        });
    }

    @Override
    public void openGoldAccount(long hostTimeMs, long correlationId, int accountId, long feeRatePpb) {
        clock.advance(hostTimeMs);
        boolean client = !outside(accountId, NaiveLedger.FIRST_CLIENT, ledger.accounts.size() - 1);
        long number = client ? 10_000_000_000L + ledger.accounts.get(accountId).number : 0;
        answer(correlationId, new NaiveReasons().when(!client, Reject.UNKNOWN_ACCOUNT)
            .when(ledger.isGold(accountId), Reject.WRONG_PRODUCT)
            .when(client && ledger.accounts.stream().anyMatch(account -> account.number == number), Reject.ALREADY_EXISTS)
            .when(outside(feeRatePpb, 0, 10_000_000), Reject.OUT_OF_RANGE), () -> {
            var account = new NaiveLedger.Account();
            account.number = number;
            account.ratePpb = feeRatePpb;
            account.gold = true;
            ledger.accounts.add(account);
            return ledger.accounts.size() - 1;
        });
    }

    /** Tax of a tenth on what the grams had cost, cut to the won, and 20,000 won a bar. */
    @Override
    public void withdrawGold(long hostTimeMs, long correlationId, int accountId, long code, long grams) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        boolean client = !outside(accountId, NaiveLedger.FIRST_CLIENT, ledger.accounts.size() - 1);
        long bar = share == null || share.kind == InstrumentKind.GOLD ? 1_000 : 100;
        var reasons = new NaiveReasons().when(!client, Reject.UNKNOWN_ACCOUNT).when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(!ledger.isGold(accountId) || share != null && !share.isGold(), Reject.WRONG_PRODUCT)
            .when(outside(grams, 1, MAX_SHARES) || grams % bar != 0, Reject.BAD_QUANTITY);
        long there = reasons.none() ? ledger.sellable(accountId, share.id) : 0;
        reasons.when(reasons.none() && there < grams, Reject.NOT_ENOUGH_SHARES, there);
        NaiveLedger.Holding holding = reasons.none() ? ledger.holding(accountId, share.id) : new NaiveLedger.Holding();
        BigInteger value = reasons.none()
            ? holding.purchase.multiply(BigInteger.valueOf(grams)).divide(BigInteger.valueOf(holding.shares)) : BigInteger.ZERO;
        BigInteger tax = value.divide(BigInteger.TEN);
        BigInteger charge = BigInteger.valueOf(20_000).multiply(BigInteger.valueOf(grams / bar));
        reasons.when(reasons.none() && ledger.withdrawable(accountId).compareTo(tax.add(charge)) < 0, Reject.NOT_ENOUGH_CASH);
        answer(correlationId, reasons, () -> {
            ledger.bring(accountId, share.id, -grams, value.negate());
            ledger.bring(HouseAccount.OUTSIDE.id(), share.id, grams, BigInteger.ZERO);
            ledger.transfer(accountId, HouseAccount.TAX_OFFICE.id(), tax);
            ledger.transfer(accountId, HouseAccount.OUTSIDE.id(), charge);
            sayCash(accountId);
            sayHolding(accountId, share);
            return holding.shares;
        });
    }

    @Override
    public void registerKey(long hostTimeMs, long correlationId, int accountId, Broker broker, Environment environment,
        String appKey, String secretDigest) {
        clock.advance(hostTimeMs);
        String name = broker + " " + appKey;
        answer(correlationId, new NaiveReasons()
            .when(outside(accountId, NaiveLedger.FIRST_CLIENT, ledger.accounts.size() - 1), Reject.UNKNOWN_ACCOUNT)
            .when(ledger.isGold(accountId), Reject.WRONG_PRODUCT)
            .when(keyIds.containsKey(name), Reject.ALREADY_EXISTS)
            .when(appKey.isEmpty() || appKey.length() > 100 || secretDigest.length() > 200, Reject.OUT_OF_RANGE), () -> {
            String seat = accountId + " " + broker + " " + environment;
            for (int id = 0; id < keys.size(); id++) {
                if (keys.get(id).seat.equals(seat) && usable(id)) {
                    keys.get(id).retired = true;
                    keys.get(id).expiresAt = 0;
                    listener.keyRetired(id);
                }
            }
            keyIds.put(name, keys.size());
            keys.add(new Key(seat));
            return keys.size() - 1;
        });
    }

    @Override
    public void issueToken(long hostTimeMs, long correlationId, int keyId, long lifeMs, long reuseMs) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(!usable(keyId), Reject.UNKNOWN_KEY)
            .when(outside(lifeMs, 1, 90 * 86_400_000L) || reuseMs < 0, Reject.OUT_OF_RANGE), () -> {
            Key key = keys.get(keyId);
            boolean again = clock.hostMs < key.expiresAt && clock.hostMs < key.issuedAt + reuseMs;
            if (!again) {
                key.issue++;
                key.issuedAt = clock.hostMs;
                key.expiresAt = clock.hostMs + lifeMs;
            }
            listener.tokenIssued(keyId, key.issue, key.issuedAt, key.expiresAt);
            return key.issue;
        });
    }

    @Override
    public void revokeToken(long hostTimeMs, long correlationId, int keyId) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(!usable(keyId), Reject.UNKNOWN_KEY), () -> {
            keys.get(keyId).expiresAt = 0;
            listener.tokenRevoked(keyId, keys.get(keyId).issue);
            return keys.get(keyId).issue;
        });
    }

    @Override
    public void revokeAllTokens(long hostTimeMs, long correlationId) {
        clock.advance(hostTimeMs);
        List<Integer> alive = new ArrayList<>();
        for (int id = 0; id < keys.size(); id++) {
            if (keys.get(id).expiresAt > clock.hostMs) {
                alive.add(id);
            }
        }
        answer(correlationId, new NaiveReasons(), () -> {
            alive.forEach(id -> {
                keys.get(id).expiresAt = 0;
                listener.tokenRevoked(id, keys.get(id).issue);
            });
            return alive.size();
        });
    }

    final NaiveShare share(long code) {
        return ledger.shares.stream().filter(share -> share.code == code).findFirst().orElse(null);
    }

    private static boolean badBase(InstrumentKind kind, long baseWon) {
        return outside(baseWon, 1, MAX_PRICE) || !NaiveRules.onGrid(kind, baseWon);
    }

    @Override
    public void listInstrument(long hostTimeMs, long correlationId, long code, String name, Market market,
        InstrumentKind kind, String sector, long listedShares, long parValueWon, int leverage, long basePriceWon) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(share(code) != null, Reject.ALREADY_EXISTS)
            .when(code == 0 || name.length() > 100 || sector.length() > 100 || listedShares < 0 || parValueWon < 0
                || leverage == 0 || outside(leverage, -3, 3) || badBase(kind, basePriceWon), Reject.OUT_OF_RANGE), () -> {
            ledger.shares.add(new NaiveShare(ledger.shares.size(), code, market, kind, sector, leverage, listedShares, basePriceWon));
            return ledger.shares.size() - 1;
        });
    }

    @Override
    public void listAtNxt(long hostTimeMs, long correlationId, long code) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        answer(correlationId, new NaiveReasons().when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(share != null && share.nxt != null, Reject.ALREADY_EXISTS)
            .when(share != null && share.kind != InstrumentKind.STOCK, Reject.OUT_OF_RANGE), () -> {
            share.listAtNxt();
            return share.id;
        });
    }

    @Override
    public void setInstrumentTerms(long hostTimeMs, long correlationId, long code, int marginPercent, CreditGrade grade) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        answer(correlationId, new NaiveReasons().when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(!List.of(20, 30, 40, 50, 60, 100).contains(marginPercent), Reject.OUT_OF_RANGE), () -> {
            List<NaiveShare> both = Stream.of(share, share.nxt).filter(Objects::nonNull).toList();
            boolean now = both.stream().allMatch(one -> one.resting.isEmpty() && one.atClose.isEmpty());
            for (NaiveShare one : both) {
                one.nextMarginPercent = marginPercent;
                one.nextGrade = grade;
                one.marginPercent = now ? marginPercent : one.marginPercent;
                one.grade = now ? grade : one.grade;
            }
            return share.id;
        });
    }

    @Override
    public void setBasePrice(long hostTimeMs, long correlationId, long code, long basePriceWon) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        var reasons = new NaiveReasons().when(share == null, Reject.UNKNOWN_INSTRUMENT);
        if (share != null) {
            reasons.when(share.isUsed() || share.nxt != null && share.nxt.isUsed(), Reject.TRADED_TODAY)
                .when(badBase(share.kind, basePriceWon), Reject.OUT_OF_RANGE);
        }
        answer(correlationId, reasons, () -> {
            share.setBase(basePriceWon);
            if (share.nxt != null) {
                share.nxt.setBase(basePriceWon);
            }
            return share.id;
        });
    }

    @Override
    public void declareHoliday(long hostTimeMs, long correlationId, int epochDay) {
        clock.advance(hostTimeMs);
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        boolean inRange = !day.isBefore(LocalDate.EPOCH) && !day.isAfter(LocalDate.of(2199, 12, 31))
            && (!clock.started || day.isAfter(clock.date));
        answer(correlationId, new NaiveReasons().when(!inRange, Reject.OUT_OF_RANGE), () -> clock.holidays.add(day) ? 1 : 0);
    }

    @Override
    public void declareHours(long hostTimeMs, long correlationId, int epochDay, int openLaterMinutes, int closeLaterMinutes) {
        clock.advance(hostTimeMs);
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        boolean inRange = !day.isBefore(LocalDate.EPOCH) && !day.isAfter(LocalDate.of(2199, 12, 31))
            && (!clock.started || day.isAfter(clock.date)) && !outside(openLaterMinutes, 0, 120)
            && !outside(closeLaterMinutes, 0, 120);
        answer(correlationId, new NaiveReasons().when(!inRange, Reject.OUT_OF_RANGE), () -> {
            clock.hours.put(day, new int[] {openLaterMinutes, closeLaterMinutes});
            return 1;
        });
    }
}
