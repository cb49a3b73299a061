package dungeon.benchmarks.host;

import dungeon.app.StreamsSettings;
import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * What Kafka Streams alone does with the same commands: each is read and written, bytes and headers as they are, exactly once,
 * with the settings of the topology. It decides nothing and keeps nothing, so nothing on Kafka Streams is faster.
 */
public final class PassThrough implements AutoCloseable {
    private final KafkaStreams streams;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    public PassThrough(TopologyConfig config) {
        Topology topology = new Topology();
        topology.addSource("commands", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.COMMANDS.name())
                .addSink(
                        "same",
                        BenchHost.PASS_THROUGH_TOPIC,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "commands");
        streams = new KafkaStreams(topology, StreamsSettings.of(config));
        streams.setUncaughtExceptionHandler(thrown -> {
            failure.complete(thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    /** Completes, with the cause, if it has ended by itself. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        streams.close();
    }
}
