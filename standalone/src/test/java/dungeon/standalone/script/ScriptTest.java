package dungeon.standalone.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./dungeon} in a made-up project, with a made-up Java and Maven, called from another folder. */
class ScriptTest {
    private static final List<String> TOOLS =
            List.of("sh", "dirname", "basename", "sed", "find", "head", "cat", "mkdir", "mv", "awk", "rm", "touch");

    private record Result(int exitCode, String output) {}

    @TempDir
    Path temporary;

    private Path project;
    private Path tools;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project with spaces"));
        Files.copy(Path.of("..", "dungeon"), project.resolve("dungeon"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("standalone/src/main/java"));
        Files.writeString(project.resolve("pom.xml"), "");
        Files.writeString(project.resolve("standalone/pom.xml"), "");
        Files.createDirectories(project.resolve("players/java/src/main/java"));
        Files.writeString(project.resolve("players/java/pom.xml"), "");
        Files.createDirectories(project.resolve("connectors/history/src/main/java"));
        Files.writeString(project.resolve("connectors/history/pom.xml"), "");
        Files.writeString(project.resolve("standalone/src/main/java/A.java"), "");
        Files.createDirectories(project.resolve("web/dist"));
        Files.createDirectories(project.resolve("k8s/observability/rules"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : TOOLS) {
            install(tool, "exec %s \"$@\"".formatted(find(tool)));
        }
        installJava("openjdk version \"17.0.1\" 2021-10-19");
        installMaven("Apache Maven 3.8.7", "mkdir -p $7/target; echo library.jar > $7/target/class-path.txt");
    }

    @Test
    void saysThatThereIsNoJdk() throws Exception {
        Files.delete(tools.resolve("javac"));
        assertThat(run("play"))
                .isEqualTo(
                        new Result(
                                1,
                                "The dungeon needs a JDK 17 or newer, and there is no javac; install one, or set JAVA_HOME.\n"));
    }

    @Test
    void saysThatTheJdkIsTooOld() throws Exception {
        installJava("openjdk version \"11.0.2\" 2019-01-15");
        assertThat(run("play"))
                .isEqualTo(
                        new Result(
                                1,
                                "The dungeon needs a JDK 17 or newer, and java is version 11; install one, or set JAVA_HOME.\n"));
    }

    @Test
    void readsTheVersionOfAJavaThatSaysMore() throws Exception {
        installJava("Picked up JAVA_TOOL_OPTIONS: -Dname=\"value\"'; echo 'openjdk version \"21\" 2023-09-19");
        assertThat(run("play").exitCode()).isEqualTo(7);
    }

    @Test
    void saysThatThereIsNoMaven() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertThat(run("play"))
                .isEqualTo(new Result(
                        1, "The dungeon is built with Maven 3.8 or newer, and there is no mvn; install it.\n"));
    }

    @Test
    void saysThatMavenIsTooOld() throws Exception {
        installMaven("Apache Maven 3.6.3", "exit 1");
        assertThat(run("play"))
                .isEqualTo(
                        new Result(
                                1,
                                "The dungeon is built with Maven 3.8 or newer, and mvn is version 3.6; install a newer one.\n"));
    }

    @Test
    void buildsOnceAndHandsOver() throws Exception {
        Result first = run("play", "--map", "my map");
        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(first.output())
                .startsWith("Building;")
                .contains("[-Ddungeon.data=%s/.dungeon]".formatted(real(project)))
                .contains("[%s/standalone/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.standalone.Main] [play] [--map] [my map]\n");
        assertThat(run("play").output()).doesNotContain("Building");
    }

    @Test
    void givesProofsBenchmarkAndHistoryClassPathsOfTheirOwn() throws Exception {
        for (String command : List.of("simulate", "audit", "chaos", "siege", "fuzz", "trial")) {
            assertThat(run(command).output())
                    .contains("[%s/verification/target/classes:library.jar]".formatted(real(project)))
                    .endsWith("[dungeon.verification.cli.VerificationMain] [%s]\n".formatted(command));
        }
        assertThat(run("up", "--worker-port", "1").output())
                .contains("[%s/connectors/history/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.history.local.HistoryMain] [up] [--worker-port] [1]\n");
        assertThat(run("up", "--without-history").output())
                .contains("[%s/standalone/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.standalone.Main] [up] [--without-history]\n");
        assertThat(run("bench").output())
                .contains("[%s/benchmarks/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.benchmarks.BenchmarksMain] [bench]\n");
    }

    @Test
    void startsAServiceAlone() throws Exception {
        Path distribution = Files.createDirectories(project.resolve("k8s/distribution"));
        Files.copy(
                Path.of("..", "k8s", "distribution", "service.sh"),
                distribution.resolve("service.sh"),
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(run("service", "topology", "--log.format=json", "a b").output())
                .contains("[@%s/k8s/distribution/jvm.options]".formatted(real(project)))
                .contains("[%s/standalone/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.app.TopologyMain] [--log.format=json] [a b]\n");
        assertThat(run("service", "history").output())
                .contains("[%s/connectors/history/target/classes:library.jar]".formatted(real(project)))
                .endsWith("[dungeon.history.service.HistoryServiceMain]\n");
        assertThat(run("service", "kitchen"))
                .isEqualTo(
                        new Result(
                                2,
                                "There is no service 'kitchen'; there are topology, ingest, queries, history, analytics, state-topics and bots.\n"));
        assertThat(run("service").exitCode()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenTheLibraryForPlayersHasChanged() throws Exception {
        run("play");
        Path source = project.resolve("players/java/src/main/java/A.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("play").output()).startsWith("Building;");
    }

    @Test
    void buildsAgainWhenAConnectorHasChanged() throws Exception {
        run("up");
        Path source = project.resolve("connectors/history/src/main/java/A.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("up").output()).startsWith("Building;");
    }

    @Test
    void buildsAgainWhenThePageHasChanged() throws Exception {
        run("play");
        Path page = project.resolve("web/dist/index.html");
        Files.writeString(page, "");
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("play").output()).startsWith("Building;");
    }

    @Test
    void savesCompilingInAMatchOnly() throws Exception {
        assertThat(run("play").output()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(run("up").output()).doesNotContain("-XX:TieredStopAtLevel");
    }

    @Test
    void compilesToTheLastDegreeWhatIsEncrypted() throws Exception {
        assertThat(run("siege").output()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(run("siege", "--minutes", "1", "--secure").output()).doesNotContain("-XX:TieredStopAtLevel");
    }

    @Test
    void buildsAgainWhenSomethingHasChanged() throws Exception {
        run("play");
        Path source = project.resolve("standalone/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("play").output()).startsWith("Building;");
    }

    @Test
    void buildsAgainWhenTheProjectWasMoved() throws Exception {
        run("play");
        project = Files.move(project, temporary.resolve("elsewhere"));
        assertThat(run("play").output()).startsWith("Building;");
    }

    @Test
    void stopsWhenTheBuildFails() throws Exception {
        installMaven("Apache Maven 3.9.9", "echo '[INFO] Building schemas 1 [2/6]'; echo '[ERROR] broken'; exit 1");
        assertThat(run("play")).isEqualTo(new Result(1, """
                        Building; the first time, Maven downloads what it needs, which takes a few minutes.
                          schemas [2/6]
                        [ERROR] broken
                        The build failed; run mvn -DskipTests package for all of its output.
                        """));
    }

    @Test
    void runsTheQuickTestsBeforeTheOthers() throws Exception {
        installMaven("Apache Maven 3.8.7", "echo \"$@\"");
        String quickAndBroker = """
                        -B --no-transfer-progress -Pcoverage test
                        -B --no-transfer-progress -Dspotless.check.skip -Dincluded.groups=broker -Dexcluded.groups=slow,long test
                        """;
        String slow = """
                        -B --no-transfer-progress -Dspotless.check.skip -Dincluded.groups=slow -Dexcluded.groups=long \
                        -Pbrowser -DargLine=-XX:+UseSerialGC test
                        """;
        assertThat(run("test")).isEqualTo(new Result(0, quickAndBroker));
        assertThat(run("test", "--slow")).isEqualTo(new Result(0, quickAndBroker + slow));
    }

    @Test
    void runsTheLongTestsAlone() throws Exception {
        installMaven("Apache Maven 3.8.7", "echo \"$@\"");
        assertThat(run("test", "--long")).isEqualTo(new Result(0, """
                        -B --no-transfer-progress -Dspotless.check.skip -Dincluded.groups=long -Dexcluded.groups= test
                        """));
    }

    @Test
    void stopsAfterQuickTestsThatFail() throws Exception {
        installMaven("Apache Maven 3.8.7", "echo tests failed; exit 3");
        assertThat(run("test")).isEqualTo(new Result(3, "tests failed\n"));
    }

    @Test
    void refusesAnUnknownOptionOfTest() throws Exception {
        assertThat(run("test", "--quick"))
                .isEqualTo(new Result(1, "dungeon test knows two options, --slow and --long, and not --quick.\n"));
    }

    private void installJava(String version) throws IOException {
        install("java", """
                if [ "$1" = -version ]; then { echo '%s'; } >&2; exit; fi
                for argument in "$@"; do line="${line-}${line:+ }[$argument]"; done
                echo "$line"
                exit 7
                """.formatted(version));
        install("javac", "");
    }

    /** Maven that runs in the project's folder, as the script's -f would have it. */
    private void installMaven(String version, String build) throws IOException {
        install("mvn", """
                if [ "$1" = --version ]; then echo '%s'; exit; fi
                case $3 in */pom.xml) cd "${3%%/pom.xml}";; esac
                %s
                """.formatted(version, build));
    }

    private void install(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!%s\n%s".formatted(find("sh"), script));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("dungeon").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }

    private static Path real(Path path) throws IOException {
        return path.toRealPath();
    }

    private static Path find(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
