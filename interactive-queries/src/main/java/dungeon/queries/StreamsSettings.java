package dungeon.queries;

import dungeon.platform.streams.runtime.SharedSettings;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.views.StoreSource;
import dungeon.queries.views.View;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** The settings of Kafka Streams for the views. */
final class StreamsSettings {
    private StreamsSettings() {}

    static Properties of(View<?> view, QueriesConfig config, HostInfo self) {
        Properties settings = new Properties();
        settings.putAll(config.clientSettings());
        SharedSettings.group(settings, view.applicationId(), config.groupInstanceId(), config.sessionTimeoutMs());
        SharedSettings.exactlyOnce(settings, config.replicationFactor());
        SharedSettings.state(
                settings,
                config.stateDir(),
                config.standbyReplicas(),
                config.cacheBytes() * view.eighths() / 8,
                config.limits().rocksDbBytes());
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        // Changes go to the changelogs in batches, since nobody waits for them.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitIntervalMs());
        // A thread that waits for records looks up at least so often, for tasks that just became ready among others.
        settings.put(StreamsConfig.POLL_MS_CONFIG, 20);
        // An instance that is so few changes behind takes over at once; it catches up with them in about a second.
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, StoreSource.COPY_LAG_MAXIMUM);
        return settings;
    }
}
