package dungeon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.topics.Envelopes;
import dungeon.schemas.topics.FieldBounds;
import dungeon.schemas.topics.FieldFault;
import dungeon.schemas.topics.GameCommandForm;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.IdentitySubjects;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.RoomPlanForm;
import dungeon.schemas.topics.SearchForm;
import dungeon.schemas.topics.TicTacToeEnvelopes;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The core and the contexts know nothing of Kafka, clocks or chance, and hold no state outside of the records that they are given.
 */
class PurityTest {
    static {
        // Names say enough, and reading half of the JDK takes ten times as long.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    /** All that decisions are made of. */
    private static final String[] PURE = {
        "dungeon.platform.envelope",
        "dungeon.platform.core",
        "dungeon.platform.core.state",
        "dungeon.platform.core.timers",
        "dungeon.robots",
        "dungeon.robots.state",
        "dungeon.robots.evolve",
        "dungeon.robots.decide",
        "dungeon.robots.decide.map",
        "dungeon.lobby",
        "dungeon.identity",
        "dungeon.tictactoe",
        "dungeon.tictactoe.state",
        "dungeon.tictactoe.evolve",
        "dungeon.tictactoe.decide",
    };

    /** The formats of the envelopes, the keys and the fields stand beside the topics, of which nothing else is known. */
    private static final Class<?>[] FORMATS = {
        Envelopes.class,
        FieldBounds.class,
        GameCommandForm.class,
        FieldFault.class,
        GivenNames.class,
        IdentitySubjects.class,
        LobbySubjects.class,
        RoomPlanForm.class,
        SearchForm.class,
        TicTacToeEnvelopes.class
    };

    private static final JavaClasses WRITTEN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon")
            .that(resideInAnyPackage(PURE).or(belongToAnyOf(FORMATS)))
            .that(not(DescribedPredicate.describe("generated from a schema", PurityTest::isGenerated)));

    /** Methods of classes that are else allowed, whose answer is another the next time or on the next machine. */
    private static final Set<String> FICKLE_METHODS = Set.of(
            "now",
            "random",
            "randomUUID",
            "shuffle",
            "parallel",
            "parallelStream",
            "identityHashCode",
            "getDefault",
            "defaultCharset",
            "wait",
            "notifyAll");

    private static final ArchRule ONLY_KNOWN_PACKAGES = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dungeon.schemas",
                            "dungeon.schemas.identity",
                            "dungeon.schemas.state",
                            "dungeon.schemas.tictactoe",
                            "org.apache.avro.specific",
                            "org.apache.avro.generic",
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.nio",
                            "java.nio.charset",
                            "java.security",
                            "java.time",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream")
                    .or(resideInAnyPackage(PURE))
                    .or(belongToAnyOf(FORMATS))
                    .or(belongToAnyOf(Schema.class, Schema.Field.class))
                    .or(DescribedPredicate.describe("arrays and primitives", PurityTest::isArrayOrPrimitive)));

    private static final ArchRule NO_CLOCK_CHANCE_OR_THREAD = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(
                            Clock.class,
                            Random.class,
                            System.class,
                            Thread.class,
                            ThreadLocal.class,
                            Runtime.class,
                            Process.class,
                            ProcessBuilder.class,
                            java.util.Date.class,
                            java.util.Calendar.class,
                            java.util.Timer.class,
                            java.util.Scanner.class,
                            java.security.SecureRandom.class)
                    .or(resideInAPackage("java.util.concurrent.."))
                    .or(resideInAPackage("java.util.random..")));

    private static final ArchRule NO_FICKLE_METHODS = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "the answer is another the next time",
                    (JavaAccess<?> access) ->
                            FICKLE_METHODS.contains(access.getTarget().getName())));

    private static final List<ArchRule> ALL =
            List.of(ONLY_KNOWN_PACKAGES, NO_CLOCK_CHANCE_OR_THREAD, NO_FICKLE_METHODS);

    @Test
    void theCoreAndTheContextsArePure() {
        assertThat(WRITTEN).hasSizeGreaterThan(100);
        assertThat(WRITTEN.contain(Progress.class)).isFalse();
        assertThat(WRITTEN.contain(PurityTest.class)).isFalse();
        for (String pure : PURE) {
            assertThat(WRITTEN.that(resideInAPackage(pure))).as(pure).isNotEmpty();
        }

        ALL.forEach(rule -> rule.check(WRITTEN));
    }

    /** A package that is added to a context or to the core is to be looked at too. */
    @Test
    void noPackageOfTheCoreOrOfAContextIsLeftOut() {
        assertThat(new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages(
                                        "dungeon.platform.envelope",
                                        "dungeon.platform.core",
                                        "dungeon.robots",
                                        "dungeon.lobby",
                                        "dungeon.identity",
                                        "dungeon.tictactoe")
                                .stream()
                                .map(JavaClass::getPackageName)
                                .collect(Collectors.toSet()))
                .isEqualTo(Set.of(PURE));
    }

    @Test
    void theyKeepNoStateInStaticFields() {
        fields().that().areStatic().should().beFinal().check(WRITTEN);
    }

    static Stream<Class<?>> impure() {
        return Stream.of(Impure.class.getDeclaredClasses());
    }

    /** A rule that nothing can break would prove nothing. */
    @ParameterizedTest
    @MethodSource
    void impure(Class<?> impure) {
        JavaClasses classes = new ClassFileImporter().importClasses(impure);

        assertThat(ALL).anyMatch(rule -> rule.evaluate(classes).hasViolation());
    }

    private static boolean isGenerated(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.tryGetField("SCHEMA$").isPresent();
    }

    private static boolean isArrayOrPrimitive(JavaClass type) {
        return type.isPrimitive()
                || (type.isArray() && type.getBaseComponentType().isPrimitive());
    }

    /** What the rules must not do, one thing in each class. */
    @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "ThreadPriorityCheck"})
    private static final class Impure {
        static final class InstantNow {
            Object it = java.time.Instant.now();
        }

        static final class LocalTime {
            Object it = java.time.LocalDate.now();
        }

        static final class AClock {
            Object it = Clock.systemUTC();
        }

        static final class CurrentTimeMillis {
            long it = System.currentTimeMillis();
        }

        static final class NanoTime {
            long it = System.nanoTime();
        }

        static final class ARandom {
            int it = new Random().nextInt();
        }

        static final class ASecureRandom {
            int it = new java.security.SecureRandom().nextInt();
        }

        static final class AThreadLocalRandom {
            int it = java.util.concurrent.ThreadLocalRandom.current().nextInt();
        }

        static final class MathRandom {
            boolean it = Math.random() > 0;
        }

        static final class RandomUuid {
            Object it = java.util.UUID.randomUUID();
        }

        static final class AFile {
            boolean it = new java.io.File("x").exists();
        }

        static final class APath {
            boolean it = java.nio.file.Files.exists(java.nio.file.Path.of("x"));
        }

        static final class AnAddress {
            Object it = java.net.InetAddress.getLoopbackAddress();
        }

        static final class AThread {
            Object it = Thread.currentThread();
        }

        static final class AnExecutor {
            Object it = java.util.concurrent.ForkJoinPool.commonPool();
        }

        static final class AMethodReference {
            java.util.function.Supplier<Object> it = java.time.Instant::now;
        }

        static final class ALogger {
            Object it = org.slf4j.LoggerFactory.getLogger("x");
        }

        static final class Kafka {
            Object it = new org.apache.kafka.common.utils.Bytes(new byte[0]);
        }

        static final class Topology {
            Class<?> it = dungeon.schemas.topics.Topics.class;
        }

        static final class Print {
            void print() {
                System.out.println("x");
            }
        }
    }
}
