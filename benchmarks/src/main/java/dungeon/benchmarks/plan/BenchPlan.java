package dungeon.benchmarks.plan;

import dungeon.benchmarks.age.AgePlan;
import dungeon.benchmarks.measure.LatencyPlan;
import dungeon.benchmarks.measure.Throughput.Load;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured.
 *
 * @param parts which parts
 * @param rounds how often each; medians are over them
 * @param loads of the throughput
 * @param warmUp commands of each round of the throughput before those that count
 * @param measured commands of each round of the throughput that count
 * @param latency how the latency is measured
 * @param age how old the two installations are
 * @param report where the machine-readable report goes; none if empty
 * @param recordings where flight recordings of the processes go; none if empty
 */
public record BenchPlan(
        Set<BenchPart> parts,
        int rounds,
        List<Load> loads,
        int warmUp,
        int measured,
        LatencyPlan latency,
        AgePlan age,
        Optional<Path> report,
        Optional<Path> recordings) {
    private static final int WARM_UP = 150_000;
    private static final int MEASURED = 200_000;
    private static final int GAMES = 64;
    private static final int FEW_ROBOTS = 1_000;
    private static final int MANY_ROBOTS = 100_000;
    private static final int QUICK_GAMES = 200;
    private static final int QUICK_COMMANDS = 10;

    /** One game and many, few robots and many, one thread and two. */
    public static BenchPlan standard(
            Set<BenchPart> parts, int rounds, AgePlan age, Optional<Path> report, Optional<Path> recordings) {
        return new BenchPlan(
                parts,
                rounds,
                List.of(
                        new Load(GAMES, FEW_ROBOTS, 1),
                        new Load(1, FEW_ROBOTS, 1),
                        new Load(GAMES, MANY_ROBOTS, 1),
                        new Load(GAMES, FEW_ROBOTS, 2)),
                WARM_UP,
                MEASURED,
                LatencyPlan.standard(),
                age,
                report,
                recordings);
    }

    /** The same in a fraction of the time, to see that it runs; its figures say little. */
    public BenchPlan quick() {
        return new BenchPlan(
                parts,
                1,
                loads.subList(0, 1),
                WARM_UP / 10,
                MEASURED / 10,
                latency.quick(),
                AgePlan.of(QUICK_GAMES, QUICK_COMMANDS),
                report,
                recordings);
    }
}
