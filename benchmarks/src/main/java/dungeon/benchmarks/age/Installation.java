package dungeon.benchmarks.age;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.benchmarks.age.EndedGames.Written;
import dungeon.benchmarks.host.PlatformHost;
import dungeon.benchmarks.http.BenchGame;
import dungeon.benchmarks.http.HttpGames;
import dungeon.benchmarks.http.HttpLoad;
import dungeon.benchmarks.http.InTurn;
import dungeon.benchmarks.http.LoadFigures;
import dungeon.benchmarks.http.RequestBytes;
import dungeon.benchmarks.measure.ProcessMemory;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.processes.Child;
import dungeon.standalone.processes.IngestRole;
import dungeon.standalone.processes.QueriesRole;
import dungeon.standalone.processes.Role;
import dungeon.standalone.processes.TopologyRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One installation that was made as old as is wanted, and can be measured again and again. */
final class Installation implements AutoCloseable {
    /** Games are written ahead of the topology, so that a game is written to its end before its first timer is due. */
    private static final int CHUNK_GAMES = 250;

    /** Each timer of the past is due at once; a tick for each by itself would be most of what there is to do. */
    private static final Map<String, String> TICKS_IN_BATCHES = Map.of("tick.check.ms", "2000");

    private static final long AHEAD_MAXIMUM = 100_000;
    private static final int ENDED_MEASURED = 200;
    private static final int LAST_EVENTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final int CONNECTIONS = 8;

    /**
     * What the queries are asked.
     *
     * @param perSecond low enough that nothing waits for what came before it
     */
    private record Question(String name, double perSecond, List<String> paths) {}

    private final String name;
    private final PlatformHost host;
    private final List<Written> ended = new ArrayList<>();
    private BenchGame running;

    Installation(String name, Path folder) {
        this.name = name;
        host = new PlatformHost(folder, 1, TICKS_IN_BATCHES);
    }

    /** Lets all games be played to their end, and one more begin; returns when all of it was decided and nothing runs any more. */
    void grow(int games, int commandsPerPlayer, Consumer<String> progress) throws IOException, InterruptedException {
        host.start();
        PastTimes past = new PastTimes(host.clientConfig());
        past.begin();
        try (EndedGames writer = new EndedGames(host);
                Backlog backlog = new Backlog(host.clientConfig())) {
            for (int i = 0; i < games; i++) {
                Written written = writer.write(i, games, commandsPerPlayer);
                if (i % Math.max(1, games / ENDED_MEASURED) == 0) {
                    ended.add(written);
                }
                if (i % CHUNK_GAMES == CHUNK_GAMES - 1) {
                    writer.flush();
                    backlog.awaitAtMost(AHEAD_MAXIMUM, PATIENCE);
                }
                if (i % Math.max(1, games / 10) == 0) {
                    progress.accept("%s: %,d of %,d games were written".formatted(name, i, games));
                }
            }
            writer.flush();
            backlog.awaitAtMost(0, PATIENCE);
        }
        past.end();
        // What a topology that has time does afterwards: it removes what is over.
        try (Backlog backlog = new Backlog(host.clientConfig())) {
            backlog.awaitAtMost(0, PATIENCE);
        }
        running = new HttpGames(host).make().values().iterator().next();
        host.stop();
        progress.accept("%s: %,d games are over, and one runs".formatted(name, games));
    }

    /** Starts everything, measures, and stops it; figures by their names, which end with the unit. */
    Map<String, Double> measure() throws IOException, InterruptedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        host.startBroker();
        figures.put("start of ingest until it is ready, s", untilReady(IngestRole.class, host.ingest()));
        figures.put("start of the topology until it has decided a command, s", untilDecided());
        host.child(TopologyRole.class).terminate();
        host.removeTopologyState();
        figures.put("the same without local state, s", untilDecided());
        figures.put(
                "start of the queries until they are ready, s",
                untilReady(QueriesRole.class, host.queries().get(0)));
        for (Question question : questions()) {
            load(question, WARM_UP);
            LoadFigures measured = load(question, MEASURED);
            if (measured.errorCount() > 0) {
                throw new IllegalStateException("%s: %s".formatted(question.name(), measured.errors()));
            }
            figures.put(question.name() + ": p50, ms", measured.p50Ms());
            figures.put(question.name() + ": p99, ms", measured.p99Ms());
        }
        for (Class<? extends Role> role : List.of(TopologyRole.class, IngestRole.class, QueriesRole.class)) {
            ProcessMemory memory = ProcessMemory.of(host.child(role));
            figures.put("heap of " + Child.nameOf(role) + ", MB", memory.heapMegabytes());
            figures.put("memory of " + Child.nameOf(role) + " in all, MB", memory.residentMegabytes());
        }
        host.stop();
        return figures;
    }

    private double untilReady(Class<? extends Role> role, URI service) throws InterruptedException {
        long startNanos = System.nanoTime();
        host.child(role).start();
        host.awaitReady(service);
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private double untilDecided() throws IOException, InterruptedException {
        BenchGame.BenchPlayer player = running.players().get(0);
        new JsonHttp()
                .post(
                        host.ingest()
                                .resolve("/games/%s/commands?wait=0".formatted(running.gameId()))
                                .toString(),
                        player.token(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "ClearQueue")
                                .put("robotId", player.robotIds().get(0)));
        long startNanos = System.nanoTime();
        try (Backlog backlog = new Backlog(host.clientConfig())) {
            host.child(TopologyRole.class).start();
            backlog.awaitAtMost(0, PATIENCE);
        }
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private LoadFigures load(Question question, Duration duration) throws IOException {
        URI queries = host.queries().get(0);
        return HttpLoad.steady(CONNECTIONS, question.perSecond(), duration)
                .apply(
                        queries,
                        new InTurn(question.paths().stream()
                                .map(path -> RequestBytes.get(queries, path))
                                .toList()));
    }

    private List<Question> questions() {
        return List.of(
                new Question(
                        "one robot",
                        500,
                        running.robotIds().stream()
                                .map(robotId -> "/games/%s/robots/%s".formatted(running.gameId(), robotId))
                                .toList()),
                new Question("a page of all games", 50, pages("/games?limit=20")),
                new Question("the running games", 50, List.of("/games?limit=20&state=STARTED")),
                new Question(
                        "the last events of an ended game",
                        100,
                        ended.stream()
                                .map(game -> "/games/%s/events?from=%d"
                                        .formatted(game.gameId(), Math.max(1, game.events() - LAST_EVENTS)))
                                .toList()));
    }

    /** The first page, and those that begin behind some of the games. */
    private List<String> pages(String path) {
        return Stream.concat(Stream.of(path), ended.stream().map(game -> path + "&after=" + game.gameId()))
                .toList();
    }

    @Override
    public void close() {
        host.close();
    }
}
