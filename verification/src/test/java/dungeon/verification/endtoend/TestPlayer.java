package dungeon.verification.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.Command;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** A registered player with a practice game, who sends over HTTP or writes records of any kind straight to Kafka. */
final class TestPlayer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** So much more than the broker takes that it is never the client that refuses. */
    private static final int MEASURED_BY_THE_BROKER = 64 * 1024 * 1024;

    private static final int NEVER_GIVES_UP_MS = 24 * 3_600_000;

    private final Platform platform;
    private final JsonHttp http = new JsonHttp();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<Command> serializer;
    private final String playerId;
    private final String token;
    private final String gameId;

    private TestPlayer(Platform platform, JsonNode registered, String gameId) {
        this.platform = platform;
        this.playerId = registered.path("playerId").asText();
        this.token = registered.path("token").asText();
        this.gameId = gameId;
        this.serializer = Topics.COMMANDS
                .valueSerde(Map.of(RegistryConfig.URL, platform.registryUrl()))
                .serializer();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MEASURED_BY_THE_BROKER,
                        // What a test has sent has an outcome, however long broker and machine are away.
                        // A client that finds no broker forgets where its partitions are and begins with the bootstrap
                        // servers again; a sender would stand still then, and not fill its producer.
                        CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                        "none",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        NEVER_GIVES_UP_MS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Registers as a guest and starts a practice game without bots. */
    static TestPlayer inPracticeGame(Platform platform) throws IOException, InterruptedException {
        JsonHttp http = new JsonHttp();
        JsonNode guest = http.post(platform.ingestUrl() + "/auth/guest", null, null);
        JsonNode game = http.post(
                platform.ingestUrl() + "/practice-games",
                guest.path("token").asText(),
                JSON.createObjectNode().put("bots", 0).put("durationMs", 600_000));
        return new TestPlayer(platform, guest, game.path("gameId").asText());
    }

    String playerId() {
        return playerId;
    }

    String token() {
        return token;
    }

    String gameId() {
        return gameId;
    }

    Command command(SpecificRecord payload) {
        return new Command(UUID.randomUUID().toString(), Instant.now(), gameId, playerId, payload);
    }

    byte[] bytes(Command command) {
        return serializer.serialize(Topics.COMMANDS.name(), command);
    }

    /** Writes a command as a client on Kafka does. */
    Future<RecordMetadata> write(Command command) {
        return writeRaw(null, key(command.getGameId()), bytes(command), token);
    }

    Future<RecordMetadata> writeRaw(Integer partition, byte[] key, byte[] value, String anyToken) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(Topics.COMMANDS.name(), partition, key, value);
        if (anyToken != null) {
            message.headers().add(Topics.AUTHORIZATION_HEADER, key("Bearer " + anyToken));
        }
        return producer.send(message);
    }

    /** Writes a record in a batch that is small only as long as it is compressed. */
    Future<RecordMetadata> writeCompressed(byte[] key, byte[] value) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrapServers(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MEASURED_BY_THE_BROKER);
        try (KafkaProducer<byte[], byte[]> compressing =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            return compressing.send(new ProducerRecord<>(Topics.COMMANDS.name(), key, value));
        }
    }

    /** Sends a command over HTTP and waits for its events. */
    JsonNode send(String json) throws IOException, InterruptedException {
        return http.post(
                "%s/games/%s/commands?wait=10000".formatted(platform.ingestUrl(), gameId), token, JSON.readTree(json));
    }

    static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void confirmed(Future<RecordMetadata> write) throws InterruptedException {
        try {
            write.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
