package dungeon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dungeon.platform.core.state.Tables;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.AggregateTimers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class ArchitectureTest {
    static {
        // Names say enough, and reading half of the JDK takes ten times as long.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses WRITTEN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon");

    /**
     * What must not be, and a class among the tests that does it all the same: a rule that nothing can break would prove nothing.
     *
     * @param offenders the class, and whatever else it takes to break the rule
     */
    private record Boundary(String name, ArchRule rule, List<Class<?>> offenders) {
        private Boundary(String name, ArchRule rule, Class<?>... offenders) {
            this(name, rule, List.of(offenders));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Boundary> boundaries() {
        return List.of(
                new Boundary(
                        "what events do is not asked of the rules",
                        noClasses()
                                .that(resideInAPackage("..evolve.."))
                                .should()
                                .dependOnClassesThat(resideInAPackage("..decide..")),
                        dungeon.robots.evolve.AsksTheRules.class),
                new Boundary(
                        "events change the lobby without its rules",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Evolution")
                                .should()
                                .dependOnClassesThat()
                                .haveSimpleNameEndingWith("Decider")
                                .orShould()
                                .dependOnClassesThat()
                                .haveSimpleNameEndingWith("Admission"),
                        dungeon.lobby.AskingEvolution.class),
                new Boundary(
                        "rules change nothing but by events",
                        noClasses()
                                .that(resideInAPackage("..decide.."))
                                .should()
                                .dependOnClassesThat(resideInAPackage("..evolve..")),
                        dungeon.robots.decide.FoldsByItself.class),
                new Boundary(
                        "the rules of the lobby change nothing but by events",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Decider")
                                .should()
                                .dependOnClassesThat()
                                .haveSimpleNameEndingWith("Evolution"),
                        dungeon.lobby.FoldingDecider.class),
                new Boundary(
                        "the platform knows no game",
                        noClasses()
                                .that(resideInAPackage("dungeon.platform.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "dungeon.robots..",
                                        "dungeon.lobby..",
                                        "dungeon.identity..",
                                        "dungeon.tictactoe..",
                                        "dungeon.app..",
                                        "dungeon.schemas",
                                        "dungeon.schemas.tictactoe..",
                                        "dungeon.schemas.state..",
                                        "dungeon.schemas.json..",
                                        "dungeon.schemas.maps..")),
                        dungeon.platform.core.KnowsAGame.class),
                new Boundary(
                        "the robots' game knows neither the lobby nor another game",
                        noClasses()
                                .that(resideInAPackage("dungeon.robots.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("dungeon.lobby..", "dungeon.tictactoe..")),
                        dungeon.robots.KnowsTheLobby.class),
                new Boundary(
                        "the lobby knows no game",
                        noClasses()
                                .that(resideInAPackage("dungeon.lobby.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("dungeon.robots..", "dungeon.tictactoe..")),
                        dungeon.lobby.KnowsTheRobots.class),
                new Boundary(
                        "tic-tac-toe knows neither the robots' game nor the lobby",
                        noClasses()
                                .that(resideInAPackage("dungeon.tictactoe.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("dungeon.robots..", "dungeon.lobby..")),
                        dungeon.tictactoe.KnowsTheLobby.class),
                new Boundary(
                        "who somebody is depends on no game and not on the lobby",
                        noClasses()
                                .that(resideInAPackage("dungeon.identity.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("dungeon.robots..", "dungeon.lobby..")),
                        dungeon.identity.KnowsTheLobby.class),
                new Boundary(
                        "the core and the contexts know no Kafka",
                        noClasses()
                                .that(resideInAnyPackage(
                                        "dungeon.platform.envelope..",
                                        "dungeon.platform.core..",
                                        "dungeon.robots..",
                                        "dungeon.lobby..",
                                        "dungeon.tictactoe..",
                                        "dungeon.identity.."))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("org.apache.kafka..", "dungeon.platform.streams..")),
                        dungeon.platform.core.KnowsKafka.class),
                new Boundary(
                        "nothing knows which application it is in",
                        noClasses()
                                .that(resideInAnyPackage(
                                        "dungeon.platform..",
                                        "dungeon.robots..",
                                        "dungeon.lobby..",
                                        "dungeon.identity..",
                                        "dungeon.tictactoe..",
                                        "dungeon.schemas.."))
                                .should()
                                .dependOnClassesThat(resideInAPackage("dungeon.app..")),
                        dungeon.lobby.KnowsItsApplication.class),
                new Boundary(
                        "packages do not depend on each other in circles",
                        slices().matching("dungeon.(**)").should().beFreeOfCycles(),
                        dungeon.platform.core.timers.KnowsState.class,
                        UnitOfWork.class,
                        Tables.class,
                        AggregateTimers.class));
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void isKept(Boundary boundary) {
        boundary.rule().check(WRITTEN);
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void canBeBroken(Boundary boundary) {
        JavaClasses offenders = new ClassFileImporter().importClasses(boundary.offenders());

        assertThat(boundary.rule().evaluate(offenders).hasViolation()).isTrue();
        assertThat(WRITTEN.that(belongToAnyOf(boundary.offenders().get(0)))).isEmpty();
    }

    @Test
    void allPackagesAreLookedAt() {
        assertThat(Stream.of(
                        "dungeon.platform.envelope",
                        "dungeon.platform.core.timers",
                        "dungeon.platform.streams.admission",
                        "dungeon.robots.decide.map",
                        "dungeon.lobby",
                        "dungeon.app"))
                .allMatch(name -> !WRITTEN.that(resideInAPackage(name)).isEmpty());
    }
}
