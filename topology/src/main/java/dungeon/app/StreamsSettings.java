package dungeon.app;

import dungeon.platform.streams.runtime.SharedSettings;
import dungeon.schemas.topics.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** The settings of Kafka Streams for the topology; none that correctness or speed depends on is left to a default. */
public final class StreamsSettings {
    /**
     * Holds what changes between two commits and is written to the changelog once: some kB a game. A cache that is full is written
     * earlier, which costs no more than having none.
     */
    private static final long CACHE_BYTES = 32L * 1024 * 1024;

    private StreamsSettings() {}

    /** All of them; the pass-through of the benchmark runs with the same. */
    public static Properties of(TopologyConfig config) {
        Properties settings = new Properties();
        settings.putAll(config.clientConfig());
        SharedSettings.group(settings, config.applicationId(), config.instanceId(), (int)
                config.sessionTimeout().toMillis());
        SharedSettings.exactlyOnce(settings, config.replicationFactor());
        SharedSettings.state(settings, config.stateDir(), config.standbyReplicas(), CACHE_BYTES, config.rocksDbBytes());
        work(settings, config);
        latency(settings, config);
        errors(settings);
        return settings;
    }

    private static void work(Properties settings, TopologyConfig config) {
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        // The longest record that is written is a dead letter.
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.DEAD_LETTER_BYTES_MAXIMUM);
        // Each task has one input topic, so there is nothing to wait for; 0 looks, for each record, whether there is.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // An in-memory store is restored at each start, so fetch it in large pieces.
        settings.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
    }

    private static void latency(Properties settings, TopologyConfig config) {
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        // Punctuators fire between polls, so a poll may not last longer than the check for due timers waits.
        settings.put(StreamsConfig.POLL_MS_CONFIG, config.tickCheck().toMillis());
        // Events wait for the commit anyhow; what lingers longer than a few ms only makes the commit later.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        // A transaction that begins right after another is told to try again while the end of the other is still being
        // written to the partitions: some ms in a cluster. The standard pause of 100 ms is four commit intervals.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 1);
        // A partition that is new to the client shows up within this time.
        settings.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    }

    private static void errors(Properties settings) {
        // What can be wrong with a record is told apart in the gate. Anything else is a fault of ours or of the
        // cluster: the transaction is aborted and nothing is skipped.
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
    }
}
