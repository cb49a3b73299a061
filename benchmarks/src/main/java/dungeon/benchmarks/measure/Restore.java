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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long it takes until a topology that was stopped after a million commands decides again, and what it takes in memory. All of
 * its state is in memory, so every start reads the changelogs.
 */
public final class Restore {
    private static final int GAMES = 64;
    private static final int ROBOTS = 1_000;
    private static final int COMMANDS = 1_000_000;
    private static final int CHUNK = 250_000;
    private static final Duration CHUNK_MAXIMUM = Duration.ofMinutes(3);
    private static final double TARGET_S = 10;
    private static final String PART = "restore";

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how many starts are measured
     */
    public Restore(Path folder, Optional<Path> recordings, int rounds) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
    }

    public List<Figure> measure(Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(GAMES, ROBOTS));
        Crowd crowd = new Crowd(GAMES, ROBOTS, players);
        List<Double> starts = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        List<Double> residents = new ArrayList<>();
        try (BenchHost host = new BenchHost(folder.resolve(PART), recordings, players);
                CommandWriter writer = new CommandWriter(host);
                GroupMeter meter = new GroupMeter(host.clientConfig(), Throughput.TOPOLOGY)) {
            crowd.open(writer);
            Child topology = host.startTopology(1);
            for (int sent = 0; sent < COMMANDS; sent += CHUNK) {
                for (int i = 0; i < CHUNK; i++) {
                    writer.send(crowd.next());
                }
                writer.flush();
                meter.await(meter.ends(), CHUNK_MAXIMUM);
                progress.accept("%,d of %,d commands decided".formatted(sent + CHUNK, COMMANDS));
            }
            for (int round = 1; round <= rounds; round++) {
                topology.terminate();
                writer.send(crowd.next());
                writer.flush();
                long startNanos = System.nanoTime();
                topology.start();
                meter.await(meter.ends(), CHUNK_MAXIMUM);
                starts.add((System.nanoTime() - startNanos) / 1e9);
                ProcessMemory memory = ProcessMemory.of(topology);
                heaps.add(memory.heapMegabytes());
                residents.add(memory.residentMegabytes());
                progress.accept("Start %d: a command decided after %.1f s; heap in use %.0f MB, memory in all %.0f MB"
                        .formatted(round, starts.get(round - 1), memory.heapMegabytes(), memory.residentMegabytes()));
            }
        }
        return List.of(
                Figure.of(
                                PART,
                                "start of a JVM with the state of 1,000,000 commands, until a command is decided",
                                "s",
                                starts)
                        .atMost(TARGET_S),
                Figure.of(PART, "heap in use of the topology after that", "MB", heaps),
                Figure.of(PART, "memory of the topology's process after that, in all", "MB", residents));
    }
}
