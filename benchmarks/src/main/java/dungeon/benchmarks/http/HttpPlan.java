package dungeon.benchmarks.http;

import java.time.Duration;

/**
 * What is measured, and for how long.
 *
 * @param rounds how often each is measured
 * @param warmUp how long each is asked before the first round, for the compiler
 * @param measured how long one measurement takes
 * @param connections how many requests can be under way at a time
 * @param fewConnections the same for long answers and for batches
 * @param queriesPerSecond the rate at which the latency of queries for one robot is measured
 * @param forwardedPerSecond the same for those that are passed on
 * @param listsPerSecond the rate at which the latency of lists is measured
 * @param commandsPerSecond the rate at which the latency of commands is measured, single and batched
 * @param batch how many commands a batch has
 */
public record HttpPlan(
        int rounds,
        Duration warmUp,
        Duration measured,
        int connections,
        int fewConnections,
        double queriesPerSecond,
        double forwardedPerSecond,
        double listsPerSecond,
        double commandsPerSecond,
        int batch) {

    public HttpPlan withRounds(int count) {
        return new HttpPlan(
                count,
                warmUp,
                measured,
                connections,
                fewConnections,
                queriesPerSecond,
                forwardedPerSecond,
                listsPerSecond,
                commandsPerSecond,
                batch);
    }

    /** What the report has. */
    public static HttpPlan standard() {
        return new HttpPlan(
                3,
                // The last compiler is done with the queries after some ten thousand requests; ingest takes longer.
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                // Enough to keep two cores busy, and few enough to answer each within the time aimed at.
                32,
                4,
                10_000,
                2_000,
                50,
                2_000,
                100);
    }
}
