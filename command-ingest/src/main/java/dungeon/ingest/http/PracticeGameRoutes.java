package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.commands.PracticeGames;
import dungeon.ingest.commands.ShippedMapTypes;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Player;
import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
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

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final MapTypes mapTypes;
    private final PracticeGames practiceGames;
    private final IngestConfig config;

    PracticeGameRoutes(
            CommandRecords commandRecords,
            CommandService commandService,
            MapTypes mapTypes,
            PracticeGames practiceGames,
            IngestConfig config) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
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
        List<CommandRecord> steps = List.of(
                commandRecords.forGame(gameId, game, player),
                commandRecords.forGame(gameId, new JoinGame(player.playerName()), player),
                commandRecords.forGame(gameId, new StartGame(), player));
        practiceGames.claim(player.playerId(), gameId).ifPresent(running -> {
            throw new Problem(
                            ProblemCode.PRACTICE_GAME_RUNNING,
                            "The practice game %s is not over yet; end it with POST /games/%s/end"
                                    .formatted(running, running))
                    .with("gameId", running);
        });
        try {
            return commandService
                    .execute(steps)
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
            return problem.status().is4xxClientError() || problem.code().equals(ProblemCode.BROKER_UNAVAILABLE.code());
        }
        return cause == null;
    }

    private static PracticeGame running(String gameId, int bots, List<CommittedEvent> started) {
        for (CommittedEvent event : started) {
            if (event.payload() instanceof GameStarted payload) {
                return new PracticeGame(gameId, bots, payload.getStartedAt(), payload.getEndsAt());
            }
        }
        throw new IllegalStateException("StartGame of %s was accepted without a GameStarted".formatted(gameId));
    }
}
