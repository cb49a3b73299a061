package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dungeon.players.connection.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The player in Python, on Debian's librdkafka. */
final class LibrdkafkaPlayer {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int PATIENCE_S = 90;

    private LibrdkafkaPlayer() {}

    /** What came of it. */
    record Run(int exitCode, String output) {}

    /** Debian's packages python3-confluent-kafka and python3-avro belong to Debian's own Python. */
    static void assumeInstalled() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "There is no " + PYTHON);
        Process check = new ProcessBuilder(PYTHON, "-c", "import avro, confluent_kafka")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(check.waitFor() == 0, "python3-confluent-kafka or python3-avro is not installed");
    }

    /** Buys a robot. */
    static Run run(Platform platform, KafkaPlayer player, String token) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        PYTHON,
                        "player.py",
                        platform.bootstrapServers(),
                        platform.registryUrl(),
                        player.gameId(),
                        player.playerId())
                .directory(Path.of("src/test/clients").toFile())
                .redirectErrorStream(true);
        builder.environment().put("TOKEN", token);
        builder.environment().put("CA", platform.kafka().get("ssl.truststore.location"));
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
