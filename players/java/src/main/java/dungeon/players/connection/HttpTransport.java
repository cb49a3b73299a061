package dungeon.players.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.game.Order;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A player over HTTP: listens to the stream of the game's events, and posts commands. */
public final class HttpTransport implements Transport {
    /** More commands than this are sent in several requests; command-ingest takes 100 at a time. */
    private static final int BATCH_MAXIMUM = 100;

    private final Credentials credentials;
    private final String gameId;
    private final Platform platform;
    private final PatientHttp http = new PatientHttp();
    private final EventFeed feed;
    private long liveSequence = -1;

    public HttpTransport(Credentials credentials, String gameId, Platform platform) {
        this.credentials = credentials;
        this.gameId = gameId;
        this.platform = platform;
        this.feed = EventFeed.of(http, "%s/games/%s/events".formatted(platform.queriesUrl(), gameId));
    }

    @Override
    public List<Event> next() throws InterruptedException {
        if (liveSequence < 0) {
            liveSequence = http.get("%s/games/%s/scoreboard".formatted(platform.queriesUrl(), gameId))
                    .path("sequence")
                    .asLong();
        }
        List<Event> events = new ArrayList<>();
        feed.next().forEach(json -> EventJson.read(json).ifPresent(events::add));
        return events;
    }

    @Override
    public boolean isLive() {
        return feed.heard() >= liveSequence;
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
        feed.close();
    }

    private static ObjectNode json(Order order) {
        return JsonWriter.write(order.payload())
                .put("commandId", order.commandId())
                .put("type", order.payload().getSchema().getName());
    }
}
