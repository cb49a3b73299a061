package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.queries.lobby.LobbyView;
import dungeon.queries.responses.MapTypesResponse;
import dungeon.queries.responses.PlayerResponse;
import dungeon.schemas.MapType;
import dungeon.schemas.state.StoredMapType;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The routes about the lobby; every instance has all of it. */
final class LobbyRoutes {
    private final LobbyView lobby;
    private final Supplier<Optional<String>> incomplete;

    /**
     * Prepares the routes.
     *
     * @param incomplete why the view does not contain the whole lobby yet; empty if it does
     */
    LobbyRoutes(LobbyView lobby, Supplier<Optional<String>> incomplete) {
        this.lobby = lobby;
        this.incomplete = incomplete;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/players/{playerId}", "A registered player", PlayerResponse.class, this::player)
                        .failing(ProblemCode.UNKNOWN_PLAYER, ProblemCode.NOT_AVAILABLE),
                Route.of("/map-types", "All stored map types, in short", MapTypesResponse.class, this::mapTypes)
                        .failing(ProblemCode.NOT_AVAILABLE),
                Route.of("/map-types/{mapTypeId}", "A stored map type, in full", MapType.class, this::mapType)
                        .failing(ProblemCode.UNKNOWN_MAP_TYPE, ProblemCode.NOT_AVAILABLE));
    }

    private void player(Context ctx) {
        String playerId = Parameters.pathId(ctx, "playerId");
        PlayerResponse answer = lobby.player(playerId)
                .map(PlayerResponse::of)
                .orElseThrow(() -> missing(ProblemCode.UNKNOWN_PLAYER, "There is no player " + playerId));
        Reply.json(answer, Map.of()).writeTo(ctx);
    }

    private void mapTypes(Context ctx) {
        incomplete.get().ifPresent(reason -> {
            throw new ProblemException(ProblemCode.NOT_AVAILABLE, reason);
        });
        Reply.json(MapTypesResponse.of(lobby.mapTypes()), Map.of()).writeTo(ctx);
    }

    private void mapType(Context ctx) {
        String mapTypeId = Parameters.pathId(ctx, "mapTypeId");
        MapType answer = lobby.mapType(mapTypeId)
                .map(StoredMapType::getMap)
                .orElseThrow(() -> missing(ProblemCode.UNKNOWN_MAP_TYPE, "There is no map type " + mapTypeId));
        Reply.json(answer, Map.of()).writeTo(ctx);
    }

    /** What is missing may only not be read yet. */
    private ProblemException missing(ProblemCode code, String detail) {
        return incomplete
                .get()
                .map(reason -> new ProblemException(ProblemCode.NOT_AVAILABLE, reason))
                .orElseGet(() -> new ProblemException(code, detail));
    }
}
