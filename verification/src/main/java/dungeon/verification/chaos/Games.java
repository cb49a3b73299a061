package dungeon.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.bots.BotHost;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a few short games run all the time, each with practice bots. What fails is tried again. */
public final class Games implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Games.class);
    private static final int BOTS = 2;
    private static final int PLACES = 4;
    private static final long PAUSE_MS = 500;
    private static final int TRIES = 240;

    private final Cluster cluster;
    private final LiveLog live;
    private final BotHost bots;
    private final int count;
    private final Duration shortest;
    private final Duration longest;
    private final Random random;
    private final JsonHttp http = new JsonHttp();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    /** @param count how many games run at a time */
    public Games(
            Cluster cluster,
            LiveLog live,
            BotHost bots,
            int count,
            Duration shortest,
            Duration longest,
            Random random) {
        this.cluster = cluster;
        this.live = live;
        this.bots = bots;
        this.count = count;
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    public void start() {
        for (int i = 0; i < count; i++) {
            long seed = random.nextLong();
            workers.execute(() -> playOneAfterTheOther(new Random(seed)));
        }
    }

    /**
     * Begins no more games, and lets those that run come to their ends, with everybody still sending; then the player and the bots
     * stop.
     *
     * @throws BrokenPromiseException if a game does not reach its end in time
     */
    public void end(HostilePlayer player, Duration atMost) throws InterruptedException {
        stopped = true;
        workers.shutdown();
        Set<String> ended = new HashSet<>();
        boolean areOver = Waiting.until(
                () -> {
                    Set<String> open = live.open();
                    if (live.running(Duration.ZERO).isEmpty()) {
                        endUnstarted(open, ended);
                    }
                    // Whoever was making a game in that moment still has it to play.
                    return open.isEmpty() && workers.isTerminated();
                },
                atMost);
        if (!areOver) {
            throw new BrokenPromiseException(
                    "These games do not reach their end within %s: %s".formatted(atMost, live.open()));
        }
        player.stop();
        close();
    }

    /** Ends, as the administrator and once, the games that were never started; the others end by themselves. */
    private void endUnstarted(Set<String> gameIds, Set<String> ended) throws InterruptedException {
        for (String gameId : gameIds) {
            if (ended.contains(gameId)) {
                continue;
            }
            try {
                http.post(url("/games/" + gameId + "/end"), cluster.administratorToken(), null);
                ended.add(gameId);
            } catch (IOException e) {
                LOG.info("Cannot end game {} yet: {}", gameId, e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        workers.shutdownNow();
        bots.close();
    }

    private void playOneAfterTheOther(Random own) {
        try {
            while (!stopped) {
                play(own);
            }
        } catch (InterruptedException e) {
            LOG.debug("No more games", e);
        } catch (RuntimeException e) {
            LOG.error("A row of games has ended", e);
        }
    }

    private void play(Random own) throws InterruptedException {
        long span = longest.minus(shortest).toMillis() + 1;
        long durationMs = shortest.toMillis() + own.nextLong(span);
        String gameId = create(durationMs);
        if (gameId == null) {
            return;
        }
        bringBots(gameId);
        for (int attempt = 0; attempt < TRIES && !live.hasEnded(gameId) && !hasStarted(gameId); attempt++) {
            try {
                http.post(url("/games/" + gameId + "/start"), cluster.administratorToken(), null);
                break;
            } catch (IOException e) {
                LOG.info("Cannot start game {} yet: {}", gameId, e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
        while (!live.hasEnded(gameId)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        bots.forget(gameId);
    }

    private boolean hasStarted(String gameId) {
        return live.running(Duration.ZERO).contains(gameId);
    }

    private String create(long durationMs) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("participantLimit", PLACES)
                .put("durationMs", durationMs);
        try {
            body.put("mapTypeId", ShippedMaps.idOf(ShippedMaps.EXAMPLE));
            JsonNode created = http.post(url("/games"), cluster.administratorToken(), body);
            return created.path("gameId").asText();
        } catch (IOException e) {
            LOG.info("Cannot create a game yet: {}", e.getMessage());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            return null;
        }
    }

    private void bringBots(String gameId) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES && !live.hasEnded(gameId); attempt++) {
            try {
                bots.play(gameId, BotKind.mixed(BOTS));
                return;
            } catch (RuntimeException e) {
                LOG.info("The bots of game {} cannot come yet", gameId, e);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }

    private String url(String path) {
        return cluster.platform().ingestUrl() + path;
    }
}
