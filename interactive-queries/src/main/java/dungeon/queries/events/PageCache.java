package dungeon.queries.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Full pages of older events, as they were read last. What is past stays as it is, and whoever comes to a game that many watch wants its
 * beginning, so that a thousand who come cost one reading.
 */
final class PageCache {
    /** Of all pages together: 200 of them, or the whole past of some games. */
    static final int BYTES_MAXIMUM = 16 * 1024 * 1024;

    private record Place(int partition, ByteBuffer key, long next, long offset) {}

    private final Cache<Place, PastEvents.Page> pages = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAXIMUM)
            .weigher((Place place, PastEvents.Page page) ->
                    page.events().stream().mapToInt(FeedEvent::bytes).sum())
            // Small, and done by whoever asks.
            .executor(Runnable::run)
            .build();

    /** The page that answers a request, if it was read before and has nothing that was not asked for. */
    Optional<PastEvents.Page> find(PastEvents.Request request) {
        return Optional.ofNullable(pages.getIfPresent(place(request)))
                .filter(page -> page.offset() <= request.until() && lastOf(page) <= request.lastWanted());
    }

    /** Keeps a page that ended because it was full, and not where somebody wanted it to end. */
    void keep(PastEvents.Request request, PastEvents.Page page) {
        pages.put(place(request), page);
    }

    private static long lastOf(PastEvents.Page page) {
        return page.events().get(page.events().size() - 1).sequence();
    }

    private static Place place(PastEvents.Request request) {
        return new Place(request.partition(), ByteBuffer.wrap(request.key()), request.next(), request.offset());
    }
}
