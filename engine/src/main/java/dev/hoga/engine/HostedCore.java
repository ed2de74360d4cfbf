package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.CoreListener;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/** The state machine as the engine sees it. All calls come on one thread. */
interface HostedCore {

    CoreCommands commands();

    BrokerageView view();

    void write(StateWriter writer);

    /** The hash of the state, without time. */
    long stateHash();

    /** How much was done that no event tells of, since this core was made or restored. */
    default long untoldWork() {
        return 0;
    }

    /** Makes cores. */
    interface Factory {
        HostedCore fresh(CoreListener listener);

        /** @throws IllegalStateException where the state is not what {@link #write} wrote */
        HostedCore restored(CoreListener listener, StateReader reader);
    }
}
