package dungeon.verification.siege.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.connection.TokenLogin;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hostile players write straight to the command topics, and what comes of it: events, or dead letters. */
public final class KafkaRecords implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRecords.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long STOP_MAXIMUM_MS = 5_000;
    private static final String REASON_HEADER = "dungeon.dead-letter.reason";
    /** Dead letters keep the headers of what came, and so tell whose it was. */
    private static final String KIND_HEADER = "siege.kind";

    private static final String COMMAND_HEADER = "siege.command";

    private final Map<String, Object> config;
    private final Platform platform;
    /** Where those find the brokers who see everything. */
    private final Map<String, Object> watching;
    /** By kind: each comes as another player, where one has to be one. */
    private final Map<String, KafkaProducer<byte[], byte[]>> producers = new ConcurrentHashMap<>();

    private final Serializer<Command> commands;
    private final Serializer<LobbyCommand> lobbyCommands;
    private final Map<String, Tally> byKind = new ConcurrentHashMap<>();
    private final Map<String, Attack> awaited = new ConcurrentHashMap<>();
    private final Thread follower = new Thread(this::follow, "siege-outcomes");
    private volatile boolean closed;

    /**
     * Listens from now on.
     *
     * @param platform as players find it
     * @param operator as those find it who see everything
     */
    public KafkaRecords(Platform platform, Platform operator) {
        this.platform = platform;
        config = new HashMap<>(platform.clientConfig());
        watching = operator.clientConfig();
        commands = Topics.COMMANDS.valueSerde(config).serializer();
        lobbyCommands = Topics.LOBBY_COMMANDS.valueSerde(config).serializer();
        follower.setDaemon(true);
        follower.start();
    }

    private KafkaProducer<byte[], byte[]> producer(String kind) {
        Map<String, Object> settings = new HashMap<>(login());
        // It is the broker that refuses, not the client.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 * 1024 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        LOG.info("{} come to the broker", kind);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> login() {
        if (platform.kafka().isEmpty()) {
            return config;
        }
        try {
            JsonNode guest = new JsonHttp().post(platform.ingestUrl() + "/auth/guest", null, null);
            return TokenLogin.as(
                    new Credentials(
                            guest.path("playerId").asText(),
                            guest.path("playerName").asText(),
                            guest.path("token").asText()),
                    config);
        } catch (IOException e) {
            throw new UncheckedIOException("No hostile player can be registered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a hostile player is registered", e);
        }
    }

    /** Writes a command as clients do, and counts what becomes of it. */
    void send(Attack attack, Command command, String token) {
        awaited.put(command.getCommandId(), attack);
        send(
                attack,
                Topics.COMMANDS.name(),
                command.getGameId(),
                command.getCommandId(),
                commands.serialize(Topics.COMMANDS.name(), command),
                token);
    }

    /** Writes a command to the lobby, and counts what becomes of it. */
    void send(Attack attack, LobbyCommand command, String token) {
        awaited.put(command.getCommandId(), attack);
        send(
                attack,
                Topics.LOBBY_COMMANDS.name(),
                command.getSubject(),
                command.getCommandId(),
                lobbyCommands.serialize(Topics.LOBBY_COMMANDS.name(), command),
                token);
    }

    /** Writes bytes of any kind. */
    void send(Attack attack, String topic, String key, byte[] value) {
        send(attack, topic, key, "", value, null);
    }

    // The call-back hears of a refusal.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(Attack attack, String topic, String key, String commandId, byte[] value, String token) {
        byKind.put(attack.name(), attack.tally());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), value);
        record.headers().add(KIND_HEADER, bytes(attack.name())).add(COMMAND_HEADER, bytes(commandId));
        if (token != null) {
            record.headers().add(Topics.AUTHORIZATION_HEADER, bytes("Bearer " + token));
        }
        producers.computeIfAbsent(attack.name(), this::producer).send(record, (metadata, failure) -> {
            if (failure != null) {
                awaited.remove(commandId);
                attack.tally().refused("broker " + failure.getClass().getSimpleName());
            }
        });
    }

    /** Counts what has had no outcome until now as such. */
    public void giveUpOnTheRest() {
        awaited.keySet().forEach(commandId -> {
            Attack attack = awaited.remove(commandId);
            if (attack != null) {
                attack.tally().other("no outcome");
            }
        });
    }

    /** How many commands have no outcome yet. */
    public int awaited() {
        return awaited.size();
    }

    @Override
    public void close() {
        closed = true;
        producers.values().forEach(producer -> producer.close(Duration.ZERO));
        try {
            follower.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Map<String, Object> reading = new HashMap<>(watching);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        Deserializer<Event> events = Topics.EVENTS.valueSerde(config).deserializer();
        Deserializer<LobbyEvent> lobbyEvents =
                Topics.LOBBY_EVENTS.valueSerde(config).deserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(Topics.EVENTS, Topics.LOBBY_EVENTS, Topics.DEAD_LETTERS)
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
                        buried(record);
                    } else if (record.topic().equals(Topics.EVENTS.name())) {
                        Event event = events.deserialize(record.topic(), record.value());
                        happened(event.getCommandId(), (SpecificRecord) event.getPayload());
                    } else {
                        LobbyEvent event = lobbyEvents.deserialize(record.topic(), record.value());
                        happened(event.getCommandId(), (SpecificRecord) event.getPayload());
                    }
                }
            }
        } catch (RuntimeException e) {
            // What has no outcome then is counted as that, and the table shows it.
            LOG.error("Outcomes are followed no longer", e);
        }
    }

    private void happened(String commandId, SpecificRecord payload) {
        Attack attack = commandId == null ? null : awaited.remove(commandId);
        if (attack == null) {
            return;
        }
        String event = payload.getClass().getSimpleName();
        if (payload instanceof CommandRejected rejected) {
            attack.tally().refused("rejected " + rejected.getCode());
        } else if (attack.isGrant(event)) {
            attack.tally().granted(event);
        } else {
            attack.tally().other(event);
        }
    }

    private void buried(ConsumerRecord<byte[], byte[]> record) {
        Tally tally = byKind.get(header(record, KIND_HEADER));
        if (tally != null) {
            awaited.remove(header(record, COMMAND_HEADER));
            tally.refused("dead letter " + header(record, REASON_HEADER));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
