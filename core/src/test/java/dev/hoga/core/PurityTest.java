package dev.hoga.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The core is pure: it computes with whole numbers, alone, from what it is given. Source: package-info, DESIGN section 1. */
class PurityTest {
    private static final PureRoom CORE = new PureRoom(Brokerage.class);
    private static final Set<String> WALKS = Set.of("keySet", "entrySet", "values", "forEach", "keyIterator", "valueIterator",
        "entryIterator", "iterator", "stream", "spliterator", "forEachLong", "longForEach", "intForEach");

    @Test
    void importsTheWholeCore() {
        var classes = CORE.classesOfIt();
        assertTrue(classes.contain(Brokerage.class) && classes.contain(OrderBook.class) && !classes.contain(PurityTest.class));
    }

    @Test
    void dependsOnLittleOfJavaAndOnTheCollectionsOfAgrona() {
        CORE.dependsOnLittleOfJavaAnd("org.agrona.collections");
    }

    @Test
    void usesNothingThatIsRandomTimedThreadedOrToldToTheWorld() {
        CORE.usesNothingThatIsRandomTimedThreadedOrToldToTheWorld();
    }

    @Test
    void walksNoHashTable() {
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("iterates a hash table", PurityTest::walksAHashTable))
            .check(CORE.classesOfIt());
    }

    private static boolean walksAHashTable(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean table = owner.isAssignableTo(Map.class) || owner.isAssignableTo(Collection.class)
            || owner.isAssignableTo(Iterable.class) || owner.getPackageName().equals("org.agrona.collections");
        return table && WALKS.contains(access.getName());
    }

    @Test
    void keepsNothingInTheOpen() {
        CORE.keepsNothingInTheOpen();
    }

    @Test
    void computesWithoutFloatingPoint() {
        CORE.namesNoFloatingPointType();
        CORE.computesWithoutFloatingPoint(300);
    }

    @Test
    void wouldNoticeFloatingPoint() {
        long floating = PureRoom.floatingPointOf(Impure.class);
        assertTrue(floating >= 5, "only " + floating);
    }

    /** What the core must never hold. */
    static final class Impure {
        static long half(long amount) {
            double rate = 0.5;
            return (long) (amount * rate);
        }
    }
}
