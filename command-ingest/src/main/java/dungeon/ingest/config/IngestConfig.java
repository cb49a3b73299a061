package dungeon.ingest.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings, each with a default for one machine.
 *
 * @param address that the server binds to; 0.0.0.0 in a container
 * @param port where it listens there; 0 for any that is free
 * @param bootstrapServers the Kafka brokers
 * @param schemaRegistryUrl the schema registry's base address, with the path of its Confluent-compatible API
 * @param allowedOrigins the sites whose pages may call this application from a browser; {@code *} for all, since what a page can do
 *     needs a token that the page must have been given
 * @param trustedProxies networks such as {@code 10.0.0.0/8}, of proxies that are believed when they say for whom they ask
 *     ({@code X-Forwarded-For}, {@code Forwarded}); none, because anybody else could give himself any address
 * @param forwardedHeader the header that these proxies set, {@code X-Forwarded-For} or {@code Forwarded}; the other one is not read,
 *     because the client may have sent it
 * @param limits what bounds a sender
 * @param kafka further settings of the Kafka clients, such as {@code security.protocol}
 * @param dataDir where the signing key and {@code administrator.token} are kept; instances that stand for each other share it
 * @param tokenLifetime of players; long, because a name can be registered once only, and its token not be had again
 * @param administratorTokenLifetime of the token in {@code administrator.token}; a new one is written when it is over
 * @param linger how long the producer collects records for a batch; a few ms cost a player nothing and save most requests under load
 * @param deliveryTimeout how long the producer tries to write a command; below the 2 minutes after which a command is NOT_TIMELY
 * @param maxBlock how long a request waits for the producer to know the brokers or to have room
 * @param brokerTimeout how long one question to the brokers may take
 * @param idleCheck after how long without an event the follower asks whether the brokers are still there
 * @param retryPause before what failed is tried again
 * @param practiceDuration of a practice game, if none is asked for
 * @param practiceDurationMaximum of a practice game; so far back a new instance reads to know the running ones
 * @param newGames whether games are made; off for the time in which running games end, before an installation gets topics of the next version
 */
@ConfigurationProperties("dungeon.ingest")
public record IngestConfig(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,

        @DefaultValue("http://127.0.0.1:8082/apis/ccompat/v7")
        String schemaRegistryUrl,

        @DefaultValue("*") List<String> allowedOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("X-Forwarded-For") String forwardedHeader,
        @NestedConfigurationProperty @DefaultValue IngestLimits limits,
        @DefaultValue Map<String, String> kafka,
        @DefaultValue(".dungeon/ingest") Path dataDir,
        @DefaultValue("30d") Duration tokenLifetime,
        @DefaultValue("3650d") Duration administratorTokenLifetime,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("20s") Duration deliveryTimeout,
        @DefaultValue("5s") Duration maxBlock,
        @DefaultValue("3s") Duration brokerTimeout,
        @DefaultValue("5s") Duration idleCheck,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("10m") Duration practiceDuration,
        @DefaultValue("1h") Duration practiceDurationMaximum,
        @DefaultValue("true") boolean newGames) {

    /** Of a token of a service: long, because whoever holds one renews it in good time, and short enough that a lost one ends by itself. */
    public static final Duration SERVICE_TOKEN_LIFETIME = Duration.ofDays(30);

    /** More is not remembered of tokens that were revoked, as the identity's rules have it. */
    private static final Duration TOKEN_LIFETIME_MAXIMUM = Duration.ofDays(366);

    public IngestConfig {
        Checks.require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        Checks.require(
                forwardedHeader.equalsIgnoreCase("X-Forwarded-For") || forwardedHeader.equalsIgnoreCase("Forwarded"),
                "forwardedHeader",
                "X-Forwarded-For or Forwarded",
                forwardedHeader);
        Checks.positive(tokenLifetime, "tokenLifetime");
        Checks.require(
                tokenLifetime.compareTo(TOKEN_LIFETIME_MAXIMUM) <= 0,
                "tokenLifetime",
                "366 days or less",
                tokenLifetime);
        Checks.positive(administratorTokenLifetime, "administratorTokenLifetime");
        Checks.positive(maxBlock, "maxBlock");
        Checks.positive(brokerTimeout, "brokerTimeout");
        Checks.positive(idleCheck, "idleCheck");
        Checks.positive(retryPause, "retryPause");
        Checks.positive(practiceDuration, "practiceDuration");
        // The producer refuses a delivery time-out that leaves no time for a single request.
        Checks.require(deliveryTimeout.compareTo(linger) > 0, "deliveryTimeout", "longer than linger", deliveryTimeout);
        Checks.require(
                practiceDurationMaximum.compareTo(practiceDuration) >= 0,
                "practiceDurationMaximum",
                "practiceDuration or more",
                practiceDurationMaximum);
        kafka = Map.copyOf(kafka);
    }

    /** How long the longest token lives that ends by itself; the administrator's is renewed with the key. */
    public Duration longestTokenLifetime() {
        return tokenLifetime.compareTo(SERVICE_TOKEN_LIFETIME) > 0 ? tokenLifetime : SERVICE_TOKEN_LIFETIME;
    }

    /** Without the settings of the clients, which may hold secrets, and without the address of the registry, which may hold a password. */
    @Override
    public String toString() {
        return "%s at port %d with the brokers %s".formatted(address, port, bootstrapServers);
    }
}
