package dungeon.history.responses;

import dungeon.schemas.Event;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a game's events. */
public record PastEvents(
        @ArraySchema(
                schema = @Schema(implementation = Event.class),
                arraySchema =
                        @Schema(description = "The events in their order, as GET /games/{gameId}/events had them"))
        List<Object> events,

        @Schema(description = "What the next page has as `from`; left out if there is none")
        Long next) {}
