package dungeon.queries.feed;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import dungeon.queries.history.MovedGameException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
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
                refuse(socket, problem);
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

    /** Closes for what has gone wrong while a game was looked for. */
    static void refuse(FeedSocket socket, Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof MovedGameException elsewhere) {
            socket.close(FeedClose.MOVED, elsewhere.place());
        } else if (cause instanceof ProblemException unknown && unknown.code() == ProblemCode.UNKNOWN_GAME) {
            socket.close(FeedClose.UNKNOWN_GAME);
        } else {
            LOG.debug("A game cannot be followed now", cause);
            socket.close(FeedClose.NOT_AVAILABLE);
        }
    }
}
