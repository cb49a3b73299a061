package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;

/** What kind of token somebody wants. */
record TokenRequest(
        @Schema(description = "Whether the token of this request is revoked; false if left out")
        boolean revokePrevious,

        @Schema(description = "How long the new one holds; as long as any does if left out", minimum = "60000")
        long lifetimeMs,

        @Schema(format = "uuid", description = "The only game that the new one is to hold for; all if left out")
        String gameId) {
    /** Shorter ones would be over before they are of use. */
    static final long LIFETIME_MINIMUM_MS = 60_000;

    /**
     * Reads the body of {@code POST /auth/token}.
     *
     * @param body null if there is none
     * @param longest lifetime of a token
     * @throws dungeon.ingest.problems.Problem MALFORMED
     */
    static TokenRequest read(JsonNode body, Duration longest) {
        Fields fields = new Fields(body);
        long maximumMs = longest.toMillis();
        TokenRequest request = new TokenRequest(
                fields.flag("revokePrevious"),
                fields.number("lifetimeMs", Math.min(LIFETIME_MINIMUM_MS, maximumMs), maximumMs, maximumMs),
                fields.id("gameId").orElse(null));
        fields.requireFaultless();
        return request;
    }
}
