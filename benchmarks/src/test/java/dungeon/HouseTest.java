package dungeon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of all modules, which this one alone sees: who may know whom, and that none becomes too large to find things in. */
class HouseTest {
    static {
        // Names say enough, and reading half of the JDK takes ten times as long.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final int FILES_OF_A_PACKAGE_MAXIMUM = 25;
    private static final int LINES_OF_A_FILE_MAXIMUM = 400;
    private static final int MODULE_PERCENT_MAXIMUM = 25;

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = modules();

    private static final JavaClasses WRITTEN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon");

    @Test
    void allModulesAreSeen() {
        assertThat(WRITTEN.stream().map(type -> type.getPackageName()))
                .contains(
                        "dungeon.schemas.serde",
                        "dungeon.robots.decide",
                        "dungeon.queries.http",
                        "dungeon.ingest.http",
                        "dungeon.players.game",
                        "dungeon.players.arena",
                        "dungeon.players.host",
                        "dungeon.standalone.machine",
                        "dungeon.verification.audit",
                        "dungeon.benchmarks.http",
                        "dungeon.history.http",
                        "dungeon.connect");
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("dungeon.(**)").should().beFreeOfCycles().check(WRITTEN);
    }

    @Test
    void theOneMachineModeKnowsNeitherProofsNorBenchmark() {
        noClasses()
                .that(resideInAPackage("dungeon.standalone.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dungeon.verification..", "dungeon.benchmarks.."))
                .check(WRITTEN);
    }

    @Test
    void servicesKnowNoPlayers() {
        noClasses()
                .that(resideInAnyPackage(
                        "dungeon.platform..",
                        "dungeon.robots..",
                        "dungeon.lobby..",
                        "dungeon.app..",
                        "dungeon.queries..",
                        "dungeon.ingest.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dungeon.players..", "dungeon.standalone.."))
                .check(WRITTEN);
    }

    @Test
    void whatAPlayerDependsOnKnowsTheRecordsOnTheWireOnly() {
        noClasses()
                .that(resideInAnyPackage(
                        "dungeon.players",
                        "dungeon.players.connection..",
                        "dungeon.players.game..",
                        "dungeon.players.strategies.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dungeon.platform.core..",
                        "dungeon.platform.streams..",
                        "dungeon.robots..",
                        "dungeon.lobby..",
                        "dungeon.app..",
                        "dungeon.queries..",
                        "dungeon.ingest..",
                        "dungeon.standalone.."))
                .check(WRITTEN);
    }

    @Test
    void noPackageHasMoreFilesThanAReaderOverlooks() {
        Map<Path, Long> files = new TreeMap<>();
        sources().forEach(file -> files.merge(ROOT.relativize(file.getParent()), 1L, Long::sum));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((folder, count) ->
                        assertThat(count).as("files of %s", folder).isLessThanOrEqualTo(FILES_OF_A_PACKAGE_MAXIMUM));
    }

    @Test
    void noFileIsLongerThanOneIdea() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file))
                        .as("lines of %s", ROOT.relativize(file))
                        .isLessThanOrEqualTo(LINES_OF_A_FILE_MAXIMUM));
    }

    @Test
    void noModuleHoldsMoreThanAQuarter() {
        Map<String, Long> lines = new TreeMap<>();
        MODULES.forEach(module -> lines.put(
                module, sources(module).stream().mapToLong(HouseTest::lines).sum()));
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        assertThat(lines)
                .allSatisfy((module, count) -> assertThat(count * 100 / all)
                        .as("percent of all lines in %s", module)
                        .isLessThanOrEqualTo(MODULE_PERCENT_MAXIMUM));
    }

    private static List<String> modules() {
        try {
            return Pattern.compile("<module>(.*)</module>")
                    .matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map(module -> module.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() {
        return MODULES.stream().flatMap(module -> sources(module).stream()).toList();
    }

    private static List<Path> sources(String module) {
        Path folder = ROOT.resolve(module).resolve("src/main/java");
        if (!Files.isDirectory(folder)) {
            // A module that only puts others' programs in order has none.
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
