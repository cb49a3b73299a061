package dungeon.verification.chaos;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Tick;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows commands and committed events as they come, like a player: which games run, what is under way, who is answered. */
public final class LiveLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLog.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long STOP_MAXIMUM_MS = 5_000;

    /** What is known of a game. */
    private static final class Game {
        private final int partition;
        private Instant endsAt;
        private boolean ended;
        private long heardNanos = System.nanoTime();
        private long longestSilenceNanos;
        private final Map<String, Robot> robots = new LinkedHashMap<>();

        Game(int partition) {
            this.partition = partition;
        }
    }

    /**
     * A robot that is on the map, or was.
     *
     * @param sinceNanos when it was heard of
     */
    record Robot(String robotId, String playerId, long sinceNanos) {}

    /** The games that somebody wants to hear of: until each has an event that was decided after a moment. */
    public final class Watch {
        private final Instant since;
        private final long sinceNanos = System.nanoTime();
        private final Set<String> silent;
        private final Map<String, Long> answeredAfterMs = new TreeMap<>();

        private Watch(Instant since, Collection<String> games) {
            this.since = since;
            this.silent = new HashSet<>(games);
        }

        private void hear(Event event) {
            if (event.getTime().isAfter(since) && silent.remove(event.getGameId())) {
                answeredAfterMs.put(event.getGameId(), (System.nanoTime() - sinceNanos) / 1_000_000);
            }
        }

        /** The games that have no such event yet. */
        public Set<String> silent() {
            synchronized (LiveLog.this) {
                return Set.copyOf(silent);
            }
        }

        /**
         * Waits until each game has such an event.
         *
         * @throws BrokenPromiseException if one has none in time
         */
        public void awaitAnswered(Duration atMost) throws InterruptedException {
            if (!Waiting.until(() -> silent().isEmpty(), atMost)) {
                throw new BrokenPromiseException(
                        "These games are not answered again within %s: %s".formatted(atMost, silent()));
            }
        }

        /** After how many ms each game had its first such event, by game. */
        public Map<String, Long> answeredAfterMs() {
            synchronized (LiveLog.this) {
                return Map.copyOf(answeredAfterMs);
            }
        }
    }

    private final Map<String, Object> config;
    private final Thread thread = new Thread(this::follow, "live-log");
    private final Map<String, Game> games = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<Watch> watches = new ArrayList<>();
    private volatile boolean closed;

    public LiveLog(Map<String, Object> clientConfig) {
        config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** The commands that have no committed outcome yet, without ticks. */
    synchronized Set<String> underWay() {
        return Set.copyOf(underWay);
    }

    /** The games that have started and will not end within the given time. */
    public synchronized List<String> running(Duration atLeast) {
        Instant until = Instant.now().plus(atLeast);
        return games.entrySet().stream()
                .filter(game -> !game.getValue().ended
                        && game.getValue().endsAt != null
                        && game.getValue().endsAt.isAfter(until))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Waits until games run.
     *
     * @param count how many, at least
     * @param atLeast for how long each will go on
     * @throws IllegalStateException if that does not come about in time
     */
    public void awaitRunning(int count, Duration atLeast, Duration atMost) throws InterruptedException {
        if (!Waiting.until(() -> running(atLeast).size() >= count, atMost)) {
            throw new IllegalStateException("%d games and not %d run within %s"
                    .formatted(running(atLeast).size(), count, atMost));
        }
    }

    /** The games that have not ended, started or not. */
    public synchronized Set<String> open() {
        Set<String> open = new HashSet<>();
        games.forEach((gameId, game) -> {
            if (!game.ended) {
                open.add(gameId);
            }
        });
        return open;
    }

    synchronized boolean hasEnded(String gameId) {
        Game game = games.get(gameId);
        return game != null && game.ended;
    }

    public synchronized int partitionOf(String gameId) {
        return games.get(gameId).partition;
    }

    /** The robots of a game, oldest first; the destroyed ones too. */
    synchronized List<Robot> robotsOf(String gameId) {
        Game game = games.get(gameId);
        return game == null ? List.of() : List.copyOf(game.robots.values());
    }

    /**
     * How long each running game had nothing new, at most, from one event that was heard to the next, in ms; since the last call, a silence
     * that had begun before included. Ticks and outcomes alike count.
     */
    public synchronized Map<String, Long> longestSilencesMs() {
        long now = System.nanoTime();
        Map<String, Long> longestMs = new TreeMap<>();
        games.forEach((gameId, game) -> {
            if (game.endsAt != null && !(game.ended && game.longestSilenceNanos == 0)) {
                long going = game.ended ? 0 : now - game.heardNanos;
                longestMs.put(gameId, Math.max(game.longestSilenceNanos, going) / 1_000_000);
            }
            game.longestSilenceNanos = 0;
        });
        return longestMs;
    }

    /** Listens from now on for events of games that are decided after now. */
    public synchronized Watch watch(Collection<String> gameIds) {
        Watch watch = new Watch(Instant.now(), gameIds);
        watches.add(watch);
        return watch;
    }

    public synchronized void unwatch(Watch watch) {
        watches.remove(watch);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = Stream.of(Topics.COMMANDS.name(), Topics.EVENTS.name())
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Deserializer<Command> commands =
                        Topics.COMMANDS.valueSerde(config).deserializer();
                Deserializer<Event> events = Topics.EVENTS.valueSerde(config).deserializer();
                while (!closed) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        learn(record, commands, events);
                    }
                }
            } catch (RuntimeException e) {
                LOG.warn("Lost the log, and reads it again", e);
            }
        }
    }

    private void learn(
            ConsumerRecord<byte[], byte[]> record, Deserializer<Command> commands, Deserializer<Event> events) {
        if (record.topic().equals(Topics.EVENTS.name())) {
            learn(events.deserialize(record.topic(), record.value()), record.partition());
            return;
        }
        try {
            learn(commands.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            LOG.debug("Somebody has written garbage", e);
        }
    }

    private synchronized void learn(Command command) {
        if (command != null && !(command.getPayload() instanceof Tick) && !answered.contains(command.getCommandId())) {
            underWay.add(command.getCommandId());
        }
    }

    private synchronized void learn(Event event, int partition) {
        if (event.getCommandId() != null) {
            answered.add(event.getCommandId());
            underWay.remove(event.getCommandId());
        }
        watches.forEach(watch -> watch.hear(event));
        Game game = games.get(event.getGameId());
        Object payload = event.getPayload();
        if (game != null) {
            long now = System.nanoTime();
            // Between its making and its start nobody plays.
            long silence = game.endsAt == null ? 0 : now - game.heardNanos;
            game.longestSilenceNanos = Math.max(game.longestSilenceNanos, silence);
            game.heardNanos = now;
        }
        if (payload instanceof GameCreated && game == null) {
            games.put(event.getGameId(), new Game(partition));
        } else if (game == null) {
            return;
        } else if (payload instanceof GameStarted started) {
            game.endsAt = started.getEndsAt();
        } else if (payload instanceof GameEnded) {
            game.ended = true;
        } else if (payload instanceof RobotSpawned spawned) {
            game.robots.putIfAbsent(
                    spawned.getRobotId(), new Robot(spawned.getRobotId(), event.getPlayerId(), System.nanoTime()));
        }
    }
}
