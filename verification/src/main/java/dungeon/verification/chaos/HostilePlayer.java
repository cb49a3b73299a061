package dungeon.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.topics.Topics;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A player in all games who sends commands twice and three times, again after a while, far too late, out of the future, without a
 * token and with one that does not hold, straight to Kafka and over HTTP, where it repeats what was not answered. What it was told is kept, to be held against the
 * log in the end.
 */
public final class HostilePlayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostilePlayer.class);
    private static final long KAFKA_PAUSE_MS = 250;
    private static final long HTTP_PAUSE_MS = 400;
    private static final long JOIN_PAUSE_MS = 100;
    private static final int HTTP_TRIES = 30;
    private static final long STOP_MAXIMUM_MS = 3_000;
    /** A repeat comes within the time for which ids are remembered; what comes later is refused as not timely. */
    private static final int REPEAT_AFTER_MAXIMUM_MS = 40_000;

    private static final long BURST_MS = 1_000;
    private static final int BURST_COMMANDS = 2;
    private static final long BURST_PAUSE_MS = 10;

    private static final Duration TOO_LATE = Duration.ofMinutes(3);
    private static final Duration TOO_EARLY = Duration.ofMinutes(5);

    /**
     * An event that the player was told of over HTTP.
     *
     * @param sequence of the event in its game
     */
    record Told(String commandId, String gameId, long sequence) {}

    private record Again(ProducerRecord<String, Command> record, long atNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final Cluster cluster;
    private final LiveLog live;
    private final JsonHttp http = new JsonHttp();
    private final String playerId;
    private final String playerName;
    private final String token;
    private final KafkaProducer<String, Command> producer;
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<String> unsigned = ConcurrentHashMap.newKeySet();
    private final AtomicLong confirmedUnsigned = new AtomicLong();
    private final Set<Told> told = ConcurrentHashMap.newKeySet();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final DelayQueue<Again> again = new DelayQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private HostilePlayer(Cluster cluster, LiveLog live, JsonNode registered) {
        this.cluster = cluster;
        this.live = live;
        playerId = registered.path("playerId").asText();
        playerName = registered.path("playerName").asText();
        token = registered.path("token").asText();
        Map<String, Object> config = new HashMap<>(cluster.clientConfig());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        config.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        producer = new KafkaProducer<>(
                config,
                Topics.COMMANDS.keySerde().serializer(),
                Topics.COMMANDS.valueSerde(cluster.clientConfig()).serializer());
    }

    /** Registers and begins. */
    public static HostilePlayer start(Cluster cluster, LiveLog live, Random random)
            throws IOException, InterruptedException {
        JsonNode registered = new JsonHttp().post(cluster.platform().ingestUrl() + "/auth/guest", null, null);
        HostilePlayer player = new HostilePlayer(cluster, live, registered);
        Random onKafka = new Random(random.nextLong());
        Random onHttp = new Random(random.nextLong());
        player.run("hostile-on-kafka", () -> player.onKafka(onKafka));
        player.run("hostile-on-http", () -> player.onHttp(onHttp));
        return player;
    }

    /** How many records without a token that holds the brokers keep, repeats among them. */
    long unsigned() {
        return confirmedUnsigned.get();
    }

    /** The commands without a token that holds, which come to nothing. */
    Set<String> unsignedIds() {
        return Set.copyOf(unsigned);
    }

    /** The commands with a token of which the brokers have said that they are kept. */
    Set<String> confirmed() {
        return Set.copyOf(confirmed);
    }

    /** The events that it was told of. */
    Set<Told> told() {
        return Set.copyOf(told);
    }

    /** How many records it has written, repeats among them. */
    public long records() {
        return records.get();
    }

    public long repeats() {
        return repeats.get();
    }

    /**
     * Sends far more than usual to some games, for a second and on a thread of its own, so that a fault in the middle of it
     * finds work half done. Comes back when it is in full swing.
     */
    public void burst(List<String> gameIds) throws InterruptedException {
        Random random = new Random(gameIds.hashCode());
        threads.removeIf(thread -> !thread.isAlive());
        Thread thread = new Thread(
                () -> {
                    long endNanos = System.nanoTime() + BURST_MS * 1_000_000;
                    try {
                        while (System.nanoTime() < endNanos && !stopped) {
                            for (String gameId : gameIds) {
                                for (int i = 0; i < BURST_COMMANDS; i++) {
                                    write(random, gameId, order(random, gameId));
                                }
                            }
                            TimeUnit.MILLISECONDS.sleep(BURST_PAUSE_MS);
                        }
                    } catch (InterruptedException | InterruptException e) {
                        LOG.debug("A burst was cut short", e);
                    }
                },
                "hostile-burst");
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        Span.pass(Duration.ofMillis(BURST_MS / 2));
    }

    /** Stops sending, bursts too, and waits for what is under way. */
    public void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(STOP_MAXIMUM_MS);
        }
        producer.flush();
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
        producer.close(Duration.ZERO);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    while (!stopped) {
                        try {
                            work.run();
                        } catch (InterruptedException e) {
                            return;
                        } catch (RuntimeException e) {
                            LOG.warn("{} begins anew", name, e);
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void onKafka(Random random) throws InterruptedException {
        Set<String> joined = new HashSet<>();
        while (!stopped) {
            for (String gameId : live.running(Duration.ZERO)) {
                if (joined.add(gameId)) {
                    write(random, gameId, new JoinGame(playerName));
                    TimeUnit.MILLISECONDS.sleep(JOIN_PAUSE_MS);
                    write(random, gameId, new BuyRobots(2, null));
                }
                write(random, gameId, order(random, gameId));
            }
            for (Again due = again.poll(); due != null; due = again.poll()) {
                send(due.record());
                repeats.incrementAndGet();
            }
            TimeUnit.MILLISECONDS.sleep(KAFKA_PAUSE_MS);
        }
    }

    private SpecificRecord order(Random random, String gameId) {
        List<LiveLog.Robot> own = live.robotsOf(gameId).stream()
                .filter(robot -> playerId.equals(robot.playerId()))
                .toList();
        String robotId = own.isEmpty() || random.nextInt(10) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : own.get(random.nextInt(own.size())).robotId();
        if (random.nextInt(3) == 0) {
            return new ClearQueue(robotId);
        }
        // The last constant is for those that a newer build knows.
        Direction[] directions = Direction.values();
        return new MoveRobot(robotId, directions[random.nextInt(directions.length)]);
    }

    private void write(Random random, String gameId, SpecificRecord payload) {
        Instant issuedAt = Instant.now();
        int kind = random.nextInt(100);
        if (kind < 3) {
            issuedAt = issuedAt.minus(TOO_LATE);
        } else if (kind < 5) {
            issuedAt = issuedAt.plus(TOO_EARLY);
        }
        Command command = new Command(UUID.randomUUID().toString(), issuedAt, gameId, playerId, payload);
        ProducerRecord<String, Command> record = new ProducerRecord<>(Topics.COMMANDS.name(), gameId, command);
        if (kind < 95) {
            record.headers().add(Topics.AUTHORIZATION_HEADER, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
        } else {
            unsigned.add(command.getCommandId());
        }
        if (kind >= 98) {
            String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
            record.headers().add(Topics.AUTHORIZATION_HEADER, ("Bearer " + forged).getBytes(StandardCharsets.UTF_8));
        }
        int times = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < times; i++) {
            send(record);
        }
        repeats.addAndGet(times - 1);
        if (random.nextInt(5) == 0) {
            long afterMs = 500L + random.nextInt(REPEAT_AFTER_MAXIMUM_MS);
            again.add(new Again(record, System.nanoTime() + afterMs * 1_000_000));
        }
    }

    // The call-back hears of the outcome.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ProducerRecord<String, Command> record) {
        records.incrementAndGet();
        producer.send(record, (metadata, failure) -> {
            String commandId = record.value().getCommandId();
            if (failure == null && unsigned.contains(commandId)) {
                confirmedUnsigned.incrementAndGet();
            } else if (failure == null) {
                confirmed.add(commandId);
            }
        });
    }

    private void onHttp(Random random) throws InterruptedException {
        while (!stopped) {
            List<String> games = live.running(Duration.ofSeconds(5));
            if (!games.isEmpty()) {
                askOverHttp(random, games.get(random.nextInt(games.size())));
            }
            TimeUnit.MILLISECONDS.sleep(HTTP_PAUSE_MS);
        }
    }

    /** One command, which is repeated until there is an outcome, and sometimes once more. */
    private void askOverHttp(Random random, String gameId) throws InterruptedException {
        String commandId = UUID.randomUUID().toString();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("commandId", commandId)
                .put("type", "BuyRobots")
                .put("quantity", 1);
        String url =
                "%s/games/%s/commands?wait=1500".formatted(cluster.platform().ingestUrl(), gameId);
        boolean onceMore = random.nextInt(3) == 0;
        for (int attempt = 0; attempt < HTTP_TRIES && !stopped; attempt++) {
            try {
                records.incrementAndGet();
                JsonNode events = http.post(url, token, body).path("events");
                events.forEach(event -> told.add(new Told(
                        event.path("commandId").asText(),
                        event.path("gameId").asText(),
                        event.path("sequence").asLong())));
                if (!events.isEmpty() && !onceMore) {
                    return;
                }
                if (!events.isEmpty()) {
                    onceMore = false;
                }
            } catch (IOException e) {
                LOG.debug("Command {} is sent again", commandId, e);
            }
            repeats.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(HTTP_PAUSE_MS);
        }
    }
}
