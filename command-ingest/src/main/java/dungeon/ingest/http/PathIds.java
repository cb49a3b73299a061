package dungeon.ingest.http;

import dungeon.ingest.problems.Problem;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import java.util.Locale;

/** Ids of games, rooms and searches have one spelling in keys and events; an address may have any. */
public final class PathIds {
    private PathIds() {}

    /**
     * The id of a game as it is spelled in keys.
     *
     * @throws Problem UNKNOWN_GAME if no game can have it
     */
    static String game(String gameId) {
        return require(gameId, ProblemCode.UNKNOWN_GAME, "game");
    }

    /**
     * The id of a room as it is spelled in keys.
     *
     * @throws Problem UNKNOWN_ROOM if no room can have it
     */
    public static String room(String roomId) {
        return require(roomId, ProblemCode.UNKNOWN_ROOM, "room");
    }

    /**
     * The id of a search for an opponent as events spell it.
     *
     * @throws Problem UNKNOWN_SEARCH if no search can have it
     */
    public static String search(String searchId) {
        return require(searchId, ProblemCode.UNKNOWN_SEARCH, "search");
    }

    private static String require(String anySpelling, ProblemCode code, String what) {
        String canonical = anySpelling.toLowerCase(Locale.ROOT);
        if (!Ids.isCanonical(canonical)) {
            throw new Problem(code, "%s is no %s's id; these are UUIDs".formatted(anySpelling, what));
        }
        return canonical;
    }
}
