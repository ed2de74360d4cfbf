package dev.hoga.participants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hoga.core.BrokerageView;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Participants are as pure as the core, and see no more of it than their desk. Source: package-info. */
class PurityTest {
    private static final JavaClasses ROOM = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.hoga.participants");

    @Test
    void dependsOnLittleOfJavaAndOnTheCore() {
        assertTrue(ROOM.contain(SimulatedMarket.class) && !ROOM.contain(PurityTest.class));
        var allowed = DescribedPredicate.<JavaClass>describe("this room, the core, java.lang, java.util",
            type -> Set.of("dev.hoga.participants", "dev.hoga.core", "java.lang", "java.util", "java.util.function",
                "java.lang.runtime", "java.lang.invoke").contains(type.getBaseComponentType().getPackageName())
                || type.getBaseComponentType().isPrimitive());
        classes().should().onlyDependOnClassesThat(allowed).check(ROOM);
    }

    @Test
    void seesNoClientsAccount() {
        noClasses().should().dependOnClassesThat().areAssignableTo(BrokerageView.class).check(ROOM);
    }

    @Test
    void usesNothingThatIsRandomTimedThreadedHashedOrToldToTheWorld() {
        for (Class<?> type : List.of(Random.class, System.class, Thread.class, ThreadLocal.class, Runtime.class, Map.class, Set.class,
            Float.class, Double.class, StrictMath.class)) {
            noClasses().should().dependOnClassesThat().areAssignableTo(type).check(ROOM);
        }
        noFields().that().areStatic().should().notBeFinal().check(ROOM);
        noFields().should().haveModifier(JavaModifier.VOLATILE).check(ROOM);
    }

    @Test
    void computesWithoutFloatingPoint() throws IOException, URISyntaxException {
        var found = new ArrayList<String>();
        int methods = 0;
        Path root = Path.of(SimulatedMarket.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> classFiles;
        try (var files = Files.walk(root)) {
            classFiles = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classFiles) {
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
        assertTrue(methods > 80, "only " + methods + " methods were read");
        assertEquals(List.of(), found);
    }

    private static boolean isFloating(CodeElement element) {
        return switch (element) {
            case LoadInstruction load -> isFloating(load.typeKind());
            case StoreInstruction store -> isFloating(store.typeKind());
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ConvertInstruction convert -> isFloating(convert.fromType()) || isFloating(convert.toType());
            default -> false;
        };
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }
}
