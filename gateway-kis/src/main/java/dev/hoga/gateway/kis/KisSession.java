package dev.hoga.gateway.kis;

import dev.hoga.core.Code;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.SocketListener;
import dev.hoga.gateway.SocketSession;
import dev.hoga.gateway.Topic;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * One client's socket: registrations, each with an approval key, and PINGPONGs. How a client answers these (a text, a pong frame, not
 * at all) makes no difference: real clients do each. Lives on its session's thread.
 */
final class KisSession implements SocketListener {
    /** Measured twice: the 42nd registration of a session is refused, notices included. */
    static final int MOST_REGISTRATIONS = 41;
    /** Where the exchange ends in an overseas key. */
    private static final int EXCHANGE_END = 4;

    private final KisSocket house;
    private final SocketSession session;
    private final SocketAnswers answers;
    private final KisSocketSettings settings;
    private final NoticeCipher cipher;
    /** The notices of this session alone, because they are encrypted for it. */
    private final Topic notices = new Topic();
    private final Topic overseasNotices = new Topic();
    private final Set<Subject> registered = new HashSet<>();
    private final Future<?> approvalDeadline;
    private Future<?> nextPing;
    private KeyOwner owner;
    private boolean over;

    KisSession(KisSocket house, SocketSession session, SocketAnswers answers, KisSocketSettings settings, NoticeCipher cipher) {
        this.house = house;
        this.session = session;
        this.answers = answers;
        this.settings = settings;
        this.cipher = cipher;
        nextPing = session.after(settings.firstPingMs(), this::ping);
        approvalDeadline = session.after(settings.approvalMs(), () -> session.close(SocketSession.POLICY, "no approval key"));
    }

    private void ping() {
        if (!over) {
            session.send(SocketAnswers.pingPong(house.hostTimeMs()));
            nextPing = session.after(settings.pingMs(), this::ping);
        }
    }

    // -- messages ------------------------------------------------------------------------------------------------------

    @Override
    public void text(byte[] json) {
        SocketRequest request = SocketRequest.parse(json);
        if (over || request.isPingPong()) {
            return;
        }
        Optional<SocketCheck> flaw = request.flaw();
        if (flaw.isPresent()) {
            session.send(answers.unreadable(flaw.get()));
        } else if (isAdmitted(request)) {
            RealTr.of(request.trId(), owner.environment())
                .ifPresentOrElse(tr -> change(request, tr), () -> refuse(request, SocketCheck.TR_ID));
        }
    }

    /** Whether the approval key is good, and the session its app key's; otherwise that has been answered. */
    private boolean isAdmitted(SocketRequest request) {
        Optional<KeyOwner> shown = house.owner(session, request.approvalKey());
        if (shown.isEmpty()) {
            refuse(request, SocketCheck.APPROVAL_KEY);
            return false;
        }
        if (owner == null) {
            if (!house.take(shown.get().keyId(), this)) {
                refuse(request, SocketCheck.APP_KEY_FREE);
                over = true;
                session.close(SocketSession.NORMAL, "");
                return false;
            }
            owner = shown.get();
            approvalDeadline.cancel(false);
        } else if (owner.keyId() != shown.get().keyId()) {
            refuse(request, SocketCheck.SAME_APP_KEY);
            return false;
        }
        return true;
    }

    private void change(SocketRequest request, RealTr tr) {
        if (tr.ofAccount() && !request.trKey().equals(owner.htsId())) {
            // The broker drops the connection without a word; its own sample says so.
            over = true;
            session.drop();
            return;
        }
        long code = tr.ofAccount() ? 0 : tr.overseas() ? overseasCode(request.trKey()) : Code.pack(request.trKey());
        if (!tr.ofAccount() && code == 0) {
            refuse(request, SocketCheck.TR_KEY);
            return;
        }
        var subject = new Subject(tr, code);
        if (request.registers()) {
            register(request, subject);
        } else {
            unregister(request, subject);
        }
    }

    /** The code in a key such as {@code DNASAAPL}; 0 for none. D is for delayed prices and R for those one pays for: here they are one. */
    private static long overseasCode(String key) {
        boolean told = key.length() > EXCHANGE_END && (key.charAt(0) == 'D' || key.charAt(0) == 'R');
        return told ? OverseasExchange.ofQuote(key.substring(1, EXCHANGE_END)).map(exchange -> exchange.pack(key.substring(EXCHANGE_END)))
            .orElse(0L) : 0;
    }

    private void register(SocketRequest request, Subject subject) {
        if (registered.contains(subject)) {
            refuse(request, SocketCheck.NOT_REGISTERED_BEFORE);
        } else if (registered.size() == MOST_REGISTRATIONS) {
            refuse(request, SocketCheck.ROOM);
        } else {
            registered.add(subject);
            // First, because the acknowledgement holds what the first notice is read with.
            session.send(answers.done(request, subject.tr().ofAccount(), cipher));
            listen(subject);
        }
    }

    private void unregister(SocketRequest request, Subject subject) {
        if (registered.remove(subject)) {
            ignore(subject);
            session.send(answers.done(request, subject.tr().ofAccount(), cipher));
        } else {
            refuse(request, SocketCheck.REGISTERED);
        }
    }

    private void refuse(SocketRequest request, SocketCheck check) {
        session.send(answers.refused(request, check));
    }

    private void listen(Subject subject) {
        if (subject.tr().ofAccount()) {
            notices(subject.tr()).add(session);
            house.addNoticed(owner.accountId(), subject.tr(), this);
        } else {
            house.topics().add(subject, session);
        }
    }

    private void ignore(Subject subject) {
        if (subject.tr().ofAccount()) {
            house.removeNoticed(owner.accountId(), subject.tr(), this);
            notices(subject.tr()).remove(session);
        } else {
            house.topics().remove(subject, session);
        }
    }

    // -- notices -------------------------------------------------------------------------------------------------------

    /** Whose session this is; known where it listens to notices. On any thread. */
    KeyOwner owner() {
        return owner;
    }

    /** Where its notices go. On any thread. */
    Topic notices(RealTr tr) {
        return tr.overseas() ? overseasNotices : notices;
    }

    /** A notice as only this session's client can read it. On any thread. */
    Frame encrypted(RealTr tr, byte[] record) {
        return Frame.text(QuoteFrames.head('1', tr.id(owner.environment()), 1) + cipher.encrypt(record));
    }

    /** Notices of its account were lost: a client that is told nothing would take the silence for no news. */
    void noticesLost() {
        session.execute(() -> {
            if (registered.stream().anyMatch(subject -> subject.tr().ofAccount())) {
                session.close(SocketSession.FAILED, "notices lost");
            }
        });
    }

    // -- the end -------------------------------------------------------------------------------------------------------

    /** The brokerage behind it is gone. */
    void houseClosed() {
        session.execute(() -> session.close(SocketSession.GOING_AWAY, ""));
    }

    @Override
    public void closed() {
        over = true;
        approvalDeadline.cancel(false);
        nextPing.cancel(false);
        registered.forEach(this::ignore);
        registered.clear();
        house.left(owner == null ? -1 : owner.keyId(), this);
    }
}
