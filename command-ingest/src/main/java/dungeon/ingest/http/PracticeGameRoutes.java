package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.commands.ShippedMapTypes;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Player;
import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StartGame;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.Topics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final IngestConfig config;

    PracticeGameRoutes(
            CommandRecords commandRecords, CommandService commandService, MapTypes mapTypes, IngestConfig config) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.mapTypes = mapTypes;
        this.config = config;
    }

    @Operation(
            summary = "Starts a game of one's own against practice bots",
            description =
                    "One at a time for each player, on a map of 10,000 tiles at most. With the same commandId it can be sent again"
                            + " after an answer was lost.",
            tags = "Games",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewPracticeGame"))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @PostMapping("/practice-games")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<PracticeGame> start(Player player, @RequestBody(required = false) JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        Fields fields = new Fields(request.body());
        Optional<String> mapTypeId = fields.text("mapTypeId");
        int bots = (int) fields.number("bots", 0, BOTS_MAXIMUM, BOTS_DEFAULT);
        long durationMs = fields.number(
                "durationMs",
                DURATION_MINIMUM.toMillis(),
                config.practiceDurationMaximum().toMillis(),
                config.practiceDuration().toMillis());
        fields.requireFaultless();
        String wanted = mapTypeId.orElse(ShippedMapTypes.EXAMPLE_ID);
        CommandRecord asked = commandRecords.forLobby(
                request.commandId(),
                LobbySubjects.ofPlayer(player.playerName()),
                new RequestPracticeGame(mapTypes.get(wanted), wanted, bots, durationMs),
                player.playerId(),
                player.authorization());
        return commandService
                .execute(List.of(asked))
                .handle((events, failure) -> failure == null
                        ? CommittedEvent.of(events.get(0), PracticeGameGranted.class)
                        : explained(failure))
                .thenCompose(granted -> commandService
                        .awaitRelayed(granted, Topics.COMMANDS, gameIdOf(granted), request.commandId())
                        .thenApply(created -> granted))
                // Not on the thread that brings the outcomes: writing can block.
                .thenComposeAsync(granted -> joinAndStart(player, request, gameIdOf(granted), bots));
    }

    private static String gameIdOf(CommittedEvent granted) {
        return ((PracticeGameGranted) granted.payload()).getGameId();
    }

    /** Says what to do about a game that stands in the way. */
    private static CommittedEvent explained(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Problem problem
                && problem.code().equals(ProblemCode.PRACTICE_GAME_RUNNING.code())
                && problem.get("details") instanceof Map<?, ?> details) {
            Object running = details.get("gameId");
            throw new Problem(
                            ProblemCode.PRACTICE_GAME_RUNNING,
                            "The practice game %s is not over yet; end it with POST /games/%s/end"
                                    .formatted(running, running))
                    .with("gameId", running);
        }
        throw new CompletionException(cause);
    }

    private CompletableFuture<PracticeGame> joinAndStart(
            Player player, RepeatableRequest request, String gameId, int bots) {
        return commandService
                .execute(List.of(
                        commandRecords.forGame(
                                request.idFor("join"), gameId, new JoinGame(player.playerName()), player),
                        commandRecords.forGame(request.idFor("start"), gameId, new StartGame(), player)))
                .thenApply(events -> running(gameId, bots, events.get(1)));
    }

    private static PracticeGame running(String gameId, int bots, List<CommittedEvent> started) {
        GameStarted payload =
                (GameStarted) CommittedEvent.of(started, GameStarted.class).payload();
        return new PracticeGame(gameId, bots, payload.getStartedAt(), payload.getEndsAt());
    }
}
