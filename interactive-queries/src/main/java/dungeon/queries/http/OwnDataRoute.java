package dungeon.queries.http;

import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.queries.history.HistoryClient;
import io.javalin.http.Context;
import java.time.InstantSource;

/** All that is kept about who a player is, for whoever shows that player's token. The history has it, and knows nobody's tokens. */
final class OwnDataRoute {
    private final TokenJudge tokens;
    private final HistoryClient history;
    private final InstantSource clock;

    OwnDataRoute(TokenJudge tokens, HistoryClient history, InstantSource clock) {
        this.tokens = tokens;
        this.history = history;
        this.clock = clock;
    }

    Route route() {
        return Route.of(
                        "/users/me/data",
                        "All that is kept about who one is: name, and what has happened to one's account; with the header"
                                + " Authorization: Bearer <token> of the player",
                        null,
                        this::answer)
                .failing(ProblemCode.UNAUTHENTICATED, ProblemCode.UNKNOWN_ROUTE, ProblemCode.NOT_AVAILABLE);
    }

    private void answer(Context ctx) {
        String playerId = playerOf(ctx.header("Authorization"));
        if (!history.isKept()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROUTE, "This installation has no history; its operator can add it");
        }
        ctx.header("Cache-Control", "no-store");
        ctx.future(() -> history.ask("/personal/" + playerId).thenAccept(reply -> reply.writeTo(ctx)));
    }

    private String playerOf(String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, TokenClaims.SCHEME, 0, TokenClaims.SCHEME.length())) {
            throw unauthenticated("There is no token; send the header Authorization: Bearer <token>");
        }
        try {
            TokenClaims claims = tokens.judge(
                    authorization.substring(TokenClaims.SCHEME.length()).strip());
            // A token for one game is given to programs that need know nothing else.
            if (claims.kind() != PrincipalKind.PLAYER || !claims.holdAt(clock.instant()) || !claims.holdFor(null)) {
                throw unauthenticated("The token is over, for one game only, or not a player's");
            }
            return claims.subject();
        } catch (TokenRefusedException e) {
            throw unauthenticated(e.getMessage());
        }
    }

    private static ProblemException unauthenticated(String reason) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, reason);
    }
}
