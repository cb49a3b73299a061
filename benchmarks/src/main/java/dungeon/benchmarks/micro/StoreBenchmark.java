package dungeon.benchmarks.micro;

import dungeon.platform.streams.TableCodec;
import dungeon.platform.streams.TableKeys;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.state.Robot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The state stores in memory, without their changelogs: a robot read or written per second, and commands per second through
 * the processor that decides them on these stores.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StoreBenchmark {
    private static final int COMMANDS = RulesBenchmark.COMMANDS;

    /** A game of 1,000 robots in stores. */
    @State(Scope.Thread)
    public static class Stores {
        private ProcessorOnStores processor;
        private final TableCodec<Robot> codec = new TableCodec<>(RobotsTables.ROBOTS);
        private KeyValueStore<Bytes, byte[]> robots;
        private Bytes key;
        private Robot robot;

        @Setup
        public void open() {
            processor = new ProcessorOnStores();
            Logs.moves(1, 1).before().forEach(processor::process);
            robots = processor.robots();
            Bytes table = TableKeys.prefix(RobotsTables.ROBOTS.code());
            try (KeyValueIterator<Bytes, byte[]> all = robots.prefixScan(table, new BytesSerializer())) {
                KeyValue<Bytes, byte[]> first = all.next();
                key = first.key;
                robot = codec.decode(first.value);
            }
        }

        @TearDown
        public void close() {
            processor.close();
        }
    }

    /** Moves that are decided on stores. */
    @State(Scope.Thread)
    public static class Moves {
        private CommandLog log;
        private ProcessorOnStores processor;

        @Setup(Level.Trial)
        public void makeLog() {
            log = Logs.moves(1, COMMANDS);
        }

        @Setup(Level.Invocation)
        public void begin() {
            processor = new ProcessorOnStores();
            log.before().forEach(processor::process);
        }

        @TearDown(Level.Invocation)
        public void close() {
            processor.close();
        }

        private List<CommandLog.Sent> measured() {
            return log.measured();
        }
    }

    @Benchmark
    public Robot getRobot(Stores stores) {
        return stores.codec.decode(stores.robots.get(stores.key));
    }

    @Benchmark
    public void putRobot(Stores stores) {
        stores.robots.put(stores.key, stores.codec.encode(stores.robot));
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void moveRobotOnStores(Moves moves) {
        moves.measured().forEach(moves.processor::process);
    }
}
