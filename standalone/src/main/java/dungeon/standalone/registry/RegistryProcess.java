package dungeon.standalone.registry;

import dungeon.standalone.launcher.ParentBoundMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in a JVM of its own, because its libraries would quarrel with ours. It is started anew when it dies,
 * and never outlives this process.
 */
public final class RegistryProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";
    private static final Duration START_MAXIMUM = Duration.ofSeconds(60);
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(5);
    private static final long POLL_MS = 100;
    private static final long RESTART_PAUSE_MS = 500;
    private static final long RESTART_PAUSE_MAXIMUM_MS = 30_000;

    private final RegistrySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Thread watch = new Thread(this::restartWhenItDies, "registry-watch");
    private volatile Process process;
    private volatile boolean closing;

    private RegistryProcess(RegistrySettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a registry and returns when it answers.
     *
     * @throws IllegalStateException if it ends or does not answer within a minute; the message names its log
     */
    public static RegistryProcess start(RegistrySettings settings) throws InterruptedException {
        RegistryProcess registry = new RegistryProcess(settings);
        registry.process = registry.launch();
        try {
            registry.awaitReady();
        } catch (IllegalStateException | InterruptedException e) {
            registry.close();
            throw e;
        }
        registry.watch.setDaemon(true);
        registry.watch.start();
        return registry;
    }

    /** The address that serdes take as {@code schema.registry.url}. */
    public URI url() {
        return settings.url();
    }

    /** The process id of the registry that runs at the moment. */
    public long pid() {
        return process.pid();
    }

    /** What {@code kill -9} does to it; it comes back soon, unless {@link #close} follows. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        Process last = process;
        last.destroy();
        try {
            if (!last.waitFor(STOP_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                last.destroyForcibly();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(settings.dataFolder());
            Files.createDirectories(settings.logFolder());
            return new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(settings.logFolder().resolve("registry.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the schema registry: " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The quick compiler and the simplest collector: it answers a few requests, and shares two cores with the rest.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx96m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        settings.systemProperties().forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.add("-cp");
        command.add(ParentBoundMain.classes() + File.pathSeparator + registryJar());
        command.add(ParentBoundMain.class.getName());
        command.add(MAIN_CLASS);
        return command;
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_MAXIMUM.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The schema registry ended with exit code %d while it started; see %s"
                        .formatted(process.exitValue(), settings.logFolder()));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The schema registry on port %d did not answer within %d s; see %s"
                        .formatted(settings.port(), START_MAXIMUM.toSeconds(), settings.logFolder()));
            }
            Thread.sleep(POLL_MS);
        }
        LOG.info("The schema registry is ready at {}, process {}", url(), pid());
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void restartWhenItDies() {
        long pauseMs = RESTART_PAUSE_MS;
        try {
            while (!closing) {
                int exitCode = process.waitFor();
                // Ctrl-C reaches both processes, and it may be the registry that falls first.
                Thread.sleep(pauseMs);
                if (closing) {
                    return;
                }
                LOG.warn("The schema registry ended with exit code {} and is started again", exitCode);
                process = launch();
                try {
                    awaitReady();
                    pauseMs = RESTART_PAUSE_MS;
                } catch (IllegalStateException e) {
                    LOG.error("The schema registry did not come back; the next try follows", e);
                    process.destroyForcibly();
                    pauseMs = Math.min(2 * pauseMs, RESTART_PAUSE_MAXIMUM_MS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer watching the schema registry", e);
        } finally {
            if (closing) {
                process.destroy();
            }
        }
    }

    /** The build unpacks the registry beside our classes. */
    private static Path registryJar() {
        Path folder = ParentBoundMain.classes().resolveSibling("registry");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "apicurio-registry-app-*-runner.jar")) {
            return jars.iterator().next();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "No schema registry in %s; build the module standalone".formatted(folder), e);
        }
    }
}
