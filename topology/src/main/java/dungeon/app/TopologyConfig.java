package dungeon.app;

import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.StoreFactory;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * The configuration of the topology.
 *
 * @param bootstrapServers the brokers
 * @param registryUrl the schema registry
 * @param keySetUrl the public keys with which tokens are checked
 * @param contexts what runs in this application; an installation chooses once, because state and offsets belong to the
 *     application's id
 * @param applicationId also the consumer group and the prefix of the changelogs
 * @param stateDir for local state; holds the ledger of schema ids too
 * @param partitions of each topic; fixed for life
 * @param replicationFactor of changelogs
 * @param threads stream threads of this instance; each has its own transaction
 * @param standbyReplicas copies of each store on other instances
 * @param stores where state is kept
 * @param instanceId makes this a static member of the group, for an application of one instance; empty for a dynamic one,
 *     whose games others take over at once when it stops, and whose open transaction they end when it is killed
 * @param commitInterval how often events become visible
 * @param tickCheck how often it is looked for timers that are due
 * @param workSlice after how much work a thread gets to commit before it begins with more than a little
 * @param sessionTimeout after which silence an instance is taken for dead
 * @param startTimeout how long start-up waits for the brokers, the topics and the registry
 * @param others further settings of Kafka clients, such as security.protocol
 */
public record TopologyConfig(
        String bootstrapServers,
        String registryUrl,
        URI keySetUrl,
        List<ContextModule<?, ?>> contexts,
        String applicationId,
        Path stateDir,
        int partitions,
        int replicationFactor,
        int threads,
        int standbyReplicas,
        StoreFactory stores,
        String instanceId,
        Duration commitInterval,
        Duration tickCheck,
        Duration workSlice,
        Duration sessionTimeout,
        Duration startTimeout,
        Map<String, String> others) {

    /** Keys of the configuration; a key that is none of these is handed to the Kafka clients as it is. */
    public static final String BOOTSTRAP_SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

    public static final String REGISTRY_URL = RegistryConfig.URL;
    public static final String KEY_SET_URL = "key.set.url";
    public static final String CONTEXTS = "contexts";
    public static final String APPLICATION_ID = "application.id";
    public static final String STATE_DIR = "state.dir";
    public static final String PARTITIONS = "topic.partitions";
    public static final String REPLICATION_FACTOR = "replication.factor";
    public static final String THREADS = "num.stream.threads";
    public static final String STANDBY_REPLICAS = "num.standby.replicas";
    public static final String STORES = "stores";
    public static final String INSTANCE_ID = "group.instance.id";
    public static final String COMMIT_INTERVAL_MS = "commit.interval.ms";
    public static final String TICK_CHECK_MS = "tick.check.ms";
    public static final String WORK_SLICE_MS = "work.slice.ms";
    public static final String SESSION_TIMEOUT_MS = "session.timeout.ms";
    public static final String START_TIMEOUT_MS = "start.timeout.ms";

    /** Three tries of 2 s: a stream thread that waits for the registry may not outlast its transaction. */
    private static final Map<String, String> REGISTRY_PATIENCE = Map.of(
            RegistryConfig.RETRIES, "2",
            RegistryConfig.RETRY_WAIT_MS, "300",
            RegistryConfig.READ_TIMEOUT_MS, "2000");

    /**
     * Reads the configuration; what is missing has the default of one machine.
     *
     * @throws IllegalArgumentException if a value cannot be understood, naming its key
     */
    public static TopologyConfig from(Map<String, String> properties) {
        Map<String, String> rest = new HashMap<>(properties);
        List<ContextModule<?, ?>> contexts = contexts(take(rest, CONTEXTS, ""));
        return new TopologyConfig(
                take(rest, BOOTSTRAP_SERVERS, "127.0.0.1:9092"),
                take(rest, REGISTRY_URL, "http://127.0.0.1:8082/apis/ccompat/v7"),
                URI.create(take(rest, KEY_SET_URL, "http://127.0.0.1:8080/.well-known/jwks.json")),
                contexts,
                take(rest, APPLICATION_ID, applicationId(contexts)),
                Path.of(take(rest, STATE_DIR, ".dungeon/topology")),
                number(rest, PARTITIONS, Topics.PARTITIONS),
                number(rest, REPLICATION_FACTOR, 1),
                number(rest, THREADS, 1),
                number(rest, STANDBY_REPLICAS, 0),
                stores(take(rest, STORES, "in-memory")),
                take(rest, INSTANCE_ID, ""),
                // A player waits for the commit, and so does every reader; at 25 ms it costs little more than at 100.
                Duration.ofMillis(number(rest, COMMIT_INTERVAL_MS, 25)),
                // Bounds how late a queued action runs; the check itself costs a look at one number.
                Duration.ofMillis(number(rest, TICK_CHECK_MS, 10)),
                // Twelve tasks that each use theirs come to 3 s, a tenth of the transaction's time-out; and each commit
                // costs some ms, so a long catch-up takes hardly longer in slices.
                Duration.ofMillis(number(rest, WORK_SLICE_MS, 250)),
                // The games of a killed instance stand still for so long, and 6 s is the shortest that brokers allow.
                // A pause of the JVM must stay below it; if one does not, the instance is fenced, which costs a
                // rebalance of about a second.
                Duration.ofMillis(number(rest, SESSION_TIMEOUT_MS, 6_000)),
                Duration.ofMillis(number(rest, START_TIMEOUT_MS, 120_000)),
                Map.copyOf(rest));
    }

    /** The settings that every Kafka client and serde of the application shares. */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(REGISTRY_PATIENCE);
        config.putAll(others);
        config.put(BOOTSTRAP_SERVERS, bootstrapServers);
        config.put(REGISTRY_URL, registryUrl);
        return config;
    }

    private static List<ContextModule<?, ?>> contexts(String names) {
        return names.isBlank()
                ? Contexts.ALL
                : Contexts.named(List.of(names.trim().split("\\s*,\\s*")));
    }

    /** Applications with other contexts have other groups and other changelogs. */
    private static String applicationId(List<ContextModule<?, ?>> contexts) {
        return contexts.equals(Contexts.ALL)
                ? "dungeon-topology"
                : contexts.stream().map(ContextModule::name).collect(Collectors.joining("-", "dungeon-", ""));
    }

    private static StoreFactory stores(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "in-memory" -> StoreFactory.IN_MEMORY;
            case "rocksdb" -> StoreFactory.ROCKS_DB;
            default ->
                throw new IllegalArgumentException(
                        "%s is '%s' and must be in-memory or rocksdb".formatted(STORES, value));
        };
    }

    private static String take(Map<String, String> properties, String key, String fallback) {
        String value = properties.remove(key);
        return value == null ? fallback : value;
    }

    private static int number(Map<String, String> properties, String key, int fallback) {
        String value = take(properties, key, String.valueOf(fallback));
        try {
            return Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s' and must be a whole number".formatted(key, value), e);
        }
    }
}
