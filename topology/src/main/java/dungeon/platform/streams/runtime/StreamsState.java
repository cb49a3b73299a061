package dungeon.platform.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.kafka.streams.KafkaStreams;

/** Measures what an application of Kafka Streams is doing, as numbers that alerts can be written on. */
public final class StreamsState {
    private StreamsState() {}

    /** Measures the one application of a process. */
    public static void measure(KafkaStreams streams, MeterRegistry meters) {
        measure(streams, meters, Tags.empty());
    }

    /**
     * Measures one application of several in a process.
     *
     * @param tags tell it from the others
     */
    public static void measure(KafkaStreams streams, MeterRegistry meters, Tags tags) {
        Gauge.builder("dungeon.streams.running", streams, of -> of.state() == KafkaStreams.State.RUNNING ? 1 : 0)
                .tags(tags)
                .description(
                        "1 if all partitions of the instance are worked on, 0 while it starts, restores, moves them or has failed")
                .register(meters);
        Gauge.builder("dungeon.streams.failed", streams, of -> of.state() == KafkaStreams.State.ERROR ? 1 : 0)
                .tags(tags)
                .description("1 if the instance has given up")
                .register(meters);
    }
}
