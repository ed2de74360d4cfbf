package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CoreListener;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A state machine that knows one command, setSpeed, and applies none before it is released; -1 is a defect. */
final class HeldCore implements HostedCore, HostedCore.Factory {
    static final int DEFECT = -1;

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger applied = new AtomicInteger();
    private CoreListener listener;

    void release() {
        released.countDown();
    }

    int applied() {
        return applied.get();
    }

    AeronEngine.Parts parts() {
        return AeronEngine.Parts.of(this);
    }

    @Override
    public HostedCore fresh(CoreListener coreListener) {
        listener = coreListener;
        return this;
    }

    @Override
    public HostedCore restored(CoreListener coreListener, StateReader reader) {
        applied.set((int) reader.getLong());
        return fresh(coreListener);
    }

    @Override
    public CoreCommands commands() {
        return (CoreCommands) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {CoreCommands.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("setSpeed")) {
                    setSpeed((long) arguments[1], (int) arguments[2]);
                }
                return null;
            });
    }

    private void setSpeed(long correlationId, int speed) throws InterruptedException {
        released.await();
        if (speed == DEFECT) {
            throw new IllegalStateException("a defect of the test");
        }
        listener.commandAccepted(correlationId, applied.incrementAndGet());
    }

    @Override
    public BrokerageView view() {
        return (BrokerageView) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BrokerageView.class},
            (proxy, method, arguments) -> Long.MAX_VALUE);
    }

    @Override
    public void write(StateWriter writer) {
        writer.putLong(applied.get());
    }

    @Override
    public long stateHash() {
        return applied.get();
    }
}
