package dev.hoga.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
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
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;

/** What holds for every pure room, the core and what runs in its time: whole numbers, alone, from what is given. */
public final class PureRoom {
    private static final Set<String> LANGUAGE = Set.of("java.lang", "java.util", "java.util.function", "java.lang.runtime",
        "java.lang.invoke");

    private final Class<?> one;
    private final JavaClasses room;

    /** @param one a class of the room, whose package is the room */
    public PureRoom(Class<?> one) {
        this.one = one;
        room = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(one.getPackageName());
    }

    /** Its classes without its tests. */
    public JavaClasses classesOfIt() {
        return room;
    }

    /** @param others packages beside its own and the language's */
    public void dependsOnLittleOfJavaAnd(String... others) {
        Set<String> more = Set.of(others);
        var allowed = DescribedPredicate.<JavaClass>describe("this room, a little of Java and " + more, type -> {
            String from = type.getBaseComponentType().getPackageName();
            return type.getBaseComponentType().isPrimitive() || from.equals(one.getPackageName()) || LANGUAGE.contains(from)
                || more.contains(from);
        });
        classes().should().onlyDependOnClassesThat(allowed).check(room);
    }

    public void usesNothingThatIsRandomTimedThreadedOrToldToTheWorld() {
        for (Class<?> type : List.of(Random.class, UUID.class, SplittableRandom.class, Timer.class, Date.class, Calendar.class,
            Thread.class, ThreadLocal.class, Runtime.class, Process.class, ProcessBuilder.class, Float.class, Double.class,
            StrictMath.class)) {
            noClasses().should().dependOnClassesThat().areAssignableTo(type).check(room);
        }
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("java.lang.System, but for arraycopy",
            access -> access.getTargetOwner().isEquivalentTo(System.class) && !access.getName().equals("arraycopy"))).check(room);
        noClasses().should().accessTargetWhere(DescribedPredicate.describe("monitors, identity hashes and Math.random",
            access -> Set.of("wait", "notify", "notifyAll", "identityHashCode", "random").contains(access.getName())
                && access.getTargetOwner().getPackageName().equals("java.lang"))).check(room);
    }

    public void keepsNothingInTheOpen() {
        noFields().that().areStatic().should().notBeFinal().check(room);
        noFields().should().haveModifier(JavaModifier.VOLATILE).check(room);
        noCodeUnits().should().haveModifier(JavaModifier.SYNCHRONIZED).check(room);
    }

    public void namesNoFloatingPointType() {
        var floating = DescribedPredicate.<JavaClass>describe("float or double",
            type -> Set.of("float", "double").contains(type.getBaseComponentType().getName()));
        noFields().should().haveRawType(floating).check(room);
        noCodeUnits().should().haveRawReturnType(floating).check(room);
        List<String> takers = room.stream().flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getRawParameterTypes().stream().anyMatch(floating)).map(JavaCodeUnit::getFullName).toList();
        assertEquals(List.of(), takers);
    }

    /**
     * What ArchUnit does not see: local variables, constants and arithmetic inside methods.
     *
     * @param fewestMethods how many have to be read for this to mean something
     */
    public void computesWithoutFloatingPoint(int fewestMethods) {
        var found = new ArrayList<String>();
        int methods = 0;
        for (Path file : classFiles(one)) {
            ClassModel type = parse(file);
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
        assertTrue(methods >= fewestMethods, "only " + methods + " methods were read");
        assertEquals(List.of(), found);
    }

    /** How often a class computes with floating point. */
    static long floatingPointOf(Class<?> type) {
        String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        Path file = classFiles(type).stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        return parse(file).methods().stream().flatMap(method -> method.code().stream()).flatMap(code -> code.elementStream())
            .filter(PureRoom::isFloating).count();
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

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> classFiles(Class<?> beside) {
        try (var files = Files.walk(Path.of(beside.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
