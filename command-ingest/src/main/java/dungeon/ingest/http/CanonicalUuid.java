package dungeon.ingest.http;

import dungeon.ingest.problems.Problem;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Ids have one spelling only, because they are keys. */
final class CanonicalUuid {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private CanonicalUuid() {}

    static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Passes the id of a game on.
     *
     * @throws Problem UNKNOWN_GAME if no game can have it
     */
    static String requireGameId(String gameId) {
        if (!matches(gameId)) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_GAME",
                    "%s is no game's id; these are UUIDs in lower case".formatted(gameId));
        }
        return gameId;
    }
}
