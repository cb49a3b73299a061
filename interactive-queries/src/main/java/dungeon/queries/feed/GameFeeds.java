package dungeon.queries.feed;

import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The feed of a game, at {@code /games/{gameId}/feed}. */
final class GameFeeds implements FeedEndpoint {
    static final String PATH = "/games/{gameId}/feed";

    private static final Set<String> PARAMETERS = Set.of("from", "playerId", "robotId", "type");

    private final GameFinder finder;
    private final Feeds feeds;
    private final FeedMessages messages;

    GameFeeds(GameFinder finder, Feeds feeds, FeedMessages messages) {
        this.finder = finder;
        this.feeds = feeds;
        this.messages = messages;
    }

    @Override
    public Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException {
        request.requireOnly(PARAMETERS);
        String gameId = request.pathId("gameId");
        long from = request.from();
        FeedFilter filter = request.filter();
        FeedClose.onFailure(socket, finder.find(gameId, from).thenAccept(game -> follow(socket, game, filter)));
        return text -> false;
    }

    private void follow(FeedSocket socket, FoundGame game, FeedFilter filter) {
        if (game.isOver() && game.start().next() > game.newest()) {
            socket.close(FeedClose.OVER);
        } else if (!socket.isClosed()) {
            feeds.follow(game.start(), OptionalLong.empty(), new GameFeed(socket, game, filter, messages));
        }
    }
}
