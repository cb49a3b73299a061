package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All that is kept about who a player is, for the player alone. */
public record PersonalData(
        @Schema(format = "uuid") String playerId,

        @Schema(
                description =
                        "As it was registered; left out of one that has come to this service not yet, or was forgotten")
        String playerName,

        @Schema(description = "When the player registered") Instant registeredAt,

        @Schema(
                description =
                        "What has happened to the player's account, the newest first: 400 days, and 1,000 of them")
        List<AccountEvent> account,

        @Schema(description = "Where the player's games are listed, in pages, which anybody may see")
        String games,

        @Schema(description = "The same for the player's rooms of tic-tac-toe")
        String rooms) {
    /**
     * Something that has happened to a player's account.
     *
     * @param type such as {@code SignedIn}
     */
    public record AccountEvent(String type, Instant time) {}
}
