package dungeon.history.responses;

import dungeon.schemas.tictactoe.TicTacToeEvent;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a room's events. */
public record PastRoomEvents(
        @ArraySchema(
                schema = @Schema(implementation = TicTacToeEvent.class),
                arraySchema =
                        @Schema(description = "The events in their order, as GET /rooms/{roomId}/events had them"))
        List<Object> events,

        @Schema(description = "What the next page has as `from`; left out if there is none")
        Long next) {}
