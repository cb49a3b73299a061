package dungeon.queries.answers;

import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MiningProcess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A mining process that runs. */
public record MiningAnswer(
        @Schema(description = "The mine") Tile mine,
        @Schema(description = "What it holds") Resource resource,
        @Schema(description = "When the process completes") Instant completesAt) {

    static MiningAnswer of(MiningProcess process) {
        return process == null
                ? null
                : new MiningAnswer(
                        process.getMine(), process.getResource(), Instant.ofEpochMilli(process.getCompletesAtMs()));
    }
}
