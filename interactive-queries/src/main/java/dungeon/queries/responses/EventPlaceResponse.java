package dungeon.queries.responses;

import dungeon.queries.views.EventPlace;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where in its partition of the event topic a game's events are to be read from. */
public record EventPlaceResponse(
        @Schema(
                description =
                        "The offset from which on the event and all that follow are found; up to 100 events of the game come before it")
        long offset,

        @Schema(description = "The number of the game's last event")
        long lastSequence,

        @Schema(description = "The offset from which on events with higher numbers are found")
        long nextOffset,

        @Schema(description = "Whether the last event is the very last one")
        boolean over) {

    public static EventPlaceResponse of(EventPlace place) {
        return new EventPlaceResponse(place.offset(), place.lastSequence(), place.foldedTo(), place.isOver());
    }
}
