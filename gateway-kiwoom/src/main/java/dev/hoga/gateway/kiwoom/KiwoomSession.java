package dev.hoga.gateway.kiwoom;

import dev.hoga.core.Broker;
import dev.hoga.gateway.Frame;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.LiveToken;
import dev.hoga.gateway.SocketListener;
import dev.hoga.gateway.SocketSession;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * One client's socket: first a LOGIN, then registrations, and PINGs to say back. Lives on its session's thread. What is wrong
 * with a frame is looked for in this order: no trnm (100002), not logged in (100013), trnm unknown (105108), then the frame's
 * own fields.
 */
final class KiwoomSession implements SocketListener {
    private static final String LOGIN = "LOGIN";
    private static final String PING = "PING";
    private static final String REGISTER = "REG";
    private static final String REMOVE = "REMOVE";
    /** Condition searches, domestic and US: known and not built. */
    private static final Set<String> NOT_BUILT = Set.of("CNSRLST", "CNSRREQ", "CNSRCLR", "GCNSRLST", "GCNSRREQ", "GCNSRCLR");
    private static final String KEEP_NOTHING = "0";
    /** The broker's own text has this where the service's name should be. Recorded 2026-09-10, on the mock host. */
    private static final String UNFILLED = "%s";

    private final KiwoomSocket house;
    private final SocketSession session;
    private final SocketAnswers answers;
    private final KiwoomSocketSettings settings;
    private final boolean domestic;
    private final Registrations registrations = new Registrations();
    private final Future<?> loginDeadline;
    private Set<Subject> subjects = Set.of();
    private KeyOwner owner;
    private boolean over;
    private Future<?> nextPing;
    private long pings;
    private long echoed;

    KiwoomSession(KiwoomSocket house, SocketSession session, SocketAnswers answers, KiwoomSocketSettings settings,
        boolean domestic) {
        this.house = house;
        this.session = session;
        this.answers = answers;
        this.settings = settings;
        this.domestic = domestic;
        loginDeadline = session.after(settings.loginMs(), () -> endWith("R10004"));
    }

    // -- frames --------------------------------------------------------------------------------------------------------

    @Override
    public void text(byte[] json) {
        if (over) {
            return;
        }
        SocketMessage message = SocketMessage.parse(json);
        String trnm = message.text("trnm");
        if (trnm.isEmpty()) {
            // What is no JSON object has no trnm either. Doubt: the broker's answer to it is not known.
            session.send(answers.error("", "100002", "trnm"));
        } else if (trnm.equals(LOGIN)) {
            logIn(message.text("token"));
        } else if (owner == null) {
            session.send(answers.error(trnm, "100013", UNFILLED));
        } else {
            loggedIn(trnm, message);
        }
    }

    private void loggedIn(String trnm, SocketMessage message) {
        switch (trnm) {
            // A PING that was not asked for is harmless, and answering it would make two echoes talk forever.
            case PING -> echoed = pings;
            case REGISTER, REMOVE -> {
                if (domestic) {
                    registration(trnm, message);
                } else {
                    session.send(answers.notProvided(trnm));
                }
            }
            default -> session.send(NOT_BUILT.contains(trnm) ? answers.notProvided(trnm)
                : answers.error(trnm, "105108", SocketAnswers.echo(trnm)));
        }
    }

    // -- login -----------------------------------------------------------------------------------------------------------

    private void logIn(String token) {
        if (token.isEmpty()) {
            end(answers.error(LOGIN, "805002"));
            return;
        }
        Optional<LiveToken> live = house.tokens().find(Broker.KIWOOM, token);
        if (live.isEmpty()) {
            end(answers.loginFailed("8005"));
        } else if (!KiwoomSocket.admits(session, live.get().owner().environment())) {
            end(answers.loginFailed("8031"));
        } else if (owner != null && owner.keyId() != live.get().owner().keyId()) {
            // Doubt: what a second LOGIN on one session does is not known. The same key may repeat it, another is refused.
            end(answers.loginFailed("8005"));
        } else {
            boolean first = owner == null;
            owner = live.get().owner();
            session.send(SocketAnswers.loggedIn());
            if (first) {
                loginDeadline.cancel(false);
                house.loggedIn(owner.keyId(), this);
                nextPing = session.after(settings.firstPingMs(), this::ping);
            }
        }
    }

    /** Another session has logged in with the same key. */
    void replaced() {
        session.execute(() -> endWith("R10001"));
    }

    // -- heartbeat ---------------------------------------------------------------------------------------------------------

    private void ping() {
        if (over) {
            return;
        }
        long number = ++pings;
        session.send(SocketAnswers.ping());
        nextPing = session.after(settings.pingMs(), this::ping);
        session.after(settings.echoMs(), () -> {
            if (echoed < number) {
                endWith("R10002");
            }
        });
    }

    // -- registrations -----------------------------------------------------------------------------------------------------

    private void registration(String trnm, SocketMessage message) {
        String group = message.text("grp_no");
        if (group.isEmpty()) {
            session.send(answers.error(trnm, "100002", "grp_no"));
            return;
        }
        boolean all = trnm.equals(REMOVE) && !message.hasData();
        if (!all && !message.hasData()) {
            session.send(answers.error(trnm, "100002", "data"));
            return;
        }
        Optional<Set<Registrations.Registration>> named = named(message);
        if (named.isEmpty() || group.length() > Registrations.LONGEST_GROUP) {
            session.send(answers.error(trnm, "105111"));
            return;
        }
        if (trnm.equals(REGISTER)) {
            register(group, named.get(), !message.text("refresh").equals(KEEP_NOTHING));
            return;
        }
        if (all) {
            registrations.remove(group);
        } else {
            registrations.remove(group, named.get());
        }
        listen();
        session.send(SocketAnswers.ok(trnm));
    }

    private void register(String group, Set<Registrations.Registration> wanted, boolean keep) {
        switch (registrations.register(group, wanted, keep)) {
            case TOO_MANY_IN_GROUP -> session.send(answers.error(REGISTER, "105118", Registrations.ITEMS_PER_GROUP));
            case TOO_MANY_IN_SESSION -> session.send(answers.error(REGISTER, "105115", Registrations.ITEMS_PER_SESSION));
            case DONE -> {
                session.send(SocketAnswers.ok(REGISTER));
                listen();
            }
        }
    }

    /**
     * Every item with every type. Empty where something has the wrong form. Doubt: the number for a type that does not exist is
     * not known; it is answered like one of the wrong form.
     */
    private static Optional<Set<Registrations.Registration>> named(SocketMessage message) {
        var named = new LinkedHashSet<Registrations.Registration>();
        if (!message.wellFormed()) {
            return Optional.empty();
        }
        for (SocketMessage.Entry entry : message.data()) {
            for (String code : entry.types()) {
                Optional<RealType> type = RealType.ofCode(code);
                if (type.isEmpty()) {
                    return Optional.empty();
                }
                if (entry.items().isEmpty() || type.get().ofAccount()) {
                    named.add(new Registrations.Registration(type.get(), ""));
                    continue;
                }
                for (String item : entry.items()) {
                    if (item.length() > Registrations.LONGEST_ITEM) {
                        return Optional.empty();
                    }
                    named.add(new Registrations.Registration(type.get(), item));
                }
            }
        }
        return Optional.of(named);
    }

    /** Listens to what is registered now, and to nothing else. */
    private void listen() {
        Set<Subject> now = over ? Set.of() : registrations.subjects(owner.accountId(), owner.goldAccountId());
        for (Subject subject : subjects) {
            if (!now.contains(subject)) {
                house.subjects().remove(subject, session);
            }
        }
        var before = new HashSet<>(subjects);
        subjects = now;
        for (Subject subject : now) {
            if (!before.contains(subject)) {
                house.subjects().add(subject, session);
            }
        }
    }

    // -- the end -----------------------------------------------------------------------------------------------------------

    /** Notices of its account were lost: a client that is told nothing would take the silence for no news. */
    void noticesLost() {
        session.execute(() -> {
            if (subjects.stream().anyMatch(subject -> subject.type().ofAccount())) {
                session.close(SocketSession.FAILED, "notices lost");
            }
        });
    }

    /** The brokerage behind it is gone. */
    void houseClosed() {
        session.execute(() -> session.close(SocketSession.GOING_AWAY, ""));
    }

    private void endWith(String systemCode) {
        if (!over) {
            end(answers.system(systemCode));
        }
    }

    private void end(Frame last) {
        session.send(last);
        over = true;
        session.close(SocketSession.NORMAL, SocketAnswers.GOODBYE);
    }

    @Override
    public void closed() {
        over = true;
        loginDeadline.cancel(false);
        if (nextPing != null) {
            nextPing.cancel(false);
        }
        listen();
        house.left(owner == null ? -1 : owner.keyId(), this);
    }
}
