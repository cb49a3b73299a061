package dungeon.standalone.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.standalone.http.HttpProblem;
import dungeon.standalone.http.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A player over HTTP: looks at the map, listens to the game's events, and answers each with commands. All it knows comes
 * from there, so it can be started anew in the middle of a game.
 */
public final class ExplorerBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(ExplorerBot.class);
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 500;
    private static final int NOT_FOUND = 404;

    private final BotIdentity identity;
    private final String gameId;
    private final Platform platform;
    private final JsonHttp http = new JsonHttp();

    /** A bot that plays one game. */
    public ExplorerBot(BotIdentity identity, String gameId, Platform platform) {
        this.identity = identity;
        this.gameId = gameId;
        this.platform = platform;
    }

    @Override
    public void play() throws InterruptedException {
        if (!join()) {
            return;
        }
        Explorer explorer =
                new Explorer(identity, StarMaps.of(query("/map"), query("").path("rules")));
        // What happened before this process began must be known as a whole before it is answered.
        long liveSequence = query("/scoreboard").path("sequence").asLong();
        long lastSequence = 0;
        while (!explorer.isOver()) {
            String url = "%s/games/%s/events?from=%d".formatted(platform.queriesUrl(), gameId, lastSequence + 1);
            try (Stream<JsonNode> events = http.events(url)) {
                Iterator<JsonNode> coming = events.iterator();
                while (!explorer.isOver() && coming.hasNext()) {
                    JsonNode event = coming.next();
                    explorer.learn(event);
                    // Rejections from before the game was created have no place in its sequence.
                    lastSequence = Math.max(lastSequence, event.path("sequence").asLong());
                    if (lastSequence >= liveSequence) {
                        send(explorer.nextOrders());
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                if (Thread.interrupted()) {
                    throw (InterruptedException) new InterruptedException("Interrupted while listening").initCause(e);
                }
                LOG.info(
                        "{} lost the events after {} and asks for them again: {}",
                        identity.playerName(),
                        lastSequence,
                        e);
            }
            if (!explorer.isOver()) {
                Thread.sleep(PAUSE_MS);
            }
        }
        LOG.info("{} has played game {}", identity.playerName(), gameId);
    }

    /** Whether the bot takes part; not if the game is over or full. */
    private boolean join() throws InterruptedException {
        try {
            post("/games/" + gameId + "/participants", null);
            return true;
        } catch (HttpProblem e) {
            if (e.code().equals("ALREADY_JOINED")) {
                return true;
            }
            if (e.status() >= 500) {
                throw new UncheckedIOException("%s cannot join".formatted(identity.playerName()), e);
            }
            LOG.warn("{} gives up: {}", identity.playerName(), e.getMessage());
            return false;
        }
    }

    private void send(List<ObjectNode> orders) throws InterruptedException {
        if (orders.isEmpty()) {
            return;
        }
        ArrayNode batch = JsonNodeFactory.instance.arrayNode().addAll(orders);
        try {
            post("/games/" + gameId + "/commands", batch);
        } catch (HttpProblem e) {
            throw new UncheckedIOException("%s cannot send commands".formatted(identity.playerName()), e);
        }
    }

    /** Sends it until somebody takes it; the commands keep their ids, so that a repetition does nothing twice. */
    private void post(String path, JsonNode body) throws HttpProblem, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                http.post(platform.ingestUrl() + path, identity.token(), body);
                return;
            } catch (HttpProblem e) {
                if (e.status() < 500 || attempt == TRIES) {
                    throw e;
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    /** Asks the read side, which may hear of a new game a moment later than we do. */
    private JsonNode query(String path) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.get("%s/games/%s%s".formatted(platform.queriesUrl(), gameId, path));
            } catch (HttpProblem e) {
                if (attempt == TRIES || (e.status() < 500 && e.status() != NOT_FOUND)) {
                    throw new UncheckedIOException(e);
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
