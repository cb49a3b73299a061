package dungeon.players.connection;

import dungeon.players.game.Order;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A player straight on Kafka with the plain clients: reads the game's events, and writes commands with its token in the
 * header.
 */
public final class KafkaTransport implements Transport {
    private final Credentials credentials;
    private final String gameId;
    private final GameEvents events;
    private final KafkaProducer<String, Command> producer;

    /**
     * A transport for one game.
     *
     * @param createdAt when the game was created; its events are looked for from there on
     * @param platform what every Kafka client needs: at least {@code bootstrap.servers} and {@code schema.registry.url}
     */
    public KafkaTransport(Credentials credentials, String gameId, Instant createdAt, Map<String, Object> platform) {
        Map<String, Object> clientConfig = TokenLogin.as(credentials, platform);
        this.credentials = credentials;
        this.gameId = gameId;
        this.producer = new KafkaProducer<>(
                clientConfig,
                new StringSerializer(),
                Topics.COMMANDS.valueSerde(clientConfig).serializer());
        try {
            this.events = GameEvents.of(gameId, createdAt, clientConfig);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    @Override
    public List<Event> next() throws InterruptedException {
        return events.next();
    }

    @Override
    public boolean isLive() {
        return events.isLive();
    }

    @Override
    public void send(List<Order> orders) throws InterruptedException {
        List<Future<RecordMetadata>> written =
                orders.stream().map(order -> producer.send(record(order))).toList();
        for (Future<RecordMetadata> one : written) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Cannot write commands: " + e.getCause(), e.getCause());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        events.close();
    }

    /** The key is the gameId, so that all commands of a game are in one partition, in one order. */
    private ProducerRecord<String, Command> record(Order order) {
        Command command = Command.newBuilder()
                .setCommandId(order.commandId())
                .setIssuedAt(Instant.now())
                .setGameId(gameId)
                .setPlayerId(credentials.playerId())
                .setPayload(order.payload())
                .build();
        ProducerRecord<String, Command> record = new ProducerRecord<>(Topics.COMMANDS.name(), gameId, command);
        record.headers()
                .add(Topics.AUTHORIZATION_HEADER, ("Bearer " + credentials.token()).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
