package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Reply;
import dungeon.platform.queries.http.Route;
import dungeon.queries.responses.GameResponse;
import dungeon.queries.responses.GamesResponse;
import dungeon.queries.views.GameReader;
import dungeon.queries.views.GamesReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of games: each instance lists its own, and the one that was asked puts the lists together. */
final class GamesRoute {
    private static final Logger LOG = LoggerFactory.getLogger(GamesRoute.class);

    private final PartitionLocator locator;
    private final GamesReader games;
    private final Forwarder forwarder;
    private final Duration forwardTimeout;
    private final int pageSize;
    private final int pageSizeMaximum;

    GamesRoute(
            PartitionLocator locator,
            GamesReader games,
            Forwarder forwarder,
            Duration forwardTimeout,
            int pageSize,
            int pageSizeMaximum) {
        this.locator = locator;
        this.games = games;
        this.forwarder = forwarder;
        this.forwardTimeout = forwardTimeout;
        this.pageSize = Math.min(pageSize, pageSizeMaximum);
        this.pageSizeMaximum = pageSizeMaximum;
    }

    Route route() {
        List<String> states = Arrays.stream(GameState.values()).map(Enum::name).toList();
        return Route.of("/games", "All games, in pages, in the order of their ids", GamesResponse.class, this::handle)
                .with(Parameter.id("after", "Where the page begins: the `next` of the page before"))
                .with(Parameter.number(
                        "limit", "How many games, 1 to %d; %d by default".formatted(pageSizeMaximum, pageSize)))
                .with(Parameter.name("state", states, "Only games in this state"))
                .failing(ProblemCode.NOT_AVAILABLE);
    }

    private void handle(Context ctx) {
        String after = Parameters.queryId(ctx, "after").orElse(null);
        int limit = (int) Parameters.number(ctx, "limit", pageSize, 1, pageSizeMaximum);
        GameState state = Parameters.name(ctx, "state", GameState.values()).orElse(null);
        if (Role.of(ctx) != null) {
            writeTo(ctx, own(after, limit, state));
            return;
        }
        ctx.future(() -> list(after, limit, state).thenAccept(answer -> writeTo(ctx, answer)));
    }

    /**
     * A page of the games of all instances.
     *
     * @param after only games with a greater id; null for all
     * @param state only games in this state; null for all
     */
    CompletableFuture<GamesResponse> list(String after, int limit, GameState state) {
        String path = "/games?limit=%d%s%s"
                .formatted(limit, after == null ? "" : "&after=" + after, state == null ? "" : "&state=" + state);
        List<CompletableFuture<GamesResponse>> answers = locator.instances().stream()
                .map(instance -> ask(instance, path, after, limit, state))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        merged(answers.stream().map(CompletableFuture::join).toList(), limit));
    }

    private static void writeTo(Context ctx, GamesResponse answer) {
        ctx.contentType(Json.CONTENT_TYPE).result(Json.text(answer));
    }

    private CompletableFuture<GamesResponse> ask(
            HostInfo instance, String path, String after, int limit, GameState state) {
        CompletableFuture<GamesResponse> answer = instance.equals(locator.self())
                ? CompletableFuture.completedFuture(null).thenApply(start -> own(after, limit, state))
                : forwarder.ask(instance, path, Role.ACTIVE, forwardTimeout).thenApply(GamesRoute::read);
        return answer.exceptionally(problem -> {
            Throwable cause = Forwarder.cause(problem);
            if (cause instanceof NotAvailableException || cause instanceof InvalidStateStoreException) {
                LOG.debug("A list without the games of {}", Forwarder.name(instance), cause);
                return new GamesResponse(List.of(), null, List.of(Forwarder.name(instance)));
            }
            throw new IllegalStateException("Cannot list the games of " + Forwarder.name(instance), cause);
        });
    }

    private static GamesResponse read(Reply reply) {
        try {
            if (reply.status() == 200) {
                return Json.MAPPER.readValue(reply.body(), GamesResponse.class);
            }
        } catch (IOException e) {
            throw new NotAvailableException("Another instance lists its games in a form unknown here", e);
        }
        throw new NotAvailableException("Another instance answered with status " + reply.status());
    }

    private GamesResponse own(String after, int limit, GameState state) {
        GamesReader.Page page = games.read(locator.ownPartitions(), after, limit, state);
        List<GameResponse> answers = new ArrayList<>();
        for (GameReader reader : page.games()) {
            Game game = reader.game();
            // It may be leaving.
            if (game != null) {
                answers.add(GameResponse.brief(game, reader.accounts()));
            }
        }
        return new GamesResponse(answers, page.readUpTo(), List.of());
    }

    /** One page of several: nothing beyond what all of them have read, since the others could have games before it. */
    static GamesResponse merged(List<GamesResponse> parts, int limit) {
        String readUpTo = parts.stream()
                .map(GamesResponse::next)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<GameResponse> games = parts.stream()
                .flatMap(part -> part.games().stream())
                .filter(game -> readUpTo == null || game.gameId().compareTo(readUpTo) <= 0)
                .sorted(Comparator.comparing(GameResponse::gameId))
                .toList();
        List<String> missing =
                parts.stream().flatMap(part -> part.missing().stream()).sorted().toList();
        if (games.size() > limit) {
            List<GameResponse> page = games.subList(0, limit);
            return new GamesResponse(page, page.get(limit - 1).gameId(), missing);
        }
        return new GamesResponse(games, readUpTo, missing);
    }
}
