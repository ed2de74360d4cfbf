package dev.hoga.engine;

import dev.hoga.core.Broker;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.Currency;
import dev.hoga.core.Environment;
import dev.hoga.core.IndexScope;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;

/**
 * Sends commands to the log. Methods and arguments are those of {@link dev.hoga.core.CoreCommands}, without host time and
 * correlation id, which are the engine's. Any thread may call; no call waits.
 */
public interface CommandPort {

    void openAccount(long accountNumber, String name, String htsId, long feeRatePpb, Reply reply);

    void moveCash(int accountId, long amountWon, Reply reply);

    void depositShares(int accountId, long code, long qtyShares, long averagePriceWon, Reply reply);

    void setAccountTerms(int accountId, boolean margin, boolean credit, Reply reply);

    void openGoldAccount(int accountId, long feeRatePpb, Reply reply);

    void withdrawGold(int accountId, long code, long grams, Reply reply);

    void registerKey(int accountId, Broker broker, Environment environment, String appKey, String secretDigest, Reply reply);

    void issueToken(int keyId, long lifeMs, long reuseMs, Reply reply);

    void revokeToken(int keyId, Reply reply);

    void revokeAllTokens(Reply reply);

    void listInstrument(long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, long basePriceWon, Reply reply);

    void listAtNxt(long code, Reply reply);

    void setBasePrice(long code, long basePriceWon, Reply reply);

    void setInstrumentTerms(long code, int marginPercent, CreditGrade grade, Reply reply);

    void haltInstrument(long code, boolean halted, Reply reply);

    void interruptInstrument(long code, Reply reply);

    void breakCircuit(int stage, Reply reply);

    void declareIndex(int number, String name, Market market, IndexScope scope, String sector, long startLevel, Reply reply);

    void setAccountMember(int accountId, int member, boolean program, Reply reply);

    void orderSidecar(Side side, Reply reply);

    void declareHoliday(int epochDay, Reply reply);

    void declareHours(int epochDay, int openLaterMinutes, int closeLaterMinutes, Reply reply);

    void bindDay(long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon, long volumeShares,
        Reply reply);

    void setParticipants(boolean on, long seed, int intensityPercent, Reply reply);

    void acknowledgeHistory(long entry, Reply reply);

    void placeOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce, long qtyShares,
        long priceWon, Reply reply);

    void placeCreditOrder(int accountId, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce, long qtyShares,
        long priceWon, int loanDay, Reply reply);

    void amendOrder(int accountId, long code, Venue venue, int originalNumber, OrderType type, long qtyShares, long priceWon,
        Reply reply);

    void cancelOrder(int accountId, long code, Venue venue, int originalNumber, long qtyShares, Reply reply);

    void startClock(long marketTimeMs, int speed, boolean frozen, Reply reply);

    void setMarketTime(long marketTimeMs, Reply reply);

    void setSpeed(int speed, Reply reply);

    void setFrozen(boolean frozen, Reply reply);

    void listOverseas(long code, String name, String englishName, InstrumentKind kind, long listedShares, long lotShares,
        long basePrice, Reply reply);

    void declareOverseasDay(Currency country, int epochDay, int earlierMinutes, Reply reply);

    void moveForeignCash(int accountId, Currency currency, long amount, Reply reply);

    void exchangeCash(int accountId, Currency from, Currency to, long amount, Reply reply);

    void setFxRate(Currency currency, long rate, Reply reply);
}
