package dungeon.queries.responses;

import dungeon.queries.lobby.MapTypeSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A page of the stored map types, in short. */
public record MapTypesResponse(
        @Schema(description = "The map types, in the order of their ids")
        List<MapTypeResponse> mapTypes,

        @Schema(description = "Give this as `after` for the next page; left out on the last one")
        String next) {

    /** A stored map type, in short. */
    public record MapTypeResponse(
            @Schema(description = "The map type; UUID") String mapTypeId,
            @Schema(description = "A short name for people") String name,

            @Schema(description = "What is special about it")
            String description,

            @Schema(description = "Columns") int width,
            @Schema(description = "Rows") int height,

            @Schema(description = "Who stored it; UUID; left out for an administrator")
            String playerId,

            @Schema(description = "When it was stored") Instant createdAt) {

        static MapTypeResponse of(MapTypeSummary summary) {
            return new MapTypeResponse(
                    summary.mapTypeId(),
                    summary.name(),
                    summary.description(),
                    summary.width(),
                    summary.height(),
                    summary.playerId(),
                    Instant.ofEpochMilli(summary.createdAtMs()));
        }
    }

    /**
     * A page.
     *
     * @param summaries those of the page, and at least one of the next one if there is one
     * @param limit how many the page has at most
     */
    public static MapTypesResponse of(List<MapTypeSummary> summaries, int limit) {
        List<MapTypeSummary> page = summaries.subList(0, Math.min(limit, summaries.size()));
        return new MapTypesResponse(
                page.stream().map(MapTypeResponse::of).toList(),
                summaries.size() > limit ? page.get(limit - 1).mapTypeId() : null);
    }
}
