package dungeon.standalone.bots;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A player straight on Kafka with the plain clients: reads the game's events, and writes commands with its token in the
 * header. All it knows comes from the events, so it can be started anew in the middle of a game.
 */
public final class SwarmBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(SwarmBot.class);

    private final BotIdentity identity;
    private final String gameId;
    private final Map<String, Object> clientConfig;

    /**
     * A bot that plays one game.
     *
     * @param clientConfig has at least {@code bootstrap.servers} and {@code schema.registry.url}
     */
    public SwarmBot(BotIdentity identity, String gameId, Map<String, Object> clientConfig) {
        this.identity = identity;
        this.gameId = gameId;
        this.clientConfig = Map.copyOf(clientConfig);
    }

    @Override
    public void play() throws InterruptedException {
        AvroSerializer<Command> serializer = new AvroSerializer<>();
        serializer.configure(clientConfig, false);
        try (GameEvents events = GameEvents.of(gameId, clientConfig);
                KafkaProducer<String, Command> producer =
                        new KafkaProducer<>(clientConfig, new StringSerializer(), serializer)) {
            Swarm swarm = new Swarm(identity);
            while (!swarm.isOver()) {
                for (Event event : events.next()) {
                    swarm.learn(event);
                }
                // What happened before this process began must be known as a whole before it is answered.
                if (events.isLive()) {
                    send(producer, swarm.nextOrders());
                }
            }
        }
        LOG.info("{} has played game {}", identity.playerName(), gameId);
    }

    private void send(KafkaProducer<String, Command> producer, List<Swarm.Order> orders) throws InterruptedException {
        List<Future<RecordMetadata>> written =
                orders.stream().map(order -> producer.send(record(order))).collect(Collectors.toList());
        for (Future<RecordMetadata> one : written) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Cannot write commands: " + e.getCause(), e.getCause());
            }
        }
    }

    /** The key is the gameId, so that all commands of a game are in one partition, in one order. */
    private ProducerRecord<String, Command> record(Swarm.Order order) {
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
