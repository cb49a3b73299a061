package dungeon.queries.responses;

import dungeon.schemas.state.StoredMapType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All stored map types, in short. */
public record MapTypesResponse(
        @Schema(description = "The map types, in the order in which they were stored")
        List<MapTypeSummary> mapTypes) {

    /** A stored map type, in short. */
    public record MapTypeSummary(
            @Schema(description = "The map type; UUID") String mapTypeId,
            @Schema(description = "A short name for people") String name,

            @Schema(description = "What is special about it")
            String description,

            @Schema(description = "Columns") int width,
            @Schema(description = "Rows") int height,

            @Schema(description = "Who stored it; UUID; left out for an administrator")
            String playerId,

            @Schema(description = "When it was stored") Instant createdAt) {

        static MapTypeSummary of(StoredMapType stored) {
            return new MapTypeSummary(
                    stored.getMapTypeId(),
                    stored.getMap().getName(),
                    stored.getMap().getDescription(),
                    stored.getMap().getWidth(),
                    stored.getMap().getHeight(),
                    stored.getPlayerId(),
                    Instant.ofEpochMilli(stored.getCreatedAtMs()));
        }
    }

    public static MapTypesResponse of(List<StoredMapType> mapTypes) {
        return new MapTypesResponse(mapTypes.stream().map(MapTypeSummary::of).toList());
    }
}
