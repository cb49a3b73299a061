package dungeon.queries;

import dungeon.platform.streams.BoundedRocksDb;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.views.StoreSource;
import dungeon.queries.views.ViewsTopology;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** The settings of Kafka Streams, each with the reason for its value. */
final class StreamsSettings {
    private StreamsSettings() {}

    static Properties of(QueriesConfig config, HostInfo self) {
        Properties settings = new Properties();
        settings.putAll(config.clientSettings());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ViewsTopology.APPLICATION_ID);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());

        // The fold may be repeated, but only a transaction keeps an instance that the group has given up from writing
        // over what its successor wrote to the changelogs.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Outlasts the longest commit interval and a pause; that of a dead instance is ended by the others long before.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG), 15_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), config.sessionTimeoutMs());
        // Three heartbeats can be lost before the session ends.
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                config.sessionTimeoutMs() / 4);
        // Bounds how long a fold keeps its thread from the group, with a slow registry in between.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
        if (!config.groupInstanceId().isEmpty()) {
            settings.put(
                    StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.groupInstanceId());
        }
        // Changes go to the changelogs in batches, since nobody waits for them.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");

        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitIntervalMs());
        // A thread that waits for records looks up at least so often, for tasks that just became ready among others.
        settings.put(StreamsConfig.POLL_MS_CONFIG, 20);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, config.cacheBytes());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
        // A record of a changelog may not be lost with one broker, when the offsets that belong to it are not.
        if (config.replicationFactor() > 2) {
            settings.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), 2);
        }
        // An instance that is so few changes behind takes over at once; it catches up with them in about a second.
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, StoreSource.COPY_LAG_MAXIMUM);
        // Older files could miss deletions that the changelog has forgotten (its delete.retention.ms is 24 h).
        settings.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, 12 * 3_600_000L);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY_BYTES, config.rocksDbBytes());
        // A generated name would shift when the graph changes, and leave a changelog behind.
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        // Nothing is reported to the broker's operator unasked.
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
