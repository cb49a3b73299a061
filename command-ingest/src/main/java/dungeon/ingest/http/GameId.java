package dungeon.ingest.http;

import dungeon.ingest.problems.Problem;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import java.util.Locale;

/** Ids of games are keys, and have one spelling there; an address may have any. */
final class GameId {
    private GameId() {}

    /**
     * The id of a game as it is spelled in keys.
     *
     * @throws Problem UNKNOWN_GAME if no game can have it
     */
    static String require(String gameId) {
        String canonical = gameId.toLowerCase(Locale.ROOT);
        if (!Ids.isCanonical(canonical)) {
            throw new Problem(ProblemCode.UNKNOWN_GAME, "%s is no game's id; these are UUIDs".formatted(gameId));
        }
        return canonical;
    }
}
