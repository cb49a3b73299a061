package dungeon.benchmarks.micro;

import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events per second folded into a game in memory, as the read side, a replay and an audit do it. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class EvolutionBenchmark {
    private static final int EVENTS = RulesBenchmark.COMMANDS;

    private final List<Event> events = new ArrayList<>();
    private CommandLog log;
    private InMemoryGame world;

    @Setup(Level.Trial)
    public void decide() {
        log = Logs.moves(1, EVENTS);
        log.play(log.begin(), events::addAll);
    }

    @Setup(Level.Invocation)
    public void begin() {
        world = log.begin().get(0);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public InMemoryGame robotMoved() {
        for (Event event : events) {
            world.fold(event);
        }
        return world;
    }
}
