package dungeon.benchmarks.http;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Collects the answers to a load, on the thread that sends it. */
final class Measurement {
    private static final long LATENCY_MAXIMUM_US = Duration.ofMinutes(10).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final double US_PER_MS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Histogram latencyUs = new Histogram(LATENCY_MAXIMUM_US, DIGITS);
    private final Map<String, Long> errors = new TreeMap<>();
    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = THREADS.getCurrentThreadCpuTime();
    private long lastNanos = startNanos;
    private long bodyBytes;

    long startNanos() {
        return startNanos;
    }

    /** An answer has come. */
    void answered(int status, long bytes, long nanos) {
        if (status / 100 != 2) {
            failed("status " + status, 1);
            return;
        }
        lastNanos = System.nanoTime();
        latencyUs.recordValue(Math.min(LATENCY_MAXIMUM_US, nanos / 1_000));
        bodyBytes += bytes;
    }

    /** Some requests went wrong. */
    void failed(String how, long requests) {
        if (requests > 0) {
            errors.merge(how, requests, Long::sum);
        }
    }

    LoadFigures figures() {
        long count = latencyUs.getTotalCount();
        double seconds = (lastNanos - startNanos) / NANOS_PER_SECOND;
        double cpuUs = (THREADS.getCurrentThreadCpuTime() - startCpuNanos) / 1e3;
        return new LoadFigures(
                count,
                count == 0 ? 0 : count / seconds,
                atPercentile(50),
                atPercentile(99),
                atPercentile(99.9),
                latencyUs.getMaxValue() / US_PER_MS,
                count == 0 ? 0 : (double) bodyBytes / count,
                count == 0 ? 0 : cpuUs / count,
                Map.copyOf(errors));
    }

    private double atPercentile(double percent) {
        return latencyUs.getValueAtPercentile(percent) / US_PER_MS;
    }
}
