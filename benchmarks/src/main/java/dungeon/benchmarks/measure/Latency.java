package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.load.CommandWriter;
import dungeon.benchmarks.load.Crowd;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * From the moment at which a command should have been sent until a reader has a committed answer to it: of the topology an event, of
 * the pass-through the copy. Commands are sent at a steady rate whatever comes back, and one that is sent late counts from when it
 * was due: who waits for answers before sending more leaves out exactly what is slow. Each application is measured cold, right
 * after its start, and warm, when what it runs is compiled.
 */
public final class Latency {
    private static final int GAMES = 64;
    private static final int ROBOTS = 1_000;
    private static final int THREADS = 1;
    private static final int LIMITED_PER_S = 2_000;
    private static final double P99_TARGET_MS = 60;

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;
    private final LatencyPlan plan;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how often each rate is measured, with a new process each time
     */
    public Latency(Path folder, Optional<Path> recordings, int rounds, LatencyPlan plan) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
        this.plan = plan;
    }

    public List<Figure> measure(Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(GAMES, ROBOTS));
        LatencyFigures figures = new LatencyFigures();
        try (BenchHost host = new BenchHost(folder.resolve(LatencyFigures.PART), recordings, players);
                CommandWriter writer = new CommandWriter(host);
                LatencySubject topology =
                        LatencySubject.topology(host, writer, new Crowd(GAMES, ROBOTS, players), GAMES, THREADS);
                LatencySubject passThrough =
                        LatencySubject.passThrough(host, writer, new Crowd(GAMES, ROBOTS, players), GAMES, THREADS)) {
            for (LatencySubject subject : List.of(topology, passThrough)) {
                // Not measured: cold is to be the application alone, and not the broker or the load generator.
                subject.open();
                warmUp(subject);
                subject.stop();
            }
            progress.accept("The broker and the load generator are warm");
            for (int round = 1; round <= rounds; round++) {
                // In turn, so that neither always finds the quieter machine.
                boolean passThroughFirst = round % 2 == 0;
                Map<String, Delays> passedThrough = passThroughFirst ? delays(passThrough) : null;
                Map<String, Delays> decided = delays(topology);
                passedThrough = passThroughFirst ? passedThrough : delays(passThrough);
                for (Map.Entry<String, Delays> load : decided.entrySet()) {
                    String name = load.getKey();
                    progress.accept("%s, round %d: %s"
                            .formatted(name, round, figures.add(name, load.getValue(), passedThrough.get(name))));
                }
            }
        }
        return figures.figures(warm(LIMITED_PER_S), P99_TARGET_MS);
    }

    /** Of a new process, by load. */
    private Map<String, Delays> delays(LatencySubject subject) throws InterruptedException {
        Map<String, Delays> byLoad = new LinkedHashMap<>();
        subject.start();
        byLoad.put("cold, %,d/s".formatted(LatencyPlan.COLD_PER_S), subject.at(LatencyPlan.COLD_PER_S, plan.cold()));
        warmUp(subject);
        for (int perSecond : plan.perSecond()) {
            subject.leadIn(perSecond, plan.leadIn());
            byLoad.put(warm(perSecond), subject.at(perSecond, plan.measured()));
        }
        subject.stop();
        return byLoad;
    }

    private void warmUp(LatencySubject subject) throws InterruptedException {
        subject.decide(plan.warmUpCommands());
        subject.letCompile(LatencyPlan.COLD_PER_S, plan.warmUpMaximum());
    }

    private static String warm(int perSecond) {
        return "warm, %,d/s".formatted(perSecond);
    }
}
