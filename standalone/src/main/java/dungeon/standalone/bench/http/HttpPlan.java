package dungeon.standalone.bench.http;

import java.time.Duration;
import java.util.List;

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
 * @param only what has this in its name; empty for all
 * @param comparedClassPath classes that come first in a second pair of instances of the queries and of ingest, which is
 *     measured in turn with the first; empty for no comparison
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
        int batch,
        String only,
        List<String> comparedClassPath) {

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
                batch,
                only,
                comparedClassPath);
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
                100,
                "",
                List.of());
    }
}
