package dungeon.platform.streams.operator;

import dungeon.platform.operator.Health;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** How a Kafka Streams application is: it lives while it runs or its partitions move, and is ready while it runs. */
public final class StreamsHealth implements Health {
    private final String name;
    private final Supplier<KafkaStreams.State> state;
    private volatile boolean hasRun;

    /**
     * @param name of the application
     * @param state null as long as there is none, because the brokers are still waited for
     */
    public StreamsHealth(String name, Supplier<KafkaStreams.State> state) {
        this.name = name;
        this.state = state;
    }

    @Override
    public List<String> fatalProblems() {
        KafkaStreams.State now = state.get();
        // What has not begun cannot be helped by beginning again.
        boolean lives = now == null || now == KafkaStreams.State.CREATED || now.isRunningOrRebalancing();
        return lives ? List.of() : List.of("%s is %s".formatted(name, now));
    }

    @Override
    public List<String> problems() {
        KafkaStreams.State now = state.get();
        if (now == KafkaStreams.State.RUNNING) {
            hasRun = true;
            return List.of();
        }
        return List.of("%s is %s".formatted(name, now == null ? "waiting for the brokers and the registry" : now));
    }

    @Override
    public List<String> startProblems() {
        List<String> problems = problems();
        return hasRun ? List.of() : problems;
    }
}
