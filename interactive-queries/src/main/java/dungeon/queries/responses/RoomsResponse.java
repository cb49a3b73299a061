package dungeon.queries.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of rooms. */
public record RoomsResponse(
        @Schema(description = "The rooms, in the order of their ids")
        List<RoomResponse> rooms,

        @Schema(description = "Give this as `after` for the next page; left out on the last one")
        String next,

        @Schema(description = "Instances (host:port) that did not answer; their rooms are not in the list")
        List<String> missing)
        implements PageResponse<RoomResponse> {
    @Override
    public List<RoomResponse> entries() {
        return rooms;
    }
}
