package dungeon.benchmarks.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.connection.TokenLogin;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.EventHeads;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Guests in practice games of their own, each with a producer, and another one reads what comes of all commands. Each order is for a robot that is
 * not there, so that the rules have as little to do as they can and what is around them counts most.
 */
final class PlayersOnKafka implements AutoCloseable {
    private static final int PLAYERS = 8;
    /** Of each player; so much that nobody waits for a single batch. */
    private static final int IN_FLIGHT = 200;

    private static final long GAME_MS = 3_600_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration OUTCOME_MAXIMUM = Duration.ofSeconds(30);
    /** A minute in µs, and three digits. */
    private static final long DELAY_US_MAXIMUM = 60_000_000;

    private record Player(
            Credentials credentials, String gameId, KafkaProducer<String, byte[]> producer, Semaphore room) {}

    private record Sent(long atNanos, Player by) {}

    private final List<Player> players = new ArrayList<>();
    private final Map<String, Sent> underWay = new ConcurrentHashMap<>();
    private final AtomicLong answered = new AtomicLong();
    private final Serializer<Command> serializer;
    private final EventHeads heads;
    private final Thread reader;
    private volatile Histogram delaysUs = newHistogram();
    private volatile boolean closing;
    private volatile double readerHeldUpMs;

    private PlayersOnKafka(Platform platform) throws IOException, InterruptedException {
        serializer = Topics.COMMANDS.valueSerde(platform.clientConfig()).serializer();
        heads = new EventHeads(Event.getClassSchema(), platform.clientConfig());
        JsonHttp http = new JsonHttp();
        for (int i = 0; i < PLAYERS; i++) {
            Credentials credentials = guest(http, platform);
            JsonNode game = http.post(
                    platform.ingestUrl() + "/practice-games",
                    credentials.token(),
                    JsonNodeFactory.instance.objectNode().put("bots", 0).put("durationMs", GAME_MS));
            players.add(new Player(
                    credentials,
                    game.path("gameId").asText(),
                    new KafkaProducer<>(
                            TokenLogin.as(credentials, platform.clientConfig()),
                            new StringSerializer(),
                            new ByteArraySerializer()),
                    new Semaphore(IN_FLIGHT)));
        }
        // As somebody who does nothing else, so that what players may take is not what is measured.
        KafkaConsumer<String, byte[]> consumer = consumer(platform, guest(http, platform));
        reader = new Thread(() -> read(consumer), "outcomes");
        reader.start();
    }

    static PlayersOnKafka join(Platform platform) throws IOException, InterruptedException {
        return new PlayersOnKafka(platform);
    }

    private static Credentials guest(JsonHttp http, Platform platform) throws IOException, InterruptedException {
        JsonNode guest = http.post(platform.ingestUrl() + "/auth/guest", null, null);
        return new Credentials(
                guest.path("playerId").asText(),
                guest.path("playerName").asText(),
                guest.path("token").asText());
    }

    private static KafkaConsumer<String, byte[]> consumer(Platform platform, Credentials reader) {
        Map<String, Object> settings = new HashMap<>(TokenLogin.as(reader, platform.clientConfig()));
        settings.put("isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> next : consumer.poll(POLL)) {
                    // The first record of a schema only makes it known.
                    heads.read(next.topic(), next.value())
                            .or(() -> heads.read(next.topic(), next.value()))
                            .ifPresent(head -> answer(head.commandId()));
                }
                readerHeldUpMs = greatest(consumer.metrics(), "fetch-throttle-time-max");
            }
        }
    }

    private void answer(String commandId) {
        Sent sent = commandId == null ? null : underWay.remove(commandId);
        if (sent != null) {
            delaysUs.recordValue(
                    Math.min(DELAY_US_MAXIMUM, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent.atNanos())));
            answered.incrementAndGet();
            sent.by().room().release();
        }
    }

    /** Sends at a rate, whatever comes of it; gives the times in µs from when a command was due to its outcome. */
    Histogram send(double perSecond, Duration duration) throws InterruptedException {
        delaysUs = newHistogram();
        long startNanos = System.nanoTime();
        long commands = Math.round(perSecond * duration.toSeconds());
        for (long i = 0; i < commands; i++) {
            long dueNanos = startNanos + Math.round(i * 1e9 / perSecond);
            while (System.nanoTime() < dueNanos) {
                LockSupport.parkNanos(dueNanos - System.nanoTime());
            }
            Player player = players.get((int) (i % PLAYERS));
            if (!player.room().tryAcquire(OUTCOME_MAXIMUM.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("No outcome came for " + OUTCOME_MAXIMUM);
            }
            send(player, dueNanos);
        }
        awaitOutcomes();
        return delaysUs;
    }

    /** Each player sends as fast as outcomes come; gives how many came a second. */
    double sendAtOnce(Duration duration) throws InterruptedException {
        long startNanos = System.nanoTime();
        long before = answered.get();
        List<Thread> senders = players.stream()
                .map(player -> new Thread(() -> sendUntil(player, startNanos + duration.toNanos()), "sender"))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        double perSecond = (answered.get() - before) / ((System.nanoTime() - startNanos) / 1e9);
        awaitOutcomes();
        return perSecond;
    }

    private void sendUntil(Player player, long endNanos) {
        try {
            while (System.nanoTime() < endNanos) {
                if (player.room().tryAcquire(1, TimeUnit.SECONDS)) {
                    send(player, System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Player player, long dueNanos) {
        Command command = new Command(
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                player.gameId(),
                player.credentials().playerId(),
                new ClearQueue(player.credentials().playerId()));
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.COMMANDS.name(), player.gameId(), serializer.serialize(Topics.COMMANDS.name(), command));
        record.headers()
                .add(
                        Topics.AUTHORIZATION_HEADER,
                        ("Bearer " + player.credentials().token()).getBytes(UTF_8));
        underWay.put(command.getCommandId(), new Sent(dueNanos, player));
        var unused = player.producer().send(record);
    }

    private void awaitOutcomes() throws InterruptedException {
        if (!Waiting.until(underWay::isEmpty, OUTCOME_MAXIMUM)) {
            throw new IllegalStateException(
                    "%d commands have no outcome after %s".formatted(underWay.size(), OUTCOME_MAXIMUM));
        }
    }

    /** For how long the broker has made the writers wait at most in the last half minute, in ms, because of their quotas. */
    double writersHeldUpMs() {
        return players.stream()
                .mapToDouble(player -> greatest(player.producer().metrics(), "produce-throttle-time-max"))
                .max()
                .orElse(0);
    }

    /** The same of whoever reads. */
    double readerHeldUpMs() {
        return readerHeldUpMs;
    }

    private static double greatest(Map<MetricName, ? extends Metric> metrics, String name) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    private static Histogram newHistogram() {
        return new ConcurrentHistogram(DELAY_US_MAXIMUM, 3);
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        players.forEach(player -> player.producer().close(Duration.ZERO));
    }
}
