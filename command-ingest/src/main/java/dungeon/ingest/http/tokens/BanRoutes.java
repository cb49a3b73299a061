package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.http.Fields;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.players.PlayerBans;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is to stay away, by an administrator's word. */
@RestController
final class BanRoutes {
    /** A shorter ban would be over before it holds everywhere. */
    static final Duration MINIMUM = Duration.ofMinutes(1);

    /** A ban for good: a little less than the identity takes, because its clock is another. */
    static final Duration FOR_GOOD = Duration.ofDays(3_650);

    private static final String DURATION = "durationMs";

    private final PlayerBans bans;
    private final Tokens tokens;
    private final Clock clock;

    BanRoutes(PlayerBans bans, Tokens tokens, Clock clock) {
        this.bans = bans;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What is asked for. */
    record BanRequest(
            @Schema(
                    description = "How long, in ms; for ten years if left out",
                    minimum = "60000",
                    maximum = "315360000000")
            long durationMs) {}

    /** What holds now. */
    record Ban(@Schema(format = "uuid") String playerId, Instant until) {}

    @Operation(
            summary = "Bans a player",
            description =
                    "For administrators. All tokens that the player has end within 5 s, and no login gives another until the ban is over or"
                            + " lifted; asked again, the last end holds. A guest has no login, and comes back as somebody else only.",
            tags = "Players",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = BanRequest.class))))
    @PutMapping("/players/{playerId}/ban")
    CompletableFuture<Ban> ban(
            Administrator administrator, @PathVariable String playerId, @RequestBody(required = false) JsonNode body) {
        requireId(playerId);
        Fields fields = new Fields(body);
        long durationMs = fields.number(DURATION, MINIMUM.toMillis(), FOR_GOOD.toMillis(), FOR_GOOD.toMillis());
        fields.requireFaultless();
        Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(durationMs);
        // Tokens tell whole seconds, so those of this one are among them too.
        Instant issuedBefore = tokens.now().plusSeconds(1);
        return bans.ban(administrator, playerId, issuedBefore, until).thenApply(done -> new Ban(playerId, until));
    }

    @Operation(
            summary = "Lets a player in again who was banned",
            description = "For administrators. Tokens from before the ban stay without effect.",
            tags = "Players")
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @DeleteMapping("/players/{playerId}/ban")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    CompletableFuture<Void> lift(Administrator administrator, @PathVariable String playerId) {
        requireId(playerId);
        return bans.lift(administrator, playerId);
    }

    private static void requireId(String playerId) {
        if (!Ids.isCanonical(playerId)) {
            throw Problems.malformed("playerId", "must be a UUID in lower case");
        }
    }
}
