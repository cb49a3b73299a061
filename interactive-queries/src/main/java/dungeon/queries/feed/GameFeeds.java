package dungeon.queries.feed;

import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed of a game, at {@code /games/{gameId}/feed}. */
final class GameFeeds implements FeedEndpoint {
    static final String PATH = "/games/{gameId}/feed";

    private static final Logger LOG = LoggerFactory.getLogger(GameFeeds.class);
    private static final Set<String> PARAMETERS = Set.of("from", "playerId", "robotId", "type");

    private final GameFinder finder;
    private final Feeds feeds;
    private final FeedMessages messages;
    private final Duration silenceMaximum;

    GameFeeds(GameFinder finder, Feeds feeds, FeedMessages messages, Duration silenceMaximum) {
        this.finder = finder;
        this.feeds = feeds;
        this.messages = messages;
        this.silenceMaximum = silenceMaximum;
    }

    @Override
    public Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException {
        request.requireOnly(PARAMETERS);
        String gameId = request.pathId("gameId");
        long from = request.from();
        FeedFilter filter = request.filter();
        var unused = finder.find(gameId, from).whenComplete((game, problem) -> {
            if (problem == null) {
                follow(socket, game, filter);
            } else {
                LOG.debug("A game cannot be followed", problem);
                FeedClose.close(socket, problem);
            }
        });
        return text -> false;
    }

    private void follow(FeedSocket socket, FoundGame game, FeedFilter filter) {
        if (game.isOver() && game.start().next() > game.newest()) {
            socket.close(FeedClose.OVER);
        } else if (!socket.isClosed()) {
            feeds.follow(
                    game.start(), OptionalLong.empty(), new GameFeed(socket, game, filter, messages, silenceMaximum));
        }
    }
}
