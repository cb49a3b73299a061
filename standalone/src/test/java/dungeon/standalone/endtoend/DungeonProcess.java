package dungeon.standalone.endtoend;

import dungeon.standalone.FreePorts;
import dungeon.standalone.Main;
import dungeon.standalone.bots.Platform;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, so that it can be killed as a machine's user would kill it. */
final class DungeonProcess implements AutoCloseable {
    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private DungeonProcess(Process process) {
        this.process = process;
        BufferedReader output = process.inputReader();
        Thread reader = new Thread(() -> output.lines().forEach(lines::add), "dungeon-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Ports that nobody uses, for a machine of its own. */
    static Ports freePorts() {
        List<Integer> ports = FreePorts.several(4);
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
    }

    static DungeonProcess start(Path data, Ports ports, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--data", data.toString(),
                "--broker-port", String.valueOf(ports.broker()),
                "--registry-port", String.valueOf(ports.registry()),
                "--ingest-port", String.valueOf(ports.ingest()),
                "--queries-port", String.valueOf(ports.queries())));
        try {
            return new DungeonProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Platform platform(Path data, Ports ports) {
        MachineConfig config = new MachineConfig(data, ports);
        return new Platform(config.ingestUrl(), config.queriesUrl(), config.bootstrapServers(), config.registryUrl());
    }

    /** What it has printed so far. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        waitFor(30);
    }

    /** Ends it as SIGTERM does; gives the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return waitFor(60);
    }

    /** Waits for its end; gives the exit code. */
    int waitFor(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The process did not end within %d s; it said %s".formatted(seconds, lines()));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
