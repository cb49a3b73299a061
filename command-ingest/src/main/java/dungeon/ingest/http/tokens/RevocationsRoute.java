package dungeon.ingest.http.tokens;

import dungeon.ingest.commands.Readiness;
import dungeon.platform.token.Revocations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was revoked, for all who check tokens. */
@RestController
final class RevocationsRoute {
    /** The document as of some changes, with a tag that instances with the same document share. */
    private record Written(long changes, String json, String tag) {}

    private final Revocations revocations;
    private final Readiness readiness;
    private volatile Written written = new Written(-1, "", "");

    RevocationsRoute(Revocations revocations, Readiness readiness) {
        this.revocations = revocations;
        this.readiness = readiness;
    }

    @Operation(
            summary = "The tokens that do not hold any more although their time is not over",
            description =
                    "Whoever checks tokens reads it every 2 s, beside the key set. A token is named by its id and its player; an entry"
                            + " of players stands for all of a player's tokens that were issued before a moment. 503 until the log has been read.",
            tags = "Keys")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "#/components/schemas/Revocations")))
    @ApiResponse(responseCode = "304", description = "It is what If-None-Match names", content = @Content)
    @GetMapping(path = "/.well-known/revocations.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> revocations() {
        readiness.requireOnce();
        Written current = current();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(current.tag())
                .body(current.json());
    }

    private Written current() {
        long changes = revocations.changes();
        Written before = written;
        if (before.changes() == changes) {
            return before;
        }
        String json = revocations.toJson();
        // Its content tells it apart, so that whoever asks another instance next time is not sent the same again.
        String tag =
                UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)).toString();
        Written now = new Written(changes, json, tag);
        written = now;
        return now;
    }
}
