package dungeon.standalone.machine;

import dungeon.schemas.serde.WriteVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of services that run together, under the names by which each knows them. Whoever starts one adds what is special
 * about it.
 *
 * @param bootstrapServers the Kafka brokers
 * @param registryUrl the schema registry
 * @param keySetUrl where the public keys of the tokens are
 * @param replicationFactor how many copies the brokers keep of what the services create
 */
public record ServiceSettings(String bootstrapServers, String registryUrl, String keySetUrl, int replicationFactor) {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    private static final String REGISTRY_URL = "schema.registry.url";
    private static final String STATE_DIR = "state.dir";
    private static final String REPLICATION_FACTOR = "replication.factor";

    /** Where an ingest has the public keys of its tokens. */
    public static String keySetUrlOf(String ingestUrl) {
        return ingestUrl + "/.well-known/jwks.json";
    }

    /**
     * With what a topology gets the tokens for what it sends from one context to another.
     *
     * @param ingestFolder where the ingest keeps the administrator's token
     */
    public static Map<String, String> serviceTokens(String ingestUrl, Path ingestFolder) {
        return Map.of(
                "service.token.url",
                ingestUrl + "/auth/services/",
                "administrator.token.file",
                ingestFolder.resolve("administrator.token").toString());
    }

    /** Those of the topology. */
    public Map<String, String> topology(Path stateFolder) {
        return new HashMap<>(Map.of(
                BOOTSTRAP_SERVERS,
                bootstrapServers,
                REGISTRY_URL,
                registryUrl,
                "key.set.url",
                keySetUrl,
                STATE_DIR,
                stateFolder.toString(),
                REPLICATION_FACTOR,
                String.valueOf(replicationFactor),
                // All instances here are of this build.
                "write.version",
                String.valueOf(WriteVersion.NEWEST)));
    }

    /** Those of an instance of the queries. */
    public Map<String, String> queries(int port, Path stateFolder) {
        return new HashMap<>(Map.of(
                BOOTSTRAP_SERVERS,
                bootstrapServers,
                REGISTRY_URL,
                registryUrl,
                "http.port",
                String.valueOf(port),
                "key.set.url",
                keySetUrl,
                STATE_DIR,
                stateFolder.toString(),
                REPLICATION_FACTOR,
                String.valueOf(replicationFactor)));
    }

    /** Those of the application that publishes the state of games. */
    public Map<String, String> stateTopics(Path stateFolder) {
        return new HashMap<>(Map.of(
                BOOTSTRAP_SERVERS,
                bootstrapServers,
                REGISTRY_URL,
                registryUrl,
                STATE_DIR,
                stateFolder.toString(),
                REPLICATION_FACTOR,
                String.valueOf(replicationFactor)));
    }

    /** Those of the application that counts in windows. */
    public Map<String, String> analytics(int port, Path stateFolder) {
        Map<String, String> settings = stateTopics(stateFolder);
        settings.put("http.port", String.valueOf(port));
        return settings;
    }

    /** Those of command ingest; its folder has the keys that sign tokens, so two that share it know each other's. */
    public Map<String, String> ingest(int port, Path folder) {
        return new HashMap<>(Map.of(
                "dungeon.ingest.port",
                String.valueOf(port),
                "dungeon.ingest.bootstrap-servers",
                bootstrapServers,
                "dungeon.ingest.schema-registry-url",
                registryUrl,
                "dungeon.ingest.data-dir",
                folder.toString(),
                // All players and bots of one machine come from one address.
                "dungeon.ingest.limits.registrations-burst",
                "300",
                "dungeon.ingest.limits.registration-every",
                "100ms"));
    }

    /**
     * Those of a broker in a process of its own.
     *
     * @param node its number, from 1
     * @param controllerPorts of all nodes, in their order
     * @param clusterId a Kafka UUID, the same for all nodes
     */
    public static Map<String, String> broker(
            int node, Path folder, int port, List<Integer> controllerPorts, String clusterId) {
        Map<String, String> settings = new HashMap<>();
        settings.put("node", String.valueOf(node));
        settings.put("folder", folder.toString());
        settings.put("port", String.valueOf(port));
        settings.put("cluster", clusterId);
        for (int i = 0; i < controllerPorts.size(); i++) {
            settings.put("controller.port." + (i + 1), String.valueOf(controllerPorts.get(i)));
        }
        return settings;
    }
}
