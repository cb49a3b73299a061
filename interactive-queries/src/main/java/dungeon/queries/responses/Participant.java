package dungeon.queries.responses;

import dungeon.schemas.state.Account;
import io.swagger.v3.oas.annotations.media.Schema;

/** A player in a game. */
public record Participant(
        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "The name under which the others see the player")
        String playerName,

        @Schema(description = "0 for the first who joined, 1 for the next, and so on")
        int number,

        @Schema(description = "Whether the player is out of the game")
        boolean eliminated) {

    static Participant of(Account account) {
        return new Participant(
                account.getPlayerId(), account.getPlayerName(), account.getNumber(), account.getEliminated());
    }
}
