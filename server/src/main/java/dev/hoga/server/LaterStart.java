package dev.hoga.server;

import dev.hoga.engine.Engine;

/** A start on a folder whose clock has run: it goes on where it stopped, and moves forward where it is told to. */
final class LaterStart {
    private final Engine engine;
    private final HogaConfig config;
    private final KrxCalendar calendar;

    LaterStart(Engine engine, HogaConfig config, KrxCalendar calendar) {
        this.engine = engine;
        this.config = config;
        this.calendar = calendar;
    }

    /** @throws StartFailure where {@code --clock} is behind the folder's time */
    void run() {
        config.clock().ifPresent(clock -> {
            long hostTimeMs = engine.hostTimeMs();
            long targetMs = clock.targetMs(hostTimeMs, calendar);
            long folderMs = Answers.await(engine.read(view -> view.marketTimeMs(hostTimeMs)), Answers.COMMAND_TIMEOUT_MS);
            if (targetMs < folderMs) {
                throw new StartFailure("--clock asks for " + ClockStart.format(targetMs) + ", but the folder's time is "
                    + ClockStart.format(folderMs) + " and never goes back; leave --clock out to go on from there, "
                    + "or name another --data");
            }
            ClockCalls.jump(engine, targetMs).value();
        });
        config.market().change(engine);
        config.speed().ifPresent(speed -> Answers.ask(reply -> engine.commands().setSpeed(speed, reply)).value());
    }
}
