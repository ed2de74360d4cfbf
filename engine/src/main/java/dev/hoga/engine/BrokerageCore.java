package dev.hoga.engine;

import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CoreListener;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.participants.SimulatedMarket;

/** The brokerage and its simulated market as a hosted core. */
record BrokerageCore(Brokerage brokerage) implements HostedCore {

    static final Factory FACTORY = new Factory() {
        @Override
        public HostedCore fresh(CoreListener listener) {
            return new BrokerageCore(new Brokerage(listener, SimulatedMarket::new));
        }

        @Override
        public HostedCore restored(CoreListener listener, StateReader reader) {
            long format = reader.getLong();
            if (format != Brokerage.STATE_FORMAT) {
                throw new IllegalStateException("the snapshot's state has format " + format + ", this release reads "
                    + Brokerage.STATE_FORMAT);
            }
            return new BrokerageCore(new Brokerage(listener, SimulatedMarket::new, reader));
        }
    };

    @Override
    public CoreCommands commands() {
        return brokerage;
    }

    @Override
    public BrokerageView view() {
        return brokerage.view();
    }

    @Override
    public void write(StateWriter writer) {
        writer.putLong(Brokerage.STATE_FORMAT);
        brokerage.write(writer);
    }

    @Override
    public long untoldWork() {
        return brokerage.participantsWork();
    }

    @Override
    public long stateHash() {
        return brokerage.stateHash();
    }
}
