package dungeon.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.players.bots.BotHost;
import dungeon.players.bots.BotKind;
import dungeon.verification.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a few short games run all the time, each with practice bots. What fails is tried again. */
final class Games implements AutoCloseable {
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
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    /** @param count how many games run at a time */
    Games(Cluster cluster, LiveLog live, BotHost bots, int count, Duration shortest, Duration longest, Random random) {
        this.cluster = cluster;
        this.live = live;
        this.bots = bots;
        this.count = count;
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    void start() {
        for (int i = 0; i < count; i++) {
            long seed = random.nextLong();
            workers.execute(() -> playOneAfterTheOther(new Random(seed)));
        }
    }

    /** No more games are begun. */
    void stop() {
        stopped = true;
    }

    /** Ends, as the administrator, the games that were never started; the others end by themselves. */
    void endUnstarted(Set<String> gameIds) throws InterruptedException {
        for (String gameId : gameIds) {
            try {
                http.post(url("/games/" + gameId + "/end"), cluster.administratorToken(), null);
            } catch (IOException e) {
                LOG.warn("Cannot end game {} yet", gameId, e);
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
        mine.add(gameId);
        bringBots(gameId);
        for (int attempt = 0; attempt < TRIES && live.open().contains(gameId) && !hasStarted(gameId); attempt++) {
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
        for (int attempt = 0; attempt < TRIES; attempt++) {
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
