package dungeon.history.http;

import dungeon.history.queries.PersonalDataReader;
import dungeon.history.queries.PlayersReader;
import dungeon.history.queries.PlayersReader.Player;
import dungeon.history.responses.PersonalData;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What only the player may see. It checks nobody: the one door passes on what begins with {@code /history/} only, and the queries ask here for whoever
 * has proved to be the player.
 */
final class PersonalDataRoutes {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final PlayersReader players;
    private final PersonalDataReader personal;

    PersonalDataRoutes(PlayersReader players, PersonalDataReader personal) {
        this.players = players;
        this.personal = personal;
    }

    List<Route> routes() {
        return List.of(Route.of(
                        "/personal/{playerId}",
                        "All that is kept about who a player is; for the queries, which ask for the player",
                        PersonalData.class,
                        this::of)
                .failing(ProblemCode.UNKNOWN_ROUTE, ProblemCode.NOT_AVAILABLE));
    }

    /**
     * Whether a request names a host as sites are named. A page whose own name is made to lead here says neither where it comes from nor that it is
     * one; services ask by an address, or by a name without dots, as in a namespace of a cluster.
     */
    private static boolean isOfASite(String host) {
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        return name.contains(".") && !IPV4.matcher(name).matches();
    }

    private void of(Context ctx) {
        if (ctx.header("Origin") != null || ctx.header("Sec-Fetch-Site") != null || isOfASite(ctx.host())) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROUTE, "This is for the queries; ask them for /users/me/data");
        }
        String playerId = Parameters.pathId(ctx, "playerId");
        Optional<Player> player = players.player(playerId);
        ctx.contentType(JsonAnswers.CONTENT_TYPE)
                .result(JsonAnswers.text(new PersonalData(
                        playerId,
                        player.map(Player::playerName).orElse(null),
                        player.map(Player::registeredAt).orElse(null),
                        personal.account(playerId),
                        "/history/games?playerId=" + playerId,
                        "/history/rooms?playerId=" + playerId)));
    }
}
