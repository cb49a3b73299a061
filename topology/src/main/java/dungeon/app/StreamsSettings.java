package dungeon.app;

import dungeon.platform.streams.BoundedRocksDb;
import dungeon.schemas.topics.Topics;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** The settings of Kafka Streams for the topology; none that correctness or speed depends on is left to a default. */
public final class StreamsSettings {
    /** State older than this is not used again: the changelog's tombstones are kept for 24 h only. */
    private static final long STATE_AGE_MAXIMUM_MS = 12 * 3_600_000L;
    /** Of all stores of a process together, if they are kept in RocksDB, outside the Java heap. */
    private static final long ROCKS_DB_BYTES = 64L * 1024 * 1024;

    private StreamsSettings() {}

    /** All of them; the pass-through of the benchmark runs with the same. */
    public static Properties of(TopologyConfig config) {
        Properties settings = new Properties();
        settings.putAll(config.clientConfig());
        identity(settings, config);
        guarantee(settings, config);
        latency(settings, config);
        state(settings, config);
        errors(settings);
        return settings;
    }

    private static void identity(Properties settings, TopologyConfig config) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        // The newer protocol has no static members and no standby settings of the client yet.
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                config.sessionTimeout().toMillis());
        // Three heartbeats have to be lost before an instance is taken for dead.
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) config.sessionTimeout().toMillis() / 3);
        if (!config.instanceId().isEmpty()) {
            settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        }
    }

    private static void guarantee(Properties settings, TopologyConfig config) {
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Changelogs are the state; as many copies as the topics have.
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                config.replicationFactor() > 2 ? 2 : 1);
        // Commands may not be skipped because a group is new: the first one can be there before the first instance.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // The games of a killed instance, and all readers of its partitions, wait until its open transaction has timed
        // out. What is longer than this time can never be committed, and would be begun again for ever: waiting for the
        // registry takes up to 7 s. Large work is cut into slices, 3 s for twelve tasks; what cannot be cut is one
        // decision beside each, such as a new map of 200 x 200 tiles.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG), 15_000);
        // A transaction that begins right after another is told to try again while the end of the other is still being
        // written to the partitions: some ms in a cluster. The standard pause of 100 ms is four commit intervals.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
        // The longest record that is written is a dead letter.
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.DEAD_LETTER_BYTES_MAXIMUM);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Each task has one input topic, so there is nothing to wait for; 0 looks, for each record, whether there is.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    }

    private static void latency(Properties settings, TopologyConfig config) {
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        // Punctuators fire between polls, so a poll may not last longer than the check for due timers waits.
        settings.put(StreamsConfig.POLL_MS_CONFIG, config.tickCheck().toMillis());
        // Events wait for the commit anyhow; what lingers longer than a few ms only makes the commit later.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        // With more records a poll, the first ones wait for the last before they are committed.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 1);
        // A partition that is new to the client shows up within this time.
        settings.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    }

    private static void state(Properties settings, TopologyConfig config) {
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, STATE_AGE_MAXIMUM_MS);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        // Holds what changes between two commits and is written to the changelog once: some kB a game. A cache that is
        // full is written earlier, which costs no more than having none.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L * 1024 * 1024);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY_BYTES, ROCKS_DB_BYTES);
        // An in-memory store is restored at each start, so fetch it in large pieces.
        settings.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
    }

    private static void errors(Properties settings) {
        // What can be wrong with a record is told apart in the gate. Anything else is a fault of ours or of the
        // cluster:
        // the transaction is aborted and nothing is skipped.
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
    }

    /** The settings as text, for the log at start-up. */
    static Map<String, String> readable(Properties settings) {
        Map<String, String> readable = new TreeMap<>();
        settings.forEach((key, value) -> {
            String name = key.toString();
            boolean secret = name.contains("password") || name.contains("jaas") || name.contains("user.info");
            readable.put(name, secret ? "***" : value.toString());
        });
        return readable;
    }
}
