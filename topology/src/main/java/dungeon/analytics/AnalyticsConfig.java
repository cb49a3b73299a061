package dungeon.analytics;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import dungeon.platform.streams.runtime.SharedSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of the application, by the names that {@link Settings#texts} reads.
 *
 * @param bootstrapServers {@code bootstrap.servers}: where the broker is
 * @param schemaRegistryUrl {@code schema.registry.url}: the schema registry
 * @param httpHost {@code http.host}: the address that the HTTP server binds to
 * @param httpPort {@code http.port}: its port; 0 for any that is free
 * @param allowedOrigins {@code http.allowed.origins}: sites whose pages may ask, with commas between; {@code *} for all
 * @param applicationServer {@code application.server}: host:port under which the other instances reach this one; empty for where it listens
 * @param stateDir {@code state.dir}: folder of the stores
 * @param threads {@code num.stream.threads}: how many partitions are folded at a time
 * @param standbyReplicas {@code num.standby.replicas}: how many other instances follow each partition
 * @param replicationFactor {@code replication.factor} of what is created; -1 for the broker's default
 * @param groupInstanceId {@code group.instance.id}: a name that stays with this instance over restarts; empty for none
 * @param sessionTimeoutMs {@code session.timeout.ms}: how long an instance can be silent before others take over
 * @param commitIntervalMs {@code commit.interval.ms}: how long readers of results wait at most
 * @param rocksDbBytes {@code rocksdb.memory.bytes}: memory of the stores, outside the Java heap
 * @param others all other keys: handed to the Kafka clients and the serdes as they are, such as {@code security.protocol}
 */
public record AnalyticsConfig(
        String bootstrapServers,
        String schemaRegistryUrl,
        String httpHost,
        int httpPort,
        String allowedOrigins,
        String applicationServer,
        Path stateDir,
        int threads,
        int standbyReplicas,
        int replicationFactor,
        String groupInstanceId,
        int sessionTimeoutMs,
        long commitIntervalMs,
        long rocksDbBytes,
        Map<String, String> others) {

    private static final long MEGABYTE = 1024 * 1024;

    /** For what changes between two commits. */
    private static final long CACHE_BYTES = 16 * MEGABYTE;

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define("bootstrap.servers", STRING, "127.0.0.1:9092", HIGH, "Where the broker is.")
            .define("schema.registry.url", STRING, "http://127.0.0.1:8082/apis/ccompat/v7", HIGH, "The registry.")
            .define("http.host", STRING, "127.0.0.1", HIGH, "The address that the HTTP server binds to.")
            .define("http.port", INT, 8085, between(0, 65_535), HIGH, "Its port; 0 for any that is free.")
            .define("http.allowed.origins", STRING, "*", LOW, "Sites whose pages may ask; * for all.")
            .define("application.server", STRING, "", HIGH, "host:port for the others; blank for that of HTTP.")
            .define("state.dir", STRING, ".dungeon/analytics", HIGH, "The folder of the stores.")
            .define("num.stream.threads", INT, 1, between(1, 64), MEDIUM, "Partitions folded at a time.")
            // A copy on another instance costs as much as the first, and people can wait for figures for some seconds.
            .define("num.standby.replicas", INT, 0, between(0, 10), MEDIUM, "Other instances that follow.")
            .define("replication.factor", INT, -1, between(-1, 100), HIGH, "Of what is created; -1 for the default.")
            .define("group.instance.id", STRING, "", LOW, "A lasting name in the group; blank for none.")
            // The shortest that brokers allow, and long enough for a pause of the garbage collector.
            .define("session.timeout.ms", INT, 6_000, between(1_000, 1_800_000), MEDIUM, "Silence until others go on.")
            // Windows are of minutes; stores are read as they are, before a commit too.
            .define("commit.interval.ms", LONG, 1_000L, between(10, 20_000), MEDIUM, "How long results wait at most.")
            .define("rocksdb.memory.bytes", LONG, 32 * MEGABYTE, atLeast(8 * MEGABYTE), MEDIUM, "Outside the heap.");

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static AnalyticsConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new AnalyticsConfig(
                settings.text("bootstrap.servers"),
                settings.text("schema.registry.url"),
                settings.text("http.host"),
                settings.number("http.port"),
                settings.text("http.allowed.origins"),
                settings.text("application.server"),
                Path.of(settings.text("state.dir")),
                settings.number("num.stream.threads"),
                settings.number("num.standby.replicas"),
                settings.number("replication.factor"),
                settings.text("group.instance.id"),
                settings.number("session.timeout.ms"),
                settings.bigNumber("commit.interval.ms"),
                settings.bigNumber("rocksdb.memory.bytes"),
                settings.others());
    }

    /** The settings of every Kafka client and of the serdes. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(others);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("schema.registry.url", schemaRegistryUrl);
        return settings;
    }

    /**
     * The settings of Kafka Streams.
     *
     * @param self host:port under which the other instances reach this one
     */
    public Properties streamsSettings(String self) {
        Properties settings = new Properties();
        settings.putAll(clientSettings());
        SharedSettings.group(settings, AnalyticsTopology.APPLICATION_ID, groupInstanceId, sessionTimeoutMs);
        SharedSettings.exactlyOnce(settings, replicationFactor);
        SharedSettings.state(settings, stateDir, standbyReplicas, CACHE_BYTES, rocksDbBytes);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitIntervalMs);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self);
        // Nobody waits for what is partitioned anew, and most of it is small.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return settings;
    }
}
