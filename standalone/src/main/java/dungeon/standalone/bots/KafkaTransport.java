package dungeon.standalone.bots;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.bots.player.Order;
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
final class KafkaTransport implements Transport {
    private final BotIdentity identity;
    private final String gameId;
    private final GameEvents events;
    private final KafkaProducer<String, Command> producer;

    /**
     * A transport for one game.
     *
     * @param clientConfig has at least {@code bootstrap.servers} and {@code schema.registry.url}
     */
    KafkaTransport(BotIdentity identity, String gameId, Map<String, Object> clientConfig) {
        this.identity = identity;
        this.gameId = gameId;
        AvroSerializer<Command> serializer = new AvroSerializer<>();
        serializer.configure(clientConfig, false);
        this.producer = new KafkaProducer<>(clientConfig, new StringSerializer(), serializer);
        try {
            this.events = GameEvents.of(gameId, clientConfig);
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
                .setPlayerId(identity.playerId())
                .setPayload(order.payload())
                .build();
        ProducerRecord<String, Command> record = new ProducerRecord<>(Topics.COMMANDS.name(), gameId, command);
        record.headers()
                .add(Topics.AUTHORIZATION_HEADER, ("Bearer " + identity.token()).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
