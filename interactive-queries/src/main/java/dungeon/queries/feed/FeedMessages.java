package dungeon.queries.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dungeon.queries.events.FeedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a feed of a game sends. A batch that many get is made once for all of them. */
final class FeedMessages {
    /** Of all batches together: all games of a busy instance for some moments, in which their followers ask for the same ones. */
    static final int BATCHES_BYTES_MAXIMUM = 16 * 1024 * 1024;

    private static final Duration BATCH_KEPT = Duration.ofSeconds(2);

    private record Batch(String gameId, long first, long last) {}

    private final InstantSource clock;
    private final Cache<Batch, String> batches = Caffeine.newBuilder()
            .maximumWeight(BATCHES_BYTES_MAXIMUM)
            // Those who watch ask for the same batch in the same moment; its time is to be true.
            .expireAfterWrite(BATCH_KEPT)
            .weigher((Batch batch, String text) -> text.length())
            // Small, and done by whoever asks.
            .executor(Runnable::run)
            .build();

    FeedMessages(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The first message: from where the feed goes on, and how far all is.
     *
     * @param idName what the id is called
     */
    String start(String idName, String id, long from, long newest, boolean over) {
        return "{\"kind\":\"start\",\"%s\":\"%s\",\"from\":%d,\"newest\":%d,\"over\":%b,\"time\":\"%s\"}"
                .formatted(idName, id, from, newest, over, time());
    }

    /** All events of a batch. */
    String events(String gameId, List<FeedEvent> events) {
        long first = events.get(0).sequence();
        long last = events.get(events.size() - 1).sequence();
        return batches.get(new Batch(gameId, first, last), batch -> text(events, last + 1));
    }

    /**
     * Some events of a batch.
     *
     * @param next the number of the first event behind the batch
     */
    String some(List<FeedEvent> events, long next) {
        return text(events, next);
    }

    /** A sign of life. */
    String alive(long next) {
        return "{\"kind\":\"alive\",\"next\":%d,\"time\":\"%s\"}".formatted(next, time());
    }

    /**
     * The first message of a player.
     *
     * @param gameIds the games that follow
     * @param complete whether they are all in which the player takes part and that are not over
     */
    String playerStart(String playerId, Collection<String> gameIds, boolean complete) {
        String games = gameIds.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return "{\"kind\":\"start\",\"playerId\":\"%s\",\"games\":[%s],\"complete\":%b,\"time\":\"%s\"}"
                .formatted(playerId, games, complete, time());
    }

    /** Events of one of a player's games. */
    String playerEvents(String gameId, List<FeedEvent> events) {
        long next = events.get(events.size() - 1).sequence() + 1;
        return events.stream()
                .map(event -> event.frame().json())
                .collect(Collectors.joining(
                        ",",
                        "{\"kind\":\"events\",\"gameId\":\"%s\",\"next\":%d,\"time\":\"%s\",\"events\":["
                                .formatted(gameId, next, time()),
                        "]}"));
    }

    /** A game of a player cannot be followed, or not now. */
    String playerProblem(String gameId, FeedClose problem) {
        return "{\"kind\":\"problem\",\"gameId\":\"%s\",\"code\":%d,\"detail\":\"%s\",\"time\":\"%s\"}"
                .formatted(gameId, problem.code(), problem.meaning(), time());
    }

    /** A sign of life of a player's feed. */
    String playerAlive() {
        return "{\"kind\":\"alive\",\"time\":\"%s\"}".formatted(time());
    }

    /**
     * The first message of the lobby.
     *
     * @param complete whether nothing is missing since the position that the client gave
     */
    String lobbyStart(LobbyPosition position, boolean complete) {
        return "{\"kind\":\"start\",\"position\":\"%s\",\"complete\":%b,\"time\":\"%s\"}"
                .formatted(position, complete, time());
    }

    /** Events of the lobby. */
    String lobbyEvents(LobbyPosition position, List<String> events) {
        return "{\"kind\":\"events\",\"position\":\"%s\",\"time\":\"%s\",\"events\":[%s]}"
                .formatted(position, time(), String.join(",", events));
    }

    /** A sign of life of the lobby. */
    String lobbyAlive(LobbyPosition position) {
        return "{\"kind\":\"alive\",\"position\":\"%s\",\"time\":\"%s\"}".formatted(position, time());
    }

    private String text(List<FeedEvent> events, long next) {
        return events.stream()
                .map(event -> event.frame().json())
                .collect(Collectors.joining(
                        ",",
                        "{\"kind\":\"events\",\"next\":%d,\"time\":\"%s\",\"events\":[".formatted(next, time()),
                        "]}"));
    }

    private String time() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
