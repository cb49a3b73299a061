package dungeon.queries.responses;

import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.tictactoe.RoomStage;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.state.Room;
import dungeon.tictactoe.state.Turns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A room of tic-tac-toe. */
public record RoomResponse(
        @Schema(description = "The room; UUID version 7, which has the time when it was asked for")
        String roomId,

        @Schema(description = "The last event that the answer includes")
        long sequence,

        @Schema(description = "What happens in it") RoomStage state,

        @Schema(description = "Whom it waits for") Opponent opponent,

        @Schema(description = "Whether an invitation is wanted")
        boolean invitationOnly,

        @Schema(description = "The mark with which whoever has opened it begins")
        Mark mark,

        @Schema(description = "How long a player may take for one move, in ms")
        long moveMs,

        @Schema(description = "How long a player may take for all moves of a round, in ms")
        long roundMs,

        @Schema(description = "Who is in it, whoever has opened it first")
        List<SeatResponse> seats,

        @Schema(description = "The round, from 1; 0 before the first")
        int round,

        @Schema(description = "The number of the next move, from 1; 0 before the first round")
        int move,

        @Schema(description = "Nine characters, row by row from the upper left: X, O, or . for a free cell")
        String cells,

        @Schema(description = "Who moves next; UUID. Left out while nobody does")
        String turnPlayerId,

        @Schema(description = "When that player has lost, unless they have moved; left out while nobody moves")
        Instant deadline) {

    /** A room; null if it is leaving the views. */
    public static RoomResponse of(RoomReader reader) {
        Room room = reader.room();
        RoomStage stage = reader.stage();
        if (room == null || stage == null) {
            return null;
        }
        boolean playing = stage == RoomStage.PLAYING;
        return new RoomResponse(
                reader.id(),
                reader.sequence(),
                stage,
                room.getPlan().getOpponent(),
                room.getPlan().getInvitationHash() != null,
                room.getPlan().getMark(),
                room.getPlan().getMoveMs(),
                room.getPlan().getRoundMs(),
                IntStream.range(0, room.getSeats().size())
                        .mapToObj(number -> SeatResponse.of(room, number))
                        .toList(),
                room.getRound(),
                room.getMove(),
                room.getCells(),
                playing ? room.getSeats().get(Turns.next(room)).getPlayerId() : null,
                playing ? Instant.ofEpochMilli(Turns.deadlineMs(room)) : null);
    }
}
