package dungeon.queries.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the read side. {@link #from} reads them from texts; each has a default.
 *
 * @param bootstrapServers {@code bootstrap.servers}: where the broker is
 * @param schemaRegistryUrl {@code schema.registry.url}: where the schema registry is
 * @param httpHost {@code http.host}: the address that the HTTP server binds to
 * @param httpPort {@code http.port}: its port; 0 for any that is free
 * @param applicationServer {@code application.server}: host:port under which the other instances reach this one; empty for
 *     the address of the HTTP server
 * @param stateDir {@code state.dir}: folder of the stores
 * @param threads {@code num.stream.threads}: how many partitions are folded at a time
 * @param standbyReplicas {@code num.standby.replicas}: how many other instances follow each partition
 * @param replicationFactor {@code replication.factor} of the changelogs; -1 for the broker's default
 * @param groupInstanceId {@code group.instance.id}: a name that stays with this instance over restarts, so that it gets its
 *     partitions back at once, even after a halt, when it has to restore them; empty for none
 * @param sessionTimeoutMs {@code session.timeout.ms}: how long an instance can be silent before others take over
 * @param commitIntervalMs {@code commit.interval.ms}: how often the stores are written to the changelogs
 * @param cacheBytes {@code statestore.cache.max.bytes}: memory for changes that are not written yet
 * @param rocksDbBytes {@code rocksdb.memory.bytes}: memory of all RocksDB stores together, outside the Java heap
 * @param atLeastTimeoutMs {@code at.least.timeout.ms}: how long a request waits for the event of {@code atLeast}
 * @param forwardTimeoutMs {@code forward.timeout.ms}: how long another instance may take to answer
 * @param pageSize {@code page.size}: how many games a page lists if the request does not say
 * @param pageSizeMaximum {@code page.size.maximum}: how many games a page lists at most
 * @param eventStreamsMaximum {@code event.streams.maximum}: how many event lists and streams are served at a time
 * @param heartbeatMs {@code heartbeat.ms}: how often a stream says that it is alive
 * @param others all other keys: handed to the Kafka clients and the serde as they are, such as {@code security.protocol}
 */
public record QueriesConfig(
        String bootstrapServers,
        String schemaRegistryUrl,
        String httpHost,
        int httpPort,
        String applicationServer,
        Path stateDir,
        int threads,
        int standbyReplicas,
        int replicationFactor,
        String groupInstanceId,
        int sessionTimeoutMs,
        long commitIntervalMs,
        long cacheBytes,
        long rocksDbBytes,
        long atLeastTimeoutMs,
        long forwardTimeoutMs,
        int pageSize,
        int pageSizeMaximum,
        int eventStreamsMaximum,
        long heartbeatMs,
        Map<String, String> others) {

    private static final int MEGABYTE = 1024 * 1024;

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static QueriesConfig from(Map<String, String> settings) {
        Reader reader = new Reader(settings);
        return new QueriesConfig(
                reader.text("bootstrap.servers", "127.0.0.1:9092"),
                reader.text("schema.registry.url", "http://127.0.0.1:8082/apis/ccompat/v7"),
                reader.text("http.host", "127.0.0.1"),
                (int) reader.number("http.port", 8081, 0, 65_535),
                reader.text("application.server", ""),
                Path.of(reader.text("state.dir", ".dungeon/interactive-queries")),
                // Two let one thread restore or wait for the registry while the other goes on.
                (int) reader.number("num.stream.threads", 2, 1, 64),
                // One, so that a game can be read while its instance restarts. On one machine nobody could take it: 0
                // there.
                (int) reader.number("num.standby.replicas", 1, 0, 10),
                (int) reader.number("replication.factor", -1, -1, 100),
                reader.text("group.instance.id", ""),
                // A standby answers meanwhile, and falls behind for so long; the shortest that brokers allow, and
                // long enough for a pause of the garbage collector.
                (int) reader.number("session.timeout.ms", 6_000, 1_000, 1_800_000),
                // What is folded again after a halt, and what a standby is behind, is one interval.
                reader.number("commit.interval.ms", 500, 10, 20_000),
                reader.number("statestore.cache.max.bytes", 32 * MEGABYTE, 0, Long.MAX_VALUE),
                // The stores' defaults would add up to some 100 MB for each of 72 stores.
                reader.number("rocksdb.memory.bytes", 128L * MEGABYTE, 8 * MEGABYTE, Long.MAX_VALUE),
                reader.number("at.least.timeout.ms", 2_000, 0, 60_000),
                reader.number("forward.timeout.ms", 1_000, 1, 60_000),
                (int) reader.number("page.size", 50, 1, 10_000),
                (int) reader.number("page.size.maximum", 200, 1, 10_000),
                // Each takes a thread and a consumer with its buffers.
                (int) reader.number("event.streams.maximum", 64, 1, 200),
                // Under the 30 s after which the server, and many a proxy, drops a silent connection.
                reader.number("heartbeat.ms", 10_000, 10, 25_000),
                reader.others());
    }

    /** The settings of every Kafka client and of the serde. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(others);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("schema.registry.url", schemaRegistryUrl);
        return settings;
    }

    /** Reads texts, and knows which are left. */
    private static final class Reader {
        private final Map<String, String> left;

        Reader(Map<String, String> settings) {
            this.left = new HashMap<>(settings);
        }

        String text(String name, String fallback) {
            String value = left.remove(name);
            return value == null || value.isBlank() ? fallback : value.trim();
        }

        long number(String name, long fallback, long minimum, long maximum) {
            String value = text(name, String.valueOf(fallback));
            try {
                long number = Long.parseLong(value);
                if (number >= minimum && number <= maximum) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Reported with the bounds, like a number out of them.
            }
            throw new ConfigException(name, value, "must be a whole number from %d to %d".formatted(minimum, maximum));
        }

        Map<String, String> others() {
            return Map.copyOf(left);
        }
    }
}
