package dungeon.standalone.bench.measure;

import dungeon.standalone.bench.host.BenchHost;
import dungeon.standalone.bench.load.BenchPlayer;
import dungeon.standalone.bench.load.CommandWriter;
import dungeon.standalone.bench.load.Crowd;
import dungeon.standalone.processes.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many commands a second the topology decides, and how many the pass-through copies. Both find a backlog, first one to warm
 * up with, then the one that is measured, so that no sender shares the two cores with them.
 */
public final class Throughput {
    private static final String TOPOLOGY = "dungeon-topology";
    private static final String PASS_THROUGH = "bench-pass-through";
    private static final Duration OPENING_MAXIMUM = Duration.ofMinutes(5);
    private static final Duration BACKLOG_MAXIMUM = Duration.ofMinutes(5);

    private final Path folder;
    private final int rounds;
    private final int warmUp;
    private final int measured;

    /**
     * @param folder for the data; new
     * @param rounds of both
     * @param warmUp commands of each round before those that count
     * @param measured commands of each round that count
     */
    public Throughput(Path folder, int rounds, int warmUp, int measured) {
        this.folder = folder;
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

    /** What a load came to, by round. */
    public record Result(
            Load load,
            List<Double> commandsPerSecond,
            List<Double> eventsPerSecond,
            List<Double> passedThroughPerSecond,
            List<Double> ratio) {}

    public Result of(Load load, Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(load.games(), load.robots()));
        Crowd crowd = new Crowd(load.games(), load.robots(), players);
        Result result = new Result(load, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (BenchHost host = new BenchHost(folder.resolve(load.toString().replaceAll("\\W+", "-")), players);
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
                double copies = copyFirst ? copies(host, copied, load, from, ends) : 0;
                topology = host.startTopology(load.threads());
                double decisions = decided.perSecond(ends, from, sum(ends), BACKLOG_MAXIMUM);
                topology.terminate();
                copies = copyFirst ? copies : copies(host, copied, load, from, ends);
                result.commandsPerSecond().add(decisions);
                result.eventsPerSecond().add(decisions * eventsPerCommand);
                result.passedThroughPerSecond().add(copies);
                result.ratio().add(decisions / copies);
                progress.accept("%s, round %d: %,.0f commands/s with %,.0f events/s; passed through %,.0f/s; ratio %.3f"
                        .formatted(load, round, decisions, decisions * eventsPerCommand, copies, decisions / copies));
            }
        }
        return result;
    }

    private static double copies(
            BenchHost host, GroupMeter copied, Load load, long from, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        Child passThrough = host.startPassThrough(PASS_THROUGH, load.threads());
        double copies = copied.perSecond(ends, from, sum(ends), BACKLOG_MAXIMUM);
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
