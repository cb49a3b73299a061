package dungeon.benchmarks.micro;

import dungeon.robots.InMemoryGame;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.state.Robot;
import dungeon.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records per second through the serdes: those of the topics, and those of the stores. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class SerdeBenchmark {
    private Deserializer<Command> commandDeserializer;
    private byte[] command;
    private Serializer<Event> eventSerializer;
    private Event event;
    private Serializer<Robot> robotSerializer;
    private Deserializer<Robot> robotDeserializer;
    private Robot robot;
    private byte[] robotBytes;

    @Setup
    public void prepare() {
        CommandLog log = Logs.moves(1, 1);
        List<Event> events = new ArrayList<>();
        List<InMemoryGame> worlds = log.begin();
        log.play(worlds, events::addAll);
        event = events.get(0);
        robot = worlds.get(0).robots().get(0);
        StateSerde<Robot> robotSerde = new StateSerde<>(Robot.class);
        robotSerializer = robotSerde.serializer();
        robotDeserializer = robotSerde.deserializer();
        robotBytes = robotSerializer.serialize("robots", robot);
        try (FixedRegistry registry = new FixedRegistry()) {
            Serde<Command> commandSerde = Topics.COMMANDS.valueSerde(registry.clientConfig());
            command = commandSerde
                    .serializer()
                    .serialize(Topics.COMMANDS.name(), log.measured().get(0).command());
            commandDeserializer = commandSerde.deserializer();
            eventSerializer = Topics.EVENTS.valueSerde(registry.clientConfig()).serializer();
            // From here on both know the schemas that they need, and the registry is not asked again.
            readCommand();
            writeEvent();
        }
    }

    @Benchmark
    public Command readCommand() {
        return commandDeserializer.deserialize(Topics.COMMANDS.name(), command);
    }

    @Benchmark
    public byte[] writeEvent() {
        return eventSerializer.serialize(Topics.EVENTS.name(), event);
    }

    @Benchmark
    public Robot readRobot() {
        return robotDeserializer.deserialize("robots", robotBytes);
    }

    @Benchmark
    public byte[] writeRobot() {
        return robotSerializer.serialize("robots", robot);
    }
}
