package dev.hoga.gateway.kis;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.Environment;
import dev.hoga.core.Venue;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.Broadcast;
import dev.hoga.gateway.BrokerHosts;
import dev.hoga.gateway.FeedConsumer;
import dev.hoga.gateway.HoldingNotice;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.OrderNotice;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.SocketHandler;
import dev.hoga.gateway.SocketListener;
import dev.hoga.gateway.SocketSession;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.Topics;
import dev.hoga.gateway.TradeNotice;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * KIS's WebSocket, on {@code /} and on every path that begins with {@code /tryitout}: who is connected with which key, and what is
 * pushed to whom.
 */
public final class KisSocket implements SocketHandler, FeedConsumer, AutoCloseable {
    public static final String ROOT_PATH = "/";
    public static final String PATHS = "/tryitout";
    /** One name; the port is the host. */
    private static final BrokerHosts HOSTS = new BrokerHosts("ops.koreainvestment.com:21000", "ops.koreainvestment.com:31000");

    private final TokenDirectory tokens;
    private final ApprovalKeys approvalKeys;
    private final LongSupplier hostClock;
    private final KisSocketSettings settings;
    private final SocketAnswers answers;
    private final SecureRandom random = new SecureRandom();
    private final Topics<Subject> topics = new Topics<>();
    private final ConcurrentHashMap<Integer, KisSession> byKey = new ConcurrentHashMap<>();
    /** Who listens to the notices of an account. */
    private final ConcurrentHashMap<Noticed, List<KisSession>> noticed = new ConcurrentHashMap<>();
    private final Set<KisSession> all = ConcurrentHashMap.newKeySet();
    private final Broadcast broadcast = new Broadcast();
    private final QuoteFrames quotes;
    private final NoticeRecords notices;
    private final OverseasFrames overseasQuotes;
    private final OverseasNotices overseasNotices;
    /** Trades that are told together, several in a frame. */
    private final Map<Subject, List<TradeNotice>> trades = new LinkedHashMap<>();
    private volatile boolean closed;

    /** @param hostClock milliseconds since the epoch */
    public KisSocket(TokenDirectory tokens, ServerKey serverKey, Catalogue catalogue, KisSocketSettings settings, LongSupplier hostClock) {
        BrokerCatalogue contract = catalogue.kis();
        this.tokens = tokens;
        this.settings = settings;
        this.hostClock = hostClock;
        approvalKeys = new ApprovalKeys(serverKey);
        answers = new SocketAnswers(contract.errors());
        quotes = new QuoteFrames(contract, settings.layout());
        notices = new NoticeRecords(contract, settings.layout());
        overseasQuotes = new OverseasFrames(contract);
        overseasNotices = new OverseasNotices(contract);
    }

    // -- sessions --------------------------------------------------------------------------------------------------------

    @Override
    public SocketListener open(SocketSession session) {
        var opened = new KisSession(this, session, answers, settings, NoticeCipher.of(random));
        all.add(opened);
        if (closed) {
            opened.houseClosed();
        }
        return opened;
    }

    /** Whose approval key this is; empty where it is not good, or not good where the client believes to be. */
    Optional<KeyOwner> owner(SocketSession session, String approvalKey) {
        OptionalInt keyId = approvalKeys.keyId(approvalKey, hostTimeMs());
        return keyId.isEmpty() ? Optional.empty()
            : tokens.owner(keyId.getAsInt()).filter(owner -> HOSTS.admits(session.header("Host"), owner.environment()));
    }

    long hostTimeMs() {
        return hostClock.getAsLong();
    }

    /** Gives a key's one session to this one. @return false where another has it */
    boolean take(int keyId, KisSession session) {
        return byKey.putIfAbsent(keyId, session) == null || !settings.singleSession();
    }

    void left(int keyId, KisSession session) {
        byKey.remove(keyId, session);
        all.remove(session);
    }

    Topics<Subject> topics() {
        return topics;
    }

    /** The notices of an account, at home or overseas. */
    private record Noticed(int accountId, RealTr tr) {
    }

    void addNoticed(int accountId, RealTr tr, KisSession session) {
        noticed.merge(new Noticed(accountId, tr), List.of(session), (some, one) -> {
            var more = new ArrayList<>(some);
            more.addAll(one);
            return List.copyOf(more);
        });
    }

    void removeNoticed(int accountId, RealTr tr, KisSession session) {
        noticed.computeIfPresent(new Noticed(accountId, tr), (id, some) -> {
            List<KisSession> rest = some.stream().filter(one -> one != session).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    /** Sessions open now. */
    public int sessionCount() {
        return all.size();
    }

    /** Ends every session. */
    @Override
    public void close() {
        closed = true;
        all.forEach(KisSession::houseClosed);
    }

    // -- the feed --------------------------------------------------------------------------------------------------------

    @Override
    public boolean wantsAnything() {
        return !topics.isEmpty() || !noticed.isEmpty();
    }

    @Override
    public boolean wantsTrades(long code, Venue venue) {
        return topics.wanted(new Subject(RealTr.trades(venue), code)) || topics.wanted(new Subject(RealTr.OVERSEAS_TRADES, code));
    }

    @Override
    public boolean wantsBook(long code, Venue venue) {
        return topics.wanted(new Subject(RealTr.book(venue), code)) || topics.wanted(new Subject(RealTr.OVERSEAS_BOOK, code))
            || venue == RealTr.EXPECTED.venue() && topics.wanted(new Subject(RealTr.EXPECTED, code));
    }

    @Override
    public boolean wantsAccount(int accountId) {
        return noticed.containsKey(new Noticed(accountId, RealTr.NOTICES))
            || noticed.containsKey(new Noticed(accountId, RealTr.OVERSEAS_NOTICES));
    }

    @Override
    public void trade(TradeNotice trade) {
        InstrumentFacts instrument = trade.instrument();
        // Nothing overseas is traded at several venues, so what would be told of all of them is not.
        boolean twice = instrument.overseas() && instrument.venue() == Venue.SOR;
        var subject = new Subject(instrument.overseas() ? RealTr.OVERSEAS_TRADES : RealTr.trades(instrument.venue()), instrument.code());
        if (!twice && topics.wanted(subject)) {
            trades.computeIfAbsent(subject, key -> new ArrayList<>()).add(trade);
        }
    }

    @Override
    public void book(BookNotice book) {
        sendTrades();
        if (book.instrument().overseas()) {
            if (book.instrument().venue() != Venue.SOR) {
                topics.topic(new Subject(RealTr.OVERSEAS_BOOK, book.instrument().code()))
                    .ifPresent(topic -> broadcast.add(topic, overseasQuotes.book(topic, book)));
            }
            return;
        }
        RealTr tr = RealTr.book(book.instrument().venue());
        topics.topic(new Subject(tr, book.instrument().code())).ifPresent(topic -> broadcast.add(topic, quotes.book(tr, topic, book)));
        if (book.instrument().venue() == RealTr.EXPECTED.venue() && quotes.expectedChanged(book)) {
            topics.topic(new Subject(RealTr.EXPECTED, book.instrument().code()))
                .ifPresent(topic -> broadcast.add(topic, quotes.expected(topic, book)));
        }
    }

    /** Collects the frames of the trades, before what came after them. */
    private void sendTrades() {
        trades.forEach((subject, ofStock) -> topics.topic(subject).ifPresent(topic -> {
            for (int from = 0; from < ofStock.size(); from += QuoteFrames.MOST_RECORDS) {
                int to = Math.min(ofStock.size(), from + QuoteFrames.MOST_RECORDS);
                List<TradeNotice> some = ofStock.subList(from, to);
                broadcast.add(topic, subject.tr().overseas() ? overseasQuotes.trades(topic, some)
                    : quotes.trades(subject.tr(), topic, some));
            }
        }));
        trades.clear();
    }

    /** Spells a notice once for each environment, and encrypts it once for each session. */
    @Override
    public void order(OrderNotice order) {
        RealTr tr = order.instrument().overseas() ? RealTr.OVERSEAS_NOTICES : RealTr.NOTICES;
        var records = new EnumMap<Environment, List<byte[]>>(Environment.class);
        for (KisSession session : noticed.getOrDefault(new Noticed(order.account().id(), tr), List.of())) {
            records.computeIfAbsent(session.owner().environment(), environment -> tr.overseas()
                    ? overseasNotices.of(order, environment) : notices.of(order, environment))
                .forEach(record -> broadcast.add(session.notices(tr), session.encrypted(tr, record)));
        }
    }

    @Override
    public void holding(HoldingNotice holding) {
        // The broker pushes no holdings.
    }

    @Override
    public void send() {
        sendTrades();
        broadcast.send();
    }

    @Override
    public void lost() {
        trades.clear();
        all.forEach(KisSession::noticesLost);
    }

    @Override
    public void over() {
        close();
    }
}
