package dungeon.queries.responses;

import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MiningProcess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A mining process that runs. */
public record MiningResponse(
        @Schema(description = "The mine") Tile mine,
        @Schema(description = "What it holds") Resource resource,
        @Schema(description = "When the process completes") Instant completesAt) {

    static MiningResponse of(MiningProcess process) {
        return process == null
                ? null
                : new MiningResponse(
                        process.getMine(), process.getResource(), Instant.ofEpochMilli(process.getCompletesAtMs()));
    }
}
