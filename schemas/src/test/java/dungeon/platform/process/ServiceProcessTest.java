package dungeon.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a service ends and logs, seen from outside of its process. */
class ServiceProcessTest {
    private static final String RUNS = "It goes on";
    private static final long END_MAXIMUM_S = 30;

    private Process process;
    private BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void endsInOrderWhenItIsAskedTo() throws Exception {
        start(Map.of("DUNGEON_PORT", "81"));
        readUpTo(RUNS);
        process.toHandle().destroy();

        assertThat(exitCode()).isEqualTo(143);
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        ".* INFO  \\[main] dungeon\\.platform\\.process\\.ToyService: It runs on port 81"
                                                + " \\[gameId=0b1f7f8e-0000-7000-8000-000000000001, commandId=0b1f7f8e-0000-7000-8000-000000000002]"))
                .anySatisfy(line -> assertThat(line).endsWith("ToyService: It goes on"))
                .anySatisfy(line -> assertThat(line).endsWith("ToyService: It is closed"));
    }

    @Test
    void isHaltedIfItDoesNotEndInTime() throws Exception {
        start(Map.of(), "--does=hang");
        readUpTo(RUNS);
        process.toHandle().destroy();

        assertThat(exitCode()).isEqualTo(5);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).endsWith("The toy did not stop within PT0.5S, and is halted"));
    }

    @Test
    void saysThatItCannotGoOn() throws Exception {
        start(Map.of(), "--does=fail");

        assertThat(exitCode()).isEqualTo(1);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).endsWith("The toy cannot go on (exit code 1): it has failed"));
    }

    @Test
    void saysWhichSettingIsWrong() throws Exception {
        start(Map.of(), "--port=many");

        assertThat(exitCode()).isEqualTo(2);
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line)
                                .endsWith(
                                        "The toy cannot start (exit code 2): Invalid value many for configuration port: Not a number of type INT"))
                .noneSatisfy(line -> assertThat(line).contains("The whole of it"))
                .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
    }

    @Test
    void saysWhereAnArgumentWasRefusedThatMayBeNoSetting() throws Exception {
        start(Map.of(), "--does=refuse");

        assertThat(exitCode()).isEqualTo(2);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).endsWith("The toy cannot start (exit code 2): no such argument"))
                .anySatisfy(line -> assertThat(line).matches(".* ERROR .*The whole of it"))
                .anySatisfy(line -> assertThat(line).matches("\\s+at .*ToyService\\.start.*"));
    }

    @Test
    void saysWhichLogsThereAre() throws Exception {
        start(Map.of("DUNGEON_LOG_FORMAT", "xml"));

        assertThat(exitCode()).isEqualTo(2);
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line)
                                .endsWith(
                                        "The toy cannot start (exit code 2): log.format must be one of plain, json, and is xml"));
    }

    @Test
    void logsAsObjectsWhatItLacks() throws Exception {
        start(Map.of("DUNGEON_LOG_FORMAT", "json"), "--does=lack");

        assertThat(exitCode()).isEqualTo(4);
        JsonNode entry = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(entry.path("level").asText()).isEqualTo("ERROR");
        assertThat(entry.path("loggerName").asText()).isEqualTo("dungeon.platform.process.ServiceProcess");
        assertThat(entry.path("formattedMessage").asText())
                .isEqualTo("The toy cannot start (exit code 4): the broker is not there");
        assertThat(entry.path("timestamp").isNumber()).isTrue();
    }

    @Test
    void logsAsObjectsWhatItIsAbout() throws Exception {
        start(Map.of("DUNGEON_LOG_FORMAT", "json"));
        readUpTo(RUNS);

        JsonNode first = new ObjectMapper().readTree(lines.get(lines.size() - 2));
        assertThat(first.path("mdc"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"gameId\": \"0b1f7f8e-0000-7000-8000-000000000001\", \"commandId\": \"0b1f7f8e-0000-7000-8000-000000000002\"}"));
        JsonNode second = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(second.path("mdc")).isEmpty();
    }

    private void start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ToyService.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    private void readUpTo(String end) throws IOException {
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("after %s", lines).isNotNull();
            lines.add(line);
        } while (!line.contains(end));
    }

    private int exitCode() throws IOException, InterruptedException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        assertThat(process.waitFor(END_MAXIMUM_S, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
