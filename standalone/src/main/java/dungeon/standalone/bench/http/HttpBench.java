package dungeon.standalone.bench.http;

import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        HttpSystem system = new HttpSystem(data, plan.comparedClassPath());
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

    private static void remove(HttpSystem system, DataFolder folder, Path data) {
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

    /**
     * Runs it alone: {@code [rounds [seconds [only [class path to compare with]]]]}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpPlan standard = HttpPlan.standard();
        HttpPlan plan = new HttpPlan(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : standard.rounds(),
                standard.warmUp(),
                arguments.length > 1 ? Duration.ofSeconds(Long.parseLong(arguments[1])) : standard.measured(),
                standard.connections(),
                standard.fewConnections(),
                standard.queriesPerSecond(),
                standard.forwardedPerSecond(),
                standard.listsPerSecond(),
                standard.commandsPerSecond(),
                standard.batch(),
                arguments.length > 2 ? arguments[2] : "",
                arguments.length > 3 ? List.of(arguments[3].split(":")) : List.of());
        run(plan, Progress.onTerminal());
    }

    private List<HttpFigure> measure(HttpSystem system) throws IOException, InterruptedException {
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
        List<Step> wanted =
                steps.stream().filter(step -> step.name().contains(plan.only())).toList();
        Set<String> warm = new HashSet<>();
        for (Step step : wanted) {
            if (warm.add(step.name())) {
                step.warmUp().make();
            }
        }
        progress.say("Warmed up");
        List<HttpFigure> figures = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Step step : wanted) {
                HttpFigure figure = step.measure().make();
                progress.say("round %d  %s".formatted(round, figure));
                figures.add(figure);
            }
        }
        return figures;
    }

    private List<Step> steps(HttpSystem system, HttpGames games, Map<URI, BenchGame> byHolder) {
        List<Step> steps = new ArrayList<>();
        boolean compares = !plan.comparedClassPath().isEmpty();
        for (int i = 0; i < (compares ? 2 : 1); i++) {
            URI asked = system.queries().get(i);
            URI other = system.queries().get(1 - i);
            String mark = compares ? (i == 0 ? " (this)" : " (compared)") : "";
            addQueries(steps, system, asked, "local" + mark, byHolder.get(asked), plan.queriesPerSecond());
            addQueries(steps, system, asked, "forwarded" + mark, byHolder.get(other), plan.forwardedPerSecond());
        }
        for (int i = 0; i < system.ingests().size(); i++) {
            String mark = compares ? (i == 0 ? " (this)" : " (compared)") : "";
            addIngest(steps, system, system.ingests().get(i), mark, games, List.copyOf(byHolder.values()));
        }
        return steps;
    }

    private void addQueries(
            List<Step> steps, HttpSystem system, URI asked, String way, BenchGame game, double robotsPerSecond) {
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

    private void addIngest(
            List<Step> steps, HttpSystem system, URI ingest, String mark, HttpGames games, List<BenchGame> targets) {
        IngestBench bench = new IngestBench(targets, () -> Cpu.of(system.processIds()));
        for (int batch : List.of(1, plan.batch())) {
            int connections = batch == 1 ? plan.connections() : plan.fewConnections();
            HttpLoad warmUp = HttpLoad.asFastAsPossible(connections, plan.warmUp());
            Measure warming = () -> send(bench, ingest, mark, batch, warmUp, games, targets);
            for (HttpLoad load : loads(connections, plan.commandsPerSecond() / batch)) {
                Measure measure = () -> send(bench, ingest, mark, batch, load, games, targets);
                steps.add(new Step(IngestBench.nameOf(batch) + mark, measure, warming));
            }
        }
    }

    /** The topology, which has the same two cores, is through with the commands before the next measure begins. */
    private static HttpFigure send(
            IngestBench bench,
            URI ingest,
            String mark,
            int batch,
            HttpLoad load,
            HttpGames games,
            List<BenchGame> targets)
            throws IOException, InterruptedException {
        HttpFigure figure = bench.send(ingest, mark, batch, load);
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
