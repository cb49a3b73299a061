package dungeon.verification.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dungeon.verification.simulation.RandomGame;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An auditor that shared code with the rules would share their mistakes. */
class IndependenceTest {
    static {
        // Names say enough, and reading half of the JDK takes ten times as long.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final ArchRule ONLY_JAVA_AND_THE_RECORDS_ON_THE_WIRE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("dungeon.schemas"))
                    .or(resideInAPackage("dungeon.verification.audit.."))
                    .or(DescribedPredicate.describe(
                            "primitives",
                            type -> type.isPrimitive()
                                    || (type.isArray()
                                            && type.getBaseComponentType().isPrimitive()))));

    private static final JavaClasses AUDITOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon.verification.audit");

    @Test
    void dependsOnJavaAndTheRecordsOnTheWireOnly() {
        assertThat(AUDITOR.contain(Auditor.class)).isTrue();
        assertThat(AUDITOR.contain(IndependenceTest.class)).isFalse();

        ONLY_JAVA_AND_THE_RECORDS_ON_THE_WIRE.check(AUDITOR);
    }

    @Test
    void knowsNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "clocks and chance",
                        (JavaClass type) -> type.isEquivalentTo(System.class)
                                || type.isEquivalentTo(Clock.class)
                                || type.isEquivalentTo(Random.class)))
                .check(AUDITOR);
    }

    @Test
    void aClassThatUsesTheRulesWouldBeFound() {
        JavaClasses usingTheRules = new ClassFileImporter().importClasses(RandomGame.class);

        assertThat(ONLY_JAVA_AND_THE_RECORDS_ON_THE_WIRE.evaluate(usingTheRules).hasViolation())
                .isTrue();
    }
}
