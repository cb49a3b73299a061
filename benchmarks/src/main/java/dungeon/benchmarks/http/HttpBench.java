package dungeon.benchmarks.http;

import dungeon.benchmarks.host.PlatformHost;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast queries are answered and commands are taken over HTTP, with everything on this machine: the broker, the
 * services in processes of their own, and the load generator in this one.
 */
public final class HttpBench {
    private static final int INSTANCES = 2;

    private interface Measure {
        HttpFigure make() throws IOException, InterruptedException;
    }

    /** A measure, and a shorter one of the same kind that warms the servers up. */
    private record Step(String name, Measure measure, Measure warmUp) {}

    private final HttpPlan plan;
    private final Progress progress;

    private HttpBench(HttpPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Starts the system in a folder of its own, measures, and removes both, also when it fails or is told to end.
     *
     * @return the figures of all rounds, in the order of measuring
     */
    public static List<HttpFigure> run(HttpPlan plan, Progress progress) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("dungeon-bench-http");
        DataFolder folder = DataFolder.open(data);
        if (System.getProperty("dungeon.logs") == null) {
            Logging.toFolder(folder.resolve("logs"));
        }
        PlatformHost system = new PlatformHost(data, INSTANCES, Map.of());
        Thread onSignal = new Thread(() -> remove(system, folder, data), "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return new HttpBench(plan, progress).measure(system);
        } finally {
            if (isCalledOff(onSignal)) {
                remove(system, folder, data);
            }
        }
    }

    private static void remove(PlatformHost system, DataFolder folder, Path data) {
        system.close();
        folder.close();
        DataFolder.remove(data);
    }

    /** Not if the JVM is ending already: then the hook runs, and does the same. */
    private static boolean isCalledOff(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(HttpBench.class).debug("The JVM is ending", e);
            return false;
        }
    }

    private List<HttpFigure> measure(PlatformHost system) throws IOException, InterruptedException {
        system.start();
        progress.say(
                "Broker, registry, topology, two instances of the queries and ingest serve: " + system.processIds());
        HttpGames games = new HttpGames(system);
        Map<URI, BenchGame> byHolder = games.make();
        progress.say("%d games with %d robots each are running"
                .formatted(
                        byHolder.size(),
                        byHolder.get(system.queries().get(0)).robotIds().size()));
        return measure(steps(system, games, byHolder));
    }

    private List<HttpFigure> measure(List<Step> steps) throws IOException, InterruptedException {
        Set<String> warm = new HashSet<>();
        for (Step step : steps) {
            if (warm.add(step.name())) {
                step.warmUp().make();
            }
        }
        progress.say("Warmed up");
        List<HttpFigure> figures = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Step step : steps) {
                HttpFigure figure = step.measure().make();
                progress.say("round %d  %s".formatted(round, figure));
                figures.add(figure);
            }
        }
        return figures;
    }

    private List<Step> steps(PlatformHost system, HttpGames games, Map<URI, BenchGame> byHolder) {
        List<Step> steps = new ArrayList<>();
        URI asked = system.queries().get(0);
        URI other = system.queries().get(1);
        addQueries(steps, system, asked, "local", byHolder.get(asked), plan.queriesPerSecond());
        addQueries(steps, system, asked, "forwarded", byHolder.get(other), plan.forwardedPerSecond());
        addIngest(steps, system, games, List.copyOf(byHolder.values()));
        return steps;
    }

    private void addQueries(
            List<Step> steps, PlatformHost system, URI asked, String way, BenchGame game, double robotsPerSecond) {
        QueriesBench bench = new QueriesBench(List.of(game), () -> Cpu.of(system.processIds()));
        for (QueriesBench.Question question : QueriesBench.Question.values()) {
            boolean one = question == QueriesBench.Question.ONE_ROBOT;
            int connections = one ? plan.connections() : plan.fewConnections();
            double perSecond = one ? robotsPerSecond : plan.listsPerSecond();
            HttpLoad warmUp = HttpLoad.asFastAsPossible(connections, plan.warmUp());
            Measure warming = () -> bench.ask(asked, way, question, warmUp);
            for (HttpLoad load : loads(connections, perSecond)) {
                Measure measure = () -> bench.ask(asked, way, question, load);
                steps.add(new Step(QueriesBench.nameOf(question, way), measure, warming));
            }
        }
    }

    private void addIngest(List<Step> steps, PlatformHost system, HttpGames games, List<BenchGame> targets) {
        IngestBench bench = new IngestBench(targets, () -> Cpu.of(system.processIds()));
        for (int batch : List.of(1, plan.batch())) {
            int connections = batch == 1 ? plan.connections() : plan.fewConnections();
            HttpLoad warmUp = HttpLoad.asFastAsPossible(connections, plan.warmUp());
            Measure warming = () -> send(bench, system.ingest(), batch, warmUp, games, targets);
            for (HttpLoad load : loads(connections, plan.commandsPerSecond() / batch)) {
                Measure measure = () -> send(bench, system.ingest(), batch, load, games, targets);
                steps.add(new Step(IngestBench.nameOf(batch), measure, warming));
            }
        }
    }

    /** The topology, which has the same two cores, is through with the commands before the next measure begins. */
    private static HttpFigure send(
            IngestBench bench, URI ingest, int batch, HttpLoad load, HttpGames games, List<BenchGame> targets)
            throws IOException, InterruptedException {
        HttpFigure figure = bench.send(ingest, batch, load);
        for (BenchGame game : targets) {
            games.awaitDecided(game);
        }
        return figure;
    }

    private List<HttpLoad> loads(int connections, double perSecond) {
        return List.of(
                HttpLoad.asFastAsPossible(connections, plan.measured()),
                HttpLoad.steady(plan.connections(), perSecond, plan.measured()));
    }
}
