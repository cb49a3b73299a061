package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.DungeonProcess;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees when the system cannot start: one line, and an exit code. */
@Timeout(60)
class ObstaclesTest {
    @TempDir
    Path folder;

    @Test
    void namesATakenPortAndItsOption() throws Exception {
        List<Integer> free = FreePorts.several(3);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DungeonProcess up = DungeonProcess.start(
                        folder, List.of(free.get(0), free.get(1), free.get(2), taken.getLocalPort()), "up")) {
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.output())
                    .matches("Port %d of the queries cannot be used .*, or choose another port with --queries-port\\R"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesTheDataOfAnOlderBuild() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("format"), "0\n");
        try (DungeonProcess play = DungeonProcess.start(folder, FreePorts.several(4), "play")) {
            assertThat(play.awaitEnd()).isEqualTo(1);
            assertThat(play.output()).matches(".* was written by another build .*; remove it with: ./dungeon reset\\R");
        }
    }

    @Test
    void refusesASecondInstanceAndToResetTheFirst() throws Exception {
        try (DataFolder first = DataFolder.open(folder.resolve("data"))) {
            for (String command : List.of("up", "reset")) {
                List<Integer> ports = command.equals("reset") ? List.of() : FreePorts.several(4);
                try (DungeonProcess second = DungeonProcess.start(folder, ports, command)) {
                    assertThat(second.awaitEnd()).isEqualTo(1);
                    assertThat(second.output()).matches("Another dungeon is running on .*\\R");
                }
            }
            assertThat(first.resolve("format")).exists();
        }
    }

    @Test
    void resetRemovesTheData() throws Exception {
        DataFolder.open(folder.resolve("data")).close();
        try (DungeonProcess reset = DungeonProcess.start(folder, List.of(), "reset")) {
            assertThat(reset.awaitEnd()).isZero();
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void explainsWrongOptions() throws Exception {
        try (DungeonProcess play = DungeonProcess.start(folder, FreePorts.several(4), "play", "--duration", "soon")) {
            assertThat(play.awaitEnd()).isEqualTo(2);
            assertThat(play.output()).contains("'soon' is not a duration such as 90s, 2m, 1h or 1h30m");
        }
        try (DungeonProcess play = DungeonProcess.start(folder, FreePorts.several(4), "play", "--duration", "5s")) {
            assertThat(play.awaitEnd()).isEqualTo(2);
            assertThat(play.output()).contains("--duration must be 10s to 24h");
        }
        try (DungeonProcess play = DungeonProcess.start(folder, FreePorts.several(4), "play", "--map", "moon")) {
            assertThat(play.awaitEnd()).isEqualTo(1);
            assertThat(play.output()).startsWith("There is no map 'moon': ").contains("(example, medium, maze, large)");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void namesTheFaultsOfAMapBeforeAnythingStarts() throws Exception {
        Path file = folder.resolve("flat.json");
        Files.writeString(file, "{\"name\": \"flat\", \"width\": 9, \"height\": 1, \"defaultGravity\": \"LIGHT\"}");
        try (DungeonProcess play =
                DungeonProcess.start(folder, FreePorts.several(4), "play", "--map", file.toString())) {
            assertThat(play.awaitEnd()).isEqualTo(1);
            assertThat(play.output()).isEqualToNormalizingNewlines("""
                    %s is faulty:
                      /height is 1 and must be 2 to 200
                      /contents has no space station
                    """.formatted(file));
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
