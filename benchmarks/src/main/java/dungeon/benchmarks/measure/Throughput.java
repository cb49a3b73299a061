package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.load.CommandWriter;
import dungeon.benchmarks.load.Crowd;
import dungeon.standalone.processes.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many commands a second the topology decides, and how many the pass-through copies. Both find a backlog, first one to warm
 * up with, then the one that is measured, so that no sender shares the two cores with them.
 */
public final class Throughput {
    public static final String TOPOLOGY = "dungeon-topology";
    static final String PASS_THROUGH = "bench-pass-through";
    private static final Duration OPENING_MAXIMUM = Duration.ofMinutes(5);
    private static final Duration BACKLOG_MAXIMUM = Duration.ofMinutes(5);

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;
    private final int warmUp;
    private final int measured;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds of both
     * @param warmUp commands of each round before those that count
     * @param measured commands of each round that count
     */
    public Throughput(Path folder, Optional<Path> recordings, int rounds, int warmUp, int measured) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** Games, robots in all of them, and stream threads. */
    public record Load(int games, int robots, int threads) {
        @Override
        public String toString() {
            return "%d game%s, %,d robots, %d thread%s"
                    .formatted(games, games == 1 ? "" : "s", robots, threads, threads == 1 ? "" : "s");
        }
    }

    /**
     * What a round came to.
     *
     * @param commandsPerSecond that the topology decided
     * @param eventsPerSecond that these came to
     * @param passedThroughPerSecond that the pass-through copied
     * @param ratio of both
     * @param cpuMicros processor time of the topology per command, in µs
     * @param brokerCpuMicros processor time of the broker per command, in µs
     */
    public record Round(
            double commandsPerSecond,
            double eventsPerSecond,
            double passedThroughPerSecond,
            double ratio,
            double cpuMicros,
            double brokerCpuMicros) {
        @Override
        public String toString() {
            return "%,.0f commands/s with %,.0f events/s, %.1f µs each and %.1f µs of the broker; passed through %,.0f/s; ratio %.3f"
                    .formatted(
                            commandsPerSecond,
                            eventsPerSecond,
                            cpuMicros,
                            brokerCpuMicros,
                            passedThroughPerSecond,
                            ratio);
        }
    }

    /**
     * What a load came to.
     *
     * @param successPercent how many of a hundred actions ran at once and succeeded
     */
    public record Result(Load load, List<Round> rounds, double successPercent) {}

    /** Measures one load. */
    public Result of(Load load, Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(load.games(), load.robots()));
        Crowd crowd = new Crowd(load.games(), load.robots(), players);
        List<Round> done = new ArrayList<>();
        try (BenchHost host =
                        new BenchHost(folder.resolve(load.toString().replaceAll("\\W+", "-")), recordings, players);
                CommandWriter writer = new CommandWriter(host);
                GroupMeter decided = new GroupMeter(host.clientConfig(), TOPOLOGY);
                GroupMeter copied = new GroupMeter(host.clientConfig(), PASS_THROUGH)) {
            crowd.open(writer);
            Child topology = host.startTopology(load.threads());
            decided.await(decided.ends(), OPENING_MAXIMUM);
            topology.terminate();
            Child passThrough = host.startPassThrough(PASS_THROUGH, load.threads());
            copied.await(copied.ends(), OPENING_MAXIMUM);
            passThrough.terminate();
            for (int round = 1; round <= rounds; round++) {
                send(crowd, writer, warmUp);
                long from = sum(decided.ends());
                long eventsBefore = crowd.events();
                send(crowd, writer, measured);
                double eventsPerCommand = (double) (crowd.events() - eventsBefore) / measured;
                Map<TopicPartition, Long> ends = decided.ends();
                // In turn, so that neither always finds the quieter machine.
                boolean copyFirst = round % 2 == 0;
                Rate copies = copyFirst ? copies(host, copied, load, from, ends) : null;
                topology = host.startTopology(load.threads());
                Rate decisions = decided.rate(ends, from, sum(ends), topology, host.broker(), BACKLOG_MAXIMUM);
                topology.terminate();
                copies = copyFirst ? copies : copies(host, copied, load, from, ends);
                done.add(new Round(
                        decisions.perSecond(),
                        decisions.perSecond() * eventsPerCommand,
                        copies.perSecond(),
                        decisions.perSecond() / copies.perSecond(),
                        decisions.cpuMicros(),
                        decisions.brokerCpuMicros()));
                progress.accept("%s, round %d: %s".formatted(load, round, done.get(round - 1)));
            }
            Outcomes outcomes = Outcomes.of(host.clientConfig());
            progress.accept("%s: events %s".formatted(load, outcomes));
            return new Result(load, done, outcomes.successPercent());
        }
    }

    private static Rate copies(BenchHost host, GroupMeter copied, Load load, long from, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        Child passThrough = host.startPassThrough(PASS_THROUGH, load.threads());
        Rate copies = copied.rate(ends, from, sum(ends), passThrough, host.broker(), BACKLOG_MAXIMUM);
        passThrough.terminate();
        return copies;
    }

    private static void send(Crowd crowd, CommandWriter writer, int commands) {
        for (int i = 0; i < commands; i++) {
            writer.send(crowd.next());
        }
        writer.flush();
    }

    private static long sum(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
