package dungeon.benchmarks;

import dungeon.benchmarks.age.AgeBench;
import dungeon.benchmarks.feeds.FeedsBench;
import dungeon.benchmarks.http.HttpBench;
import dungeon.benchmarks.http.HttpFigure;
import dungeon.benchmarks.http.HttpPlan;
import dungeon.benchmarks.measure.Figure;
import dungeon.benchmarks.measure.Latency;
import dungeon.benchmarks.measure.Restore;
import dungeon.benchmarks.measure.Start;
import dungeon.benchmarks.measure.Throughput;
import dungeon.benchmarks.measure.WireBytes;
import dungeon.benchmarks.micro.MicroBenchmarks;
import dungeon.benchmarks.micro.MicroOptions;
import dungeon.benchmarks.micro.MicroResult;
import dungeon.benchmarks.plan.BenchPart;
import dungeon.benchmarks.plan.BenchPlan;
import dungeon.benchmarks.plan.BenchReport;
import dungeon.benchmarks.rooms.LiveRoomsBench;
import dungeon.benchmarks.rooms.RoomsBench;
import dungeon.benchmarks.security.SecurityBench;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures, prints each figure beside its limit, and writes a report. */
public final class BenchRun {
    private static final double RATIO_TARGET = 0.35;
    private static final double FLAT_WITHIN = 0.15;
    private static final double QUERIES_TARGET_PER_S = 10_000;
    private static final double QUERY_TARGET_MS = 20;
    private static final String HELD_QUERY = "one robot, local";

    private final BenchPlan plan;
    private final Progress progress;
    private final List<Figure> figures = new ArrayList<>();

    public BenchRun(BenchPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures all that is planned; whether every limit is kept is in the figures. */
    public List<Figure> run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("dungeon-bench");
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            for (BenchPart part : BenchPart.values()) {
                if (plan.parts().contains(part)) {
                    progress.say("Measuring: " + part);
                    List<Figure> measured = measure(part, folder.resolve("parts"));
                    figures.addAll(measured);
                    measured.forEach(figure -> progress.print("  " + figure));
                    if (plan.report().isPresent()) {
                        // After each part, so that what was measured is there if a later one fails.
                        BenchReport.write(plan.report().get(), plan, figures);
                    }
                }
            }
        }
        // What has failed is looked for in the logs that are there.
        DataFolder.remove(data);
        return figures;
    }

    private List<Figure> measure(BenchPart part, Path data) throws IOException, InterruptedException {
        return switch (part) {
            case THROUGHPUT -> throughput(data);
            case LATENCY -> new Latency(data, plan.recordings(), plan.rounds(), plan.latency()).measure(progress::say);
            case BYTES -> new WireBytes(data).measure();
            case START -> new Start(data, plan.recordings(), plan.rounds()).measure(progress::say);
            case RESTORE -> new Restore(data, plan.recordings(), plan.rounds()).measure(progress::say);
            case HTTP -> http(HttpBench.run(HttpPlan.standard().withRounds(plan.rounds()), progress));
            case FEEDS -> new FeedsBench(data, plan.recordings(), plan.rounds()).measure(progress::say);
            case ROOMS -> rooms(data);
            case SECURITY -> new SecurityBench(data, plan.rounds(), progress).measure();
            case AGE -> new AgeBench(data.resolve("age"), plan.rounds(), plan.age()).measure(progress::say);
            case MICRO -> micro(MicroBenchmarks.run(MicroOptions.standard()));
        };
    }

    private List<Figure> rooms(Path data) throws IOException, InterruptedException {
        List<Figure> figures =
                new ArrayList<>(new RoomsBench(data, plan.recordings(), plan.rounds()).measure(progress::say));
        figures.addAll(new LiveRoomsBench(data, plan.rounds()).measure(progress::say));
        return figures;
    }

    private List<Figure> throughput(Path data) throws InterruptedException {
        Throughput throughput = new Throughput(data, plan.recordings(), plan.rounds(), plan.warmUp(), plan.measured());
        List<Figure> measured = new ArrayList<>();
        List<Figure> costs = new ArrayList<>();
        for (Throughput.Load load : plan.loads()) {
            Throughput.Result result = throughput.of(load, progress::say);
            String part = "throughput";
            measured.add(
                    Figure.of(part, load + ": commands", "1/s", values(result, Throughput.Round::commandsPerSecond)));
            measured.add(Figure.of(part, load + ": events", "1/s", values(result, Throughput.Round::eventsPerSecond)));
            measured.add(Figure.of(
                    part, load + ": passed through", "1/s", values(result, Throughput.Round::passedThroughPerSecond)));
            Figure ratio = Figure.of(part, load + ": ratio", "", values(result, Throughput.Round::ratio));
            measured.add(load.games() > 1 ? ratio.atLeast(RATIO_TARGET) : ratio);
            measured.add(Figure.of(part, load + ": actions that succeed at once", "%", result.successPercent())
                    .atLeast(95));
            measured.add(Figure.of(
                    part, load + ": broker's processor time", "µs", values(result, Throughput.Round::brokerCpuMicros)));
            Figure cost = Figure.of(
                    part, load + ": processor time of a command", "µs", values(result, Throughput.Round::cpuMicros));
            costs.add(
                    costs.isEmpty() || load.threads() > 1
                            ? cost
                            : cost.atMost(costs.get(0).median() * (1 + FLAT_WITHIN)));
        }
        measured.addAll(costs);
        return measured;
    }

    private static List<Double> values(Throughput.Result result, ToDoubleFunction<Throughput.Round> value) {
        return result.rounds().stream().map(value::applyAsDouble).toList();
    }

    private static List<Figure> http(List<HttpFigure> measured) {
        Map<String, List<HttpFigure>> byName = new LinkedHashMap<>();
        measured.forEach(figure -> byName.computeIfAbsent(
                        "%s, %s".formatted(figure.what(), figure.load()), name -> new ArrayList<>())
                .add(figure));
        List<Figure> figures = new ArrayList<>();
        byName.forEach((name, rounds) -> {
            boolean held = name.startsWith(HELD_QUERY);
            boolean openLoop = name.endsWith("/s");
            Figure perSecond = httpFigure(name + ": per second", "1/s", rounds, HttpFigure::perSecond);
            figures.add(held && !openLoop ? perSecond.atLeast(QUERIES_TARGET_PER_S) : perSecond);
            figures.add(httpFigure(
                    name + ": p50", "ms", rounds, figure -> figure.figures().p50Ms()));
            Figure p99 = httpFigure(
                    name + ": p99", "ms", rounds, figure -> figure.figures().p99Ms());
            figures.add(held ? p99.atMost(QUERY_TARGET_MS) : p99);
            figures.add(httpFigure(
                    name + ": p99.9", "ms", rounds, figure -> figure.figures().p999Ms()));
            figures.add(httpFigure(
                            name + ": errors",
                            "",
                            rounds,
                            figure -> figure.figures().errorCount())
                    .atMost(0));
        });
        return figures;
    }

    private static Figure httpFigure(
            String name, String unit, List<HttpFigure> rounds, ToDoubleFunction<HttpFigure> value) {
        return Figure.of(
                "http", name, unit, rounds.stream().map(value::applyAsDouble).toList());
    }

    private static List<Figure> micro(List<MicroResult> results) {
        return results.stream()
                .map(result -> {
                    Figure figure = Figure.of("micro", result.name(), result.unit(), result.score());
                    return result.name().equals(MicroBenchmarks.MIX)
                            ? figure.atLeast(MicroBenchmarks.RULES_TARGET_PER_S)
                            : figure;
                })
                .toList();
    }
}
