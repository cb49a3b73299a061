package dungeon.queries.responses;

import dungeon.schemas.Mark;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import dungeon.tictactoe.state.Turns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A seat of a room, and who sits there. */
public record SeatResponse(
        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "The name under which others see the player")
        String playerName,

        @Schema(description = "What the player places in this round; left out before the first")
        Mark mark,

        @Schema(description = "How many rounds the player has won in this room")
        int wins,

        @Schema(description = "What the player had left for all further moves of the round when the turn began, in ms")
        long remainingMs,

        @Schema(description = "Whether the player would like another round")
        boolean wantsRematch,

        @Schema(
                description =
                        "From when on the other can claim the round, because the player is gone; left out while the player is there")
        Instant claimableAt) {

    static SeatResponse of(Room room, int number) {
        Seat seat = room.getSeats().get(number);
        return new SeatResponse(
                seat.getPlayerId(),
                seat.getPlayerName(),
                room.getRound() == 0 ? null : Turns.markOf(room, number),
                seat.getWins(),
                seat.getRemainingMs(),
                seat.getWantsRematch(),
                seat.getClaimableAtMs() == null ? null : Instant.ofEpochMilli(seat.getClaimableAtMs()));
    }
}
