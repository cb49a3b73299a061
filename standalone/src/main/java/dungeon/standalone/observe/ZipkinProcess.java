package dungeon.standalone.observe;

import dungeon.standalone.launcher.ParentBoundMain;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A viewer of traces in a JVM of its own, which keeps them in memory. Maven fetches it at the first start with {@code --observe}, 130 MB; nobody
 * else needs it. It never outlives this process.
 */
final class ZipkinProcess implements AutoCloseable {
    private static final String ARTIFACT = "io.zipkin:zipkin-server:3.5.1:jar:exec";
    private static final String JAR = "zipkin-server-3.5.1-exec.jar";
    /** The class that starts a program that Spring Boot has packed. */
    private static final String MAIN_CLASS = "org.springframework.boot.loader.launch.JarLauncher";

    private static final Duration FETCH_MAXIMUM = Duration.ofMinutes(10);
    private static final Duration START_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(5);

    private final Process process;

    private ZipkinProcess(Process process) {
        this.process = process;
    }

    /**
     * Has it fetched, unless it is there.
     *
     * @return the program
     * @throws IOException if Maven cannot get it
     */
    static Path fetch(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve(JAR);
        if (Files.exists(jar)) {
            return jar;
        }
        Files.createDirectories(folder);
        Path log = folder.resolve("fetch.log");
        // Beside its place, so that what was interrupted is not taken for whole.
        Path half = folder.resolve("half");
        Process maven = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "dependency:copy",
                        "-Dartifact=" + ARTIFACT,
                        "-DoutputDirectory=" + half.toAbsolutePath())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!endsWithin(FETCH_MAXIMUM, maven)) {
            throw new IOException("Maven did not get %s within %s".formatted(ARTIFACT, FETCH_MAXIMUM));
        }
        if (maven.exitValue() != 0) {
            throw new IOException("Maven cannot get %s; see %s".formatted(ARTIFACT, log));
        }
        return Files.move(half.resolve(JAR), jar);
    }

    /** Waits for the end of a process, and ends it itself if it takes longer or nobody waits any more; says whether it ended in time. */
    static boolean endsWithin(Duration maximum, Process process) throws InterruptedException {
        try {
            return process.waitFor(maximum.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (process.isAlive()) {
                process.destroy();
            }
        }
    }

    /** Starts the program on a port of 127.0.0.1. */
    static ZipkinProcess start(Path jar, Path folder, int port) throws IOException {
        return new ZipkinProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx160m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dserver.address=127.0.0.1",
                        "-Dzipkin.query.port=" + port,
                        "-Darmeria.ports[0].port=" + port,
                        "-Darmeria.ports[0].ip=127.0.0.1",
                        "-Darmeria.ports[0].protocols[0]=http",
                        "-cp",
                        jar + File.pathSeparator + ParentBoundMain.classes(),
                        ParentBoundMain.class.getName(),
                        MAIN_CLASS))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("zipkin.log").toFile())
                .start());
    }

    /** Waits until it answers; says whether it does. */
    boolean awaitReady(URI url) throws InterruptedException {
        return StartedProgram.answers(process, url.resolve("/health"), START_MAXIMUM);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
