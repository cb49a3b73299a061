package dungeon.benchmarks.http;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of the measurement.
 *
 * @param what what was asked or sent, and of whom
 * @param load how: over how many connections, as fast as the answers come or at which rate
 * @param perRequest how many things a request asks for or sends, which is more than one for a batch of commands
 * @param figures what it came to, in requests
 * @param cpuUs computing time of each process for a request, by the process's name; it says more than the rate where
 *     something else was running too
 */
public record HttpFigure(String what, String load, int perRequest, LoadFigures figures, Map<String, Double> cpuUs) {
    private static final double WORTH_SAYING_US = 1;

    /** Things per second: queries, or commands. */
    public double perSecond() {
        return perRequest * figures.perSecond();
    }

    @Override
    public String toString() {
        Map<String, Long> errors = figures.errors();
        return String.format(
                Locale.ROOT,
                "%-46s %-28s %9.0f /s  p50 %7.2f  p99 %7.2f  p99.9 %7.2f  max %7.1f ms  %7.0f B  cpu us: %s client %.0f  errors %d%s",
                what,
                load,
                perSecond(),
                figures.p50Ms(),
                figures.p99Ms(),
                figures.p999Ms(),
                figures.maximumMs(),
                figures.bodyBytes(),
                cpuUs.entrySet().stream()
                        .filter(process -> process.getValue() >= WORTH_SAYING_US)
                        .map(process -> "%s %.0f".formatted(process.getKey(), process.getValue()))
                        .collect(Collectors.joining(" ")),
                figures.clientCpuUs(),
                figures.errorCount(),
                errors.isEmpty() ? "" : " " + errors);
    }
}
