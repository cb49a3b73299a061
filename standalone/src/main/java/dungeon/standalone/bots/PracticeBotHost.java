package dungeon.standalone.bots;

import dungeon.players.connection.Platform;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bots into every practice game, as many as it has places beside its player's. */
public final class PracticeBotHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeBotHost.class);
    /** A game waits a day for its start, and runs a day at most; older ones are over. */
    private static final Duration GAME_MAXIMUM = Duration.ofDays(2);

    /** As many as command-ingest lets a player ask for; a player on Kafka can ask for more places. */
    private static final int BOTS_MAXIMUM = 9;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RESTART_PAUSE_MS = 2_000;
    private static final long STOP_MAXIMUM_MS = 5_000;

    private final BotHost bots;
    private final Map<String, Object> config;
    private final Thread thread = new Thread(this::follow, "practice-bots");

    private PracticeBotHost(BotHost bots, Platform platform) {
        this.bots = bots;
        this.config = new HashMap<>(platform.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    }

    /** Begins to watch for practice games. */
    public static PracticeBotHost start(BotHost bots, Platform platform) {
        PracticeBotHost host = new PracticeBotHost(bots, platform);
        host.thread.setDaemon(true);
        host.thread.start();
        return host;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (true) {
            try {
                followEvents();
            } catch (InterruptedException e) {
                LOG.debug("No longer watching for practice games", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Lost the events, and asks for them again", e);
            }
            try {
                Thread.sleep(RESTART_PAUSE_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void followEvents() throws InterruptedException {
        Deserializer<Event> deserializer = Topics.EVENTS.valueSerde(config).deserializer();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            seekToGamesThatMayRun(consumer, partitions);
            Map<TopicPartition, Long> liveOffsets = consumer.endOffsets(partitions);
            Map<String, GameCreated> games = new LinkedHashMap<>();
            while (true) {
                poll(consumer).forEach(record -> learn(record, deserializer, games));
                // Only then is it known which of the older games are over.
                if (liveOffsets.entrySet().stream()
                        .allMatch(live -> consumer.position(live.getKey()) >= live.getValue())) {
                    for (Map.Entry<String, GameCreated> game : games.entrySet()) {
                        int places = game.getValue().getParticipantLimit() - 1;
                        bots.play(game.getKey(), BotKind.mixed(Math.min(places, BOTS_MAXIMUM)));
                    }
                    games.clear();
                }
            }
        }
    }

    private static ConsumerRecords<String, byte[]> poll(KafkaConsumer<String, byte[]> consumer)
            throws InterruptedException {
        try {
            return consumer.poll(POLL);
        } catch (InterruptException e) {
            // Kafka leaves the thread marked, and a marked thread cannot close its clients in order.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("Interrupted while waiting for events").initCause(e);
        }
    }

    /** One that cannot be read is none of the topology's, and must not hold up all games behind it. */
    private void learn(
            ConsumerRecord<String, byte[]> record, Deserializer<Event> deserializer, Map<String, GameCreated> games) {
        try {
            Event event = deserializer.deserialize(record.topic(), record.value());
            if (event != null) {
                learn(event, games);
            }
        } catch (UndecodableException e) {
            LOG.warn("Left out a record from {}-{} at {}", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private void learn(Event event, Map<String, GameCreated> games) {
        if (event.getPayload() instanceof GameCreated created && created.getPracticeFor() != null) {
            games.put(event.getGameId(), created);
        } else if (event.getPayload() instanceof GameEnded) {
            games.remove(event.getGameId());
            bots.forget(event.getGameId());
        }
    }

    private static void seekToGamesThatMayRun(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        long sinceMs = Instant.now().minus(GAME_MAXIMUM).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, sinceMs));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = offsets.get(partition);
            if (first == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, first.offset());
            }
        }
    }
}
