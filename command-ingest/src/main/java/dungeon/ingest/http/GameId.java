package dungeon.ingest.http;

import dungeon.ingest.problems.Problem;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;

/** Ids of games have one spelling only, because they are keys. */
final class GameId {
    private GameId() {}

    /**
     * Passes the id of a game on.
     *
     * @throws Problem UNKNOWN_GAME if no game can have it
     */
    static String require(String gameId) {
        if (!Ids.isCanonical(gameId)) {
            throw new Problem(
                    ProblemCode.UNKNOWN_GAME, "%s is no game's id; these are UUIDs in lower case".formatted(gameId));
        }
        return gameId;
    }
}
