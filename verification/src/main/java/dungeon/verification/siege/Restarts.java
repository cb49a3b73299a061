package dungeon.verification.siege;

import dungeon.standalone.machine.Readiness;
import dungeon.verification.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What did not last: processes that ended by themselves, and stream threads that failed and were replaced. */
public final class Restarts {
    private static final String THREAD_FAILED = "A stream thread failed";
    private static final Duration READY_MAXIMUM = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Path data;
    private final Map<String, Long> pidsBefore;
    private final Map<String, Integer> failuresBefore;

    /** From now on. */
    public Restarts(Cluster cluster, Path data) {
        this.cluster = cluster;
        this.data = data;
        pidsBefore = cluster.processIds();
        failuresBefore = threadFailures();
    }

    /** How often, by part; without those that lasted. */
    public Map<String, Integer> byPart() {
        Map<String, Integer> restarts = new TreeMap<>(cluster.endedByThemselves());
        if (!pidsBefore.get("registry").equals(cluster.processIds().get("registry"))) {
            restarts.put("registry", 1);
        }
        threadFailures().forEach((part, failures) -> {
            int more = failures - failuresBefore.get(part);
            if (more > 0) {
                restarts.put("a stream thread of " + part, more);
            }
        });
        return restarts;
    }

    /** Which services do not say within some seconds that they are ready. */
    public List<String> unready() throws InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        List<String> unready = new ArrayList<>();
        for (String url :
                List.of(cluster.platform().ingestUrl(), cluster.platform().queriesUrl())) {
            try {
                Readiness.await(http, URI.create(url), READY_MAXIMUM);
            } catch (IllegalStateException e) {
                unready.add(e.getMessage());
            }
        }
        return unready;
    }

    private Map<String, Integer> threadFailures() {
        Map<String, Integer> failures = new TreeMap<>();
        for (String part : List.of("topology-1", "queries-1")) {
            try (Stream<String> lines = Files.lines(data.resolve(part).resolve("logs/dungeon.log"))) {
                failures.put(part, (int)
                        lines.filter(line -> line.contains(THREAD_FAILED)).count());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the log of " + part, e);
            }
        }
        return failures;
    }
}
