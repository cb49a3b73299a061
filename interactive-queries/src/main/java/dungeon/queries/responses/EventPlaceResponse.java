package dungeon.queries.responses;

import dungeon.queries.views.EventPlace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

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
        boolean over,

        @Schema(
                description =
                        "The first hundred events that came five minutes or more after the one before them, so that a reader can pass over what others did meanwhile")
        List<Pause> pauses) {

    /** Where a time in which nothing happened to the game ends. */
    public record Pause(
            @Schema(description = "The number of the event after it")
            long sequence,

            @Schema(description = "That event's offset") long offset) {}

    public static EventPlaceResponse of(EventPlace place) {
        return new EventPlaceResponse(
                place.offset(),
                place.lastSequence(),
                place.foldedTo(),
                place.isOver(),
                place.pauses().stream()
                        .map(pause -> new Pause(pause.sequence(), pause.offset()))
                        .toList());
    }
}
