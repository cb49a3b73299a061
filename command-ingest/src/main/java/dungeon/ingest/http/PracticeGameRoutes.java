package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.IngestConfig;
import dungeon.ingest.commands.CommandDesk;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.commands.Order;
import dungeon.ingest.commands.Orders;
import dungeon.ingest.commands.PracticeGames;
import dungeon.ingest.commands.Published;
import dungeon.ingest.commands.ShippedMapTypes;
import dungeon.ingest.identity.Player;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.CreateGame;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Games that players start for themselves, against practice bots, which join on their own. */
@RestController
final class PracticeGameRoutes {
    static final int BOTS_MAXIMUM = 9;
    static final int BOTS_DEFAULT = 2;
    /** The shortest that the rules allow. */
    private static final Duration DURATION_MINIMUM = Duration.ofSeconds(10);

    /** A practice game that runs. */
    record PracticeGame(@Schema(format = "uuid") String gameId, int bots, Instant startedAt, Instant endsAt) {}

    private final Orders orders;
    private final CommandDesk desk;
    private final MapTypes mapTypes;
    private final PracticeGames practiceGames;
    private final IngestConfig config;

    PracticeGameRoutes(
            Orders orders, CommandDesk desk, MapTypes mapTypes, PracticeGames practiceGames, IngestConfig config) {
        this.orders = orders;
        this.desk = desk;
        this.mapTypes = mapTypes;
        this.practiceGames = practiceGames;
        this.config = config;
    }

    @Operation(
            summary = "Starts a game of one's own against practice bots",
            description = "One at a time for each player.",
            tags = "Games",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewPracticeGame"))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/practice-games")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<PracticeGame> start(Player player, @RequestBody(required = false) JsonNode body) {
        Fields fields = new Fields(body);
        Optional<String> mapTypeId = fields.text("mapTypeId");
        int bots = (int) fields.number("bots", 0, BOTS_MAXIMUM, BOTS_DEFAULT);
        long durationMs = fields.number(
                "durationMs",
                DURATION_MINIMUM.toMillis(),
                config.practiceDurationMaximum().toMillis(),
                config.practiceDuration().toMillis());
        fields.requireFaultless();
        MapType map = mapTypes.get(mapTypeId.orElse(ShippedMapTypes.EXAMPLE_ID));
        CreateGame game = new CreateGame(
                map,
                Rules.newBuilder().build(),
                1 + bots,
                durationMs,
                Seed.next(),
                player.playerId(),
                mapTypeId.orElse(ShippedMapTypes.EXAMPLE_ID));
        return start(player, game, bots);
    }

    private CompletableFuture<PracticeGame> start(Player player, CreateGame game, int bots) {
        String gameId = UUID.randomUUID().toString();
        List<Order> steps = List.of(
                orders.forGame(gameId, game, player),
                orders.forGame(gameId, new JoinGame(player.playerName()), player),
                orders.forGame(gameId, new StartGame(), player));
        practiceGames.claim(player.playerId(), gameId).ifPresent(running -> {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "PRACTICE_GAME_RUNNING",
                            "The practice game %s is not over yet; end it with POST /games/%s/end"
                                    .formatted(running, running))
                    .with("gameId", running);
        });
        try {
            return desk.carryOut(steps)
                    .whenComplete((done, failure) -> {
                        if (isKnown(failure)) {
                            practiceGames.release(player.playerId(), gameId);
                        }
                    })
                    .thenApply(events -> running(gameId, bots, events.get(2)));
        } catch (Problem notSent) {
            practiceGames.release(player.playerId(), gameId);
            throw notSent;
        }
    }

    /** Whether it is settled if there is such a game; if not, there may be one any moment. */
    private static boolean isKnown(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            return problem.status().is4xxClientError() || problem.code().equals(Problems.BROKER_UNAVAILABLE);
        }
        return cause == null;
    }

    private static PracticeGame running(String gameId, int bots, List<Published> started) {
        for (Published event : started) {
            if (event.payload() instanceof GameStarted payload) {
                return new PracticeGame(gameId, bots, payload.getStartedAt(), payload.getEndsAt());
            }
        }
        throw new IllegalStateException("StartGame of %s was accepted without a GameStarted".formatted(gameId));
    }
}
