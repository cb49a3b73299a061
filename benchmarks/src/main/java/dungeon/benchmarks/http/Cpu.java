package dungeon.benchmarks.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much computing time processes have had, at one moment; the operating system counts it in hundredths of a second.
 *
 * @param byProcess the time by the process's name
 */
public record Cpu(Map<String, Duration> byProcess) {
    private static final double NANOS_PER_US = 1_000;

    /** Of running processes, by name. */
    public static Cpu of(Map<String, Long> processIds) {
        Map<String, Duration> byProcess = new TreeMap<>();
        processIds.forEach((name, id) -> byProcess.put(
                name,
                ProcessHandle.of(id)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)));
        return new Cpu(byProcess);
    }

    /** What each process has had since an earlier moment, in microseconds for a request. */
    Map<String, Double> usPerRequest(Cpu before, LoadFigures figures) {
        Map<String, Double> us = new TreeMap<>();
        long requests = Math.max(1, figures.count() + figures.errorCount());
        byProcess.forEach((name, time) -> {
            Duration spent = time.minus(before.byProcess().getOrDefault(name, Duration.ZERO));
            us.put(name, spent.toNanos() / NANOS_PER_US / requests);
        });
        return us;
    }
}
