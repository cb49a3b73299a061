package dungeon.ingest.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A player who was registered just now. */
record RegisteredPlayer(
        @Schema(format = "uuid") String playerId,
        String playerName,

        @Schema(description = "Send it as the header Authorization: Bearer <token>; it cannot be had again")
        String token,

        Instant expiresAt) {}
