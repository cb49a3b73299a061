package dungeon.players.connection;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a player finds the platform.
 *
 * @param ingestUrl command-ingest, without a slash at the end
 * @param queriesUrl interactive-queries, without a slash at the end
 * @param bootstrapServers the Kafka brokers
 * @param registryUrl the schema registry
 * @param kafka further settings of Kafka clients, such as {@code security.protocol}; players add their tokens by themselves
 */
public record Platform(
        String ingestUrl, String queriesUrl, String bootstrapServers, String registryUrl, Map<String, String> kafka) {
    public Platform {
        kafka = Map.copyOf(kafka);
    }

    /** One whose brokers let in everybody. */
    public Platform(String ingestUrl, String queriesUrl, String bootstrapServers, String registryUrl) {
        this(ingestUrl, queriesUrl, bootstrapServers, registryUrl, Map.of());
    }

    /** The one-machine installation on its usual ports. */
    public static final Platform LOCAL = new Platform(
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8081",
            "127.0.0.1:9092",
            "http://127.0.0.1:8082/apis/ccompat/v7");

    /** What a Kafka client needs, and nothing else; where the brokers want a token, see {@link TokenLogin}. */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("bootstrap.servers", bootstrapServers);
        config.put("schema.registry.url", registryUrl);
        return config;
    }

    /** When a game was created, which is where its events begin. */
    public Instant createdAt(String gameId) throws InterruptedException {
        return Instant.parse(new PatientHttp()
                .get("%s/games/%s".formatted(queriesUrl, gameId))
                .path("createdAt")
                .asText());
    }
}
