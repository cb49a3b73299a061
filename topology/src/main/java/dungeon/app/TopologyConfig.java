package dungeon.app;

import static org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString.in;
import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import dungeon.platform.operator.OperatorSettings;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.StoreFactory;
import dungeon.platform.streams.runtime.BoundedRocksDb;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.WriteVersion;
import dungeon.schemas.topics.GamesTopics;
import dungeon.schemas.topics.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of the topology.
 *
 * @param bootstrapServers the brokers
 * @param registryUrl the schema registry
 * @param keySetUrl the public keys with which tokens are checked
 * @param serviceTokenUrl where, below this address, a context gets the token with which it sends commands to others
 * @param administratorTokenFile the token with which that is asked for
 * @param contexts what runs in this application; an installation chooses once, because state and offsets belong to the
 *     application's id
 * @param applicationId also the consumer group and the prefix of the changelogs
 * @param stateDir for local state; holds the ledger of schema ids too
 * @param partitions of each topic that has no count of its own; fixed for life
 * @param replicationFactor of changelogs
 * @param threads stream threads of this instance; each has its own transaction
 * @param standbyReplicas copies of each store on other instances
 * @param stores where state is kept
 * @param instanceId makes this a static member of the group, for an application of one instance; empty for a dynamic one,
 *     whose games others take over at once when it stops, and whose open transaction they end when it is killed
 * @param commitInterval how often events become visible
 * @param tickCheck how soon after it is due a timer is seen
 * @param workSlice after how much work of all its tasks a thread commits before it begins with more than a little
 * @param sessionTimeout after which silence an instance is taken for dead
 * @param writeVersion up to which version what is new in a union is written; raised when no older build runs any more
 * @param startTimeout how long start-up waits for the brokers, the topics and the registry
 * @param rocksDbBytes memory of all stores together, if they are in RocksDB
 * @param httpHost the address on which operators see how it is
 * @param httpPort the port; 0 for any that is free
 * @param others further settings of Kafka clients, such as security.protocol
 */
public record TopologyConfig(
        String bootstrapServers,
        String registryUrl,
        URI keySetUrl,
        URI serviceTokenUrl,
        Path administratorTokenFile,
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
        int writeVersion,
        Duration startTimeout,
        long rocksDbBytes,
        String httpHost,
        int httpPort,
        Map<String, String> others) {

    /** Keys of the configuration; a key that is none of these is handed to the Kafka clients as it is. */
    public static final String BOOTSTRAP_SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

    public static final String REGISTRY_URL = RegistryConfig.URL;
    public static final String KEY_SET_URL = "key.set.url";
    public static final String SERVICE_TOKEN_URL = "service.token.url";
    public static final String ADMINISTRATOR_TOKEN_FILE = "administrator.token.file";
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
    public static final String WRITE_VERSION = "write.version";
    public static final String START_TIMEOUT_MS = "start.timeout.ms";
    public static final String ROCKS_DB_BYTES = BoundedRocksDb.MEMORY_BYTES;

    /** The id of the application of the contexts that run together. */
    public static final String ALL_CONTEXTS = "dungeon-topology";

    private static final String IN_MEMORY = "in-memory";
    private static final String ROCKS_DB = "rocksdb";

    private static final long MEGABYTE = 1024 * 1024;

    private static final int OPERATOR_PORT = 9404;

    private static final ConfigDef DEFINITION = OperatorSettings.define(
            new ConfigDef()
                    .define(BOOTSTRAP_SERVERS, STRING, "127.0.0.1:9092", HIGH, "The brokers, with commas between them.")
                    .define(
                            REGISTRY_URL,
                            STRING,
                            "http://127.0.0.1:8082/apis/ccompat/v7",
                            HIGH,
                            "The schema registry, with the path of its Confluent-compatible API.")
                    .define(
                            KEY_SET_URL,
                            STRING,
                            "http://127.0.0.1:8080/.well-known/jwks.json",
                            HIGH,
                            "The public keys with which tokens are checked; the ingest publishes them.")
                    .define(
                            SERVICE_TOKEN_URL,
                            STRING,
                            "http://127.0.0.1:8080/auth/services/",
                            HIGH,
                            "Below this address of the ingest, a context gets the token with which it sends commands to others. Ends with a slash.")
                    .define(
                            ADMINISTRATOR_TOKEN_FILE,
                            STRING,
                            ".dungeon/ingest/administrator.token",
                            HIGH,
                            "The file with the token with which that is asked for; the ingest writes it.")
                    .define(
                            CONTEXTS,
                            STRING,
                            "",
                            LOW,
                            "Which contexts run here, with commas between them; blank for all but the games that are applications of their own (tictactoe). Chosen once, because state and offsets belong to the id"
                                    + " of the application.")
                    .define(APPLICATION_ID, STRING, "", LOW, "Blank for the one that goes with the contexts.")
                    .define(
                            STATE_DIR,
                            STRING,
                            ".dungeon/topology",
                            HIGH,
                            "The folder of local state, and of the ledger of schema ids, which outlives it.")
                    .define(
                            PARTITIONS,
                            INT,
                            Topics.PARTITIONS,
                            atLeast(1),
                            MEDIUM,
                            "Of each topic, but for those of games where `games.topics` says otherwise; fixed for life.")
                    .define(
                            REPLICATION_FACTOR,
                            INT,
                            1,
                            atLeast(1),
                            HIGH,
                            "Of changelogs; as many copies as the topics have.")
                    .define(THREADS, INT, 1, between(1, 64), MEDIUM, "Stream threads; each has its own transaction.")
                    .define(
                            STANDBY_REPLICAS,
                            INT,
                            0,
                            between(0, 10),
                            MEDIUM,
                            "Copies of each store on other instances, which take over without restoring.")
                    .define(
                            STORES,
                            STRING,
                            IN_MEMORY,
                            in(IN_MEMORY, ROCKS_DB),
                            MEDIUM,
                            "Where state is kept: `in-memory`, which is twice as quick, or `rocksdb`, for more state than memory. The lobby is on disk in"
                                    + " any case.")
                    .define(
                            ROCKS_DB_BYTES,
                            LONG,
                            64 * MEGABYTE,
                            atLeast(8 * MEGABYTE),
                            MEDIUM,
                            "Memory of all stores on disk together, caches and write buffers alike, outside the heap; less where the container leaves"
                                    + " less.")
                    .define(
                            INSTANCE_ID,
                            STRING,
                            "",
                            LOW,
                            "A lasting name in the group, for an application of one instance, which gets its games back at once when it starts anew; blank for none, so that others take over at once.")
                    .define(
                            COMMIT_INTERVAL_MS,
                            INT,
                            25,
                            atLeast(1),
                            MEDIUM,
                            "How often events become visible. A player waits for the commit, and so does every reader; at 25 ms it costs little more than"
                                    + " at 100.")
                    .define(
                            TICK_CHECK_MS,
                            INT,
                            10,
                            atLeast(1),
                            LOW,
                            "How soon after it is due a timer is seen. Bounds how late a queued action runs, and how often a task is woken at most.")
                    .define(
                            WORK_SLICE_MS,
                            INT,
                            250,
                            atLeast(1),
                            LOW,
                            "After how much work of all its tasks a thread commits before it begins with more than a little. Whoever plays on the same thread waits for so long because of others' large work; a commit costs a tenth of it.")
                    .define(
                            SESSION_TIMEOUT_MS,
                            INT,
                            6_000,
                            atLeast(1),
                            MEDIUM,
                            "After which silence an instance is taken for dead. The games of a killed one stand still for so long, and 6 s is the shortest that brokers allow; a pause of the JVM must stay below it.")
                    .define(
                            WRITE_VERSION,
                            INT,
                            WriteVersion.FIRST,
                            between(WriteVersion.FIRST, WriteVersion.NEWEST),
                            MEDIUM,
                            "What is newer in a union is not written, so that an upgrade can be rolled back; raised when no older build runs any more.")
                    .define(
                            START_TIMEOUT_MS,
                            INT,
                            120_000,
                            atLeast(1),
                            LOW,
                            "How long start-up waits for the brokers, the topics and the registry; then it ends with code 4."),
            OPERATOR_PORT);

    /** Three tries of 2 s, at the start and in the background; stream threads ask once and hardly wait. */
    private static final Map<String, String> REGISTRY_PATIENCE = Map.of(
            RegistryConfig.RETRIES, "2",
            RegistryConfig.RETRY_WAIT_MS, "300",
            RegistryConfig.READ_TIMEOUT_MS, "2000");

    /**
     * Reads the configuration; what is missing has the default of one machine.
     *
     * @throws ConfigException if a value cannot be right, naming its key
     */
    public static TopologyConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        List<ContextModule<?, ?>> contexts = contexts(settings.text(CONTEXTS));
        String applicationId = settings.text(APPLICATION_ID);
        return new TopologyConfig(
                settings.text(BOOTSTRAP_SERVERS),
                settings.text(REGISTRY_URL),
                URI.create(settings.text(KEY_SET_URL)),
                URI.create(settings.text(SERVICE_TOKEN_URL)),
                Path.of(settings.text(ADMINISTRATOR_TOKEN_FILE)),
                contexts,
                applicationId.isEmpty() ? applicationId(contexts) : applicationId,
                Path.of(settings.text(STATE_DIR)),
                settings.number(PARTITIONS),
                settings.number(REPLICATION_FACTOR),
                settings.number(THREADS),
                settings.number(STANDBY_REPLICAS),
                settings.text(STORES).equalsIgnoreCase(ROCKS_DB) ? StoreFactory.ROCKS_DB : StoreFactory.IN_MEMORY,
                settings.text(INSTANCE_ID),
                Duration.ofMillis(settings.number(COMMIT_INTERVAL_MS)),
                Duration.ofMillis(settings.number(TICK_CHECK_MS)),
                Duration.ofMillis(settings.number(WORK_SLICE_MS)),
                Duration.ofMillis(settings.number(SESSION_TIMEOUT_MS)),
                settings.number(WRITE_VERSION),
                Duration.ofMillis(settings.number(START_TIMEOUT_MS)),
                settings.bigNumber(ROCKS_DB_BYTES),
                settings.text(OperatorSettings.HOST),
                settings.number(OperatorSettings.PORT),
                settings.others());
    }

    /** The settings that every Kafka client and serde of the application shares. */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(REGISTRY_PATIENCE);
        config.putAll(others);
        config.put(BOOTSTRAP_SERVERS, bootstrapServers);
        config.put(REGISTRY_URL, registryUrl);
        return config;
    }

    /**
     * The applications whose instances write commands in transactions of their own: this one, and where contexts run apart, those
     * of all others, under their usual ids.
     */
    public Set<String> writers() {
        Set<String> writers = new TreeSet<>(Set.of(applicationId));
        if (!contexts.equals(Contexts.TOGETHER)) {
            Contexts.ALL.forEach(module -> writers.add(applicationId(List.of(module))));
            // Where games have moved to topics of a later version, the others stay under the id that was for all.
            writers.add(ALL_CONTEXTS);
        }
        return writers;
    }

    /** What it is called in metrics, traces and logs: a game that is an application of its own has a name of its own. */
    public String serviceName() {
        return contexts.equals(List.of(Contexts.TICTACTOE)) ? applicationId : "dungeon-topology";
    }

    /** The usual ids of applications that decide games on the topics of this process; an installation has one of them. */
    public static List<String> idsOfGames() {
        return List.of(applicationId(List.of(Contexts.ROBOTS)), applicationId(Contexts.TOGETHER));
    }

    /** Without the further settings, which may hold secrets, and without the address of the registry, which may hold a password. */
    @Override
    public String toString() {
        return "%s with the brokers %s and its state in %s".formatted(applicationId, bootstrapServers, stateDir);
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    private static List<ContextModule<?, ?>> contexts(String names) {
        List<ContextModule<?, ?>> contexts =
                names.isEmpty() ? Contexts.TOGETHER : Contexts.named(List.of(names.split("\\s*,\\s*")));
        requireApart(contexts, Topics.GAMES);
        return contexts;
    }

    /** Whoever plays and who is who stay on their topics when games move to others, and so in their application. */
    static void requireApart(List<ContextModule<?, ?>> contexts, GamesTopics games) {
        if (games.version() > 1 && contexts.size() > 1 && contexts.contains(Contexts.ROBOTS)) {
            throw new ConfigException(
                    "contexts must be robots alone, or others without it, because games are on topics of version %d (%s); docs/scaling.md says how an installation grows"
                            .formatted(games.version(), GamesTopics.VARIABLE));
        }
    }

    /** Applications with other contexts have other groups and other changelogs. */
    private static String applicationId(List<ContextModule<?, ?>> contexts) {
        String usual = contexts.equals(Contexts.TOGETHER)
                ? ALL_CONTEXTS
                : contexts.stream().map(ContextModule::name).collect(Collectors.joining("-", "dungeon-", ""));
        return contexts.contains(Contexts.ROBOTS) ? Topics.GAMES.applicationId(usual) : usual;
    }
}
