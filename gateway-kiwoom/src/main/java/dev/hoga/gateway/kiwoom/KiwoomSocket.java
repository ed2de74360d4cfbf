package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.BrokerCatalogue;
import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.Environment;
import dev.hoga.gateway.BookNotice;
import dev.hoga.gateway.Broadcast;
import dev.hoga.gateway.FeedConsumer;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.FundFacts;
import dev.hoga.gateway.HoldingNotice;
import dev.hoga.gateway.IndexFacts;
import dev.hoga.gateway.IndexNotice;
import dev.hoga.gateway.OrderNotice;
import dev.hoga.gateway.PhaseNotice;
import dev.hoga.gateway.SocketHandler;
import dev.hoga.gateway.SocketListener;
import dev.hoga.gateway.SocketSession;
import dev.hoga.gateway.TallyNotice;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.Topic;
import dev.hoga.gateway.Topics;
import dev.hoga.gateway.TradeNotice;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Kiwoom's WebSocket, {@code /api/dostk/websocket} and {@code /api/us/websocket}: who is connected with which key, and what is
 * pushed to whom.
 */
public final class KiwoomSocket implements SocketHandler, FeedConsumer, AutoCloseable {
    public static final String DOMESTIC_PATH = "/api/dostk/websocket";
    public static final String US_PATH = "/api/us/websocket";
    private static final List<Boolean> VENUES = List.of(false, true);

    private final TokenDirectory tokens;
    private final KiwoomSocketSettings settings;
    private final SocketAnswers answers;
    private final Topics<Subject> subjects = new Topics<>();
    private final ConcurrentHashMap<Integer, KiwoomSession> byKey = new ConcurrentHashMap<>();
    private final Set<KiwoomSession> all = ConcurrentHashMap.newKeySet();
    private final Broadcast broadcast = new Broadcast();
    private final QuoteFrames quotes;
    private final InterruptionFrames interruptions;
    private final IndexFrames indexFrames;
    private final MemberFrames memberFrames;
    private final FundFrames fundFrames;
    private final PhaseFrames phaseFrames;
    private final StockFrames stockFrames;
    private final NoticeFrames notices;
    private volatile boolean closed;

    public KiwoomSocket(TokenDirectory tokens, Catalogue catalogue, KiwoomSocketSettings settings) {
        BrokerCatalogue contract = catalogue.kiwoom();
        this.tokens = tokens;
        this.settings = settings;
        answers = new SocketAnswers(contract.errors());
        quotes = new QuoteFrames(contract);
        interruptions = new InterruptionFrames(contract);
        indexFrames = new IndexFrames(contract);
        memberFrames = new MemberFrames(contract);
        fundFrames = new FundFrames(contract);
        phaseFrames = new PhaseFrames(contract);
        stockFrames = new StockFrames(contract);
        notices = new NoticeFrames(contract);
    }

    // -- sessions --------------------------------------------------------------------------------------------------------

    @Override
    public SocketListener open(SocketSession session) {
        var opened = new KiwoomSession(this, session, answers, settings, session.path().equals(DOMESTIC_PATH));
        all.add(opened);
        if (closed) {
            opened.houseClosed();
        }
        return opened;
    }

    static boolean admits(SocketSession session, Environment environment) {
        return KiwoomGateway.HOSTS.admits(session.header("Host"), environment);
    }

    TokenDirectory tokens() {
        return tokens;
    }

    Topics<Subject> subjects() {
        return subjects;
    }

    /** A key has logged in; its older session, if any, has to go. */
    void loggedIn(int keyId, KiwoomSession session) {
        KiwoomSession older = byKey.put(keyId, session);
        if (older != null && settings.singleSession()) {
            older.replaced();
        }
    }

    void left(int keyId, KiwoomSession session) {
        byKey.remove(keyId, session);
        all.remove(session);
    }

    /** Sessions open now. */
    public int sessionCount() {
        return all.size();
    }

    /** Ends every session. */
    @Override
    public void close() {
        closed = true;
        all.forEach(KiwoomSession::houseClosed);
    }

    // -- the feed --------------------------------------------------------------------------------------------------------

    @Override
    public boolean wantsAnything() {
        return !subjects.isEmpty();
    }

    @Override
    public boolean wantsTrades(long code) {
        return wanted(RealType.FILL, code) || wantsTallies(code);
    }

    @Override
    public boolean wantsTallies(long code) {
        return wanted(RealType.MEMBER, code) || wanted(RealType.PROGRAM_TRADING, code);
    }

    @Override
    public boolean wantsFund(long code) {
        return wanted(RealType.ETF_NAV, code);
    }

    @Override
    public boolean wantsBook(long code) {
        return wanted(RealType.BOOK, code) || wanted(RealType.BEST_QUOTE, code) || wanted(RealType.EXPECTED_FILL, code)
            || wanted(RealType.VOLATILITY_INTERRUPTION, code) || wanted(RealType.STOCK_PRICE, code)
            || wanted(RealType.OFF_HOURS_QUOTE, code) || wanted(RealType.STOCK_INFO, code)
            || subjects.wanted(Subject.ofAllStocks(RealType.VOLATILITY_INTERRUPTION));
    }

    private boolean wanted(RealType type, long code) {
        return subjects.wanted(new Subject(type, code, false)) || subjects.wanted(new Subject(type, code, true));
    }

    @Override
    public boolean wantsAccount(int accountId) {
        return subjects.wanted(Subject.ofAccount(RealType.ORDER, accountId))
            || subjects.wanted(Subject.ofAccount(RealType.BALANCE, accountId));
    }

    @Override
    public void trade(TradeNotice trade) {
        for (boolean allVenues : VENUES) {
            var subject = new Subject(RealType.FILL, trade.instrument().code(), allVenues);
            subjects.topic(subject).ifPresent(topic -> broadcast.add(topic, quotes.trade(topic, subject, trade)));
        }
    }

    @Override
    public void book(BookNotice book) {
        boolean bestChanged = quotes.bestChanged(book.instrument());
        boolean expectedChanged = quotes.expectedChanged(book);
        if (interruptions.changed(book)) {
            interruption(book);
        }
        stock(book);
        for (boolean allVenues : VENUES) {
            var whole = new Subject(RealType.BOOK, book.instrument().code(), allVenues);
            subjects.topic(whole).ifPresent(topic -> broadcast.add(topic, quotes.book(topic, whole, book)));
            var best = new Subject(RealType.BEST_QUOTE, book.instrument().code(), allVenues);
            if (bestChanged) {
                subjects.topic(best).ifPresent(topic -> broadcast.add(topic, quotes.best(topic, best, book.instrument())));
            }
            var expected = new Subject(RealType.EXPECTED_FILL, book.instrument().code(), allVenues);
            if (expectedChanged) {
                subjects.topic(expected).ifPresent(topic -> broadcast.add(topic, quotes.expected(topic, expected, book)));
            }
        }
    }

    /** Tells what has changed of a stock beside its book. */
    private void stock(BookNotice book) {
        long code = book.instrument().code();
        BookNotice.OffHours before = stockFrames.offHoursBefore(book);
        if (!before.equals(book.offHours())) {
            push(RealType.OFF_HOURS_QUOTE, code, (topic, subject) -> stockFrames.offHours(topic, subject, before, book));
        }
        if (stockFrames.pricedWithoutTrade(book)) {
            push(RealType.STOCK_PRICE, code, (topic, subject) -> stockFrames.price(topic, subject, book));
        }
        if (stockFrames.stockChanged(book)) {
            push(RealType.STOCK_INFO, code, (topic, subject) -> stockFrames.stock(topic, subject, book));
        }
    }

    /** Pushes a frame of a stock to whoever has registered it, under either spelling of its code. */
    private void push(RealType type, long code, BiFunction<Topic, Subject, Frame> frame) {
        for (boolean allVenues : VENUES) {
            var subject = new Subject(type, code, allVenues);
            subjects.topic(subject).ifPresent(topic -> broadcast.add(topic, frame.apply(topic, subject)));
        }
    }

    @Override
    public void tallies(TallyNotice notice) {
        long code = notice.instrument().code();
        if (wanted(RealType.MEMBER, code)) {
            TallyNotice before = memberFrames.before(notice);
            push(RealType.MEMBER, code, (topic, subject) -> memberFrames.members(topic, subject, before, notice));
        } else {
            memberFrames.forgetMembers(code);
        }
        if (!wanted(RealType.PROGRAM_TRADING, code)) {
            memberFrames.forgetProgram(code);
            return;
        }
        TallyNotice.Program before = memberFrames.programBefore(notice);
        if (!before.equals(notice.program())) {
            push(RealType.PROGRAM_TRADING, code, (topic, subject) -> memberFrames.program(topic, subject, before, notice));
        }
    }

    @Override
    public void phase(PhaseNotice notice) {
        var subject = Subject.ofAllStocks(RealType.MARKET_PHASE);
        List<String> codes = phaseFrames.codes(notice);
        subjects.topic(subject).ifPresent(topic -> codes.forEach(code -> broadcast.add(topic, phaseFrames.frame(topic, code, notice))));
    }

    /** Tells of an interruption that has begun or ended; each of both changes the book. */
    private void interruption(BookNotice book) {
        var one = new Subject(RealType.VOLATILITY_INTERRUPTION, book.instrument().code(), false);
        for (Subject subject : List.of(one, new Subject(one.type(), one.id(), true), Subject.ofAllStocks(one.type()))) {
            subjects.topic(subject).ifPresent(topic ->
                broadcast.add(topic, interruptions.frame(topic, subject.id() == 0 ? one : subject, book)));
        }
    }

    @Override
    public void indices(IndexNotice notice) {
        for (FundFacts fund : notice.funds()) {
            if (fundFrames.changed(fund)) {
                push(RealType.ETF_NAV, fund.instrument().code(), (topic, subject) -> fundFrames.frame(topic, subject, fund, notice.timeMs()));
            }
        }
        for (IndexFacts index : notice.indices()) {
            if (indexFrames.changed(index)) {
                for (RealType type : List.of(RealType.SECTOR_INDEX, RealType.SECTOR_BREADTH)) {
                    Subject subject = Subject.ofSector(type, index.number());
                    subjects.topic(subject).ifPresent(topic -> broadcast.add(topic, indexFrames.frame(topic, subject, index)));
                }
            }
        }
    }

    @Override
    public void order(OrderNotice order) {
        if (order.instrument().overseas()) {
            return;
        }
        subjects.topic(Subject.ofAccount(RealType.ORDER, order.account().id()))
            .ifPresent(topic -> notices.order(order).forEach(frame -> broadcast.add(topic, frame)));
    }

    @Override
    public void holding(HoldingNotice holding) {
        if (holding.instrument().overseas()) {
            return;
        }
        subjects.topic(Subject.ofAccount(RealType.BALANCE, holding.account().id()))
            .ifPresent(topic -> broadcast.add(topic, notices.holding(holding)));
    }

    @Override
    public void send() {
        broadcast.send();
    }

    @Override
    public void lost() {
        all.forEach(KiwoomSession::noticesLost);
    }

    @Override
    public void over() {
        close();
    }
}
