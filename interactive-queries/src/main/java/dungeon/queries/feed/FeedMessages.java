package dungeon.queries.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dungeon.queries.events.FeedEvent;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** What a feed of a game sends. A batch that many get is made once for all of them. */
final class FeedMessages {
    /** Of all batches together: all games of a busy instance for some moments, in which their followers ask for the same ones. */
    static final int BATCHES_BYTES_MAXIMUM = 16 * 1024 * 1024;

    private record Batch(String gameId, long first, long last) {}

    private final InstantSource clock;
    private final Cache<Batch, String> batches = Caffeine.newBuilder()
            .maximumWeight(BATCHES_BYTES_MAXIMUM)
            .weigher((Batch batch, String text) -> text.length())
            // Small, and done by whoever asks.
            .executor(Runnable::run)
            .build();

    FeedMessages(InstantSource clock) {
        this.clock = clock;
    }

    /** The first message: from where the feed goes on, and how far the game is. */
    String start(String gameId, long from, long newest, boolean over) {
        return "{\"kind\":\"start\",\"gameId\":\"%s\",\"from\":%d,\"newest\":%d,\"over\":%b,\"time\":\"%s\"}"
                .formatted(gameId, from, newest, over, time());
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
