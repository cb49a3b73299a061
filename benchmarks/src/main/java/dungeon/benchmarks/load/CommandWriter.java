package dungeon.benchmarks.load;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.schemas.Command;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes commands to their topic, as a player who speaks to Kafka does. */
public final class CommandWriter implements AutoCloseable {
    /** Whoever sends one after the other wants it there soon; whoever sends many sends them together. */
    private static final int LINGER_MS = 1;

    private static final int BATCH_BYTES = 64 * 1024;

    private final TokenOffice tokens;
    private final KafkaProducer<String, Command> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public CommandWriter(BenchHost host) {
        tokens = host.tokens();
        Map<String, Object> config = new HashMap<>(host.clientConfig());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                Topics.COMMANDS.valueSerde(host.clientConfig()).serializer());
    }

    /** Sends a command that is issued now. */
    @SuppressWarnings("FutureReturnValueIgnored") // The call-back hears of the outcome, and flush throws it.
    public void send(Sent sent) {
        Command command = sent.command();
        command.setIssuedAt(Instant.now());
        ProducerRecord<String, Command> message =
                new ProducerRecord<>(Topics.COMMANDS.name(), command.getGameId(), command);
        message.headers().add(Topics.AUTHORIZATION_HEADER, tokens.authorization(sent));
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
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("A command could not be written: " + failure.get(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
