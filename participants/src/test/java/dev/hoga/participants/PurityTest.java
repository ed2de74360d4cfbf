package dev.hoga.participants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.PureRoom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Participants are as pure as the core, and see no more of it than their desk. Source: package-info. */
class PurityTest {
    private static final PureRoom ROOM = new PureRoom(SimulatedMarket.class);

    @Test
    void dependsOnLittleOfJavaAndOnTheCore() {
        var classes = ROOM.classesOfIt();
        assertTrue(classes.contain(SimulatedMarket.class) && !classes.contain(PurityTest.class));
        ROOM.dependsOnLittleOfJavaAnd("dev.hoga.core");
    }

    @Test
    void seesNoClientsAccount() {
        noClasses().should().dependOnClassesThat().areAssignableTo(BrokerageView.class).check(ROOM.classesOfIt());
    }

    @Test
    void usesNothingThatIsRandomTimedThreadedHashedOrToldToTheWorld() {
        ROOM.usesNothingThatIsRandomTimedThreadedOrToldToTheWorld();
        ROOM.keepsNothingInTheOpen();
        for (Class<?> table : List.of(Map.class, Set.class)) {
            noClasses().should().dependOnClassesThat().areAssignableTo(table).check(ROOM.classesOfIt());
        }
    }

    @Test
    void computesWithoutFloatingPoint() {
        ROOM.namesNoFloatingPointType();
        ROOM.computesWithoutFloatingPoint(80);
    }
}
