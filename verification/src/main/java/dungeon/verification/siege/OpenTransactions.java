package dungeon.verification.siege;

import dungeon.players.connection.Platform;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.siege.SiegeResult.Standstill;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves transactions open on the partitions of games that others play, and measures for how long these stand still. */
final class OpenTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);
    /** Longer than the time-out that any transaction can have. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static final int MANY = 10;
    private static final long WRITE_EACH_MS = 200;
    private static final long OPEN_MAXIMUM_S = 30;
    /** Between two rounds, so that the second does not meet what the first has left. */
    private static final long PAUSE_MS = 3_000;

    private final Platform platform;
    private final HonestPlay honest;

    OpenTransactions(Platform platform, HonestPlay honest) {
        this.platform = platform;
        this.honest = honest;
    }

    /** All rounds, one after the other. */
    List<Standstill> measure() throws InterruptedException {
        List<Standstill> rounds = new ArrayList<>();
        rounds.add(new Standstill("one left open on the partition of each game", round(1, false)));
        Thread.sleep(PAUSE_MS);
        rounds.add(new Standstill("one that is written to all the time", round(1, true)));
        Thread.sleep(PAUSE_MS);
        rounds.add(new Standstill("%d left open at once".formatted(MANY), round(MANY, false)));
        return rounds;
    }

    private long round(int count, boolean writesOn) throws InterruptedException {
        List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
        Thread writer = null;
        try {
            for (int i = 0; i < count; i++) {
                producers.add(producer("siege-%d-%d".formatted(System.nanoTime(), i)));
            }
            for (KafkaProducer<byte[], byte[]> producer : producers) {
                producer.initTransactions();
            }
            for (KafkaProducer<byte[], byte[]> producer : producers) {
                producer.beginTransaction();
                write(producer);
            }
            long openNanos = System.nanoTime();
            if (writesOn) {
                writer = HonestPlay.daemon(() -> writeOn(producers.get(0)), "siege-open-transaction");
                writer.start();
            }
            // If it never goes on, that shows in the time.
            boolean unused = Waiting.until(() -> isAnswered(openNanos), PATIENCE);
            return (System.nanoTime() - openNanos) / 1_000_000;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("No transaction can be opened on the command topics", e);
        } finally {
            if (writer != null) {
                writer.interrupt();
            }
            producers.forEach(producer -> producer.close(Duration.ZERO));
        }
    }

    private boolean isAnswered(long sinceNanos) {
        return honest.gameIds().stream().allMatch(gameId -> honest.answeredUpTo(gameId) > sinceNanos);
    }

    private void write(KafkaProducer<byte[], byte[]> producer)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (String gameId : honest.gameIds()) {
            producer.send(new ProducerRecord<>(
                            Topics.COMMANDS.name(), gameId.getBytes(StandardCharsets.UTF_8), new byte[] {1}))
                    .get(OPEN_MAXIMUM_S, TimeUnit.SECONDS);
        }
    }

    private void writeOn(KafkaProducer<byte[], byte[]> producer) {
        try {
            while (true) {
                write(producer);
                TimeUnit.MILLISECONDS.sleep(WRITE_EACH_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.info("The open transaction was ended by somebody else: {}", e.toString());
        }
    }

    private KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        60_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
