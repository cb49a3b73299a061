package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of rooms of tic-tac-toe that are closed. */
public record PastRooms(
        @Schema(
                description =
                        "The rooms, by their ids from the last on; these begin with the time when they were asked for")
        List<PastRoom> rooms,

        @Schema(description = "What the next page has as `after`; left out if there is none")
        String next) {}
