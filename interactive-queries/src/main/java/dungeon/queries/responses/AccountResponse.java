package dungeon.queries.responses;

import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Kills;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a player has in a game. */
public record AccountResponse(
        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "The name under which the others see the player")
        String playerName,

        @Schema(description = "0 for the first who joined, 1 for the next, and so on")
        int number,

        @Schema(description = "Where the player's robots appear")
        Tile homeStation,

        @Schema(description = "Credits") long balance,
        @Schema(description = "Living robots") int robots,
        @Schema(description = "Robots bought in the game") int robotsBought,

        @Schema(description = "Mining processes that run") int miningProcesses,

        @Schema(description = "Credits that sales have brought so far")
        long salesRevenue,

        @Schema(description = "Robots of other players that were destroyed, by player")
        List<Kills> kills,

        @Schema(description = "Whether the player is out of the game")
        boolean eliminated) {

    public static AccountResponse of(Account account) {
        return new AccountResponse(
                account.getPlayerId(),
                account.getPlayerName(),
                account.getNumber(),
                account.getHomeStation(),
                account.getBalance(),
                account.getRobots(),
                account.getRobotsBought(),
                account.getMiningProcesses(),
                account.getSalesRevenue(),
                account.getKills(),
                account.getEliminated());
    }
}
