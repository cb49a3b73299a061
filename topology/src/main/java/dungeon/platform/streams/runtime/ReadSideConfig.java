package dungeon.platform.streams.runtime;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings that applications have in common which read events and that no game waits for.
 *
 * @param bootstrapServers {@code bootstrap.servers}: where the broker is
 * @param schemaRegistryUrl {@code schema.registry.url}: the schema registry
 * @param stateDir {@code state.dir}: folder of the stores
 * @param threads {@code num.stream.threads}: how many tasks are worked on at a time
 * @param standbyReplicas {@code num.standby.replicas}: how many other instances follow each task
 * @param replicationFactor {@code replication.factor} of what is created; -1 for the broker's default
 * @param groupInstanceId {@code group.instance.id}: a name that stays with this instance over restarts; empty for none
 * @param sessionTimeoutMs {@code session.timeout.ms}: how long an instance can be silent before others take over
 * @param commitIntervalMs {@code commit.interval.ms}: how long readers of what is written wait at most
 * @param rocksDbBytes {@code rocksdb.memory.bytes}: memory of the stores, outside the Java heap
 * @param others all other keys: handed to the Kafka clients and the serdes as they are, such as {@code security.protocol}
 */
public record ReadSideConfig(
        String bootstrapServers,
        String schemaRegistryUrl,
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

    /**
     * Adds them to other settings.
     *
     * @param stateDir the default of the folder
     * @param commitIntervalMs the default of the interval
     */
    public static ConfigDef define(ConfigDef settings, String stateDir, long commitIntervalMs) {
        return settings.define(
                        "bootstrap.servers", STRING, "127.0.0.1:9092", HIGH, "The brokers, with commas between them.")
                .define(
                        "schema.registry.url",
                        STRING,
                        "http://127.0.0.1:8082/apis/ccompat/v7",
                        HIGH,
                        "The schema registry, with the path of its Confluent-compatible API.")
                .define("state.dir", STRING, stateDir, HIGH, "The folder of the stores.")
                .define("num.stream.threads", INT, 1, between(1, 64), MEDIUM, "How many tasks are worked on at a time.")
                .define(
                        "num.standby.replicas",
                        INT,
                        0,
                        between(0, 10),
                        MEDIUM,
                        "How many other instances follow each task. A copy costs as much as the first, and no game waits for it.")
                .define(
                        "replication.factor",
                        INT,
                        -1,
                        between(-1, 100),
                        HIGH,
                        "Of the topics that are created; -1 for the default of the brokers.")
                .define(
                        "group.instance.id",
                        STRING,
                        "",
                        LOW,
                        "A name in the group that stays over restarts, so that the stores are kept; blank for none.")
                .define(
                        "session.timeout.ms",
                        INT,
                        6_000,
                        between(1_000, 1_800_000),
                        MEDIUM,
                        "After which silence others take over: the shortest that brokers allow, and long enough for a pause of the garbage"
                                + " collector.")
                .define(
                        "commit.interval.ms",
                        LONG,
                        commitIntervalMs,
                        between(10, 20_000),
                        MEDIUM,
                        "How long readers of what is written wait at most.")
                .define(
                        "rocksdb.memory.bytes",
                        LONG,
                        32 * MEGABYTE,
                        atLeast(8 * MEGABYTE),
                        MEDIUM,
                        "Memory of all stores together, caches and write buffers alike, outside the heap; less where the container leaves less.");
    }

    /** Those among others. */
    public static ReadSideConfig of(Settings settings) {
        return new ReadSideConfig(
                settings.text("bootstrap.servers"),
                settings.text("schema.registry.url"),
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
     * The settings of Kafka Streams, exactly once.
     *
     * @param lingerMs how long records wait for others in a batch
     */
    public Properties streamsSettings(String applicationId, int lingerMs) {
        Properties settings = new Properties();
        settings.putAll(clientSettings());
        SharedSettings.group(settings, applicationId, groupInstanceId, sessionTimeoutMs);
        SharedSettings.exactlyOnce(settings, replicationFactor);
        SharedSettings.state(settings, stateDir, standbyReplicas, CACHE_BYTES, rocksDbBytes);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitIntervalMs);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), lingerMs);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return settings;
    }
}
