package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.Platform;
import dungeon.standalone.DungeonProcess;
import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything is lost but a snapshot of the broker's volume, taken in the middle of a game without asking anybody, the keys and the schemas. It is what
 * an installation has that backs up its volumes; all other state is made anew from it.
 */
@Tag("slow")
@Timeout(600)
class BrokerSnapshotTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What is in a backup; views, stores and bots are not. */
    private static final List<String> BACKED_UP = List.of("broker", "ingest", "registry");

    @TempDir
    Path folder;

    @Test
    void theGameGoesOnFromTheSnapshot() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        String token;
        String gameId;
        List<String> before;
        List<Integer> ports = FreePorts.several(4);
        KeptGames games = new KeptGames(platform(ports));
        try (DungeonProcess up = DungeonProcess.start(folder, ports, "up")) {
            up.awaitOutput("All parts are ready");
            token = games.guest();
            gameId = games.begin(token, 600_000);
            awaitMoreThan(50, games, gameId);
            before = games.events(gameId);

            // Nothing is written while it is copied, as in a snapshot; the registry is a process of its own.
            Child.signal("-STOP", up.pid());
            for (ProcessHandle child : up.children()) {
                Child.signal("-STOP", child.pid());
            }
            for (String part : BACKED_UP) {
                copy(folder.resolve("data").resolve(part), Files.createDirectories(snapshot));
            }
            for (ProcessHandle child : up.children()) {
                // So that it notices that its parent is gone.
                Child.signal("-CONT", child.pid());
            }
            up.kill();
        }

        try (Machine machine = Machine.claim(
                new MachineConfig(folder.resolve("restored"), FreePorts.ofAMachine()), Progress.onTerminal())) {
            for (String part : BACKED_UP) {
                copy(snapshot.resolve(part), folder.resolve("restored"));
            }
            machine.start();
            KeptGames again = new KeptGames(machine.platform());
            await("the game as it was then")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(again.events(gameId)).startsWith(before.toArray(String[]::new)));
            assertThat(again.buyRobot(token, gameId)).contains("RobotSpawned");
            again.end(token, gameId);
            await("its end")
                    .atMost(PATIENCE)
                    .until(() -> again.scoreboard(gameId).path("state").asText().equals("ENDED"));

            // What the topology had open in the moment of the snapshot is ended first, and a command to the same
            // partition waits for that.
            await("whoever comes now")
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(HttpProblem.class)
                    .untilAsserted(() -> {
                        String newcomer = again.guest();
                        String next = again.begin(newcomer, 60_000);
                        assertThat(again.buyRobot(newcomer, next)).contains("RobotSpawned");
                        again.end(newcomer, next);
                    });
        }
    }

    private static void awaitMoreThan(int count, KeptGames games, String gameId) {
        await("more than %d events".formatted(count))
                .atMost(PATIENCE)
                .until(() -> games.events(gameId).size() > count);
    }

    private static Platform platform(List<Integer> ports) {
        return new Platform(
                "http://127.0.0.1:" + ports.get(2),
                "http://127.0.0.1:" + ports.get(3),
                "127.0.0.1:" + ports.get(0),
                "http://127.0.0.1:%d/apis/ccompat/v7".formatted(ports.get(1)));
    }

    /** By a program that leaves holes in files alone: Kafka's indexes are 10 MB each, of which a page is used. */
    private static void copy(Path from, Path into) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("cp", "-R", from.toString(), into.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exitCode).isZero();
    }
}
