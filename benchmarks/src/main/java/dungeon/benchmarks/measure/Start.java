package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.load.CommandWriter;
import dungeon.benchmarks.load.Crowd;
import dungeon.standalone.machine.Readiness;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long the very first start takes, in which an application makes its own topics, and how many topic partitions there are after
 * it. Each round has a new installation, and the queries start when the topology serves, so that each has the cores to itself.
 */
public final class Start {
    private static final int GAMES = 1;
    private static final int ROBOTS = 2;
    private static final int THREADS = 1;
    private static final Duration START_MAXIMUM = Duration.ofMinutes(2);
    private static final String PART = "start";

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how many installations are started
     */
    public Start(Path folder, Optional<Path> recordings, int rounds) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
    }

    public List<Figure> measure(Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(GAMES, ROBOTS));
        List<Double> decided = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        Map<TopicPartitions.Owner, List<Double>> byOwner = new EnumMap<>(TopicPartitions.Owner.class);
        for (int round = 1; round <= rounds; round++) {
            try (BenchHost host = new BenchHost(folder.resolve(PART + "-" + round), recordings, players)) {
                decided.add(topology(host, players));
                ready.add(queries(host));
                TopicPartitions partitions = TopicPartitions.now(host.clientConfig());
                all.add((double) partitions.all());
                for (TopicPartitions.Owner owner : TopicPartitions.Owner.values()) {
                    byOwner.computeIfAbsent(owner, first -> new ArrayList<>()).add((double) partitions.of(owner));
                }
            }
            progress.accept(
                    "Start %d: a command decided after %.1f s, the queries ready after %.1f s; %.0f topic partitions"
                            .formatted(round, decided.get(round - 1), ready.get(round - 1), all.get(round - 1)));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                PART, "first start of the topology's JVM, until the first commands are decided", "s", decided));
        figures.add(Figure.of(PART, "first start of the queries' JVM, until they are ready", "s", ready));
        figures.add(Figure.of(PART, "topic partitions of a fresh installation", "", all));
        byOwner.forEach((owner, counts) -> figures.add(Figure.of(PART, "of these, " + owner, "", counts)));
        return figures;
    }

    /** Seconds from the start of its process until it has decided the commands that wait for it. */
    private static double topology(BenchHost host, List<BenchPlayer> players) throws InterruptedException {
        try (CommandWriter writer = new CommandWriter(host);
                GroupMeter meter = new GroupMeter(host.clientConfig(), Throughput.TOPOLOGY)) {
            new Crowd(GAMES, ROBOTS, players).open(writer);
            long startNanos = System.nanoTime();
            host.startTopology(THREADS);
            meter.await(meter.ends(), START_MAXIMUM);
            return secondsSince(startNanos);
        }
    }

    /** Seconds from the start of their process until they say that they are ready. */
    private static double queries(BenchHost host) throws InterruptedException {
        long startNanos = System.nanoTime();
        URI queries = host.startQueries();
        Readiness.await(HttpClient.newHttpClient(), queries, START_MAXIMUM);
        return secondsSince(startNanos);
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
