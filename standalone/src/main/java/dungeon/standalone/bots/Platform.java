package dungeon.standalone.bots;

import java.util.Map;

/**
 * Where a player finds the platform.
 *
 * @param ingestUrl command-ingest, without a slash at the end
 * @param queriesUrl interactive-queries, without a slash at the end
 * @param bootstrapServers the Kafka brokers
 * @param registryUrl the schema registry
 */
public record Platform(String ingestUrl, String queriesUrl, String bootstrapServers, String registryUrl) {

    /** What a Kafka client needs, and nothing else. */
    Map<String, Object> clientConfig() {
        return Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl);
    }
}
