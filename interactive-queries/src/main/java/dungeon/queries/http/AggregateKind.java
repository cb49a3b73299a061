package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.queries.robots.GameReader;
import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.StoreSource;
import dungeon.schemas.Event;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.util.function.BiFunction;

/**
 * A kind of aggregates that are asked about.
 *
 * @param name what one is called, such as "game"
 * @param collection where all of them are, such as "/games"
 * @param idName what an id is called in paths, such as "gameId"
 * @param event the type of its events
 * @param unknown what is said if there is no such one
 * @param readers reads one
 * @param <R> reads one
 */
record AggregateKind<R extends AggregateReader>(
        String name,
        String collection,
        String idName,
        Class<?> event,
        ProblemCode unknown,
        BiFunction<StoreSource.Partition, String, R> readers) {
    static final AggregateKind<GameReader> GAME =
            new AggregateKind<>("game", "/games", "gameId", Event.class, ProblemCode.UNKNOWN_GAME, GameReader::new);

    static final AggregateKind<RoomReader> ROOM = new AggregateKind<>(
            "room", "/rooms", "roomId", TicTacToeEvent.class, ProblemCode.UNKNOWN_ROOM, RoomReader::new);

    /** Where one is, for any. */
    String path() {
        return "%s/{%s}".formatted(collection, idName);
    }

    /** Where one is. */
    String pathOf(String id) {
        return "%s/%s".formatted(collection, id);
    }
}
