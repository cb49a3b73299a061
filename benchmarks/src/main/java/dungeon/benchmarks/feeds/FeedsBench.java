package dungeon.benchmarks.feeds;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.measure.Figure;
import dungeon.benchmarks.measure.ProcessMemory;
import dungeon.benchmarks.measure.ProcessTime;
import dungeon.standalone.machine.Readiness;
import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** A thousand who follow one game, and a thousand who follow two hundred, while 200 events a second happen in all. */
public final class FeedsBench {
    private static final String PART = "feeds";
    private static final int FOLLOWERS = 1_000;
    private static final List<Integer> GAMES = List.of(1, 200);
    private static final double EVENTS_PER_S = 200;
    /** All clients come from one address here, and the places of those who have left are free only after a while. */
    private static final Map<String, String> SETTINGS =
            Map.of("event.streams.maximum", "10000", "event.streams.per.address.maximum", "10000");

    /** The compilers are done by then with what each event takes. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration ARRIVED_MAXIMUM = Duration.ofSeconds(20);
    /** Of one game, with room. */
    private static final int EVENTS_MAXIMUM = 20_000;

    private static final long POLL_MS = 50;
    private static final double P50 = 50;
    private static final double P99 = 99;

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how often each is measured, each time on a new installation
     */
    public FeedsBench(Path folder, Optional<Path> recordings, int rounds) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
    }

    public List<Figure> measure(Consumer<String> progress) throws IOException, InterruptedException {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            try (BenchHost host =
                    new BenchHost(folder.resolve("%s-%d".formatted(PART, round)), recordings, List.of())) {
                Child queries = host.startQueries(SETTINGS);
                Readiness.await(HttpClient.newHttpClient(), host.queriesUrl(), READY_MAXIMUM);
                for (FeedTransport transport : FeedTransport.values()) {
                    for (int games : GAMES) {
                        add(measure(host, queries, transport, games), values);
                        progress.accept(
                                "Round %d: measured the %s with %d games".formatted(round, transport.text(), games));
                    }
                }
                add(new FeedTroubles(host).measure(queries), values);
                progress.accept("Round %d: measured troubles".formatted(round));
            }
        }
        return values.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void add(Map<String, Double> measured, Map<String, List<Double>> values) {
        measured.forEach((name, value) ->
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value));
    }

    private static Figure figure(String name, List<Double> values) {
        String unit = name.substring(name.lastIndexOf(',') + 2);
        Figure figure = Figure.of(PART, name.substring(0, name.lastIndexOf(',')), unit, values);
        boolean fault = name.contains("missing")
                || name.contains("ended")
                || name.contains("out of order")
                || name.contains("still connected");
        return fault ? figure.atMost(0) : figure;
    }

    private static Map<String, Double> measure(BenchHost host, Child queries, FeedTransport transport, int gameCount)
            throws IOException, InterruptedException {
        Commits commits = new Commits(gameCount, EVENTS_MAXIMUM);
        try (FeedGames games = new FeedGames(host.clientConfig(), transport.name(), gameCount, commits);
                FeedClients clients = new FeedClients(host.queriesUrl(), transport, commits)) {
            games.open();
            double before = ProcessMemory.of(queries).residentMegabytes();
            for (int i = 0; i < FOLLOWERS; i++) {
                int game = i % gameCount;
                clients.follow(game, games.gameId(game), 1);
            }
            await(clients, wanted(games.play(EVENTS_PER_S, WARM_UP.toNanos())));
            Histogram delaysUs = clients.recordAnew();
            long cpuNanos = ProcessTime.nanos(queries);
            long startNanos = System.nanoTime();
            long wanted = wanted(games.play(EVENTS_PER_S, MEASURED.toNanos()));
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            double cpu = (ProcessTime.nanos(queries) - cpuNanos) / 1e9;
            await(clients, wanted);
            ProcessMemory memory = ProcessMemory.of(queries);
            String of = "%s, %,d followers of %d game%s at %.0f events/s: "
                    .formatted(transport.text(), FOLLOWERS, gameCount, gameCount == 1 ? "" : "s", EVENTS_PER_S);
            Map<String, Double> measured = new LinkedHashMap<>();
            // Less than it should be on a machine on which nobody gets the cores.
            measured.put(of + "events written, 1/s", wanted / seconds * gameCount / FOLLOWERS);
            measured.put(of + "handed out, 1/s", clients.received() / seconds);
            measured.put(of + "from commit to client, p50, ms", delaysUs.getValueAtPercentile(P50) / 1_000.0);
            measured.put(of + "from commit to client, p99, ms", delaysUs.getValueAtPercentile(P99) / 1_000.0);
            measured.put(of + "from commit to client, longest, ms", delaysUs.getMaxValue() / 1_000.0);
            measured.put(of + "processor time of the queries, % of a core", 100 * cpu / seconds);
            measured.put(of + "heap of the queries, MB", memory.heapMegabytes());
            measured.put(of + "memory of the queries, MB", memory.residentMegabytes());
            measured.put(of + "the same without followers, MB", before);
            measured.put(of + "events missing, 1", (double) (wanted - clients.received()));
            measured.put(of + "events out of order, 1", (double) clients.outOfOrder());
            measured.put(of + "streams ended, 1", (double) clients.ended());
            return measured;
        }
    }

    /** How many events all followers get together: those of a game come to each who follows it. */
    private static long wanted(int[] eventsByGame) {
        long wanted = 0;
        for (int events : eventsByGame) {
            wanted += (long) events * FOLLOWERS / eventsByGame.length;
        }
        return wanted;
    }

    static void await(FeedClients clients, long wanted) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + ARRIVED_MAXIMUM.toNanos();
        while (clients.received() < wanted && System.nanoTime() < deadlineNanos) {
            Thread.sleep(POLL_MS);
        }
    }
}
