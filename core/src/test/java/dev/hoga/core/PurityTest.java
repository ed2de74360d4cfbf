package dev.hoga.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The core is pure: it computes with whole numbers, alone, from what it is given. Source: package-info, DESIGN section 1. */
class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.hoga.core");
    private static final Set<String> WALKS = Set.of("keySet", "entrySet", "values", "forEach", "keyIterator", "valueIterator",
        "entryIterator", "iterator", "stream", "spliterator", "forEachLong", "longForEach", "intForEach");

    @Test
    void importsTheWholeCore() {
        assertTrue(CORE.contain(Brokerage.class) && CORE.contain(OrderBook.class) && !CORE.contain(PurityTest.class));
    }

    @Test
    void dependsOnLittleOfJavaAndOnTheCollectionsOfAgrona() {
        var allowed = DescribedPredicate.<JavaClass>describe("the core, java.lang, java.util, java.util.function, collections",
            type -> Set.of("dev.hoga.core", "java.lang", "java.util", "java.util.function", "java.lang.runtime",
                "java.lang.invoke", "org.agrona.collections").contains(type.getBaseComponentType().getPackageName())
                || type.getBaseComponentType().isPrimitive());
        classes().should().onlyDependOnClassesThat(allowed).check(CORE);
    }

    @Test
    void usesNothingThatIsRandomTimedThreadedOrToldToTheWorld() {
        for (Class<?> type : List.of(Random.class, UUID.class, SplittableRandom.class,
            Timer.class, Date.class, Calendar.class, Thread.class, ThreadLocal.class,
            Runtime.class, Process.class, ProcessBuilder.class, Float.class, Double.class, StrictMath.class)) {
            noClasses().should().dependOnClassesThat().areAssignableTo(type).check(CORE);
        }
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("java.lang.System, but for arraycopy",
            access -> access.getTargetOwner().isEquivalentTo(System.class) && !access.getName().equals("arraycopy"))).check(CORE);
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("monitors, identity hashes and Math.random",
            access -> Set.of("wait", "notify", "notifyAll", "identityHashCode", "random").contains(access.getName())
                && access.getTargetOwner().getPackageName().equals("java.lang"))).check(CORE);
    }

    @Test
    void walksNoHashTable() {
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("iterates a hash table", PurityTest::walksAHashTable))
            .check(CORE);
    }

    private static boolean walksAHashTable(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean table = owner.isAssignableTo(Map.class) || owner.isAssignableTo(Collection.class)
            || owner.isAssignableTo(Iterable.class) || owner.getPackageName().equals("org.agrona.collections");
        return table && WALKS.contains(access.getName());
    }

    @Test
    void keepsNothingInTheOpen() {
        noFields().that().areStatic().should().notBeFinal().check(CORE);
        noFields().should().haveModifier(JavaModifier.VOLATILE).check(CORE);
        noCodeUnits().should().haveModifier(JavaModifier.SYNCHRONIZED).check(CORE);
    }

    @Test
    void namesNoFloatingPointType() {
        var floating = DescribedPredicate.<JavaClass>describe("float or double",
            type -> Set.of("float", "double").contains(type.getBaseComponentType().getName()));
        noFields().should().haveRawType(floating).check(CORE);
        noCodeUnits().should().haveRawReturnType(floating).check(CORE);
        List<String> takers = CORE.stream().flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getRawParameterTypes().stream().anyMatch(floating)).map(JavaCodeUnit::getFullName).toList();
        assertEquals(List.of(), takers);
    }

    /** What ArchUnit does not see: local variables, constants and arithmetic inside methods. */
    @Test
    void computesWithoutFloatingPoint() throws IOException, URISyntaxException {
        var found = new ArrayList<String>();
        int methods = 0;
        for (Path file : classFiles(Brokerage.class)) {
            ClassModel type = ClassFile.of().parse(file);
            for (var entry : type.constantPool()) {
                if (entry instanceof FloatEntry || entry instanceof DoubleEntry) {
                    found.add(file.getFileName() + ": constant " + entry);
                }
            }
            for (var method : type.methods()) {
                methods++;
                method.code().ifPresent(code -> code.forEach(element -> {
                    if (isFloating(element)) {
                        found.add(file.getFileName() + "." + method.methodName() + ": " + element);
                    }
                }));
            }
        }
        assertTrue(methods > 300, "only " + methods + " methods were read");
        assertEquals(List.of(), found);
    }

    @Test
    void wouldNoticeFloatingPoint() throws IOException, URISyntaxException {
        Path file = classFiles(PurityTest.class).stream().filter(path -> path.endsWith("PurityTest$Impure.class")).findFirst()
            .orElseThrow();
        long floating = ClassFile.of().parse(file).methods().stream().flatMap(method -> method.code().stream())
            .flatMap(code -> code.elementStream()).filter(PurityTest::isFloating).count();
        assertTrue(floating >= 5, "only " + floating);
    }

    /** What the core must never hold. */
    static final class Impure {
        static long half(long amount) {
            double rate = 0.5;
            return (long) (amount * rate);
        }
    }

    private static boolean isFloating(CodeElement element) {
        return switch (element) {
            case LoadInstruction load -> isFloating(load.typeKind());
            case StoreInstruction store -> isFloating(store.typeKind());
            case ArrayLoadInstruction load -> isFloating(load.typeKind());
            case ArrayStoreInstruction store -> isFloating(store.typeKind());
            case NewPrimitiveArrayInstruction array -> isFloating(array.typeKind());
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ConvertInstruction convert -> isFloating(convert.fromType()) || isFloating(convert.toType());
            case ReturnInstruction result -> isFloating(result.typeKind());
            default -> false;
        };
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }

    private static List<Path> classFiles(Class<?> one) throws IOException, URISyntaxException {
        Path root = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
