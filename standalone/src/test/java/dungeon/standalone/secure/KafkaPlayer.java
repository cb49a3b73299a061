package dungeon.standalone.secure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.connection.TokenLogin;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A guest with a practice game, whose plain Kafka clients can be asked for anything. */
final class KafkaPlayer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Credentials credentials;
    private final String gameId;

    private KafkaPlayer(Platform platform, Credentials credentials, String gameId) {
        this.platform = platform;
        this.credentials = credentials;
        this.gameId = gameId;
    }

    static KafkaPlayer inPracticeGame(Platform platform) throws IOException, InterruptedException {
        JsonHttp http = new JsonHttp();
        JsonNode guest = http.post(platform.ingestUrl() + "/auth/guest", null, null);
        Credentials credentials = new Credentials(
                guest.path("playerId").asText(),
                guest.path("playerName").asText(),
                guest.path("token").asText());
        JsonNode game = http.post(
                platform.ingestUrl() + "/practice-games",
                credentials.token(),
                JsonNodeFactory.instance.objectNode().put("bots", 0).put("durationMs", 600_000));
        return new KafkaPlayer(platform, credentials, game.path("gameId").asText());
    }

    String playerId() {
        return credentials.playerId();
    }

    String gameId() {
        return gameId;
    }

    String token() {
        return credentials.token();
    }

    /** The settings of his clients; they do not wait long for what they are refused. */
    Map<String, Object> settings() {
        return settings(token());
    }

    /** The same with another token. */
    Map<String, Object> settings(String token) {
        Map<String, Object> settings = new HashMap<>(TokenLogin.as(
                new Credentials(credentials.playerId(), credentials.playerName(), token), platform.clientConfig()));
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("max.block.ms", 10_000);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    /** A command to buy a robot, in a name, with a token beside it. */
    Command buy(String playerId) {
        return new Command(UUID.randomUUID().toString(), Instant.now(), gameId, playerId, new BuyRobots(1, null));
    }

    RecordMetadata write(Command command, String token) throws Exception {
        byte[] value = Topics.COMMANDS
                .valueSerde(platform.clientConfig())
                .serializer()
                .serialize(Topics.COMMANDS.name(), command);
        return write(Topics.COMMANDS.name(), value, token, settings());
    }

    RecordMetadata write(String topic, byte[] value, String token, Map<String, Object> settings) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, gameId, value);
            record.headers().add(Topics.AUTHORIZATION_HEADER, ("Bearer " + token).getBytes(UTF_8));
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    /** The first event that has to do with a command, as he sees it. */
    Event outcomeOf(Command command) {
        Deserializer<Event> events =
                Topics.EVENTS.valueSerde(platform.clientConfig()).deserializer();
        return find(settings(), Topics.EVENTS.name(), record -> {
            Event event = events.deserialize(record.topic(), record.value());
            return command.getCommandId().equals(event.getCommandId()) ? event : null;
        });
    }

    /** Reads a topic from its beginning until something is found. */
    static <T> T find(Map<String, Object> settings, String topic, Function<ConsumerRecord<String, byte[]>, T> search) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadlineNanos) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    T found = search.apply(record);
                    if (found != null) {
                        return found;
                    }
                }
            }
            throw new AssertionError("Not found on %s within %s".formatted(topic, PATIENCE));
        }
    }
}
