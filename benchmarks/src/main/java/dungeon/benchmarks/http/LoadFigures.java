package dungeon.benchmarks.http;

import java.util.Map;

/**
 * What a load came to. Only answers with a status of 2xx count; all others are errors.
 *
 * @param count answers
 * @param perSecond answers, from the first request to the last answer
 * @param p50Ms how long half of the answers took at most
 * @param p99Ms how long 99 of a hundred took at most
 * @param p999Ms how long 999 of a thousand took at most
 * @param maximumMs how long the slowest took
 * @param bodyBytes of an answer, on average
 * @param clientCpuUs computing time of the load generator for a request, which the servers could not have
 * @param errors how many requests went wrong, by what was wrong: a status, or what happened to the connection
 */
public record LoadFigures(
        long count,
        double perSecond,
        double p50Ms,
        double p99Ms,
        double p999Ms,
        double maximumMs,
        double bodyBytes,
        double clientCpuUs,
        Map<String, Long> errors) {

    /** How many requests went wrong. */
    public long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
