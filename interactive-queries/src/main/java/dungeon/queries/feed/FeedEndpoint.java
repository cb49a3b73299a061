package dungeon.queries.feed;

import java.util.function.Function;

/** What there is behind a path. */
interface FeedEndpoint {
    /**
     * Begins to serve a client.
     *
     * @param request what it has asked for
     * @param socket by which it is reached
     * @return takes what the client sends, and says whether that was of any use
     * @throws MalformedFeedException if it cannot be understood
     */
    Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException;
}
