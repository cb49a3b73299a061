package dungeon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The command line in a JVM of its own, on ports and a data folder of its own, so that it can be killed. */
public final class DungeonProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private DungeonProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a command.
     *
     * @param folder below which data and output go
     * @param ports for broker, registry, ingest and queries, in this order
     */
    public static DungeonProcess start(Path folder, List<Integer> ports, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // As the script has it for a match.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        if (!ports.isEmpty()) {
            command.addAll(List.of("--broker-port", String.valueOf(ports.get(0))));
            command.addAll(List.of("--registry-port", String.valueOf(ports.get(1))));
            command.addAll(List.of("--ingest-port", String.valueOf(ports.get(2))));
            command.addAll(List.of("--queries-port", String.valueOf(ports.get(3))));
        }
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new DungeonProcess(process, output);
    }

    /** Everything that it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed something that matches a regular expression. */
    public void awaitOutput(String regex) {
        Awaitility.await("output " + regex)
                .atMost(PATIENCE)
                .failFast("The process has ended:\n" + output(), () -> !process.isAlive())
                .until(() -> output().matches("(?s).*" + regex + ".*"));
    }

    /** Waits until it ends, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** What {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Its number, for signals. */
    public long pid() {
        return process.pid();
    }

    /** What {@code kill} does. */
    public void terminate() {
        process.destroy();
    }

    /** The processes that it has started, such as the schema registry. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
