package dev.ringline.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * The walls inside a service: its root package holds the rules in plain Java, its sub-packages are doors to the outside
 * that do not know each other, and the contracts with other services stay at the Kafka door, whose listeners block.
 */
public final class ArchitectureRules {

    private static final List<String> WIRING = List.of("Application", "Configuration", "Properties");

    private ArchitectureRules() {}

    /** Fails with every offence of the service whose root package this is. */
    public static void check(String rootPackage) {
        check(
                rootPackage,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage));
    }

    static void check(String rootPackage, JavaClasses classes) {
        Stream.of(
                        rootIsPlain(rootPackage),
                        doorsAreApart(rootPackage),
                        contractsStayAtTheDoor(rootPackage),
                        listenersBlock())
                .forEach(rule -> rule.check(classes));
    }

    static ArchRule rootIsPlain(String root) {
        return classes()
                .that(resideInAnyPackage(root, rules(root)).and(isNoWiring()))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root, rules(root), "java..", "org.jspecify..", "org.slf4j..")
                .because("the rules of a service are plain Java");
    }

    static ArchRule doorsAreApart(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(rules(root)))
                .allowEmptyShould(true)
                .because("doors meet in the root package");
    }

    static ArchRule contractsStayAtTheDoor(String root) {
        return noClasses()
                .that(resideOutsideOfPackage(root + ".kafka..").and(isNoConfiguration()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ringline.contracts..")
                .because("a new version of a contract must touch one door only");
    }

    /**
     * A listener that returns before it is done loses a record that fails then, or gets it again without end (Spring Kafka,
     * issues 4465 and 4504); one that takes many at a time forgets how often it tried one of them (issues 4371 and 4545).
     */
    static ArchRule listenersBlock() {
        return methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .haveRawReturnType(void.class)
                .andShould()
                .notHaveRawParameterTypes(describe(
                        "many records",
                        types ->
                                types.stream().anyMatch(type -> type.isAssignableTo(Iterable.class) || type.isArray())))
                .allowEmptyShould(true)
                .because("a record is done, or has failed, when its listener returns");
    }

    /** A service with many rules keeps them in a package of their own; it is no door. */
    private static String rules(String root) {
        return root + ".rules..";
    }

    private static DescribedPredicate<JavaClass> isNoWiring() {
        return describe("are no wiring", type -> WIRING.stream().noneMatch(outermost(type)::endsWith));
    }

    private static DescribedPredicate<JavaClass> isNoConfiguration() {
        return describe("are no configuration", type -> !outermost(type).endsWith("Configuration"));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElseGet(type::getSimpleName);
    }
}
