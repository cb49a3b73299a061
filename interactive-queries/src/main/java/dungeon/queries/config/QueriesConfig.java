package dungeon.queries.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the read side. {@link #from} reads them from texts; each has a default.
 *
 * @param bootstrapServers {@code bootstrap.servers}: where the broker is
 * @param schemaRegistryUrl {@code schema.registry.url}: where the schema registry is
 * @param httpHost {@code http.host}: the address that the HTTP server binds to
 * @param httpPort {@code http.port}: its port; 0 for any that is free
 * @param allowedOrigins {@code http.allowed.origins}: the sites whose pages may ask from a browser, with commas between them; {@code *} for
 *     all, since nothing here is secret
 * @param applicationServer {@code application.server}: host:port under which the other instances reach this one; empty for
 *     the address of the HTTP server
 * @param limits what others can take of this instance
 * @param stateDir {@code state.dir}: folder of the stores
 * @param threads {@code num.stream.threads}: how many partitions are folded at a time
 * @param standbyReplicas {@code num.standby.replicas}: how many other instances follow each partition
 * @param replicationFactor {@code replication.factor} of the changelogs; -1 for the broker's default
 * @param groupInstanceId {@code group.instance.id}: a name that stays with this instance over restarts, so that it gets its
 *     partitions back at once, even after a halt, when it has to restore them; empty for none
 * @param sessionTimeoutMs {@code session.timeout.ms}: how long an instance can be silent before others take over
 * @param commitIntervalMs {@code commit.interval.ms}: how often the stores are written to the changelogs
 * @param cacheBytes {@code statestore.cache.max.bytes}: memory for changes that are not written yet
 * @param trustedProxies {@code trusted.proxies}: proxies that are believed when they say for whom they ask, as addresses and networks
 *     such as {@code 10.0.0.0/8} with commas between them
 * @param ownPrograms {@code own.programs}: where the installation's own bots are, which are not counted by address, in the same form
 * @param keySetUrl {@code key.set.url}: the public keys with which tokens are checked, so that a downloaded log tells who sent what
 * @param ingestUrl {@code ingest.url}: where command-ingest is, to which {@code /ingest/} is passed on; empty to pass nothing on
 * @param historyUrl {@code history.url}: the service with the games that are over; empty if there is none
 * @param analyticsUrl {@code analytics.url}: the service with the figures of windows; empty if there is none
 * @param endedGamesKeptMs {@code ended.games.kept.ms}: how long after its end a game that is in the history stays here
 * @param logReader {@code log.reader.*}: settings of the consumer that reads commands for downloads, on top of those of all clients; such as
 *     {@code log.reader.sasl.jaas.config} of a principal who may
 * @param others all other keys: handed to the Kafka clients and the serde as they are, such as {@code security.protocol}
 */
public record QueriesConfig(
        String bootstrapServers,
        String schemaRegistryUrl,
        String httpHost,
        int httpPort,
        String allowedOrigins,
        String applicationServer,
        QueriesLimits limits,
        Path stateDir,
        int threads,
        int standbyReplicas,
        int replicationFactor,
        String groupInstanceId,
        int sessionTimeoutMs,
        long commitIntervalMs,
        long cacheBytes,
        List<String> trustedProxies,
        List<String> ownPrograms,
        String keySetUrl,
        String ingestUrl,
        String historyUrl,
        String analyticsUrl,
        long endedGamesKeptMs,
        Map<String, String> logReader,
        Map<String, String> others) {

    private static final String LOG_READER_PREFIX = "log.reader.";

    private static final long MEGABYTE = 1024 * 1024;

    private static final ConfigDef DEFINITION = QueriesLimits.define(new ConfigDef())
            .define("bootstrap.servers", STRING, "127.0.0.1:9092", HIGH, "The brokers, with commas between them.")
            .define(
                    "schema.registry.url",
                    STRING,
                    "http://127.0.0.1:8082/apis/ccompat/v7",
                    HIGH,
                    "The schema registry, with the path of its Confluent-compatible API.")
            .define(
                    "http.host",
                    STRING,
                    "127.0.0.1",
                    HIGH,
                    "The address that the HTTP server binds to; 0.0.0.0 in a container.")
            .define("http.port", INT, 8081, between(0, 65_535), HIGH, "Its port; 0 for any that is free.")
            .define(
                    "http.allowed.origins",
                    STRING,
                    "*",
                    LOW,
                    "Sites whose pages may ask, with commas between them; * for all, since nothing here is secret.")
            .define(
                    "application.server",
                    STRING,
                    "",
                    HIGH,
                    "host:port under which the other instances reach this one; blank for where it listens.")
            .define("state.dir", STRING, ".dungeon/interactive-queries", HIGH, "The folder of the stores.")
            .define(
                    "num.stream.threads",
                    INT,
                    2,
                    between(1, 64),
                    MEDIUM,
                    "Partitions folded at a time; with two, one can restore or wait for the registry while the other goes on.")
            .define(
                    "num.standby.replicas",
                    INT,
                    1,
                    between(0, 10),
                    MEDIUM,
                    "Other instances that follow each partition. With one, a game can be read while its instance restarts; 0 where there is no other instance.")
            .define(
                    "replication.factor",
                    INT,
                    -1,
                    between(-1, 100),
                    HIGH,
                    "Of the changelogs; -1 for the default of the brokers.")
            .define(
                    "group.instance.id",
                    STRING,
                    "",
                    LOW,
                    "A name in the group that stays over restarts, so that an instance gets its partitions back at once; blank for none.")
            .define(
                    "session.timeout.ms",
                    INT,
                    6_000,
                    between(1_000, 1_800_000),
                    MEDIUM,
                    "After which silence others take over; a standby answers meanwhile. The shortest that brokers allow, and long enough for a pause of the garbage collector.")
            .define(
                    "commit.interval.ms",
                    LONG,
                    500L,
                    between(10, 20_000),
                    MEDIUM,
                    "How often changelogs are written; what is folded again after a halt, and what a standby is behind, is one interval.")
            .define(
                    "statestore.cache.max.bytes",
                    LONG,
                    32 * MEGABYTE,
                    atLeast(0),
                    LOW,
                    "Memory for changes that are not written yet, on the heap.")
            .define(
                    "trusted.proxies",
                    LIST,
                    "",
                    MEDIUM,
                    "Proxies that are believed when they say for whom they ask, as addresses and networks such as 10.0.0.0/8 with commas between them; blank for none.")
            .define(
                    "own.programs",
                    LIST,
                    "127.0.0.1,::1",
                    LOW,
                    "Where the own bots of the installation are, which are not counted by address; in a cluster, the network of their pods.")
            .define(
                    "key.set.url",
                    STRING,
                    "http://127.0.0.1:8080/.well-known/jwks.json",
                    MEDIUM,
                    "The public keys with which tokens are checked; the ingest publishes them.")
            .define(
                    "ingest.url",
                    STRING,
                    "http://127.0.0.1:8080",
                    MEDIUM,
                    "The ingest, to which /ingest/ is passed on.")
            .define(
                    "history.url",
                    STRING,
                    "",
                    MEDIUM,
                    "The service of the history, such as http://127.0.0.1:8084; blank if there is none.")
            .define(
                    "analytics.url",
                    STRING,
                    "",
                    MEDIUM,
                    "The service of the analytics, such as http://127.0.0.1:8085; blank if there is none.")
            .define(
                    "ended.games.kept.ms",
                    LONG,
                    Duration.ofDays(30).toMillis(),
                    atLeast(0),
                    LOW,
                    "How long after its end a game that is in the history stays here. Whoever played in the last month finds all live; what is older takes no memory and no disk here.");

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static QueriesConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new QueriesConfig(
                settings.text("bootstrap.servers"),
                settings.text("schema.registry.url"),
                settings.text("http.host"),
                settings.number("http.port"),
                settings.text("http.allowed.origins"),
                settings.text("application.server"),
                QueriesLimits.of(settings),
                Path.of(settings.text("state.dir")),
                settings.number("num.stream.threads"),
                settings.number("num.standby.replicas"),
                settings.number("replication.factor"),
                settings.text("group.instance.id"),
                settings.number("session.timeout.ms"),
                settings.bigNumber("commit.interval.ms"),
                settings.bigNumber("statestore.cache.max.bytes"),
                settings.list("trusted.proxies"),
                settings.list("own.programs"),
                settings.text("key.set.url"),
                settings.text("ingest.url"),
                settings.text("history.url"),
                settings.text("analytics.url"),
                settings.bigNumber("ended.games.kept.ms"),
                logReader(settings.others()),
                withoutLogReader(settings.others()));
    }

    private static Map<String, String> logReader(Map<String, String> others) {
        Map<String, String> own = new HashMap<>();
        others.forEach((name, value) -> {
            if (name.startsWith(LOG_READER_PREFIX)) {
                own.put(name.substring(LOG_READER_PREFIX.length()), value);
            }
        });
        return Map.copyOf(own);
    }

    private static Map<String, String> withoutLogReader(Map<String, String> others) {
        Map<String, String> rest = new HashMap<>(others);
        rest.keySet().removeIf(name -> name.startsWith(LOG_READER_PREFIX));
        return Map.copyOf(rest);
    }

    /** The settings of the consumer that reads whole logs, commands included. */
    public Map<String, Object> logReaderSettings() {
        Map<String, Object> settings = clientSettings();
        settings.putAll(logReader);
        return settings;
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The default of each setting. */
    public static Map<String, Object> defaults() {
        return DEFINITION.defaultValues();
    }

    /** The settings of every Kafka client and of the serde. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(others);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("schema.registry.url", schemaRegistryUrl);
        return settings;
    }
}
