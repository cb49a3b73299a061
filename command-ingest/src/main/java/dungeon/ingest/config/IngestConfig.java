package dungeon.ingest.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * All settings, each with a default for one machine.
 *
 * @param address where the server listens
 * @param port 0 for any that is free
 * @param bootstrapServers the Kafka brokers
 * @param schemaRegistryUrl the schema registry's base address, with the path of its Confluent-compatible API
 * @param allowedOrigins the sites whose pages may call this application from a browser; {@code *} for all, since what a page can do
 *     needs a token that the page must have been given
 * @param kafka further settings of the Kafka clients, such as {@code security.protocol}
 * @param dataDir where the signing key and {@code administrator.token} are kept; instances that stand for each other share it
 * @param tokenLifetime of players; long, because a name can be registered once only, and its token not be had again
 * @param administratorTokenLifetime of the token in {@code administrator.token}; a new one is written when it is over
 * @param bodyLimit of a request; twice the largest command, so that a map type of any allowed size fits in with room for blanks
 * @param batchMaximum commands in one request; a thousand are signed for, written and awaited well within a second
 * @param outcomeWait how long routes that answer with an outcome wait for it
 * @param waitMaximum what {@code ?wait=} can ask for; below the minute after which proxies give up
 * @param linger how long the producer collects records for a batch; a few ms cost a player nothing and save most requests under load
 * @param deliveryTimeout how long the producer tries to write a command; below the 2 minutes after which a command is NOT_TIMELY
 * @param maxBlock how long a request waits for the producer to know the brokers or to have room
 * @param brokerTimeout how long one question to the brokers may take
 * @param idleCheck after how long without an event the follower asks whether the brokers are still there
 * @param retryPause before what failed is tried again
 * @param outcomesKept how long an outcome is remembered for repeated requests; as long as the games remember command ids
 * @param eventsKeptMaximum how many events are remembered for that at most, some 700 bytes each
 * @param practiceDuration of a practice game, if none is asked for
 * @param practiceDurationMaximum of a practice game; so far back a new instance reads to know the running ones
 */
@ConfigurationProperties("dungeon.ingest")
public record IngestConfig(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,

        @DefaultValue("http://127.0.0.1:8082/apis/ccompat/v7")
        String schemaRegistryUrl,

        @DefaultValue("*") List<String> allowedOrigins,
        @DefaultValue Map<String, String> kafka,
        @DefaultValue(".dungeon/ingest") Path dataDir,
        @DefaultValue("30d") Duration tokenLifetime,
        @DefaultValue("3650d") Duration administratorTokenLifetime,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("1000") int batchMaximum,
        @DefaultValue("10s") Duration outcomeWait,
        @DefaultValue("30s") Duration waitMaximum,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("20s") Duration deliveryTimeout,
        @DefaultValue("5s") Duration maxBlock,
        @DefaultValue("3s") Duration brokerTimeout,
        @DefaultValue("5s") Duration idleCheck,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("5m") Duration outcomesKept,
        @DefaultValue("100000") int eventsKeptMaximum,
        @DefaultValue("10m") Duration practiceDuration,
        @DefaultValue("1h") Duration practiceDurationMaximum) {

    public IngestConfig {
        require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        require(batchMaximum > 0, "batchMaximum", "1 or more", batchMaximum);
        require(eventsKeptMaximum > 0, "eventsKeptMaximum", "1 or more", eventsKeptMaximum);
        requirePositive(tokenLifetime, "tokenLifetime");
        requirePositive(administratorTokenLifetime, "administratorTokenLifetime");
        requirePositive(outcomeWait, "outcomeWait");
        requirePositive(waitMaximum, "waitMaximum");
        requirePositive(maxBlock, "maxBlock");
        requirePositive(brokerTimeout, "brokerTimeout");
        requirePositive(idleCheck, "idleCheck");
        requirePositive(retryPause, "retryPause");
        requirePositive(outcomesKept, "outcomesKept");
        requirePositive(practiceDuration, "practiceDuration");
        // The producer refuses a delivery time-out that leaves no time for a single request.
        require(deliveryTimeout.compareTo(linger) > 0, "deliveryTimeout", "longer than linger", deliveryTimeout);
        require(
                practiceDurationMaximum.compareTo(practiceDuration) >= 0,
                "practiceDurationMaximum",
                "practiceDuration or more",
                practiceDurationMaximum);
        kafka = Map.copyOf(kafka);
    }

    private static void requirePositive(Duration value, String name) {
        require(!value.isNegative() && !value.isZero(), name, "longer than nothing", value);
    }

    private static void require(boolean holds, String name, String expected, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "dungeon.ingest.%s must be %s, and is %s".formatted(name, expected, actual));
        }
    }
}
