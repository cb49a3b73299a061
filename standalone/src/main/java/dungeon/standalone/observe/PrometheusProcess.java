package dungeon.standalone.observe;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Prometheus that is installed here, over the services of this machine, with the rules of the project. It never outlives this process. */
final class PrometheusProcess implements AutoCloseable {
    /** Of Prometheus; what it shows of the last minutes has to be of use. */
    private static final String SCRAPE_INTERVAL = "5s";

    private static final String KEPT = "7d";
    private static final Duration START_MAXIMUM = Duration.ofSeconds(20);
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(10);

    /** The build copies them from {@code k8s/observability/rules}. */
    private static final List<String> RULES = List.of("slos.yaml", "alerts.yaml");

    /** The shell ends the program when its own input does, which the system closes even if this process is killed. */
    private static final String BOUND_TO_PARENT = "\"$@\" & child=$!; cat >/dev/null; kill \"$child\"; wait \"$child\"";

    private final Process process;
    private final URI url;

    private PrometheusProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** The program, if it is installed. */
    static Optional<Path> program() {
        String path = System.getenv("PATH");
        return path == null
                ? Optional.empty()
                : List.of(path.split(File.pathSeparator)).stream()
                        .map(folder -> Path.of(folder, "prometheus"))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    /**
     * Starts it.
     *
     * @param folder for its data, configuration and log
     * @param targets where the services answer, by their names
     */
    static PrometheusProcess start(Path program, Path folder, int port, Map<String, URI> targets) {
        try {
            Files.createDirectories(folder);
            Path configuration = Files.writeString(folder.resolve("prometheus.yml"), configuration(targets));
            for (String rules : RULES) {
                copyRules(rules, folder);
            }
            List<String> command = new ArrayList<>(List.of("sh", "-c", BOUND_TO_PARENT, "sh"));
            command.addAll(List.of(
                    program.toString(),
                    "--config.file=" + configuration,
                    "--storage.tsdb.path=" + folder.resolve("data"),
                    "--storage.tsdb.retention.time=" + KEPT,
                    "--web.listen-address=127.0.0.1:" + port));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            return new PrometheusProcess(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("Prometheus cannot be started: " + e.getMessage(), e);
        }
    }

    URI url() {
        return url;
    }

    /** Waits until it answers; says whether it does. */
    boolean awaitReady() throws InterruptedException {
        return StartedProgram.answers(process, url.resolve("/-/ready"), START_MAXIMUM);
    }

    /** Its log, for whoever looks why it does not answer. */
    static Path log(Path folder) {
        return folder.resolve("prometheus.log");
    }

    /** One job for each service, named as the services name themselves. */
    static String configuration(Map<String, URI> targets) {
        StringBuilder text =
                new StringBuilder("global:\n  scrape_interval: %s\n  evaluation_interval: %s\nrule_files:\n"
                        .formatted(SCRAPE_INTERVAL, SCRAPE_INTERVAL));
        RULES.forEach(rules -> text.append("  - %s\n".formatted(rules)));
        text.append("scrape_configs:\n");
        targets.forEach((job, target) -> text.append("  - job_name: %s\n    static_configs:\n      - targets: ['%s']\n"
                .formatted(job, target.getAuthority())));
        return text.toString();
    }

    private static void copyRules(String name, Path folder) throws IOException {
        try (InputStream rules = PrometheusProcess.class.getResourceAsStream("/observability/" + name)) {
            if (rules == null) {
                throw new IOException("the rules %s are not in the build".formatted(name));
            }
            Files.write(folder.resolve(name), rules.readAllBytes());
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
