package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
class BackgroundHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void nothingGoesOnRunningThatWasToEndWhileItStarted() throws Exception {
        HistoryConfig config = config(FreePorts.one());
        BackgroundHistory history = start(config);
        await("the first files")
                .atMost(PATIENCE)
                .until(() -> folder.resolve("history/postgres").toFile().exists());

        history.close();

        assertThat(LocalHistory.orphan(config)).isEmpty();
        new ServerSocket(config.postgresPort()).close();
    }

    @Test
    void comesUpWhenWhatWasInItsWayIsGone() throws Exception {
        int port = FreePorts.one();
        HistoryConfig config = config(port);
        ServerSocket other = new ServerSocket(config.httpPort());
        BackgroundHistory history = start(config);
        try {
            await("a first try")
                    .atMost(PATIENCE)
                    .until(() ->
                            folder.resolve("history/postgres/complete").toFile().exists());
            other.close();
            await("the service").atMost(PATIENCE).until(() -> isTaken(config.httpPort()));
        } finally {
            other.close();
            history.close();
        }
        assertThat(LocalHistory.orphan(config)).isEmpty();
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static BackgroundHistory start(HistoryConfig config) {
        return BackgroundHistory.start(config, "http://127.0.0.1:1", Progress.onTerminal());
    }

    /** Without a broker, for which the worker waits. */
    private HistoryConfig config(int postgresPort) {
        return new HistoryConfig(
                folder.resolve("history"),
                "127.0.0.1:1",
                Map.of(),
                "http://127.0.0.1:1",
                postgresPort,
                FreePorts.one(),
                FreePorts.one(),
                false);
    }
}
