package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.queries.lobby.LobbySource;
import dungeon.queries.lobby.LobbyView;
import dungeon.queries.responses.MapTypesResponse;
import dungeon.queries.responses.PlayerResponse;
import dungeon.queries.responses.SearchResponse;
import dungeon.schemas.MapType;
import dungeon.schemas.state.StoredMapType;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The routes about the lobby; every instance has all of it. */
final class LobbyRoutes {
    private final LobbySource lobby;
    private final Executor executor;
    private final Duration catchUpTimeout;
    private final int pageSize;
    private final int pageSizeMaximum;

    /**
     * Prepares the routes.
     *
     * @param executor for answers that had to wait
     * @param catchUpTimeout how long to wait, before it is said that something does not exist, until the view is as the log was then
     */
    LobbyRoutes(LobbySource lobby, Executor executor, Duration catchUpTimeout, int pageSize, int pageSizeMaximum) {
        this.lobby = lobby;
        this.executor = executor;
        this.catchUpTimeout = catchUpTimeout;
        this.pageSize = pageSize;
        this.pageSizeMaximum = pageSizeMaximum;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/players/{playerId}", "A registered player", PlayerResponse.class, this::player)
                        .failing(ProblemCode.UNKNOWN_PLAYER, ProblemCode.NOT_AVAILABLE),
                Route.of(
                                "/map-types",
                                "All stored map types, in short, in pages, in the order of their ids",
                                MapTypesResponse.class,
                                this::mapTypes)
                        .with(Parameter.id("after", "Where the page begins: the `next` of the page before"))
                        .with(Parameter.number(
                                "limit",
                                "How many map types, 1 to %d; %d by default".formatted(pageSizeMaximum, pageSize)))
                        .failing(ProblemCode.NOT_AVAILABLE),
                Route.of("/map-types/{mapTypeId}", "A stored map type, in full", MapType.class, this::mapType)
                        .failing(ProblemCode.UNKNOWN_MAP_TYPE, ProblemCode.NOT_AVAILABLE),
                Route.of(
                                "/matchmaking/{searchId}",
                                "A search for an opponent, until it has come to nothing or its room is closed",
                                SearchResponse.class,
                                this::search)
                        .failing(ProblemCode.UNKNOWN_SEARCH, ProblemCode.NOT_AVAILABLE));
    }

    private void search(Context ctx) {
        String searchId = Parameters.pathId(ctx, "searchId");
        answer(
                ctx,
                view -> view.search(searchId).map(SearchResponse::of),
                new ProblemException(
                        ProblemCode.UNKNOWN_SEARCH, "There is no search " + searchId + ", or not any more"));
    }

    private void player(Context ctx) {
        String playerId = Parameters.pathId(ctx, "playerId");
        answer(
                ctx,
                view -> view.player(playerId).map(PlayerResponse::of),
                new ProblemException(ProblemCode.UNKNOWN_PLAYER, "There is no player " + playerId));
    }

    private void mapTypes(Context ctx) {
        String after = Parameters.queryId(ctx, "after").orElse("");
        int limit = (int) Parameters.number(ctx, "limit", pageSize, 1, pageSizeMaximum);
        lobby.problem().ifPresent(reason -> {
            throw new ProblemException(ProblemCode.NOT_AVAILABLE, reason);
        });
        // One more tells whether there are more.
        MapTypesResponse answer = MapTypesResponse.of(lobby.view().mapTypes(after, limit + 1), limit);
        Json.reply(answer, Map.of()).writeTo(ctx);
    }

    private void mapType(Context ctx) {
        String mapTypeId = Parameters.pathId(ctx, "mapTypeId");
        answer(
                ctx,
                view -> view.mapType(mapTypeId).map(StoredMapType::getMap),
                new ProblemException(ProblemCode.UNKNOWN_MAP_TYPE, "There is no map type " + mapTypeId));
    }

    /** What is missing may only not be read yet: whoever just made it comes at once. */
    private void answer(Context ctx, Function<LobbyView, Optional<?>> question, ProblemException missing) {
        ctx.future(() -> found(question)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() ->
                        upToNow().thenApplyAsync(upToNow -> found(question).orElseThrow(() -> missing), executor))
                .thenAccept(answer -> Json.reply(answer, Map.of()).writeTo(ctx)));
    }

    private Optional<Object> found(Function<LobbyView, Optional<?>> question) {
        return question.apply(lobby.view()).map(answer -> answer);
    }

    private CompletableFuture<Void> upToNow() {
        return lobby.problem()
                .map(reason ->
                        CompletableFuture.<Void>failedFuture(new ProblemException(ProblemCode.NOT_AVAILABLE, reason)))
                .orElseGet(() -> lobby.upToNow(catchUpTimeout));
    }
}
