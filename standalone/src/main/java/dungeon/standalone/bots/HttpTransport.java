package dungeon.standalone.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonWriter;
import dungeon.standalone.bots.player.Order;
import dungeon.standalone.http.HttpProblem;
import dungeon.standalone.http.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player over HTTP: listens to the stream of the game's events, and posts commands. */
final class HttpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 500;
    private static final long POLL_MS = 50;
    private static final long STOP_MAXIMUM_MS = 2_000;
    private static final int NOT_FOUND = 404;
    /** More commands than this are sent in several requests; command-ingest takes 100 at a time. */
    private static final int BATCH_MAXIMUM = 100;

    private final BotIdentity identity;
    private final String gameId;
    private final Platform platform;
    private final JsonHttp http = new JsonHttp();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread listener;
    private long liveSequence = -1;
    private long lastSequence;

    HttpTransport(BotIdentity identity, String gameId, Platform platform) {
        this.identity = identity;
        this.gameId = gameId;
        this.platform = platform;
        this.listener = new Thread(this::listen, identity.playerName() + "-events");
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public List<Event> next() throws InterruptedException {
        if (liveSequence < 0) {
            liveSequence = query("/scoreboard").path("sequence").asLong();
        }
        List<Event> next = new ArrayList<>();
        Event first = events.poll(POLL_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
            next.add(first);
            events.drainTo(next);
            lastSequence = next.get(next.size() - 1).getSequence();
        }
        return next;
    }

    @Override
    public boolean isLive() {
        return lastSequence >= liveSequence;
    }

    @Override
    public void send(List<Order> orders) throws InterruptedException {
        for (int from = 0; from < orders.size(); from += BATCH_MAXIMUM) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            orders.subList(from, Math.min(orders.size(), from + BATCH_MAXIMUM))
                    .forEach(order -> batch.add(json(order)));
            try {
                post("/games/" + gameId + "/commands", batch);
            } catch (HttpProblem e) {
                throw new UncheckedIOException("%s cannot send commands".formatted(identity.playerName()), e);
            }
        }
    }

    @Override
    public void close() {
        listener.interrupt();
        try {
            listener.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            // It is a daemon, and ends with the process at the latest.
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode json(Order order) {
        return JsonWriter.write(order.payload())
                .put("commandId", order.commandId())
                .put("type", order.payload().getSchema().getName());
    }

    /** Listens on a thread of its own, because the bot also has to act when nothing happens. */
    private void listen() {
        long heard = 0;
        while (!Thread.currentThread().isInterrupted()) {
            String url = "%s/games/%s/events?from=%d".formatted(platform.queriesUrl(), gameId, heard + 1);
            try (Stream<JsonNode> stream = http.events(url)) {
                Iterator<JsonNode> coming = stream.iterator();
                while (coming.hasNext()) {
                    Event event = EventJson.read(coming.next());
                    // Rejections from before the game was created have no place in its sequence.
                    if (event.getSequence() > heard) {
                        heard = event.getSequence();
                        events.add(event);
                    }
                }
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (Thread.interrupted()) {
                    return;
                }
                LOG.info("{} lost the events after {} and asks for them again", identity.playerName(), heard, e);
                try {
                    Thread.sleep(PAUSE_MS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
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
