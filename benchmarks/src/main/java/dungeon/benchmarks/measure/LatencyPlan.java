package dungeon.benchmarks.measure;

import java.time.Duration;
import java.util.List;

/**
 * How long the latency is measured for, and at which rates.
 *
 * @param cold how long right after an application's start, at {@link #COLD_PER_S}
 * @param warmUpCommands how many commands an application decides after that, as fast as it can
 * @param warmUpMaximum how long it is given after these, at the same rate, until its compilers rest and it counts as warm
 * @param leadIn how long commands come at a rate before those that count, so that nothing is left of the rate before
 * @param measured how long each rate is measured
 * @param perSecond the rates, in commands per second
 */
public record LatencyPlan(
        Duration cold,
        int warmUpCommands,
        Duration warmUpMaximum,
        Duration leadIn,
        Duration measured,
        List<Integer> perSecond) {
    static final int COLD_PER_S = 2_000;

    /** The same as of the throughput. They make the hot code known to the compilers, which are not done with it by then. */
    private static final int WARM_UP_COMMANDS = 150_000;

    public static LatencyPlan standard() {
        return new LatencyPlan(
                Duration.ofSeconds(10),
                WARM_UP_COMMANDS,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                List.of(500, 2_000, 10_000));
    }

    /** The same in a fraction of the time, at one rate. */
    public LatencyPlan quick() {
        return new LatencyPlan(
                cold.dividedBy(3),
                warmUpCommands / 10,
                warmUpMaximum.dividedBy(10),
                leadIn.dividedBy(2),
                measured.dividedBy(3),
                List.of(2_000));
    }
}
