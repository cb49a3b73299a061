package dungeon.queries.feed;

import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import dungeon.schemas.Event;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The feeds of the aggregates of a kind, such as games, at {@code /games/{gameId}/feed}. */
final class AggregateFeeds implements FeedEndpoint {
    /**
     * What feeds of a kind there are.
     *
     * @param path where one is
     * @param idName what an id is called, in the path and in messages
     * @param parameters by which events are asked for
     * @param types of events
     */
    record Kind(String path, String idName, Set<String> parameters, Set<String> types) {
        static final Kind GAMES = new Kind(
                "/games/{gameId}/feed",
                "gameId",
                Set.of("from", "playerId", "robotId", "type"),
                FeedFilter.typesOf(Event.getClassSchema()));

        static final Kind ROOMS = new Kind(
                "/rooms/{roomId}/feed",
                "roomId",
                Set.of("from", "playerId", "type"),
                FeedFilter.typesOf(TicTacToeEvent.getClassSchema()));
    }

    private final Kind kind;
    private final AggregateFinder finder;
    private final Feeds<?> feeds;
    private final Audience audience;
    private final FeedMessages messages;

    AggregateFeeds(Kind kind, FeedSockets.Followed<?> followed, FeedMessages messages) {
        this.kind = kind;
        this.finder = followed.finder();
        this.feeds = followed.feeds();
        this.audience = followed.audience();
        this.messages = messages;
    }

    @Override
    public Function<String, Boolean> open(FeedRequest request, FeedSocket socket) throws MalformedFeedException {
        request.requireOnly(kind.parameters());
        String id = request.pathId(kind.idName());
        long from = request.from();
        FeedFilter filter = request.filter(kind.types());
        FeedClose.onFailure(socket, finder.find(id, from).thenAccept(found -> {
            if (request.token() != null) {
                socket.afterwards(audience.enter(id, request.token()));
            }
            follow(socket, found, filter);
        }));
        return text -> false;
    }

    private void follow(FeedSocket socket, FoundGame found, FeedFilter filter) {
        if (found.isOver() && found.start().next() > found.newest()) {
            socket.close(FeedClose.OVER);
        } else if (!socket.isClosed()) {
            feeds.follow(
                    found.start(), OptionalLong.empty(), new GameFeed(kind.idName(), socket, found, filter, messages));
        }
    }
}
