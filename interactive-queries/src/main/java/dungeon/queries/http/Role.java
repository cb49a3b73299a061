package dungeon.queries.http;

import io.javalin.http.Context;

/** In which role an instance answers for a game. */
enum Role {
    /** It folds the game's events. */
    ACTIVE,
    /** It follows the one that does, some changes behind. */
    STANDBY;

    /** The role in which another instance wants this one to answer; null if a client asks. */
    static Role of(Context ctx) {
        String value = ctx.header(Headers.FORWARDED);
        return value == null ? null : value.equals(STANDBY.name()) ? STANDBY : ACTIVE;
    }
}
