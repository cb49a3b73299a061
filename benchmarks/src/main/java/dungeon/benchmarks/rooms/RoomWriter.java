package dungeon.benchmarks.rooms;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes orders to rooms, as players do who speak to Kafka. */
final class RoomWriter implements AutoCloseable {
    private static final int LINGER_MS = 1;

    private final TokenOffice tokens;
    private final List<BenchPlayer> players;
    private final KafkaProducer<String, TicTacToeCommand> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    RoomWriter(BenchHost host, List<BenchPlayer> players) {
        this.tokens = host.tokens();
        this.players = players;
        Map<String, Object> config = new HashMap<>(host.clientConfig());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                Topics.TICTACTOE_COMMANDS.valueSerde(host.clientConfig()).serializer());
    }

    /** Sends an order that is given now. */
    @SuppressWarnings("FutureReturnValueIgnored") // The call-back hears of the outcome, and flush throws it.
    void send(RoomOrder order) {
        String playerId = order.player() == Sent.ADMINISTRATOR
                ? null
                : players.get(order.player()).playerId();
        TicTacToeCommand command = new TicTacToeCommand(
                order.commandId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                order.roomId(),
                playerId,
                order.payload());
        ProducerRecord<String, TicTacToeCommand> message =
                new ProducerRecord<>(Topics.TICTACTOE_COMMANDS.name(), order.roomId(), command);
        message.headers().add(Topics.AUTHORIZATION_HEADER, tokens.authorization(order.player()));
        producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /**
     * Waits until all are written.
     *
     * @throws IllegalStateException if one could not be
     */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("An order could not be written: " + failure.get(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
