package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.game.Order;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player over HTTP: listens to the stream of the game's events, and posts commands. */
public final class HttpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final long POLL_MS = 50;
    private static final long PAUSE_MS = 500;
    /** More commands than this are sent in several requests; command-ingest takes 100 at a time. */
    private static final int BATCH_MAXIMUM = 100;

    private final Credentials credentials;
    private final String gameId;
    private final Platform platform;
    private final PatientHttp http = new PatientHttp();
    private EventStream stream;
    private long liveSequence = -1;
    private long heard;

    public HttpTransport(Credentials credentials, String gameId, Platform platform) {
        this.credentials = credentials;
        this.gameId = gameId;
        this.platform = platform;
        this.stream = open();
    }

    @Override
    public List<Event> next() throws InterruptedException {
        if (liveSequence < 0) {
            liveSequence = http.get("%s/games/%s/scoreboard".formatted(platform.queriesUrl(), gameId))
                    .path("sequence")
                    .asLong();
        }
        List<Event> events = new ArrayList<>();
        for (JsonNode json : stream.next(POLL_MS)) {
            long sequence = json.path("sequence").asLong();
            // Rejections from before the game was created have no place in its sequence.
            if (sequence > heard) {
                heard = sequence;
                EventJson.read(json).ifPresent(events::add);
            }
        }
        Optional<Throwable> end = stream.end();
        if (end.isPresent()) {
            LOG.info("{} lost the events after {} and asks for them again", credentials.playerName(), heard, end.get());
            stream.close();
            Thread.sleep(PAUSE_MS);
            stream = open();
        }
        return events;
    }

    @Override
    public boolean isLive() {
        return heard >= liveSequence;
    }

    @Override
    public void send(List<Order> orders) throws InterruptedException {
        for (int from = 0; from < orders.size(); from += BATCH_MAXIMUM) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            orders.subList(from, Math.min(orders.size(), from + BATCH_MAXIMUM))
                    .forEach(order -> batch.add(json(order)));
            try {
                http.post("%s/games/%s/commands".formatted(platform.ingestUrl(), gameId), credentials.token(), batch);
            } catch (HttpProblem e) {
                throw new UncheckedIOException("%s cannot send commands".formatted(credentials.playerName()), e);
            }
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    private EventStream open() {
        return http.follow("%s/games/%s/events?from=%d".formatted(platform.queriesUrl(), gameId, heard + 1));
    }

    private static ObjectNode json(Order order) {
        return JsonWriter.write(order.payload())
                .put("commandId", order.commandId())
                .put("type", order.payload().getSchema().getName());
    }
}
